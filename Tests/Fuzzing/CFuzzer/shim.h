#pragma once
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/// Runs libFuzzer with a program's arguments; its main function is not used, since SwiftPM gives
/// every program's another name.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*target)(const uint8_t *data, size_t size));
