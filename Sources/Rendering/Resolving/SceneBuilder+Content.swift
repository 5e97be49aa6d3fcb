import Layout
import Pixels
import Styling

extension SceneBuilder {
  /// A picture in its content box, cropped and placed by `object-fit` and its focus.
  mutating func paintImage(
    _ image: ReplacedImage, of box: LayoutBox, in surroundings: Surroundings
  ) {
    guard box.style.text.visibility == .visible else { return }
    if let drawing = image.drawing {
      paintVector(drawing, of: box, in: surroundings)
      return
    }
    let frame = box.rounded(.contentBox)
    guard
      let placed = ObjectPlacement(
        natural: image.naturalSize, into: frame.rect, style: box.style.paint,
        subject: subjects[image.source])
    else { return }
    let clip =
      frame.isRectangle ? surroundings.clip : Clip(inside: surroundings.clip, path: frame.path)
    draw(
      .image(
        SceneImage(source: image.source, crop: placed.crop, destination: placed.destination)),
      in: clip)
  }
}

/// Which part of a picture stands where (CSS Images 3 §5.5, and `-flint-focus`).
struct ObjectPlacement: Equatable {
  /// In the picture's px.
  var crop: Rect
  var destination: Rect

  /// nil when nothing shows.
  init?(natural: Size, into frame: Rect, style: PaintStyle, subject: SubjectMap? = nil) {
    guard natural.width > 0, natural.height > 0, !frame.isEmpty else { return nil }
    let scaleX = frame.width / natural.width
    let scaleY = frame.height / natural.height
    let scale: Size =
      switch style.objectFit {
      case .fill: Size(width: scaleX, height: scaleY)
      case .contain: Size(width: min(scaleX, scaleY), height: min(scaleX, scaleY))
      case .cover: Size(width: max(scaleX, scaleY), height: max(scaleX, scaleY))
      case .none: Size(width: 1, height: 1)
      case .scaleDown:
        Size(width: min(1, scaleX, scaleY), height: min(1, scaleX, scaleY))
      }
    let whole = Size(width: natural.width * scale.width, height: natural.height * scale.height)
    var position = style.objectPosition
    if style.objectFit == .cover {
      switch style.focus {
      case .point(let point)?:
        position = Self.position(centering: point, whole: whole, frame: frame)
      case .automatic?:
        let center = subject?.center(
          visible: Size(width: frame.width / whole.width, height: frame.height / whole.height))
        if let center {
          let point = PositionValue(x: .percent(center.x * 100), y: .percent(center.y * 100))
          position = Self.position(centering: point, whole: whole, frame: frame)
        }
      case nil: break
      }
    }
    let placed = Rect(
      x: frame.x + position.x.resolved(against: frame.width - whole.width),
      y: frame.y + position.y.resolved(against: frame.height - whole.height),
      width: whole.width, height: whole.height)
    let visible = placed.intersection(frame)
    guard !visible.isEmpty else { return nil }
    destination = visible
    crop = Rect(
      x: (visible.x - placed.x) / scale.width, y: (visible.y - placed.y) / scale.height,
      width: visible.width / scale.width, height: visible.height / scale.height)
  }

  /// The position that brings the point of interest as near to the middle as the picture reaches.
  private static func position(
    centering focus: PositionValue, whole: Size, frame: Rect
  ) -> PositionValue {
    func start(_ point: LengthPercentage, _ whole: Double, _ room: Double) -> LengthPercentage {
      let wanted = room / 2 - point.resolved(against: whole)
      return .px(min(0, max(room - whole, wanted)))
    }
    return PositionValue(
      x: start(focus.x, whole.width, frame.width), y: start(focus.y, whole.height, frame.height))
  }
}
