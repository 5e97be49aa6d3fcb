#pragma once
/* Averages of squares of pixels, row by row. */

#include <stdbool.h>
#include <stdint.h>

struct reduction {
  /* Of the whole picture, and of a square's side. */
  uint32_t width, divisor;
  /* Rows added since the last average. */
  uint32_t rows;
  /* Four for each square. */
  uint32_t *sums;
};

/* false when there is no memory. */
bool begin_reduction(struct reduction *reduction, uint32_t width, uint32_t divisor);

/* Takes a row of straight RGBA. After the divisor's rows, or at the end, writes a row of averages of
   premultiplied RGBA.
   Returns where the next row of averages goes. */
uint8_t *reduce_row(
    struct reduction *reduction, const uint8_t *row, bool is_last, uint8_t *averages);

void end_reduction(struct reduction *reduction);
