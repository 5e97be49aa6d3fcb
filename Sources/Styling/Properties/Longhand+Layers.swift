import Diagnostics

/// What the layers of backgrounds and of masks are made of (CSS Backgrounds 3 §3, Masking 1 §6).
extension Longhand {
  // MARK: Lists, one value a layer

  @Sendable static func layerImages(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<[ImageValue?]>? {
    let images = try reader.commaSeparated { (reader) throws(Diagnostic) in
      try backgroundImage(&reader)
    }
    return images.map { images in .computed { context in images.map { $0.value(in: context) } } }
  }

  /// - Parameter allowsThree: also three parts, as only backgrounds do.
  static func layerPositions(
    _ reader: inout ValueReader, allowsThree: Bool
  ) throws(Diagnostic) -> Specified<[PositionValue]>? {
    let positions = try reader.commaSeparated { (reader) throws(Diagnostic) in
      try reader.position(allowsThree: allowsThree)
    }
    return positions.map { positions in
      .computed { context in positions.map { $0.computed(in: context) } }
    }
  }

  @Sendable static func layerSizes(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<[BackgroundLayer.Size]>? {
    let sizes = try reader.commaSeparated { (reader) throws(Diagnostic) in
      try backgroundSize(&reader)
    }
    return sizes.map { sizes in .computed { context in sizes.map { $0.value(in: context) } } }
  }

  @Sendable static func layerRepeats(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<[BackgroundDraft.Repeat]>? {
    try reader.commaSeparated { (reader) throws(Diagnostic) in backgroundRepeat(&reader) }
      .map { .constant($0) }
  }

  @Sendable static func layerAreas(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<[BackgroundLayer.Area]>? {
    try reader.commaSeparated { (reader) throws(Diagnostic) in
      reader.keyword(BackgroundLayer.Area.self)
    }.map { .constant($0) }
  }

  // MARK: One layer

  /// nil inside is `none`.
  static func backgroundImage(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<ImageValue?>? {
    if reader.take("none") { return .constant(nil) }
    return try reader.image().map { image in .computed { image.computed(in: $0) } }
  }

  static func backgroundSize(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<BackgroundLayer.Size>? {
    if reader.take("cover") { return .constant(.cover) }
    if reader.take("contain") { return .constant(.contain) }
    guard let width = try dimension(&reader) else { return nil }
    let height = try dimension(&reader) ?? .constant(.auto)
    return .computed { .explicit(width: width.value(in: $0), height: height.value(in: $0)) }
  }

  private static func dimension(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<BackgroundLayer.Dimension>? {
    if reader.take("auto") { return .constant(.auto) }
    return try reader.lengthPercentage(.nonNegative).map { Specified($0).map { .length($0) } }
  }

  static func backgroundRepeat(_ reader: inout ValueReader) -> BackgroundDraft.Repeat? {
    if reader.take("repeat-x") { return BackgroundDraft.Repeat(x: .repeat, y: .noRepeat) }
    if reader.take("repeat-y") { return BackgroundDraft.Repeat(x: .noRepeat, y: .repeat) }
    guard let x = reader.keyword(BackgroundLayer.Repeat.self) else { return nil }
    return BackgroundDraft.Repeat(x: x, y: reader.keyword(BackgroundLayer.Repeat.self) ?? x)
  }
}
