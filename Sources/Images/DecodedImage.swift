public import Pixels

/// A picture out of its file.
public struct DecodedImage: Sendable {
  /// Upright; its colors as they are stored, to be converted when it has the size it is shown at.
  public let bitmap: Bitmap
  /// What makes sRGB of the bitmap's colors; nil when they are.
  public let conversion: ProfileConversion?
  /// What is odd about the file though it can be drawn.
  public let remarks: [ImageRemark]

  /// The picture in sRGB, in the size it was decoded at.
  public func inSRGB() -> Bitmap { conversion.map(bitmap.converted) ?? bitmap }

  init(_ stored: DecodedPixels, orientation: Orientation) {
    var remarks = stored.remarks
    var conversion: ProfileConversion?
    switch KnownProfiles.conversion(of: stored.colors) {
    case .none: break
    case .by(let known):
      let mismatch = Self.mismatch(known, stored)
      if let mismatch { remarks.append(.profileIgnored(mismatch)) } else { conversion = known }
    case .unreadable:
      let reason =
        if case .unclear(let reason) = stored.colors { reason } else {
          "its color profile cannot be read"
        }
      remarks.append(.profileIgnored(reason))
    }
    self.remarks = remarks
    switch stored.content {
    case .colors(let bitmap):
      self.bitmap = bitmap.upright(from: orientation)
      self.conversion = conversion
    case .inks(let inks, let width, let height):
      // Resampling is for colors; there is nothing to convert afterwards.
      let bitmap =
        conversion.map { Bitmap(width: width, height: height, inks: inks, conversion: $0) }
        ?? Bitmap(width: width, height: height, inks: inks)
      self.bitmap = bitmap.upright(from: orientation)
      self.conversion = nil
    }
  }

  /// Why a profile is not for this picture.
  private static func mismatch(
    _ conversion: ProfileConversion, _ stored: DecodedPixels
  ) -> String? {
    switch stored.content {
    case .inks: conversion.isForInks ? nil : "its color profile is not for inks"
    case .colors:
      if conversion.isForInks {
        "its color profile is for inks"
      } else if conversion.isForGray, !stored.isGray {
        "its color profile is for gray"
      } else {
        nil
      }
    }
  }
}
