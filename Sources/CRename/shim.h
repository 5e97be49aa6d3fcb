#pragma once
// glibc hides this one unless _GNU_SOURCE is set, which Swift's Glibc module does not do.
#ifdef __linux__
int renameat2(
    int old_folder, const char *old_path, int new_folder, const char *new_path,
    unsigned int flags);
#endif
