import Diagnostics
import Markup
import Pixels

extension Longhand {
  /// CSS Masking 1 §6.
  package static let masks: [Longhand] = [
    Longhand(
      "mask-image", \.mask.images, expects: "none, url(\"file\") or a gradient",
      parse: layerImages),
    Longhand(
      "mask-position", \.mask.positions,
      expects: "a position such as center, right 20px bottom or 50% 30%"
    ) { (reader) throws(Diagnostic) in
      try layerPositions(&reader, allowsThree: false)
    },
    Longhand(
      "mask-size", \.mask.sizes,
      expects: "cover, contain, or one or two lengths, percentages or auto", parse: layerSizes),
    Longhand(
      "mask-repeat", \.mask.repeats,
      expects: "repeat, no-repeat, repeat-x, repeat-y, space or round", parse: layerRepeats),
    Longhand(
      "mask-origin", \.mask.origins, expects: "border-box, padding-box or content-box",
      parse: layerAreas),
    Longhand(
      "mask-clip", \.mask.clips, expects: "border-box, padding-box or content-box",
      parse: layerAreas),
    Longhand(
      "mask-composite", \.mask.composites, expects: "add, subtract, intersect or exclude"
    ) { (reader) throws(Diagnostic) in
      try reader.commaSeparated { (reader) throws(Diagnostic) in
        reader.keyword(MaskComposite.self)
      }.map { .constant($0) }
    },
    Longhand("mask-mode", \.mask.mode, expects: "match-source or alpha") {
      (reader) throws(Diagnostic) in
      try reader.commaSeparated { (reader) throws(Diagnostic) in
        reader.keyword(MaskDraft.Mode.self)
      }.map { .constant($0[0]) }
    },
  ]
}

extension Shorthand {
  package static let mask = Shorthand(
    "mask",
    [
      "mask-image", "mask-position", "mask-size", "mask-repeat", "mask-origin", "mask-clip",
      "mask-composite", "mask-mode",
    ],
    expects: "none, or layers of an image, a position / size, repeat and boxes", parse: maskLayers)

  private struct MaskPart {
    package var image: Specified<ImageValue?>?
    package var position: SpecifiedPosition?
    package var size: Specified<BackgroundLayer.Size>?
    var tiling: BackgroundDraft.Repeat?
    package var areas: [BackgroundLayer.Area] = []
    package var composite: MaskComposite?
    package var mode: MaskDraft.Mode?
  }

  @Sendable private static func maskLayers(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Parts? {
    let list = try reader.commaSeparated { (reader) throws(Diagnostic) in try maskLayer(&reader) }
    guard let layers = list else { return nil }
    let images = layers.map { $0.image ?? .constant(nil) }
    let positions = layers.map { $0.position ?? .topLeft }
    let sizes = layers.map { $0.size ?? .constant(.explicit(width: .auto, height: .auto)) }
    let repeats = layers.map { $0.tiling ?? BackgroundDraft.Repeat() }
    let origins = layers.map { $0.areas.first ?? .borderBox }
    let clips = layers.map { $0.areas.last ?? .borderBox }
    let composites = layers.map { $0.composite ?? .add }
    return [
      (
        "mask-image",
        { draft, context in draft.mask.images = images.map { $0.value(in: context) } }
      ),
      (
        "mask-position",
        { draft, context in draft.mask.positions = positions.map { $0.computed(in: context) } }
      ),
      (
        "mask-size",
        { draft, context in draft.mask.sizes = sizes.map { $0.value(in: context) } }
      ),
      ("mask-repeat", { draft, _ in draft.mask.repeats = repeats }),
      ("mask-origin", { draft, _ in draft.mask.origins = origins }),
      ("mask-clip", { draft, _ in draft.mask.clips = clips }),
      ("mask-composite", { draft, _ in draft.mask.composites = composites }),
      ("mask-mode", { draft, _ in draft.mask.mode = .matchSource }),
    ]
  }

  private static func maskLayer(_ reader: inout ValueReader) throws(Diagnostic) -> MaskPart? {
    var part = MaskPart()
    var isEmpty = true
    while !reader.isAtEnd {
      if part.image == nil, let image = try Longhand.backgroundImage(&reader) {
        part.image = image
      } else if part.tiling == nil, let tiling = Longhand.backgroundRepeat(&reader) {
        part.tiling = tiling
      } else if part.areas.count < 2, let area = reader.keyword(BackgroundLayer.Area.self) {
        part.areas.append(area)
      } else if part.composite == nil, let composite = reader.keyword(MaskComposite.self) {
        part.composite = composite
      } else if part.mode == nil, let mode = reader.keyword(MaskDraft.Mode.self) {
        part.mode = mode
      } else if part.position == nil, let position = try reader.position() {
        part.position = position
        if reader.slash() {
          guard let size = try Longhand.backgroundSize(&reader) else { return nil }
          part.size = size
        }
      } else {
        break
      }
      isEmpty = false
    }
    return isEmpty ? nil : part
  }
}
