/// Answers which selectors match, during one walk of a document in document order.
///
/// `enter` an element, ask `matches` as often as needed, walk its children, `leave`. What was
/// left before is remembered for `+` and `~`, so every element sibling has to be entered and
/// left, also those that are not drawn.
///
/// ```swift
/// var matcher = SelectorMatcher()
/// func walk(_ element: Element, index: Int, siblingCount: Int) {
///   matcher.enter(element, index: index, siblingCount: siblingCount)
///   defer { matcher.leave() }
///   let hit = rules.filter { matcher.matches($0.selector) }
///   let children = element.childElements
///   for (i, child) in children.enumerated() { walk(child, index: i, siblingCount: children.count) }
/// }
/// ```
public struct SelectorMatcher: Sendable {
  /// The element the walk stands in, after its ancestors; the root first.
  private var path: [Entry] = []

  private let questions: Questions

  /// What selectors may ask that takes gathering.
  public struct Questions: OptionSet, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// `:nth-of-type()` and its like.
    public static let types = Questions(rawValue: 1)
    /// `:lang()`.
    public static let language = Questions(rawValue: 2)
    /// `:dir()`.
    public static let direction = Questions(rawValue: 4)
    /// Whatever there is.
    public static let all: Questions = [.types, .language, .direction]
  }

  /// - Parameter questions: those of the selectors that are to be matched.
  public init(answering questions: Questions = .all) { self.questions = questions }

  /// Steps down into `element`.
  ///
  /// - Parameters:
  ///   - index: 0-based, among the element children of its parent.
  ///   - siblingCount: how many element children its parent has, itself included.
  public mutating func enter(_ element: Element, index: Int = 0, siblingCount: Int = 1) {
    var facts = Facts(
      name: element.name, id: element.id, classes: element.classes,
      attributes: element.attributes, isEmpty: element.children.isEmpty, position: index + 1,
      positionFromEnd: siblingCount - index)
    if questions.contains(.language) {
      facts.language = element[attribute: "lang"] ?? path.last?.facts.language
    }
    if questions.contains(.direction) {
      facts.direction = element.direction ?? path.last?.facts.direction ?? .ltr
    }
    if questions.contains(.types), let parent = path.indices.last {
      let ordinal = path[parent].types.seen[element.name, default: 0] + 1
      path[parent].types.seen[element.name] = ordinal
      facts.typePosition = ordinal
      facts.typePositionFromEnd = path[parent].types.total[element.name, default: 1] - ordinal + 1
    }
    var entry = Entry(facts: facts)
    if questions.contains(.types) {
      for case .element(let child) in element.children {
        entry.types.total[child.name, default: 0] += 1
      }
    }
    path.append(entry)
  }

  /// Steps back up to the parent of the element entered last.
  public mutating func leave() {
    precondition(!path.isEmpty, "leave() without enter()")
    let left = path.removeLast()
    if !path.isEmpty { path[path.count - 1].earlierChildren.append(left.facts) }
  }

  /// Whether the element entered last is one that `selector` selects.
  ///
  /// At most (depth + siblings) × compounds steps; most selectors fail at their first test.
  public func matches(_ selector: Selector) -> Bool {
    path.isEmpty ? false : matches(selector, at: Place(depth: path.count - 1))
  }

  private func matches(_ selector: Selector, at place: Place) -> Bool {
    guard matches(selector.subject, at: place) else { return false }
    if selector.ancestors.isEmpty { return true }
    return search(selector.ancestors[...], from: place) == .match
  }

  private func matches(_ compound: CompoundSelector, at place: Place) -> Bool {
    if let sibling = place.sibling {
      return matches(
        compound, path[place.depth - 1].earlierChildren[sibling], at: place, isRoot: false)
    }
    return matches(compound, path[place.depth].facts, at: place, isRoot: place.depth == 0)
  }

  private func matches(
    _ compound: CompoundSelector, _ facts: Facts, at place: Place, isRoot: Bool
  ) -> Bool {
    for condition in compound.conditions {
      let holds =
        switch condition {
        case .root: isRoot
        case .any(let selectors), .anyWithoutWeight(let selectors):
          selectors.contains { matches($0, at: place) }
        case .not(let selectors): !selectors.contains { matches($0, at: place) }
        default: facts.meets(condition)
        }
      if !holds { return false }
    }
    return true
  }

  // MARK: - Leftwards from the subject

  /// Where the search stands: the path's element at `depth`, or the child at `sibling` among those
  /// its parent has had before.
  private struct Place {
    var depth: Int
    var sibling: Int?
  }

  /// How far a failure reaches; what lets the search stop instead of trying every combination.
  private enum Outcome {
    case match
    /// Another ancestor or sibling may still match.
    case failsHere
    /// No sibling can match, another ancestor may.
    case failsForSiblings
    /// Nothing further up can match.
    case fails
  }

  private func search(_ steps: ArraySlice<Selector.Step>, from place: Place) -> Outcome {
    guard let step = steps.first else { return .match }
    let rest = steps.dropFirst()
    switch step.combinator {
    case .descendant:
      for depth in stride(from: place.depth - 1, through: 0, by: -1)
      where matches(step.compound, at: Place(depth: depth)) {
        let outcome = search(rest, from: Place(depth: depth))
        if outcome == .match || outcome == .fails { return outcome }
      }
      return .fails

    case .child:
      let depth = place.depth - 1
      guard depth >= 0 else { return .fails }
      guard matches(step.compound, at: Place(depth: depth)) else {
        return .failsForSiblings
      }
      let outcome = search(rest, from: Place(depth: depth))
      return outcome == .failsHere ? .failsForSiblings : outcome

    case .nextSibling:
      guard let end = earlierSiblingCount(of: place), end > 0 else { return .failsForSiblings }
      let sibling = Place(depth: place.depth, sibling: end - 1)
      guard matches(step.compound, at: sibling) else { return .failsHere }
      return search(rest, from: sibling)

    case .laterSibling:
      guard let end = earlierSiblingCount(of: place) else { return .failsForSiblings }
      for index in stride(from: end - 1, through: 0, by: -1) {
        let sibling = Place(depth: place.depth, sibling: index)
        guard matches(step.compound, at: sibling) else { continue }
        let outcome = search(rest, from: sibling)
        if outcome != .failsHere { return outcome }
      }
      return .failsForSiblings
    }
  }

  /// How many of its parent's `earlierChildren` stand before `place`; nil for the root.
  private func earlierSiblingCount(of place: Place) -> Int? {
    guard place.depth > 0 else { return nil }
    return place.sibling ?? path[place.depth - 1].earlierChildren.count
  }

  private struct Entry {
    var facts: Facts
    var earlierChildren: [Facts] = []
    /// How many children of each name there are; filled only when types are counted.
    var types: (total: [String: Int], seen: [String: Int]) = ([:], [:])
  }
}

/// What a compound selector can ask about an element, gathered once.
private struct Facts: Sendable {
  var name: String
  var id: String?
  var classes: [String]
  var attributes: [Attribute]
  var isEmpty: Bool
  /// 1-based.
  var position: Int
  var positionFromEnd: Int
  /// 1-based, among the siblings of the same name.
  var typePosition = 1
  var typePositionFromEnd = 1
  /// As `lang` says, the element's own or the nearest around it; nil where none does.
  var language: String?
  var direction = TextDirection.ltr

  /// - Parameter condition: one that the element itself can answer.
  func meets(_ condition: CompoundSelector.Condition) -> Bool {
    switch condition {
    case .type(let wanted): name == wanted
    case .class(let wanted): classes.contains(wanted)
    case .id(let wanted): id == wanted
    case .firstChild: position == 1
    case .lastChild: positionFromEnd == 1
    case .onlyChild: position == 1 && positionFromEnd == 1
    case .nthChild(let a, let b, let fromEnd):
      Self.isTerm(fromEnd ? positionFromEnd : position, a: a, b: b)
    case .nthOfType(let a, let b, let fromEnd):
      Self.isTerm(fromEnd ? typePositionFromEnd : typePosition, a: a, b: b)
    case .onlyOfType: typePosition == 1 && typePositionFromEnd == 1
    case .empty: isEmpty
    case .attribute(let attribute): attribute.holds(for: attributes)
    case .language(let ranges):
      ranges.contains { LanguageRange($0).contains(language ?? "") }
    case .direction(let wanted): direction == wanted
    case .universal, .root, .any, .anyWithoutWeight, .not: true
    }
  }

  /// Whether `position` = a·n + b for some n ≥ 0 (Selectors Level 4 §13.3.1).
  private static func isTerm(_ position: Int, a: Int, b: Int) -> Bool {
    let (distance, overflow) = position.subtractingReportingOverflow(b)
    if overflow { return false }
    if a == 0 { return distance == 0 }
    if a == -1 { return distance <= 0 }
    return distance % a == 0 && distance / a >= 0
  }
}
