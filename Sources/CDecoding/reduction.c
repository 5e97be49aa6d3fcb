#include "reduction.h"

#include <stdlib.h>

static uint32_t columns(const struct reduction *reduction) {
  return (reduction->width + reduction->divisor - 1) / reduction->divisor;
}

bool begin_reduction(struct reduction *reduction, uint32_t width, uint32_t divisor) {
  *reduction = (struct reduction){.width = width, .divisor = divisor};
  reduction->sums = calloc((size_t)columns(reduction) * 4, sizeof(uint32_t));
  return reduction->sums;
}

void end_reduction(struct reduction *reduction) {
  free(reduction->sums);
  reduction->sums = NULL;
}

static void write_averages(struct reduction *reduction, uint8_t *averages) {
  for (uint32_t x = 0; x < columns(reduction); x++) {
    uint32_t left = reduction->width - x * reduction->divisor;
    uint32_t across = left < reduction->divisor ? left : reduction->divisor;
    uint32_t whole = across * reduction->rows * 255u;
    for (int channel = 0; channel < 4; channel++) {
      uint32_t *sum = reduction->sums + (size_t)x * 4 + channel;
      averages[(size_t)x * 4 + channel] = (uint8_t)((*sum + whole / 2) / whole);
      *sum = 0;
    }
  }
  reduction->rows = 0;
}

uint8_t *reduce_row(
    struct reduction *reduction, const uint8_t *row, bool is_last, uint8_t *averages) {
  for (uint32_t x = 0; x < reduction->width; x++, row += 4) {
    uint32_t *sums = reduction->sums + (size_t)(x / reduction->divisor) * 4;
    for (int channel = 0; channel < 3; channel++) sums[channel] += row[channel] * (uint32_t)row[3];
    sums[3] += row[3] * 255u;
  }
  reduction->rows++;
  if (reduction->rows < reduction->divisor && !is_last) return averages;
  write_averages(reduction, averages);
  return averages + (size_t)columns(reduction) * 4;
}
