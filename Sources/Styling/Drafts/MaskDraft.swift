import Pixels

/// The `mask-…` lists as declared: each is repeated to the number of images; empty ones stand for
/// their initial value, which costs elements without a mask nothing.
struct MaskDraft: Sendable {
  enum Mode: String, Sendable { case matchSource, alpha }

  /// nil is `none`.
  package var images: [ImageValue?] = []
  package var positions: [PositionValue] = []
  package var sizes: [BackgroundLayer.Size] = []
  package var repeats: [BackgroundDraft.Repeat] = []
  var origins: [BackgroundLayer.Area] = []
  package var clips: [BackgroundLayer.Area] = []
  var composites: [MaskComposite] = []
  /// Pictures and gradients both mask by their alpha.
  package var mode = Mode.matchSource

  /// Top layer first; empty without any image.
  package var layers: [MaskLayer] {
    guard images.contains(where: { $0 != nil }) else { return [] }
    return images.enumerated().map { index, image in
      func pick<Value>(_ list: [Value], _ initial: Value) -> Value {
        list.isEmpty ? initial : list[index % list.count]
      }
      let composite = pick(composites, .add)
      guard let image else { return MaskLayer(layer: nil, composite: composite) }
      var layer = BackgroundLayer(image: image)
      layer.position = pick(positions, PositionValue(x: .percent(0), y: .percent(0)))
      layer.size = pick(sizes, .explicit(width: .auto, height: .auto))
      let tiling = pick(repeats, BackgroundDraft.Repeat())
      layer.repeatX = tiling.x
      layer.repeatY = tiling.y
      layer.origin = pick(origins, .borderBox)
      layer.clip = pick(clips, .borderBox)
      return MaskLayer(layer: layer, composite: composite)
    }
  }
}
