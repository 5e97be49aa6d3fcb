#pragma once
/* What colors of a profile are, by LittleCMS, without a type of it in sight. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct profile;

/* Reads an ICC profile of gray, RGB or CMYK. cmsOpenProfileFromMem, cmsCreateTransform.
   NULL when it is broken or of another kind. */
struct profile *open_profile(const uint8_t *bytes, size_t count);

/* How one channel becomes light: to a power, or by sRGB's curve when gamma is 0. */
struct profile *make_profile(double gamma, const double chromaticities[8]);

/* 1, 3 or 4. */
int profile_channels(const struct profile *profile);

/* Linear-light sRGB of colors, by the perceptual intent, without black point compensation.

   colors: count * channels, 0...1; of inks, how much there is.
   light: count * 3; outside of 0...1 where sRGB has no such color. */
void profile_light(struct profile *profile, const float *colors, float *light, size_t count);

void close_profile(struct profile *profile);
