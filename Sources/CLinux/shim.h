#pragma once
// What glibc hides unless _GNU_SOURCE is set, which Swift's Glibc module does not do.
#ifdef __linux__
int renameat2(
    int old_folder, const char *old_path, int new_folder, const char *new_path,
    unsigned int flags);
#include <malloc.h>
int sync_file_range(int file, long offset, long count, unsigned int flags);
#endif
