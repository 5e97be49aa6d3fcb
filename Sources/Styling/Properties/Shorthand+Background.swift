import Diagnostics
import Pixels

extension Shorthand {
  package static let backgrounds: [Shorthand] = [
    Shorthand(
      "background",
      [
        "background-color", "background-image", "background-position", "background-size",
        "background-repeat", "background-origin", "background-clip",
      ],
      expects: "layers of an image, a position / size, repeat and boxes; in the last also a color",
      parse: background)
  ]

  private struct Layer {
    package var color: ColorValue?
    package var image: Specified<ImageValue?>?
    package var position: SpecifiedPosition?
    package var size: Specified<BackgroundLayer.Size>?
    var tiling: BackgroundDraft.Repeat?
    package var areas: [BackgroundLayer.Area] = []
    var hasAttachment = false
  }

  @Sendable private static func background(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Parts? {
    let list = try reader.commaSeparated { (reader) throws(Diagnostic) in try layer(&reader) }
    guard let layers = list, let last = layers.last,
      layers.dropLast().allSatisfy({ $0.color == nil })
    else { return nil }
    let color = last.color ?? .color(.transparent)
    let images = layers.map { $0.image ?? .constant(nil) }
    let positions = layers.map { $0.position ?? .topLeft }
    let sizes = layers.map { $0.size ?? .constant(.explicit(width: .auto, height: .auto)) }
    let repeats = layers.map { $0.tiling ?? BackgroundDraft.Repeat() }
    let origins = layers.map { $0.areas.first ?? .paddingBox }
    let clips = layers.map { BackgroundDraft.Clip(area: $0.areas.last ?? .borderBox) }
    return [
      (
        "background-color",
        { draft, context in draft.background.color = color.computedOrCurrent(in: context) }
      ),
      (
        "background-image",
        { draft, context in draft.background.images = images.map { $0.value(in: context) } }
      ),
      (
        "background-position",
        { draft, context in
          draft.background.positions = positions.map { $0.computed(in: context) }
        }
      ),
      (
        "background-size",
        { draft, context in draft.background.sizes = sizes.map { $0.value(in: context) } }
      ),
      ("background-repeat", { draft, _ in draft.background.repeats = repeats }),
      ("background-origin", { draft, _ in draft.background.origins = origins }),
      ("background-clip", { draft, _ in draft.background.clips = clips }),
    ]
  }

  private static func layer(_ reader: inout ValueReader) throws(Diagnostic) -> Layer? {
    var layer = Layer()
    var isEmpty = true
    while !reader.isAtEnd {
      if layer.image == nil, let image = try Longhand.backgroundImage(&reader) {
        layer.image = image
      } else if layer.color == nil, let color = try reader.color() {
        layer.color = color
      } else if layer.tiling == nil, let tiling = Longhand.backgroundRepeat(&reader) {
        layer.tiling = tiling
      } else if layer.areas.count < 2, let area = reader.keyword(BackgroundLayer.Area.self) {
        layer.areas.append(area)
      } else if !layer.hasAttachment, reader.take("scroll") {
        layer.hasAttachment = true
      } else if layer.position == nil, let position = try reader.position(allowsThree: true) {
        layer.position = position
        if reader.slash() {
          guard let size = try Longhand.backgroundSize(&reader) else { return nil }
          layer.size = size
        }
      } else {
        break
      }
      isEmpty = false
    }
    return isEmpty ? nil : layer
  }
}
