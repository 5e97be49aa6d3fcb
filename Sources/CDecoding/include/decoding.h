#pragma once
/* Decoders whose errors are jumps: libpng and libjpeg. Every jump stays inside these functions, which
   return what was said as plain values. Nothing of the libraries is in sight. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What came of decoding. */
struct decoding {
  /* Every pixel is there. */
  bool is_whole;
  /* The file ends before its picture does. */
  bool is_cut_off;
  /* Of the picture's pixels, those that were read, 0...1; -1 when that is not known. */
  double share;
  /* Why not every pixel is there, or what is odd though they are; "" when nothing is. */
  char complaint[200];
};

/* Decodes a PNG to RGBA, 8 bits a channel.

   bytes: a file of no chunks but IHDR, PLTE, tRNS, IDAT and IEND, each with its right length and
     checksum: the other chunks are not libpng's to read.
   width, height: what IHDR says.
   divisor: 1: straight alpha. More: each side is divided by it, rounded up, squares of pixels are
     averaged, and alpha is premultiplied.
   checks_sum: false ignores the zlib stream's checksum.
   pixels: room for the reduced width * height * 4 bytes. */
struct decoding decode_png(
    const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, uint32_t divisor,
    bool checks_sum, uint8_t *pixels);

/* Unpacks a zlib stream, such as a PNG's profile. inflate.

   room: of unpacked. Returns how many bytes it has; 0 when it is damaged or has more than room. */
size_t unpack_zlib(const uint8_t *bytes, size_t count, uint8_t *unpacked, size_t room);

/* What a JPEG's header says. */
struct jpeg_facts {
  /* px as stored, > 0. */
  uint32_t width, height;
  /* Cyan, magenta, yellow and black. */
  bool has_inks;
  /* One channel. */
  bool is_gray;
  /* It comes in several scans, so that all of it is held in memory until the last. */
  bool is_in_scans;
  /* Bytes held for that. */
  uint64_t held_bytes;
};

/* Reads the header up to the first scan. jpeg_read_header.
   false: told->complaint says why. */
bool read_jpeg_facts(
    const uint8_t *bytes, size_t count, struct jpeg_facts *facts, struct decoding *told);

/* Decodes a JPEG to RGBA, 8 bits a channel, alpha 255; inks as they are stored.

   It stops at the first damage, after which pixels would be guessed.
   width, height: what its header says.
   divisor: 1, 2, 4 or 8: each side is divided by it, rounded up.
   most_scans: more are refused.
   pixels: room for the reduced width * height * 4 bytes. */
struct decoding decode_jpeg(
    const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, uint32_t divisor,
    uint32_t most_scans, uint8_t *pixels);
