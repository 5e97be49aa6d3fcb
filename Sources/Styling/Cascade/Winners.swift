/// The declarations that apply to an element, each list in ascending precedence.
struct MatchedDeclarations {
  var userAgent: [DeclarationBlock] = []
  /// From attributes; weaker than the author's.
  package var hints: [ParsedValue] = []
  /// Rules of the style sheets, then the `style` attribute.
  var author: [DeclarationBlock] = []

  /// Whether a value counts in one direction only.
  var dependOnDirection: Bool {
    userAgent.contains(where: \.dependsOnDirection) || author.contains(where: \.dependsOnDirection)
  }

  /// The value of a longhand that does not itself depend on the direction.
  func strongest(of longhand: Int) -> ParsedValue.Value? {
    func isMeant(_ value: ParsedValue) -> Bool { value.longhand == longhand }
    let value =
      author.lazy.flatMap(\.important).last(where: isMeant)
      ?? author.lazy.flatMap(\.normal).last(where: isMeant)
      ?? hints.last(where: isMeant) ?? userAgent.lazy.flatMap(\.normal).last(where: isMeant)
    return value?.value
  }
}

/// The value that wins for each longhand (CSS Cascade 4 §6.1).
struct Winners {
  /// Where a value stands; small, because every value of every rule is looked at.
  private enum Place {
    case none
    case important(block: Int, Int)
    case author(block: Int, Int)
    case hint(Int)
    case userAgent(block: Int, Int)
  }

  /// By longhand.
  private var places: [Place]
  /// Those that have a value.
  private(set) var longhands: [Int] = []
  private let direction: InheritedTextStyle.Direction

  /// From the strongest to the weakest: the first to name a longhand has it.
  package init(_ matches: MatchedDeclarations, direction: InheritedTextStyle.Direction) {
    places = Array(repeating: .none, count: PropertyTable.longhands.count)
    self.direction = direction
    for block in matches.author.indices.reversed() {
      take(matches.author[block].important) { .important(block: block, $0) }
    }
    for block in matches.author.indices.reversed() {
      take(matches.author[block].normal) { .author(block: block, $0) }
    }
    take(matches.hints) { .hint($0) }
    for block in matches.userAgent.indices.reversed() {
      take(matches.userAgent[block].normal) { .userAgent(block: block, $0) }
    }
  }

  private mutating func take(_ values: [ParsedValue], place: (Int) -> Place) {
    for index in values.indices.reversed() where values[index].counts(in: direction) {
      let longhand = values[index].longhand
      guard case .none = places[longhand] else { continue }
      places[longhand] = place(index)
      longhands.append(longhand)
    }
  }

  /// - Parameters:
  ///   - longhand: one of `longhands`.
  ///   - matches: what `init` was given.
  package func value(of longhand: Int, in matches: MatchedDeclarations) -> ParsedValue.Value {
    switch places[longhand] {
    case .none: .unset
    case .important(let block, let index): matches.author[block].important[index].value
    case .author(let block, let index): matches.author[block].normal[index].value
    case .hint(let index): matches.hints[index].value
    case .userAgent(let block, let index): matches.userAgent[block].normal[index].value
    }
  }
}
