import Diagnostics
import Pixels

extension Longhand {
  /// CSS Backgrounds and Borders, CSS Images, and Flint's own properties of a box.
  package static let paint: [Longhand] =
    backgrounds + [
      Longhand("opacity", \.style.paint.opacity, expects: "a number from 0 to 1 or a percentage") {
        (reader) throws(Diagnostic) in
        try reader.numberOrFraction().map { .constant(min(max($0, 0), 1)) }
      },
      Longhand(
        "box-shadow", \.boxShadows,
        expects: "none, or shadows such as 0 4px 16px rgb(0 0 0 / 20%)"
      ) { (reader) throws(Diagnostic) in
        try shadows(&reader, isText: false)
      },
      Longhand(
        "object-fit", keyword: \.style.paint.objectFit,
        expects: "fill, contain, cover, none or scale-down"),
      Longhand(
        "object-position", \.style.paint.objectPosition,
        expects: "a position such as center, right 20px bottom or 50% 30%"
      ) { (reader) throws(Diagnostic) in
        try reader.position().map { position in .computed { position.computed(in: $0) } }
      },
      Longhand("-flint-focus", \.style.paint.focus, expects: "none, auto or a position: 50% 30%") {
        (reader) throws(Diagnostic) in
        if reader.take("none") { return .constant(nil) }
        if reader.take("auto") { return .constant(.automatic) }
        return try reader.position().map { position in
          .computed { .point(position.computed(in: $0)) }
        }
      },
      Longhand("-flint-safe", \.style.paint.mustBeSafe, expects: "auto or none") {
        (reader) throws(Diagnostic) in
        reader.keyword(["auto": true, "none": false]).map { .constant($0) }
      },
      Longhand("-flint-scrim", keyword: \.style.paint.scrim, expects: "auto or none"),
    ]

  private static let backgrounds: [Longhand] = [
    Longhand(
      "background-color", \.background.color, expects: colorExpected, parse: optionalColor),
    Longhand(
      "background-image", \.background.images, expects: "none, url(\"file\") or a gradient",
      parse: layerImages),
    Longhand(
      "background-position", \.background.positions,
      expects: "a position such as center, right 20px bottom or 50% 30%"
    ) { (reader) throws(Diagnostic) in
      try layerPositions(&reader, allowsThree: true)
    },
    Longhand(
      "background-size", \.background.sizes,
      expects: "cover, contain, or one or two lengths, percentages or auto", parse: layerSizes),
    Longhand(
      "background-repeat", \.background.repeats,
      expects: "repeat, no-repeat, repeat-x, repeat-y, space or round", parse: layerRepeats),
    Longhand(
      "background-origin", \.background.origins,
      expects: "border-box, padding-box or content-box", parse: layerAreas),
    Longhand(
      "background-clip", \.background.clips,
      expects: "border-box, padding-box, content-box or text", parse: clips),
  ]

  // MARK: Grammars

  @Sendable private static func clips(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<[BackgroundDraft.Clip]>? {
    try reader.commaSeparated { (reader) throws(Diagnostic) in
      if reader.take("text") { return BackgroundDraft.Clip(area: .borderBox, isText: true) }
      return reader.keyword(BackgroundLayer.Area.self).map { BackgroundDraft.Clip(area: $0) }
    }.map { .constant($0) }
  }

  /// `none`, or shadows front to back: offsets, blur (and spread), color and `inset` in any order.
  package static func shadows(
    _ reader: inout ValueReader, isText: Bool
  ) throws(Diagnostic) -> Specified<[ShadowDraft]>? {
    if reader.take("none") { return .constant([]) }
    let list = try reader.commaSeparated { (reader) throws(Diagnostic) in
      try shadow(&reader, isText: isText)
    }
    return list.map { list in .computed { context in list.map { $0.value(in: context) } } }
  }

  private static func shadow(
    _ reader: inout ValueReader, isText: Bool
  ) throws(Diagnostic) -> Specified<ShadowDraft>? {
    var color: ColorValue?
    var isInset = false
    var lengths: [SpecifiedLength] = []
    while true {
      if !isText, !isInset, reader.take("inset") {
        isInset = true
      } else if color == nil, let next = try reader.color() {
        color = next
      } else if lengths.isEmpty, let x = try reader.length() {
        guard let y = try reader.length() else { return nil }
        lengths = [x, y]
        if let blur = try reader.length(.nonNegative) { lengths.append(blur) }
        if lengths.count == 3, !isText, let spread = try reader.length() { lengths.append(spread) }
      } else {
        break
      }
    }
    guard lengths.count >= 2 else { return nil }
    let parts = lengths
    let (shadowColor, inset) = (color ?? .current, isInset)
    return .computed { context in
      let px = parts.map { $0.px(in: context) }
      return ShadowDraft(
        x: px[0], y: px[1], blur: px.count > 2 ? px[2] : 0, spread: px.count > 3 ? px[3] : 0,
        color: shadowColor.computedOrCurrent(in: context), isInset: inset)
    }
  }
}
