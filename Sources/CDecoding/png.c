#include "include/decoding.h"
#include "reduction.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

struct source {
  const uint8_t *next;
  size_t left;
  struct decoding *told;
};

static void on_error(png_structp png, png_const_charp message) {
  struct source *source = png_get_error_ptr(png);
  strncpy(source->told->complaint, message, sizeof source->told->complaint - 1);
  /* What libpng says when it finds another chunk instead of pixels. */
  source->told->is_cut_off = strcmp(message, "Not enough image data") == 0;
  longjmp(png_jmpbuf(png), 1);
}

static void on_warning(png_structp png, png_const_charp message) {
  struct source *source = png_get_error_ptr(png);
  if (source->told->complaint[0]) return;
  strncpy(source->told->complaint, message, sizeof source->told->complaint - 1);
}

static void read_bytes(png_structp png, png_bytep bytes, size_t count) {
  struct source *source = png_get_io_ptr(png);
  if (count > source->left) png_error(png, "it ends too early");
  memcpy(bytes, source->next, count);
  source->next += count;
  source->left -= count;
}

/* Everything that must outlive a jump. */
struct png_reading {
  png_structp png;
  png_infop info;
  struct source source;
  struct reduction reduction;
  uint8_t *row;
  /* All of an interlaced picture that is reduced. */
  uint8_t *whole;
  /* Pixels are counted in 64ths of the picture: each pass brings some of them. */
  int pass;
  uint32_t y;
  bool is_interlaced;
};

/* 64ths of the picture before and in each of Adam7's passes. */
static const int before_pass[] = {0, 1, 2, 4, 8, 16, 32};
static const int in_pass[] = {1, 1, 2, 4, 8, 16, 32};

static void begin(struct png_reading *reading, uint32_t width, uint32_t height, bool checks_sum) {
  png_structp png = reading->png;
  png_set_read_fn(png, &reading->source, read_bytes);
  png_set_user_limits(png, width, height);
  /* Checked already, chunk by chunk. */
  png_set_crc_action(png, PNG_CRC_QUIET_USE, PNG_CRC_QUIET_USE);
  png_set_benign_errors(png, 1);
  if (!checks_sum) png_set_option(png, PNG_IGNORE_ADLER32, PNG_OPTION_ON);
  png_read_info(png, reading->info);
  if (png_get_image_width(png, reading->info) != width ||
      png_get_image_height(png, reading->info) != height) {
    png_error(png, "its header says two sizes");
  }
  reading->is_interlaced = png_get_interlace_type(png, reading->info) != PNG_INTERLACE_NONE;
  png_set_expand(png);
  png_set_scale_16(png);
  png_set_gray_to_rgb(png);
  png_set_add_alpha(png, 0xff, PNG_FILLER_AFTER);
}

static void read_rows(
    struct png_reading *reading, uint32_t width, uint32_t height, uint8_t *pixels) {
  png_structp png = reading->png;
  int passes = png_set_interlace_handling(png);
  png_start_read_image(png);
  for (reading->pass = 0; reading->pass < passes; reading->pass++) {
    for (reading->y = 0; reading->y < height; reading->y++) {
      png_read_row(png, pixels + (size_t)reading->y * width * 4, NULL);
    }
  }
}

static void read_reduced(
    struct png_reading *reading, uint32_t width, uint32_t height, uint8_t *pixels) {
  /* An interlaced picture is there whole or not at all. */
  if (reading->is_interlaced) {
    reading->whole = malloc((size_t)width * height * 4);
    if (!reading->whole) png_error(reading->png, "there is no memory for it");
    read_rows(reading, width, height, reading->whole);
    for (uint32_t y = 0; y < height; y++) {
      const uint8_t *row = reading->whole + (size_t)y * width * 4;
      pixels = reduce_row(&reading->reduction, row, y + 1 == height, pixels);
    }
    return;
  }
  png_start_read_image(reading->png);
  for (reading->y = 0; reading->y < height; reading->y++) {
    png_read_row(reading->png, reading->row, NULL);
    pixels = reduce_row(&reading->reduction, reading->row, reading->y + 1 == height, pixels);
  }
  reading->pass = 1;
}

static double share_of(const struct png_reading *reading, uint32_t height) {
  double rows = (double)reading->y / height;
  if (!reading->is_interlaced) return reading->pass > 0 ? 1 : rows;
  if (reading->pass > 6) return 1;
  return (before_pass[reading->pass] + rows * in_pass[reading->pass]) / 64;
}

static void try_decoding(
    struct png_reading *reading, uint32_t width, uint32_t height, bool checks_sum,
    uint8_t *pixels) {
  if (setjmp(png_jmpbuf(reading->png)) != 0) return;
  begin(reading, width, height, checks_sum);
  if (reading->row) {
    read_reduced(reading, width, height, pixels);
  } else {
    read_rows(reading, width, height, pixels);
  }
  reading->source.told->is_whole = true;
  png_read_end(reading->png, NULL);
}

struct decoding decode_png(
    const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, uint32_t divisor,
    bool checks_sum, uint8_t *pixels) {
  /* Neither is changed by the function that jumps return to. */
  struct decoding told = {.share = -1};
  struct png_reading reading = {.source = {bytes, count, &told}};
  reading.png =
      png_create_read_struct(PNG_LIBPNG_VER_STRING, &reading.source, on_error, on_warning);
  if (reading.png) reading.info = png_create_info_struct(reading.png);
  bool has_memory = reading.info;
  if (divisor > 1) {
    reading.row = malloc((size_t)width * 4);
    bool has_sums = begin_reduction(&reading.reduction, width, divisor);
    has_memory = has_memory && has_sums && reading.row;
  }
  if (has_memory) {
    try_decoding(&reading, width, height, checks_sum, pixels);
    told.share = told.is_whole ? 1 : share_of(&reading, height);
  } else {
    strcpy(told.complaint, "there is no memory for it");
  }
  png_destroy_read_struct(&reading.png, &reading.info, NULL);
  free(reading.row);
  free(reading.whole);
  end_reduction(&reading.reduction);
  return told;
}

size_t unpack_zlib(const uint8_t *bytes, size_t count, uint8_t *unpacked, size_t room) {
  z_stream stream = {.next_in = (Bytef *)bytes, .avail_in = (uInt)count};
  if (inflateInit(&stream) != Z_OK) return 0;
  stream.next_out = unpacked;
  stream.avail_out = (uInt)room;
  int result = inflate(&stream, Z_FINISH);
  size_t length = stream.total_out;
  inflateEnd(&stream);
  return result == Z_STREAM_END ? length : 0;
}
