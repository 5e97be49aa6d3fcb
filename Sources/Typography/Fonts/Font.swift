/// One face of a font file at one variation setting: immutable, shared by all workers.
public final class Font: Sendable {
  /// The family's name as the catalogue, kit or page writes it.
  public let family: String
  /// The CSS weight it was chosen or set to, 1…1000.
  public let weight: Int
  /// Upright, italic or oblique, as the face itself is drawn.
  public let slant: FontDescription.Slant
  /// SHA-256 of the file in hex.
  public let digest: String
  let data: FontData
  /// The place of the face in a collection file, from 0.
  let faceIndex: Int
  /// What FreeType and HarfBuzz must both be set to.
  let variations: [FontVariation]
  let face: ShapingFace
  let measures: FontMeasures

  /// - Returns: nil when the bytes are not a font.
  init?(
    family: String, weight: Int, slant: FontDescription.Slant, digest: String, data: FontData,
    faceIndex: Int = 0, variations: [FontVariation] = []
  ) {
    guard let face = ShapingFace(data, faceIndex: faceIndex, variations: variations) else {
      return nil
    }
    self.family = family
    self.weight = weight
    self.slant = slant
    self.digest = digest
    self.data = data
    self.faceIndex = faceIndex
    self.variations = variations
    self.face = face
    measures = FontMeasures(of: face)
  }
}

extension Font {
  /// The measures for lines and decorations at that size, in px.
  public func metrics(sizeInPx: Double) -> FontMetrics {
    FontMetrics(measures, sizeInPx: sizeInPx)
  }
}

extension Font {
  /// Whether its glyphs are pictures (CBDT) instead of outlines, which the painter scales.
  public var hasColorBitmaps: Bool { face.bitmapStrike != nil }
}

extension Font: Equatable {
  /// Whether both are the same object; equal bytes read twice are two fonts.
  public static func == (left: Font, right: Font) -> Bool { left === right }
}

extension Font: Hashable {
  /// By the object's identity, as `==`.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
