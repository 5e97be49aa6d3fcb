import Pixels
import Typography

/// A style while the cascade fills it: what `ComputedStyle` holds, and the parts that only get their
/// final form when all properties are known.
struct StyleDraft: Sendable {
  package var style = ComputedStyle()
  package var border = BorderDraft()
  package var background = BackgroundDraft()
  package var mask = MaskDraft()
  package var boxShadows: [ShadowDraft] = []
  var overflowX = BoxStyle.Overflow.visible
  var overflowY = BoxStyle.Overflow.visible
  package var inherited = InheritedDraft()
  var generated = GeneratedDraft()

  /// Every property at its initial value.
  package static let initial: StyleDraft = {
    var draft = StyleDraft()
    draft.style.text.font.sizeInPx = 16
    return draft
  }()

  /// What an element starts with: inherited properties from `parent`, the others initial.
  package init(inheritingFrom parent: StyleDraft) {
    style.inherit(from: parent.style)
    inherited = parent.inherited
  }

  private init() {}
}

struct BorderDraft: Sendable {
  /// px; `medium` is 3.
  package var width = Edges<Double>(all: 3)
  /// nil is `currentcolor`.
  package var color = Edges<Color?>(all: nil)
}

/// The `background-…` lists as declared: each is repeated to the number of images.
struct BackgroundDraft: Sendable {
  package struct Repeat: Sendable {
    package var x = BackgroundLayer.Repeat.repeat
    package var y = BackgroundLayer.Repeat.repeat
  }

  package struct Clip: Sendable {
    package var area: BackgroundLayer.Area
    var isText = false
  }

  /// nil is `currentcolor`.
  package var color: Color? = .transparent
  /// nil is `none`.
  package var images: [ImageValue?] = [nil]
  package var positions = [PositionValue(x: .percent(0), y: .percent(0))]
  package var sizes = [BackgroundLayer.Size.explicit(width: .auto, height: .auto)]
  package var repeats = [Repeat()]
  var origins = [BackgroundLayer.Area.paddingBox]
  package var clips = [Clip(area: .borderBox)]
}

/// A box or text shadow; `color` nil is `currentcolor`.
struct ShadowDraft: Sendable {
  package var x: Double
  package var y: Double
  package var blur: Double
  package var spread: Double
  package var color: Color?
  package var isInset: Bool
}

/// Inherited values that several properties make together.
struct InheritedDraft: Sendable {
  enum WhiteSpaceCollapse: String, Sendable {
    case collapse, preserve, preserveBreaks, breakSpaces
  }
  enum WrapMode: String, Sendable { case wrap, nowrap }

  var textShadows: [ShadowDraft] = []
  var whiteSpaceCollapse = WhiteSpaceCollapse.collapse
  var wrapMode = WrapMode.wrap
  /// `font-feature-settings`; these win over those of the other properties.
  var featureSettings: [FontFeature] = []
  var numericFeatures: [FontFeature] = []
  var ligatureFeatures: [FontFeature] = []
  var kerningFeatures: [FontFeature] = []
}

extension StyleDraft {
  /// The finished style.
  package func finished() -> ComputedStyle {
    var style = style
    finishBox(&style.box, currentColor: style.text.color)
    finishBackground(&style.paint, currentColor: style.text.color)
    finishText(&style.text)
    style.paint.effects.masks = mask.layers
    return style
  }

  /// Moves the font features of several properties into the font, as children inherit it.
  mutating func finishFont() {
    var features = inherited.kerningFeatures + inherited.ligatureFeatures
    features += inherited.numericFeatures
    for setting in inherited.featureSettings {
      features.removeAll { $0.tag == setting.tag }
      features.append(setting)
    }
    if style.text.font.features != features { style.text.font.features = features }
  }

  private func finishBox(_ box: inout BoxStyle, currentColor: Color) {
    func width(_ width: Double, _ style: BoxStyle.BorderLineStyle) -> Double {
      style == .none ? 0 : StyleDraft.snappedBorderWidth(width)
    }
    let line = box.borderStyle
    box.borderWidth = Edges(
      top: width(border.width.top, line.top), right: width(border.width.right, line.right),
      bottom: width(border.width.bottom, line.bottom), left: width(border.width.left, line.left))
    box.borderColor = border.color.map { $0 ?? currentColor }
    box.overflow = overflowX == .hidden || overflowY == .hidden ? .hidden : .visible
  }

  /// Whole px, and at least one unless 0 (CSS Values 4 §6.2, "snap as a border width").
  private static func snappedBorderWidth(_ width: Double) -> Double {
    width <= 0 ? 0 : max(1, width.rounded(.down))
  }

  private func finishBackground(_ paint: inout PaintStyle, currentColor: Color) {
    paint.backgroundColor = background.color ?? currentColor
    let count = background.images.count
    let colorClip = background.clips[(count - 1) % background.clips.count]
    paint.backgroundColorClip = colorClip.area
    paint.backgroundColorClipsToText = colorClip.isText
    paint.backgrounds = []
    for (index, image) in background.images.enumerated() {
      guard let image else { continue }
      var layer = BackgroundLayer(image: image)
      layer.position = background.positions[index % background.positions.count]
      layer.size = background.sizes[index % background.sizes.count]
      let tiling = background.repeats[index % background.repeats.count]
      layer.repeatX = tiling.x
      layer.repeatY = tiling.y
      layer.origin = background.origins[index % background.origins.count]
      let clip = background.clips[index % background.clips.count]
      layer.clip = clip.area
      layer.clipsToText = clip.isText
      paint.backgrounds.append(layer)
    }
    paint.boxShadows = boxShadows.map { shadow in
      BoxShadow(
        x: shadow.x, y: shadow.y, blur: shadow.blur, spread: shadow.spread,
        color: shadow.color ?? currentColor, isInset: shadow.isInset)
    }
  }

  private func finishText(_ text: inout InheritedTextStyle) {
    text.whiteSpace =
      switch (inherited.whiteSpaceCollapse, inherited.wrapMode) {
      case (.collapse, .wrap): .normal
      case (.collapse, .nowrap): .nowrap
      case (.preserve, .wrap): .preWrap
      case (.preserve, .nowrap): .pre
      case (.preserveBreaks, _): .preLine
      case (.breakSpaces, _): .breakSpaces
      }
    let color = text.color
    text.shadows = inherited.textShadows.map { shadow in
      TextShadow(x: shadow.x, y: shadow.y, blur: shadow.blur, color: shadow.color ?? color)
    }
  }
}
