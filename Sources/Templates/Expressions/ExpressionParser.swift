import Diagnostics
import Posts

/// Reads `path | filter(arguments) | filter`, and checks names, arguments and types on the way.
struct ExpressionParser {
  let scope: Scope
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private let start: SourceLocation

  /// - Parameter start: the place of the text's first character.
  init(_ scalars: [Unicode.Scalar], at start: SourceLocation, scope: Scope) {
    self.scalars = scalars
    self.start = start
    self.scope = scope
  }

  mutating func parse() throws(Diagnostic) -> Expression {
    skipSpace()
    let place = here
    let (source, type) = try path()
    var expression = Expression(source: source, filters: [], type: type, location: place)
    skipSpace()
    while take("|") {
      skipSpace()
      try filter(onto: &expression)
      skipSpace()
    }
    if position < scalars.count {
      throw .unexpected(rest, expected: "\"|\" or \"}}\"", at: here)
    }
    return expression
  }

  /// A path alone, as in `data-if`.
  mutating func parsePath() throws(Diagnostic) -> (source: ValueSource, type: FieldType) {
    skipSpace()
    let found = try path()
    skipSpace()
    if position < scalars.count { throw .notAPath(rest, at: here) }
    return found
  }

  // MARK: Paths

  private mutating func path() throws(Diagnostic) -> (source: ValueSource, type: FieldType) {
    let place = here
    let name = word()
    if name.isEmpty { throw .noPath(found: rest, at: place) }
    guard take(".") else {
      if name == "loop", !scope.items.isEmpty { throw .loopAlone(at: place) }
      guard let found = scope.source(of: name) else {
        throw name == "loop"
          ? .loopOutside(at: place) : .unknownName(name, known: scope.names, at: place)
      }
      return found
    }
    let partPlace = here
    let part = word()
    guard name == "loop" else {
      if scope.source(of: name) == nil {
        throw .unknownName(name, known: scope.names, at: place)
      }
      throw .noParts(name, at: partPlace)
    }
    if scope.items.isEmpty { throw .loopOutside(at: place) }
    guard let property = LoopProperty(rawValue: part) else {
      throw .unknownLoopPart(part, at: partPlace)
    }
    let isCount = property == .index || property == .count
    return (.loop(property), isCount ? .number : .flag)
  }

  // MARK: Filters

  private enum Argument {
    case text(String)
    case number(Int)
    case path(ValueSource, FieldType)
  }

  private mutating func filter(onto expression: inout Expression) throws(Diagnostic) {
    let place = here
    let name = word()
    guard Filter.names.contains(name) else {
      throw name.isEmpty
        ? .unexpected(rest, expected: "a filter", at: place) : .unknownFilter(name, at: place)
    }
    let arguments = try arguments()
    let (filter, type) = try resolve(name, arguments, on: expression.type, at: place)
    expression.filters.append(AppliedFilter(filter: filter, location: place))
    expression.type = type
  }

  private func resolve(
    _ name: String, _ arguments: [Argument], on type: FieldType, at place: SourceLocation
  ) throws(Diagnostic) -> (Filter, FieldType) {
    func need(_ expected: FieldType...) throws(Diagnostic) {
      if !expected.contains(type) {
        throw .filterType(name, needs: expected, has: type, at: place)
      }
    }
    let wrong = Diagnostic.filterArguments(name, at: place)
    switch (name, arguments.count) {
    case ("money", 0...1):
      try need(.money)
      guard let argument = arguments.first else { return (.money(nil), .text) }
      guard case .text(let tag) = argument, let language = Language(tag),
        let format = LanguageFormat(known: language)
      else { throw wrong }
      return (.money(format), .text)
    case ("percent_off", 1):
      try need(.money)
      guard case .path(let source, .money) = arguments[0] else { throw wrong }
      return (.percentOff(source), .text)
    case ("upper", 0), ("lower", 0):
      try need(.text)
      return (name == "upper" ? .upper : .lower, .text)
    case ("truncate", 1):
      guard case .number(let count) = arguments[0], (1...10_000).contains(count) else {
        throw wrong
      }
      if case .list = type { return (.truncate(count), type) }
      try need(.text)
      return (.truncate(count), .text)
    case ("default", 1):
      switch arguments[0] {
      case .text(let text):
        if case .list = type { throw wrong }
        if type == .image || type == .flag { throw wrong }
        return (.standardText(text), .text)
      case .path(let source, type): return (.standardValue(source), type)
      default: throw wrong
      }
    case ("date", 1):
      try need(.date)
      guard case .text(let pattern) = arguments[0], let format = DateFormat(pattern) else {
        throw wrong
      }
      return (.date(format), .text)
    case ("join", 1):
      guard case .list(let item) = type, item != .image else {
        throw .filterType(name, needs: [.list(of: .text)], has: type, at: place)
      }
      guard case .text(let separator) = arguments[0] else { throw wrong }
      return (.join(separator), .text)
    case ("number", 0...1):
      try need(.number)
      guard let argument = arguments.first else { return (.number(decimals: nil), .text) }
      guard case .number(let decimals) = argument, (0...6).contains(decimals) else { throw wrong }
      return (.number(decimals: decimals), .text)
    default: throw wrong
    }
  }

  private mutating func arguments() throws(Diagnostic) -> [Argument] {
    guard take("(") else { return [] }
    var arguments: [Argument] = []
    skipSpace()
    if take(")") { return [] }
    while true {
      skipSpace()
      arguments.append(try argument())
      skipSpace()
      if take(")") { return arguments }
      guard take(",") else { throw .unexpected(rest, expected: "\",\" or \")\"", at: here) }
    }
  }

  private mutating func argument() throws(Diagnostic) -> Argument {
    let place = here
    guard let first = peek else { throw .unexpected("", expected: "an argument", at: place) }
    if first == "\"" || first == "'" {
      position += 1
      let text = scalars[position...].prefix { $0 != first }
      guard text.endIndex < scalars.count else { throw .openString(at: place) }
      position = text.endIndex + 1
      return .text(String(String.UnicodeScalarView(text)))
    }
    if ("0"..."9").contains(first) {
      let digits = scalars[position...].prefix { ("0"..."9").contains($0) }
      position = digits.endIndex
      guard let number = Int(String(String.UnicodeScalarView(digits))) else {
        throw .unexpected(
          String(String.UnicodeScalarView(digits)), expected: "a smaller number", at: place)
      }
      return .number(number)
    }
    let (source, type) = try path()
    return .path(source, type)
  }

  // MARK: Characters

  private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private var here: SourceLocation { start.advanced(over: scalars[..<position]) }

  private var rest: String { String(String.UnicodeScalarView(scalars[position...])) }

  private mutating func skipSpace() {
    while peek?.properties.isWhitespace == true { position += 1 }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    position += 1
    return true
  }

  private mutating func word() -> String {
    let letters = scalars[position...].prefix {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_" || $0 == "-"
    }
    position = letters.endIndex
    return String(String.UnicodeScalarView(letters))
  }
}

extension SourceLocation {
  /// The place behind `scalars`, which begin here.
  func advanced(over scalars: some Sequence<Unicode.Scalar>) -> SourceLocation {
    var place = self
    // 0 means the line or file as a whole: it stays.
    guard place.line > 0, place.column > 0 else { return place }
    for scalar in scalars {
      if scalar == "\n" {
        place.line += 1
        place.column = 1
      } else {
        place.column += 1
      }
    }
    return place
  }
}
