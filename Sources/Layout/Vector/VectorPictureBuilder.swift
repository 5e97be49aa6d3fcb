import Diagnostics
import Markup
import Pixels
import Styling

/// Makes an inline `svg` element a picture: its size, its shapes, and what is wrong with them.
struct VectorPictureBuilder {
  private(set) var log = DiagnosticLog()
  private var viewBox: Rect?

  /// - Returns: the picture as layout takes it.
  mutating func image(of svg: StyledElement) -> ReplacedImage {
    let element = svg.element
    viewBox = viewBox(of: element)
    var fit = VectorFit()
    if let attribute = element.attribute("preserveaspectratio") {
      if let read = VectorFit(attribute.value) {
        fit = read
      } else {
        log.add(.badVectorAttribute(attribute, hint: "write xMidYMid meet, or none"))
      }
    }
    let picture = VectorPicture(
      viewBox: viewBox, fit: fit, nodes: nodes(in: svg, transform: AffineTransform()))
    let (width, height) = (length("width", of: element), length("height", of: element))
    var image = ReplacedImage(
      source: "", naturalSize: Size(width: width ?? 300, height: height ?? 150),
      location: element.location)
    image.drawing = picture
    let ratio = viewBox.flatMap { $0.width > 0 && $0.height > 0 ? $0.width / $0.height : nil }
    switch (width, height, ratio) {
    case (_?, _?, _): break
    case (let width?, nil, let ratio?): image.naturalSize.height = width / ratio
    case (nil, let height?, let ratio?): image.naturalSize.width = height * ratio
    case (nil, nil, let ratio?):
      image.naturalSize = Size(width: 300, height: 300 / ratio)
      image.fillsWidth = true
    case (_, _, nil): image.hasNaturalRatio = false
    }
    return image
  }

  /// A size in px that the attribute gives; percentages and others say nothing about it.
  private func length(_ name: String, of element: Element) -> Double? {
    guard let text = element[attribute: name] else { return nil }
    let digits = text.hasSuffix("px") ? text.dropLast(2) : text[...]
    guard let value = Double(digits), value.isFinite, value >= 0 else { return nil }
    return min(value, ValueLimits.length)
  }

  private mutating func viewBox(of element: Element) -> Rect? {
    guard let attribute = element.attribute("viewbox") else { return nil }
    var scanner = NumberScanner(attribute.value)
    var numbers: [Double] = []
    while numbers.count < 4, let number = scanner.number() {
      numbers.append(number)
      scanner.skipSeparator()
    }
    guard numbers.count == 4, scanner.isAtEnd, numbers[2] >= 0, numbers[3] >= 0 else {
      log.add(.badVectorAttribute(attribute, hint: "write x y width height: 0 0 24 24"))
      return nil
    }
    return Rect(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
  }

  // MARK: - Shapes

  private mutating func nodes(
    in parent: StyledElement, transform: AffineTransform
  ) -> [VectorNode] {
    var nodes: [VectorNode] = []
    for case .element(let child) in parent.children {
      if let node = node(of: child, transform: transform) { nodes.append(node) }
    }
    return nodes
  }

  private mutating func node(
    of styled: StyledElement, transform: AffineTransform
  ) -> VectorNode? {
    let element = styled.element
    if styled.style.hasEffects { log.add(.effectInVector(element)) }
    var transform = transform
    if let attribute = element.attribute("transform") {
      if let own = TransformListParser.transform(of: attribute.value) {
        transform = transform.concatenating(own)
      } else {
        log.add(.badVectorAttribute(attribute, hint: "write translate(12 4) or rotate(45 12 12)"))
      }
    }
    let opacity = styled.style.paint.opacity
    let content: [VectorNode]
    if element.name == "g" {
      content = nodes(in: styled, transform: transform)
    } else if let path = path(of: element), styled.style.text.visibility == .visible {
      content = [.shape(shape(path, of: styled, transform: transform))]
    } else {
      content = []
    }
    guard !content.isEmpty, opacity > 0 else { return nil }
    if opacity == 1, content.count == 1 { return content[0] }
    return .group(opacity: opacity, content)
  }

  private func shape(
    _ path: Path, of styled: StyledElement, transform: AffineTransform
  ) -> VectorShape {
    let style = styled.style.vector
    let current = styled.style.text.color
    var path = path
    path.fillRule = style.fillRule
    var shape = VectorShape(path: path, transform: transform)
    // A line has no inside.
    if styled.element.name != "line" {
      shape.fill = style.fill.color(current: current, opacity: style.fillOpacity)
    }
    if let color = style.stroke.color(current: current, opacity: style.strokeOpacity),
      style.strokeWidth > 0
    {
      let stroke = Stroke(
        width: style.strokeWidth, cap: style.cap, join: style.join, miterLimit: style.miterLimit,
        dashes: style.dashes, dashOffset: style.dashOffset)
      shape.stroke = (stroke, color)
    }
    return shape
  }

  // MARK: - Geometry

  /// - Returns: nil for what draws nothing.
  private mutating func path(of element: Element) -> Path? {
    switch element.name {
    case "path": return pathData(of: element)
    case "rect": return rect(element)
    case "circle":
      let radius = number("r", of: element, along: .diagonal) ?? 0
      return ellipse(element, rx: radius, ry: radius)
    case "ellipse":
      let rx = number("rx", of: element, along: .x)
      let ry = number("ry", of: element, along: .y)
      return ellipse(element, rx: rx ?? ry ?? 0, ry: ry ?? rx ?? 0)
    case "line":
      let from = Point(
        x: number("x1", of: element, along: .x) ?? 0, y: number("y1", of: element, along: .y) ?? 0)
      let to = Point(
        x: number("x2", of: element, along: .x) ?? 0, y: number("y2", of: element, along: .y) ?? 0)
      return Path([.move(from), .line(to)])
    case "polyline", "polygon": return points(of: element)
    default: return nil
    }
  }

  private mutating func pathData(of element: Element) -> Path? {
    guard let attribute = element.attribute("d") else { return nil }
    do throws(PathDataParser.Failure) {
      return try PathDataParser.path(of: attribute.value)
    } catch {
      switch error {
      case .unexpected(let text): log.add(.badPathData(text, at: attribute.valueLocation))
      case .tooLong: log.add(.pathTooLong(at: attribute.valueLocation))
      }
      return nil
    }
  }

  private mutating func rect(_ element: Element) -> Path? {
    let frame = Rect(
      x: number("x", of: element, along: .x) ?? 0, y: number("y", of: element, along: .y) ?? 0,
      width: number("width", of: element, along: .x) ?? 0,
      height: number("height", of: element, along: .y) ?? 0)
    guard frame.width > 0, frame.height > 0 else { return nil }
    let rx = number("rx", of: element, along: .x)
    let ry = number("ry", of: element, along: .y)
    let radii = Size(
      width: min(max(rx ?? ry ?? 0, 0), frame.width / 2),
      height: min(max(ry ?? rx ?? 0, 0), frame.height / 2))
    return Self.rect(frame, radii)
  }

  /// Clockwise from the top side's left end, where dashes begin.
  private static func rect(_ frame: Rect, _ radii: Size) -> Path {
    func point(_ x: Double, _ y: Double) -> Point { Point(x: x, y: y) }
    let (rx, ry) = (radii.width, radii.height)
    guard rx > 0, ry > 0 else { return .rect(frame) }
    var path = Path([.move(point(frame.minX + rx, frame.minY))])
    func corner(from: Point, to: Point) {
      path.elements.append(.line(from))
      path.appendArc(from: from, radii: radii, rotation: 0, isLarge: false, sweeps: true, to: to)
    }
    corner(
      from: point(frame.maxX - rx, frame.minY), to: point(frame.maxX, frame.minY + ry))
    corner(
      from: point(frame.maxX, frame.maxY - ry), to: point(frame.maxX - rx, frame.maxY))
    corner(
      from: point(frame.minX + rx, frame.maxY), to: point(frame.minX, frame.maxY - ry))
    corner(
      from: point(frame.minX, frame.minY + ry), to: point(frame.minX + rx, frame.minY))
    path.elements.append(.close)
    return path
  }

  private mutating func ellipse(_ element: Element, rx: Double, ry: Double) -> Path? {
    let center = Point(
      x: number("cx", of: element, along: .x) ?? 0, y: number("cy", of: element, along: .y) ?? 0)
    guard rx > 0, ry > 0 else { return nil }
    let right = Point(x: center.x + rx, y: center.y)
    let left = Point(x: center.x - rx, y: center.y)
    let radii = Size(width: rx, height: ry)
    var path = Path([.move(right)])
    path.appendArc(from: right, radii: radii, rotation: 0, isLarge: false, sweeps: true, to: left)
    path.appendArc(from: left, radii: radii, rotation: 0, isLarge: false, sweeps: true, to: right)
    path.elements.append(.close)
    return path
  }

  private mutating func points(of element: Element) -> Path? {
    guard let attribute = element.attribute("points") else { return nil }
    var scanner = NumberScanner(attribute.value)
    var path = Path()
    while let x = scanner.number() {
      scanner.skipSeparator()
      guard let y = scanner.number() else {
        log.add(.badVectorAttribute(attribute, hint: "write pairs of numbers: 0,0 12,24"))
        return nil
      }
      scanner.skipSeparator()
      let point = Point(x: x, y: y)
      path.elements.append(path.elements.isEmpty ? .move(point) : .line(point))
      if path.elements.count > PathDataParser.mostCommands {
        log.add(.pathTooLong(at: attribute.valueLocation))
        return nil
      }
    }
    guard scanner.isAtEnd else {
      log.add(.badVectorAttribute(attribute, hint: "write pairs of numbers: 0,0 12,24"))
      return nil
    }
    if element.name == "polygon", !path.elements.isEmpty { path.elements.append(.close) }
    return path
  }

  private enum Axis { case x, y, diagonal }

  /// A number, px, or a percentage of the view box; nil when not given.
  private mutating func number(
    _ name: String, of element: Element, along axis: Axis
  ) -> Double? {
    guard let attribute = element.attribute(name) else { return nil }
    var scanner = NumberScanner(attribute.value)
    if let number = scanner.number() {
      if scanner.isAtEnd { return number }
      if scanner.rest == "px" { return number }
      if scanner.rest == "%", let viewBox {
        let size = viewBox.size
        let whole =
          switch axis {
          case .x: size.width
          case .y: size.height
          case .diagonal:
            ((size.width * size.width + size.height * size.height) / 2).squareRoot()
          }
        return number / 100 * whole
      }
    } else if attribute.value == "auto", name == "rx" || name == "ry" {
      return nil
    }
    log.add(.badVectorAttribute(attribute, hint: "write a number in units of the viewBox"))
    return nil
  }
}

extension VectorFit {
  /// `xMidYMid meet`; nil for anything else.
  init?(_ text: String) {
    self.init()
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if let last = words.last, last == "meet" || last == "slice" {
      scaling = last == "meet" ? .meet : .slice
      words.removeLast()
    }
    guard words.count == 1 else { return nil }
    if words[0] == "none" {
      scaling = .none
      return
    }
    let shares = ["Min": 0.0, "Mid": 0.5, "Max": 1]
    let letters = Array(words[0])
    guard letters.count == 8, letters[0] == "x", letters[4] == "Y",
      let x = shares[String(letters[1...3])], let y = shares[String(letters[5...7])]
    else { return nil }
    alignX = x
    alignY = y
  }
}

extension VectorStyle.Paint {
  fileprivate func color(current: Color, opacity: Double) -> Color? {
    var color: Color
    switch self {
    case .none: return nil
    case .currentColor: color = current
    case .color(let own): color = own
    }
    color.alpha *= opacity
    return color.isTransparent ? nil : color
  }
}

extension ComputedStyle {
  /// Whether something acts on the painted box that shapes cannot have.
  fileprivate var hasEffects: Bool {
    var effects = paint.effects
    effects.transformOrigin = .center
    effects.isIsolated = false
    return effects != EffectStyle()
  }
}

extension Element {
  fileprivate func attribute(_ name: String) -> Attribute? {
    attributes.first { $0.name == name }
  }
}
