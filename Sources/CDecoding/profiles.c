#include "include/profiles.h"

#include <lcms2.h>
#include <stdlib.h>

/* A context of its own: no plug-in, no error handler and no state is shared with anybody. */
struct profile {
  cmsContext context;
  cmsHTRANSFORM transform;
  int channels;
};

static cmsHPROFILE rgb_profile(
    cmsContext context, double gamma, const double chromaticities[8]) {
  cmsCIExyY white = {chromaticities[0], chromaticities[1], 1};
  cmsCIExyYTRIPLE primaries = {
      {chromaticities[2], chromaticities[3], 1},
      {chromaticities[4], chromaticities[5], 1},
      {chromaticities[6], chromaticities[7], 1},
  };
  /* IEC 61966-2-1. */
  static const cmsFloat64Number srgb[5] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
  cmsToneCurve *curve = gamma > 0 ? cmsBuildGamma(context, gamma)
                                  : cmsBuildParametricToneCurve(context, 4, srgb);
  if (!curve) return NULL;
  cmsToneCurve *const curves[3] = {curve, curve, curve};
  cmsHPROFILE profile = cmsCreateRGBProfileTHR(context, &white, &primaries, curves);
  cmsFreeToneCurve(curve);
  return profile;
}

/* Takes the profile. */
static struct profile *transform_from(cmsContext context, cmsHPROFILE source) {
  /* BT.709 and D65, whose light is what a screen gives. */
  static const double srgb[8] = {0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06};
  struct profile *profile = calloc(1, sizeof *profile);
  cmsHPROFILE target = source ? rgb_profile(context, 1, srgb) : NULL;
  if (profile && target) {
    cmsUInt32Number format = 0;
    switch (cmsGetColorSpace(source)) {
      case cmsSigGrayData:
        format = TYPE_GRAY_FLT;
        break;
      case cmsSigRgbData:
        format = TYPE_RGB_FLT;
        break;
      case cmsSigCmykData:
        format = TYPE_CMYK_FLT;
        break;
      default:
        break;
    }
    cmsProfileClassSignature kind = cmsGetDeviceClass(source);
    bool is_of_colors = kind == cmsSigInputClass || kind == cmsSigDisplayClass ||
        kind == cmsSigOutputClass || kind == cmsSigColorSpaceClass;
    /* A target of version 4 would force black point compensation upon the perceptual intent, which
       browsers do without. */
    cmsSetProfileVersion(target, 2.1);
    profile->context = context;
    profile->channels = (int)T_CHANNELS(format);
    if (format && is_of_colors) {
      profile->transform = cmsCreateTransformTHR(
          context, source, format, target, TYPE_RGB_FLT, INTENT_PERCEPTUAL,
          cmsFLAGS_NOCACHE | cmsFLAGS_NOOPTIMIZE);
    }
  }
  if (target) cmsCloseProfile(target);
  if (source) cmsCloseProfile(source);
  if (profile && profile->transform) return profile;
  free(profile);
  cmsDeleteContext(context);
  return NULL;
}

struct profile *open_profile(const uint8_t *bytes, size_t count) {
  cmsContext context = cmsCreateContext(NULL, NULL);
  if (!context) return NULL;
  return transform_from(
      context, cmsOpenProfileFromMemTHR(context, bytes, (cmsUInt32Number)count));
}

struct profile *make_profile(double gamma, const double chromaticities[8]) {
  cmsContext context = cmsCreateContext(NULL, NULL);
  if (!context) return NULL;
  return transform_from(context, rgb_profile(context, gamma, chromaticities));
}

int profile_channels(const struct profile *profile) { return profile->channels; }

void profile_light(struct profile *profile, const float *colors, float *light, size_t count) {
  if (profile->channels != 4) {
    cmsDoTransform(profile->transform, colors, light, (cmsUInt32Number)count);
    return;
  }
  /* LittleCMS counts inks in percent. */
  for (size_t i = 0; i < count; i++) {
    float inks[4];
    for (int ink = 0; ink < 4; ink++) inks[ink] = colors[i * 4 + ink] * 100;
    cmsDoTransform(profile->transform, inks, light + i * 3, 1);
  }
}

void close_profile(struct profile *profile) {
  cmsDeleteTransform(profile->transform);
  cmsDeleteContext(profile->context);
  free(profile);
}
