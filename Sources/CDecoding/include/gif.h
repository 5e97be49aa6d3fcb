#pragma once
/* GIF by giflib. */

#include "decoding.h"

/* Decodes the first frame of a GIF to straight RGBA, in its place on the whole picture, which is
   transparent where the frame is not.

   width, height: of the whole picture, as the header says.
   pixels: room for width * height * 4 bytes.
   is_animated: whether there is another frame. */
struct decoding decode_gif(
    const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, uint8_t *pixels,
    bool *is_animated);
