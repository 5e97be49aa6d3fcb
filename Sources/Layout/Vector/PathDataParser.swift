import Pixels
import Styling

/// Reads the `d` of a `path` (SVG 2 §9.3).
struct PathDataParser {
  enum Failure: Error {
    /// What stands where something else is expected.
    case unexpected(String)
    case tooLong
  }

  /// Far above any icon.
  static let mostCommands = 10_000

  private var scanner: NumberScanner
  private var path = Path()
  private var current = Point()
  private var start = Point()
  /// The control point that `S` or `T` mirrors.
  private var lastCubic: Point?
  private var lastQuadratic: Point?

  private init(_ text: String) { scanner = NumberScanner(text) }

  static func path(of text: String) throws(Failure) -> Path {
    var parser = PathDataParser(text)
    try parser.parse()
    return parser.path
  }

  private mutating func parse() throws(Failure) {
    if scanner.isAtEnd { return }
    if scanner.peek() == nil || scanner.peek()! | 0x20 != UInt8(ascii: "m") { throw unexpected }
    while let command = scanner.peek() {
      guard "MmZzLlHhVvCcSsQqTtAa".utf8.contains(command) else { throw unexpected }
      _ = scanner.take(command)
      let isRelative = command >= 0x61
      let kind = command | 0x20
      if kind == UInt8(ascii: "z") {
        path.elements.append(.close)
        current = start
        lastCubic = nil
        lastQuadratic = nil
        continue
      }
      var isFirst = true
      repeat {
        if path.elements.count > Self.mostCommands { throw .tooLong }
        try add(isFirst ? kind : kind == UInt8(ascii: "m") ? UInt8(ascii: "l") : kind, isRelative)
        isFirst = false
        scanner.skipSeparator()
      } while startsNumber
    }
  }

  private var startsNumber: Bool {
    mutating get {
      guard let byte = scanner.peek() else { return false }
      return byte >= 0x30 && byte <= 0x39 || "+-.".utf8.contains(byte)
    }
  }

  private var unexpected: Failure { .unexpected(scanner.rest) }

  private mutating func number() throws(Failure) -> Double {
    scanner.skipSeparator()
    guard let number = scanner.number() else { throw unexpected }
    return number
  }

  private mutating func point(_ isRelative: Bool) throws(Failure) -> Point {
    let point = Point(x: try number(), y: try number())
    return isRelative ? current + point : point
  }

  private mutating func flag() throws(Failure) -> Bool {
    scanner.skipSeparator()
    guard let flag = scanner.flag() else { throw unexpected }
    return flag
  }

  private mutating func add(_ kind: UInt8, _ isRelative: Bool) throws(Failure) {
    var cubic: Point?
    var quadratic: Point?
    let before = current
    // A contour that goes on after a `close` starts where that one did.
    if kind != UInt8(ascii: "m"), case .close? = path.elements.last {
      path.elements.append(.move(current))
    }
    switch kind {
    case UInt8(ascii: "m"):
      current = try point(isRelative)
      start = current
      path.elements.append(.move(current))
    case UInt8(ascii: "l"):
      current = try point(isRelative)
      path.elements.append(.line(current))
    case UInt8(ascii: "h"):
      current.x = (isRelative ? current.x : 0) + (try number())
      path.elements.append(.line(current))
    case UInt8(ascii: "v"):
      current.y = (isRelative ? current.y : 0) + (try number())
      path.elements.append(.line(current))
    case UInt8(ascii: "c"), UInt8(ascii: "s"):
      let first =
        kind == UInt8(ascii: "c")
        ? try point(isRelative) : lastCubic.map { before * 2 - $0 } ?? before
      let second = try point(isRelative)
      current = try point(isRelative)
      path.elements.append(.cubic(first, second, to: current))
      cubic = second
    case UInt8(ascii: "q"), UInt8(ascii: "t"):
      let control =
        kind == UInt8(ascii: "q")
        ? try point(isRelative) : lastQuadratic.map { before * 2 - $0 } ?? before
      current = try point(isRelative)
      path.elements.append(.quadratic(control, to: current))
      quadratic = control
    default:
      let radii = Size(width: try number(), height: try number())
      let rotation = try number()
      let (isLarge, sweeps) = (try flag(), try flag())
      let end = try point(isRelative)
      path.appendArc(
        from: current, radii: radii, rotation: rotation, isLarge: isLarge, sweeps: sweeps, to: end)
      current = end
    }
    lastCubic = cubic
    lastQuadratic = quadratic
  }
}
