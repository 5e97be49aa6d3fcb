#include "include/decoding.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

#include <jerror.h>

/* Everything that must outlive a jump; libjpeg hands its error manager back. */
struct jpeg_reading {
  struct jpeg_error_mgr errors;
  struct jpeg_decompress_struct jpeg;
  struct jpeg_progress_mgr progress;
  jmp_buf jump;
  struct decoding *told;
  uint32_t most_scans;
  /* Bits of the components that a scan brought. */
  unsigned seen;
  /* The bytes ended before the end marker. */
  bool has_no_end;
  /* A marker stands where pixels should be. */
  bool ends_early;
  bool is_in_scans;
};

static struct jpeg_reading *reading_of(j_common_ptr jpeg) {
  return (struct jpeg_reading *)jpeg->err;
}

static void complain(j_common_ptr jpeg) {
  char message[JMSG_LENGTH_MAX];
  jpeg->err->format_message(jpeg, message);
  struct decoding *told = reading_of(jpeg)->told;
  strncpy(told->complaint, message, sizeof told->complaint - 1);
}

static void on_error(j_common_ptr jpeg) {
  complain(jpeg);
  longjmp(reading_of(jpeg)->jump, 1);
}

/* Whether no pixel depends on it. */
static bool is_harmless(int code) {
  switch (code) {
    case JWRN_EXTRANEOUS_DATA:
    case JWRN_NOT_SEQUENTIAL:
    case JWRN_JFIF_MAJOR:
    case JWRN_ADOBE_XFORM:
    case JWRN_BOGUS_PROGRESSION:
    case JWRN_BOGUS_ICC:
      return true;
    default:
      return false;
  }
}

/* Warnings have a negative level. After damage libjpeg would go on with guesses. */
static void on_message(j_common_ptr jpeg, int level) {
  if (level >= 0) return;
  struct jpeg_reading *reading = reading_of(jpeg);
  int code = jpeg->err->msg_code;
  if (code == JWRN_JPEG_EOF) {
    reading->has_no_end = true;
    return;
  }
  reading->ends_early = code == JWRN_HIT_MARKER;
  if (!is_harmless(code)) on_error(jpeg);
  /* Some cameras pad the file before its end marker. */
  bool is_padding = code == JWRN_EXTRANEOUS_DATA && jpeg->err->msg_parm.i[1] == JPEG_EOI;
  if (!is_padding && !reading->told->complaint[0]) complain(jpeg);
}

static void ignore(j_common_ptr jpeg) { (void)jpeg; }

/* Called while the scans of a file are gathered, a row of blocks at a time. */
static void on_progress(j_common_ptr common) {
  struct jpeg_reading *reading = reading_of(common);
  j_decompress_ptr jpeg = &reading->jpeg;
  if ((uint32_t)jpeg->input_scan_number > reading->most_scans) {
    snprintf(reading->told->complaint, sizeof reading->told->complaint,
        "it has more than %u scans", (unsigned)reading->most_scans);
    longjmp(reading->jump, 1);
  }
  for (int i = 0; i < jpeg->comps_in_scan; i++) {
    reading->seen |= 1u << jpeg->cur_comp_info[i]->component_index;
  }
}

static void prepare(struct jpeg_reading *reading, struct decoding *told) {
  reading->told = told;
  reading->jpeg.err = jpeg_std_error(&reading->errors);
  reading->errors.error_exit = on_error;
  reading->errors.emit_message = on_message;
  reading->errors.output_message = ignore;
}

static void read_header(struct jpeg_reading *reading, const uint8_t *bytes, size_t count) {
  jpeg_create_decompress(&reading->jpeg);
  reading->progress.progress_monitor = on_progress;
  reading->jpeg.progress = &reading->progress;
  jpeg_mem_src(&reading->jpeg, bytes, count);
  jpeg_read_header(&reading->jpeg, TRUE);
}

static bool has_inks(const struct jpeg_decompress_struct *jpeg) {
  return jpeg->jpeg_color_space == JCS_CMYK || jpeg->jpeg_color_space == JCS_YCCK;
}

static void try_facts(
    struct jpeg_reading *reading, const uint8_t *bytes, size_t count, struct jpeg_facts *facts) {
  if (setjmp(reading->jump) != 0) return;
  read_header(reading, bytes, count);
  struct jpeg_decompress_struct *jpeg = &reading->jpeg;
  *facts = (struct jpeg_facts){
      .width = jpeg->image_width,
      .height = jpeg->image_height,
      .has_inks = has_inks(jpeg),
      .is_gray = jpeg->num_components == 1,
      .is_in_scans = jpeg_has_multiple_scans(jpeg),
  };
  for (int i = 0; facts->is_in_scans && i < jpeg->num_components; i++) {
    const jpeg_component_info *component = &jpeg->comp_info[i];
    facts->held_bytes +=
        (uint64_t)component->width_in_blocks * component->height_in_blocks * sizeof(JBLOCK);
  }
  reading->told->is_whole = true;
}

bool read_jpeg_facts(
    const uint8_t *bytes, size_t count, struct jpeg_facts *facts, struct decoding *told) {
  /* Neither is changed by the function that jumps return to. */
  struct jpeg_reading reading = {0};
  *told = (struct decoding){.share = -1};
  prepare(&reading, told);
  try_facts(&reading, bytes, count, facts);
  jpeg_destroy_decompress(&reading.jpeg);
  return told->is_whole;
}

/* Whether the scans that are there brought every component to its last bit. */
static bool has_every_scan(const struct jpeg_reading *reading) {
  const struct jpeg_decompress_struct *jpeg = &reading->jpeg;
  if (reading->seen != (1u << jpeg->num_components) - 1) return false;
  if (!jpeg->coef_bits) return true;
  for (int i = 0; i < jpeg->num_components; i++) {
    for (int k = 0; k < DCTSIZE2; k++) {
      if (jpeg->coef_bits[i][k] != 0) return false;
    }
  }
  return true;
}

static void read_rows(
    struct jpeg_reading *reading, uint32_t width, uint32_t height, uint32_t divisor,
    uint8_t *pixels) {
  struct jpeg_decompress_struct *jpeg = &reading->jpeg;
  if (jpeg->image_width != width || jpeg->image_height != height) {
    strcpy(reading->told->complaint, "its header says two sizes");
    longjmp(reading->jump, 1);
  }
  jpeg->out_color_space = has_inks(jpeg) ? JCS_CMYK : JCS_EXT_RGBA;
  jpeg->scale_num = 1;
  jpeg->scale_denom = divisor;
  reading->is_in_scans = jpeg_has_multiple_scans(jpeg);
  jpeg_start_decompress(jpeg);
  if (reading->is_in_scans && reading->has_no_end && !has_every_scan(reading)) {
    strcpy(reading->told->complaint, "it ends before its last scan");
    longjmp(reading->jump, 1);
  }
  size_t stride = (size_t)jpeg->output_width * 4;
  while (jpeg->output_scanline < jpeg->output_height) {
    JSAMPROW row = pixels + jpeg->output_scanline * stride;
    jpeg_read_scanlines(jpeg, &row, 1);
    /* An arithmetic decoder reads zeros behind the end without a word. */
    if (jpeg->arith_code && reading->has_no_end) {
      strcpy(reading->told->complaint, "it ends too early");
      longjmp(reading->jump, 1);
    }
  }
}

static void try_decoding(
    struct jpeg_reading *reading, const uint8_t *bytes, size_t count, uint32_t width,
    uint32_t height, uint32_t divisor, uint8_t *pixels) {
  if (setjmp(reading->jump) != 0) return;
  read_header(reading, bytes, count);
  read_rows(reading, width, height, divisor, pixels);
  reading->told->is_whole = true;
  /* Reads up to the end marker. */
  jpeg_finish_decompress(&reading->jpeg);
}

struct decoding decode_jpeg(
    const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, uint32_t divisor,
    uint32_t most_scans, uint8_t *pixels) {
  struct decoding told = {.share = -1};
  struct jpeg_reading reading = {.most_scans = most_scans};
  prepare(&reading, &told);
  try_decoding(&reading, bytes, count, width, height, divisor, pixels);
  const struct jpeg_decompress_struct *jpeg = &reading.jpeg;
  if (told.is_whole) {
    told.share = 1;
    if (reading.has_no_end) strcpy(told.complaint, "it has no end marker");
  } else if (jpeg->output_height > 0 && !reading.is_in_scans) {
    told.share = (double)jpeg->output_scanline / jpeg->output_height;
  }
  told.is_cut_off = !told.is_whole && (reading.has_no_end || reading.ends_early);
  jpeg_destroy_decompress(&reading.jpeg);
  return told;
}
