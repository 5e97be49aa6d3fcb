#pragma once
/* HEIC and AVIF by libheif, which is loaded when the first one comes: it brings codecs of 30 MB, and
   most people have no such photo. */

#include "decoding.h"

/* What of libheif cannot be found; NULL when it is loaded. The first call loads it. */
const char *missing_heif(void);

/* Decodes the primary picture to RGBA, 8 bits a channel, straight alpha, with the container's turns,
   mirrors and crops done. Its colors are as they are stored.

   width, height: what the container says of the result.
   divisor: each side is divided by it, rounded up; squares of pixels are averaged.
   pixels: room for the reduced width * height * 4 bytes; alpha is premultiplied when the divisor is
     more than 1. */
struct decoding decode_heif(
    const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, uint32_t divisor,
    uint8_t *pixels);
