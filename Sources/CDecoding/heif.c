#include "include/heif.h"

#include <dlfcn.h>
#include <libheif/heif.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "reduction.h"

/* Every function that is called, by its own name and type. */
#define FUNCTIONS(each) \
  each(heif_context_alloc) \
  each(heif_context_free) \
  each(heif_context_set_maximum_image_size_limit) \
  each(heif_context_read_from_memory_without_copy) \
  each(heif_context_get_primary_image_handle) \
  each(heif_image_handle_release) \
  each(heif_decoding_options_alloc) \
  each(heif_decoding_options_free) \
  each(heif_decode_image) \
  each(heif_image_get_width) \
  each(heif_image_get_height) \
  each(heif_image_get_plane_readonly) \
  each(heif_image_release)

#define DECLARE(name) static __typeof__(&name) name##_;
FUNCTIONS(DECLARE)

static const char *missing;
static pthread_once_t is_loaded = PTHREAD_ONCE_INIT;

static void load(void) {
#if defined(__APPLE__)
  const char *name = "libheif.1.dylib";
#else
  const char *name = "libheif.so.1";
#endif
  void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    missing = name;
    return;
  }
#define FIND(name) \
  name##_ = (__typeof__(&name))dlsym(library, #name); \
  if (!name##_) missing = #name;
  FUNCTIONS(FIND)
}

const char *missing_heif(void) {
  pthread_once(&is_loaded, load);
  return missing;
}

/* The decoders print what they think of damaged data. The C library's stream is theirs alone here:
   Flint writes to the descriptor, and one line of JSON may be all that it promised. While anybody
   decodes, the stream leads nowhere. */
static pthread_mutex_t quiet = PTHREAD_MUTEX_INITIALIZER;
static FILE *nowhere, *printing;
static int decoding_count;

static void begin_quiet(void) {
  pthread_mutex_lock(&quiet);
  if (!nowhere) nowhere = fopen("/dev/null", "w");
  if (decoding_count++ == 0 && nowhere) {
    printing = stderr;
    stderr = nowhere;
  }
  pthread_mutex_unlock(&quiet);
}

static void end_quiet(void) {
  pthread_mutex_lock(&quiet);
  if (--decoding_count == 0 && nowhere) stderr = printing;
  pthread_mutex_unlock(&quiet);
}

static bool is_good(struct heif_error error, struct decoding *told) {
  if (error.code == heif_error_Ok) return true;
  strncpy(told->complaint, error.message ? error.message : "", sizeof told->complaint - 1);
  told->is_cut_off = error.subcode == heif_suberror_End_of_data;
  return false;
}

static bool copy(
    const struct heif_image *image, uint32_t width, uint32_t height, uint32_t divisor,
    uint8_t *pixels, struct decoding *told) {
  int stride = 0;
  const uint8_t *plane =
      heif_image_get_plane_readonly_(image, heif_channel_interleaved, &stride);
  if (!plane || heif_image_get_width_(image, heif_channel_interleaved) != (int)width ||
      heif_image_get_height_(image, heif_channel_interleaved) != (int)height) {
    strcpy(told->complaint, "its header says another size");
    return false;
  }
  struct reduction reduction = {0};
  if (divisor > 1 && !begin_reduction(&reduction, width, divisor)) {
    strcpy(told->complaint, "there is no memory for it");
    return false;
  }
  for (uint32_t y = 0; y < height; y++) {
    const uint8_t *row = plane + (size_t)y * stride;
    if (divisor > 1) {
      pixels = reduce_row(&reduction, row, y + 1 == height, pixels);
    } else {
      memcpy(pixels + (size_t)y * width * 4, row, (size_t)width * 4);
    }
  }
  end_reduction(&reduction);
  return true;
}

static bool decode(
    struct heif_context *context, const uint8_t *bytes, size_t count, uint32_t width,
    uint32_t height, uint32_t divisor, uint8_t *pixels, struct decoding *told) {
  /* A side; the container's own sizes were looked at before. */
  heif_context_set_maximum_image_size_limit_(context, 1 << 15);
  if (!is_good(
          heif_context_read_from_memory_without_copy_(context, bytes, count, NULL), told)) {
    return false;
  }
  struct heif_image_handle *handle = NULL;
  if (!is_good(heif_context_get_primary_image_handle_(context, &handle), told)) return false;
  struct heif_decoding_options *options = heif_decoding_options_alloc_();
  struct heif_image *image = NULL;
  bool is_decoded = false;
  if (options) {
    options->convert_hdr_to_8bit = 1;
    /* Damage is an error, not a gray patch. */
    options->strict_decoding = 1;
    is_decoded = is_good(
        heif_decode_image_(
            handle, &image, heif_colorspace_RGB, heif_chroma_interleaved_RGBA, options),
        told);
    heif_decoding_options_free_(options);
  }
  heif_image_handle_release_(handle);
  bool is_copied = is_decoded && copy(image, width, height, divisor, pixels, told);
  if (image) heif_image_release_(image);
  return is_copied;
}

struct decoding decode_heif(
    const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, uint32_t divisor,
    uint8_t *pixels) {
  struct decoding told = {.share = -1};
  if (missing_heif()) return told;
  struct heif_context *context = heif_context_alloc_();
  if (!context) return told;
  begin_quiet();
  told.is_whole = decode(context, bytes, count, width, height, divisor, pixels, &told);
  if (told.is_whole) told.share = 1;
  heif_context_free_(context);
  end_quiet();
  return told;
}
