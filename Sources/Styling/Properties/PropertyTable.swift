/// Every property of the profile by name. A longhand is known by its index in `longhands`.
enum PropertyTable {
  static let longhands: [Longhand] =
    Longhand.fonts + Longhand.box + Longhand.flex + Longhand.grid + Longhand.paint
    + Longhand.effects + Longhand.text + Longhand.textPaint + Longhand.generated
    + Longhand.vector

  /// By longhand.
  static let phases: [Longhand.Phase] = longhands.map(\.phase)

  static let indexByName: [String: Int] = Dictionary(
    uniqueKeysWithValues: longhands.enumerated().map { ($0.element.name, $0.offset) })

  static let shorthands: [String: Shorthand] = Dictionary(
    uniqueKeysWithValues: Shorthand.all.map { ($0.name, $0) })

  /// Other names of a longhand.
  static let aliases: [String: String] = [
    "word-wrap": "overflow-wrap", "inline-size": "width", "block-size": "height",
    "min-inline-size": "min-width", "min-block-size": "min-height",
    "max-inline-size": "max-width", "max-block-size": "max-height",
    "margin-block-start": "margin-top", "margin-block-end": "margin-bottom",
    "padding-block-start": "padding-top", "padding-block-end": "padding-bottom",
    "inset-block-start": "top", "inset-block-end": "bottom",
    "-webkit-box-decoration-break": "box-decoration-break",
    "border-block-start": "border-top", "border-block-end": "border-bottom",
    "border-block-start-width": "border-top-width", "border-block-end-width": "border-bottom-width",
    "border-block-start-style": "border-top-style", "border-block-end-style": "border-bottom-style",
    "border-block-start-color": "border-top-color", "border-block-end-color": "border-bottom-color",
    "-webkit-background-clip": "background-clip",
    "-webkit-backdrop-filter": "backdrop-filter", "-webkit-mask": "mask",
    "-webkit-mask-image": "mask-image", "-webkit-mask-position": "mask-position",
    "-webkit-mask-size": "mask-size", "-webkit-mask-repeat": "mask-repeat",
    "-webkit-mask-origin": "mask-origin", "-webkit-mask-clip": "mask-clip",
    "-webkit-clip-path": "clip-path", "-webkit-filter": "filter",
    "-webkit-box-sizing": "box-sizing", "-webkit-flex-direction": "flex-direction",
  ]

  /// The flow-relative properties whose side depends on `direction`: the longhands that they are
  /// from left to right and from right to left.
  package static let flowRelative: [String: (leftToRight: String, rightToLeft: String)] = [
    "margin-inline-start": ("margin-left", "margin-right"),
    "margin-inline-end": ("margin-right", "margin-left"),
    "padding-inline-start": ("padding-left", "padding-right"),
    "padding-inline-end": ("padding-right", "padding-left"),
    "inset-inline-start": ("left", "right"),
    "inset-inline-end": ("right", "left"),
    "border-inline-start-width": ("border-left-width", "border-right-width"),
    "border-inline-end-width": ("border-right-width", "border-left-width"),
    "border-inline-start-style": ("border-left-style", "border-right-style"),
    "border-inline-end-style": ("border-right-style", "border-left-style"),
    "border-inline-start-color": ("border-left-color", "border-right-color"),
    "border-inline-end-color": ("border-right-color", "border-left-color"),
    "border-start-start-radius": ("border-top-left-radius", "border-top-right-radius"),
    "border-start-end-radius": ("border-top-right-radius", "border-top-left-radius"),
    "border-end-start-radius": ("border-bottom-left-radius", "border-bottom-right-radius"),
    "border-end-end-radius": ("border-bottom-right-radius", "border-bottom-left-radius"),
  ]

  /// The longhand of this name.
  ///
  /// - Precondition: there is one.
  package static func index(of name: String) -> Int {
    guard let index = indexByName[name] else { preconditionFailure("no longhand \(name)") }
    return index
  }

  static func longhand(_ name: String) -> Longhand { longhands[index(of: name)] }

  package static let direction = index(of: "direction")

  /// In alphabetical order; what a mistyped name is compared with.
  package static let names: [String] =
    (Array(indexByName.keys) + Array(shorthands.keys) + Array(flowRelative.keys)).sorted()
}
