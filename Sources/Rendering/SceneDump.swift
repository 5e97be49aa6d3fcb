import Pixels
import Styling
import Typography

extension Scene {
  /// The scene as text: one item a line, what a group holds indented by two spaces.
  ///
  /// Equal scenes give equal text. Numbers are px, rounded to 1/100; offsets and opacities to
  /// 1/1000; colors are `#rrggbb` or `#rrggbbaa`. Ends with a line break.
  public var dump: String {
    var dump = SceneDump()
    dump.add("scene \(width)x\(height) \(text(background))", depth: 0)
    dump.add(items, depth: 1)
    return dump.text
  }
}

/// Collects the lines.
private struct SceneDump {
  var text = ""

  mutating func add(_ line: String, depth: Int) {
    text += String(repeating: "  ", count: depth) + line + "\n"
  }

  mutating func add(_ items: [SceneItem], depth: Int) {
    for item in items {
      switch item {
      case .fill(let path, let paint): add("fill \(words(path)) \(words(paint))", depth: depth)
      case .glyphs(let glyphs): add("glyphs \(words(glyphs))", depth: depth)
      case .image(let image):
        add(
          "image \(String(reflecting: image.source)) crop \(words(image.crop))"
            + " into \(words(image.destination))", depth: depth)
      case .shadow(let shadow): add("shadow \(words(shadow))", depth: depth)
      case .group(let group):
        let opacity = group.opacity == 1 ? "" : " opacity \(number(group.opacity, decimals: 3))"
        let clip = group.clip.map { " clip \(words($0))" } ?? ""
        let transform = group.transform.isIdentity ? "" : " \(words(group.transform))"
        add("group\(transform)\(opacity)\(clip)", depth: depth)
        if let effects = group.effects { add(effects, depth: depth + 1) }
        add(group.items, depth: depth + 1)
      case .scrim(let scrim):
        add("scrim for \(number(scrim.ratio)) inside \(words(scrim.frame))", depth: depth)
        add(scrim.texts.map(SceneItem.glyphs), depth: depth + 1)
      }
    }
  }
}

extension SceneDump {
  /// Lines before those of the group's items.
  fileprivate mutating func add(_ effects: SceneEffects, depth: Int) {
    for filter in effects.filters { add("filter \(words(filter))", depth: depth) }
    if let backdrop = effects.backdrop {
      for filter in backdrop.filters {
        add("backdrop \(words(filter)) inside \(words(backdrop.clip))", depth: depth)
      }
    }
    for layer in effects.mask ?? [] {
      add("mask \(layer.composite.rawValue)", depth: depth)
      add(layer.items, depth: depth + 1)
    }
    if effects.blendMode != .normal { add("blend \(effects.blendMode.rawValue)", depth: depth) }
    if effects.isIsolated { add("isolated", depth: depth) }
  }
}

private func words(_ filter: SceneFilter) -> String {
  switch filter {
  case .blur(let sigma): return "blur \(number(sigma))"
  case .color(let matrix):
    let columns = [matrix.red, matrix.green, matrix.blue, matrix.alpha, matrix.offset]
    return "color "
      + columns.map { column in
        (0..<4).map { number(Double(column[$0]), decimals: 3) }.joined(separator: " ")
      }.joined(separator: ", ")
  case .dropShadow(let offset, let sigma, let color):
    return "shadow \(words(offset)) sigma \(number(sigma)) \(text(color))"
  }
}

private func words(_ transform: AffineTransform) -> String {
  let numbers = [transform.a, transform.b, transform.c, transform.d]
    .map { number($0, decimals: 3) }
  let shift = [transform.e, transform.f].map { number($0) }
  return "matrix(\((numbers + shift).joined(separator: " ")))"
}

private func words(_ paint: Paint) -> String {
  switch paint {
  case .color(let color): text(color)
  case .gradient(let gradient): words(gradient)
  }
}

private func words(_ gradient: SceneGradient) -> String {
  let shape =
    switch gradient.geometry {
    case .linear(let start, let end): "linear \(words(start)) to \(words(end))"
    case .radial(let center, let radiusX, let radiusY):
      "radial at \(words(center)) radii \(number(radiusX)) \(number(radiusY))"
    case .conic(let center, let startAngle):
      "conic at \(words(center)) from \(number(startAngle))deg"
    }
  let stops = gradient.stops.map { "\(number($0.offset, decimals: 3)) \(text($0.color))" }
  let transform = gradient.transform.map { "\(words($0)) " } ?? ""
  return
    "\(transform)\(gradient.isRepeating ? "repeating " : "")\(shape): \(stops.joined(separator: ", "))"
}

private func words(_ glyphs: SceneGlyphs) -> String {
  let font = glyphs.font
  let slant = font.slant == .normal ? "" : " \(font.slant.rawValue)"
  let places = glyphs.glyphs.map { "\($0.id)@\(number($0.origin.x)),\(number($0.origin.y))" }
  return "\(String(reflecting: font.family)) \(font.weight)\(slant) \(number(glyphs.sizeInPx))px"
    + (glyphs.stroke.map { " stroke \(number($0.width))px" } ?? "")
    + " \(text(glyphs.color)): \(places.joined(separator: " "))"
}

private func words(_ shadow: SceneShadow) -> String {
  let shape =
    switch shadow.shape {
    case .path(let path): words(path)
    case .glyphs(let glyphs): "of glyphs \(words(glyphs))"
    }
  let inside = shadow.clip.map { " inside \(words($0))" } ?? ""
  let outside = shadow.exclusion.map { " outside \(words($0))" } ?? ""
  return "sigma \(number(shadow.sigma)) \(text(shadow.color))"
    + (shadow.isInverted ? " inverted" : "") + inside + outside + " \(shape)"
}

/// A rectangle as such, any other path in the letters of SVG.
private func words(_ path: Path) -> String {
  if let rect = path.uprightRect { return "rect \(words(rect))" }
  let steps = path.elements.map { element in
    switch element {
    case .move(let point): "M\(words(point))"
    case .line(let point): "L\(words(point))"
    case .quadratic(let control, let end): "Q\(words(control)) \(words(end))"
    case .cubic(let first, let second, let end):
      "C\(words(first)) \(words(second)) \(words(end))"
    case .close: "Z"
    }
  }
  let rule = path.fillRule == .evenOdd ? "evenodd " : ""
  return "path \(rule)\(steps.joined(separator: " "))"
}

private func words(_ point: Point) -> String { "\(number(point.x)),\(number(point.y))" }

private func words(_ rect: Rect) -> String {
  "\(number(rect.x)),\(number(rect.y)) \(number(rect.width))x\(number(rect.height))"
}

private func text(_ color: Color) -> String {
  func byte(_ value: Double) -> String {
    let byte = value > 0 ? Int((min(value, 1) * 255).rounded()) : 0
    return (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
  return "#" + byte(color.red) + byte(color.green) + byte(color.blue)
    + (color.isOpaque ? "" : byte(color.alpha))
}

/// As short as it can be, without an exponent in the sizes a slide has.
private func number(_ value: Double, decimals: Int = 2) -> String {
  let unit = decimals == 2 ? 100 : 1000
  guard abs(value) < 1e12 else { return "\(value)" }
  let scaled = Int((value * Double(unit)).rounded())
  let whole = scaled.magnitude / UInt(unit)
  let rest = scaled.magnitude % UInt(unit)
  var fraction = String(rest)
  fraction = String(repeating: "0", count: decimals - fraction.count) + fraction
  while fraction.last == "0" { fraction.removeLast() }
  return (scaled < 0 ? "-" : "") + "\(whole)" + (fraction.isEmpty ? "" : "." + fraction)
}
