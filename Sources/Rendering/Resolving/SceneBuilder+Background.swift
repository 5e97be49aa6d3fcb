import Layout
import Pixels
import Styling

extension SceneBuilder {
  /// Background color and layers, the last layer lowest.
  ///
  /// - Parameter text: the letters that `background-clip: text` shows the background through.
  mutating func paintBackground(
    _ paint: PaintStyle, in areas: BackgroundAreas, clip: Clip?, text: () -> [SceneItem] = { [] }
  ) {
    if !paint.backgroundColor.isTransparent {
      let area = areas[paint.backgroundColorClip]
      let fill = SceneItem.fill(area.path, .color(paint.backgroundColor))
      if area.rect.isEmpty {
      } else if paint.backgroundColorClipsToText {
        drawThrough(text()) { $0.draw(fill, in: clip) }
      } else {
        draw(fill, in: clip)
      }
    }
    for layer in paint.backgrounds.reversed() {
      if layer.clipsToText {
        drawThrough(text()) { $0.paintLayer(layer, in: areas, clip: clip) }
      } else {
        paintLayer(layer, in: areas, clip: clip)
      }
    }
  }

  /// Draws what `paint` draws where `mask` covers.
  private mutating func drawThrough(
    _ mask: [SceneItem], _ paint: (inout SceneBuilder) -> Void
  ) {
    if mask.isEmpty { return }
    let outer = drawn
    drawn = ClippedItems()
    paint(&self)
    var group = drawn.group(opacity: 1)
    drawn = outer
    group?.effects = SceneEffects(mask: [SceneMaskLayer(items: mask)])
    if let group { drawn.append(.group(group), clip: nil) }
  }

  mutating func paintLayer(
    _ layer: BackgroundLayer, in areas: BackgroundAreas, clip: Clip?
  ) {
    let area = areas[layer.clip]
    let positioning = areas[layer.origin].rect
    guard !area.rect.isEmpty, !positioning.isEmpty else { return }
    var natural: Size?
    if case .url(let path) = layer.image { natural = naturalSizes[path] }
    let tiles = layer.tiles(positioning: positioning, painting: area.rect, natural: natural)
    switch layer.image {
    case .gradient(let gradient):
      if tiles.count == 1, tiles[0].contains(area.rect) {
        draw(.fill(area.path, .gradient(gradient.resolved(in: tiles[0]))), in: clip)
        return
      }
      let inner = Clip(inside: clip, path: area.path)
      for tile in tiles {
        draw(
          .fill(RoundedBox(rect: tile).path, .gradient(gradient.resolved(in: tile))), in: inner)
      }
    case .url(let path):
      guard let natural, natural.width > 0, natural.height > 0 else { return }
      let inner =
        area.isRectangle && tiles.allSatisfy { area.rect.contains($0) }
        ? clip : Clip(inside: clip, path: area.path)
      for tile in tiles {
        draw(
          .image(
            SceneImage(source: path, crop: Rect(origin: Point(), size: natural), destination: tile)),
          in: inner)
      }
    }
  }
}

extension Rect {
  func contains(_ other: Rect) -> Bool {
    other.minX >= minX - 0.001 && other.minY >= minY - 0.001 && other.maxX <= maxX + 0.001
      && other.maxY <= maxY + 0.001
  }
}

extension BackgroundLayer {
  /// A slide needs no more; a 1 px tile on a large slide would be millions.
  private static let tileLimit = 20_000

  /// Where the picture is drawn: one rectangle a repetition (CSS Backgrounds 3 §2.9).
  func tiles(positioning: Rect, painting: Rect, natural: Pixels.Size?) -> [Rect] {
    var size = tileSize(in: positioning, natural: natural)
    guard size.width > 0, size.height > 0 else { return [] }
    if repeatX == .round { size.width = Self.rounded(size.width, to: positioning.width) }
    if repeatY == .round { size.height = Self.rounded(size.height, to: positioning.height) }
    let columns = Self.offsets(
      size.width, repeats: repeatX, position: position.x, start: positioning.minX,
      room: positioning.width, paintedFrom: painting.minX, to: painting.maxX)
    let rows = Self.offsets(
      size.height, repeats: repeatY, position: position.y, start: positioning.minY,
      room: positioning.height, paintedFrom: painting.minY, to: painting.maxY)
    guard columns.count * rows.count <= Self.tileLimit else { return [] }
    return rows.flatMap { y in
      columns.map { x in Rect(origin: Point(x: x, y: y), size: size) }
    }
  }

  private func tileSize(in area: Rect, natural: Pixels.Size?) -> Pixels.Size {
    let own = natural ?? area.size
    let ratio = natural.map { $0.width / max($0.height, 1e-9) }
    switch size {
    case .cover, .contain:
      guard let ratio else { return area.size }
      let widthFirst = Pixels.Size(width: area.width, height: area.width / ratio)
      let heightFirst = Pixels.Size(width: area.height * ratio, height: area.height)
      let isWide = widthFirst.height < area.height
      return (size == .cover) == isWide ? heightFirst : widthFirst
    case .explicit(let width, let height):
      switch (width, height) {
      case (.auto, .auto): return own
      case (.length(let width), .auto):
        let used = width.resolved(against: area.width) as Double
        return Pixels.Size(width: used, height: ratio.map { used / $0 } ?? own.height)
      case (.auto, .length(let height)):
        let used = height.resolved(against: area.height) as Double
        return Pixels.Size(width: ratio.map { used * $0 } ?? own.width, height: used)
      case (.length(let width), .length(let height)):
        return Pixels.Size(
          width: width.resolved(against: area.width), height: height.resolved(against: area.height))
      }
    }
  }

  private static func rounded(_ size: Double, to room: Double) -> Double {
    room / max(1, (room / size).rounded())
  }

  private static func offsets(
    _ size: Double, repeats: Repeat, position: LengthPercentage, start: Double, room: Double,
    paintedFrom low: Double, to high: Double
  ) -> [Double] {
    let first = start + position.resolved(against: room - size)
    var step = size
    switch repeats {
    case .noRepeat: return [first]
    case .repeat, .round: break
    case .space:
      let count = (room / size).rounded(.down)
      guard count >= 2 else { return [first] }
      step = size + (room - count * size) / (count - 1)
    }
    var x = repeats == .space ? start : first
    if x > low { x -= ((x - low) / step).rounded(.up) * step }
    if x + step <= low { x += ((low - x) / step).rounded(.down) * step }
    guard (high - x) / step <= Double(tileLimit) else { return [] }
    var offsets: [Double] = []
    while x < high {
      offsets.append(x)
      x += step
    }
    return offsets
  }
}
