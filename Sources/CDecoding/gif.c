#include "include/gif.h"

#include <gif_lib.h>
#include <stdlib.h>
#include <string.h>

struct source {
  const uint8_t *next;
  size_t left;
};

static int read_bytes(GifFileType *gif, GifByteType *bytes, int count) {
  struct source *source = gif->UserData;
  size_t taken = (size_t)count < source->left ? (size_t)count : source->left;
  memcpy(bytes, source->next, taken);
  source->next += taken;
  source->left -= taken;
  return (int)taken;
}

/* Reads an extension to its end; of one about a frame, its transparent color. */
static bool read_extension(GifFileType *gif, int *transparent) {
  int code = 0;
  GifByteType *data = NULL;
  if (DGifGetExtension(gif, &code, &data) == GIF_ERROR) return false;
  if (code == GRAPHICS_EXT_FUNC_CODE && data) {
    GraphicsControlBlock block;
    if (DGifExtensionToGCB(data[0], data + 1, &block) == GIF_OK) {
      *transparent = block.TransparentColor;
    }
  }
  while (data) {
    if (DGifGetExtensionNext(gif, &data) == GIF_ERROR) return false;
  }
  return true;
}

/* The next frame's start; false at the end or where the file breaks off. */
static bool find_frame(GifFileType *gif, int *transparent) {
  for (;;) {
    GifRecordType kind = UNDEFINED_RECORD_TYPE;
    if (DGifGetRecordType(gif, &kind) == GIF_ERROR) return false;
    if (kind == IMAGE_DESC_RECORD_TYPE) return true;
    if (kind != EXTENSION_RECORD_TYPE || !read_extension(gif, transparent)) return false;
  }
}

/* Where the rows of an interlaced frame's four passes begin, and how far apart they are. */
static const int pass_starts[] = {0, 4, 2, 1}, pass_steps[] = {8, 8, 4, 2};

struct frame {
  GifFileType *gif;
  const ColorMapObject *colors;
  int transparent;
  GifPixelType *row;
  uint8_t *pixels;
  uint32_t width, height;
};

static bool read_row(const struct frame *frame, int y) {
  const GifImageDesc *place = &frame->gif->Image;
  if (DGifGetLine(frame->gif, frame->row, place->Width) == GIF_ERROR) return false;
  uint32_t row = (uint32_t)(place->Top + y);
  if (row >= frame->height) return true;
  for (int x = 0; x < place->Width && (uint32_t)(place->Left + x) < frame->width; x++) {
    int index = frame->row[x];
    if (index == frame->transparent || index >= frame->colors->ColorCount) continue;
    const GifColorType *color = frame->colors->Colors + index;
    uint8_t *pixel = frame->pixels + ((size_t)row * frame->width + place->Left + x) * 4;
    pixel[0] = color->Red;
    pixel[1] = color->Green;
    pixel[2] = color->Blue;
    pixel[3] = 255;
  }
  return true;
}

/* How many rows could be read. */
static int read_rows(const struct frame *frame) {
  const GifImageDesc *place = &frame->gif->Image;
  int done = 0;
  if (!place->Interlace) {
    while (done < place->Height && read_row(frame, done)) done++;
    return done;
  }
  for (int pass = 0; pass < 4; pass++) {
    for (int y = pass_starts[pass]; y < place->Height; y += pass_steps[pass]) {
      if (!read_row(frame, y)) return done;
      done++;
    }
  }
  return done;
}

static void decode(GifFileType *gif, struct frame *frame, struct decoding *told) {
  if (!find_frame(gif, &frame->transparent) || DGifGetImageDesc(gif) == GIF_ERROR) {
    strcpy(told->complaint, "it has no picture");
    return;
  }
  /* The picture's own size was looked at before. */
  if ((uint64_t)gif->Image.Width * (uint64_t)gif->Image.Height > 1u << 26) {
    strcpy(told->complaint, "its frame is larger than the picture");
    return;
  }
  frame->colors = gif->Image.ColorMap ? gif->Image.ColorMap : gif->SColorMap;
  frame->row = malloc(gif->Image.Width > 0 ? (size_t)gif->Image.Width : 1);
  if (!frame->colors || !frame->row) {
    strcpy(told->complaint, frame->row ? "it has no colors" : "there is no memory for it");
    return;
  }
  int rows = gif->Image.Height, done = read_rows(frame);
  told->share = rows > 0 ? (double)done / rows : 0;
  told->is_whole = rows > 0 && done == rows;
  const struct source *source = gif->UserData;
  told->is_cut_off = !told->is_whole && source->left == 0;
  if (!told->is_whole) strcpy(told->complaint, "its data make no sense");
}

struct decoding decode_gif(
    const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, uint8_t *pixels,
    bool *is_animated) {
  struct decoding told = {.share = -1};
  struct source source = {bytes, count};
  struct frame frame = {
      .transparent = NO_TRANSPARENT_COLOR, .pixels = pixels, .width = width, .height = height};
  *is_animated = false;
  memset(pixels, 0, (size_t)width * height * 4);
  int error = 0;
  frame.gif = DGifOpen(&source, read_bytes, &error);
  if (!frame.gif) {
    strcpy(told.complaint, "its header makes no sense");
    return told;
  }
  decode(frame.gif, &frame, &told);
  int ignored = 0;
  if (told.is_whole) *is_animated = find_frame(frame.gif, &ignored);
  free(frame.row);
  DGifCloseFile(frame.gif, &error);
  return told;
}
