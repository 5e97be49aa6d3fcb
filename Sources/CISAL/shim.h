#pragma once
#include <isa-l.h>

/// Ends the use of wide vector registers.
///
/// ISA-L leaves their upper halves set, after which every narrow vector instruction of the thread
/// (ours, and all libraries') takes two to three times as long. Call this after ISA-L's functions.
#if defined(__x86_64__)
__attribute__((target("avx"))) static inline void clear_upper_halves_with_avx(void) {
  __builtin_ia32_vzeroupper();
}

static inline void clear_upper_halves(void) {
  if (__builtin_cpu_supports("avx")) clear_upper_halves_with_avx();
}
#else
static inline void clear_upper_halves(void) {}
#endif
