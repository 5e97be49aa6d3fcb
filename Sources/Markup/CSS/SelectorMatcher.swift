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

  public init() {}

  /// Steps down into `element`.
  ///
  /// - Parameters:
  ///   - index: 0-based, among the element children of its parent.
  ///   - siblingCount: how many element children its parent has, itself included.
  public mutating func enter(_ element: Element, index: Int = 0, siblingCount: Int = 1) {
    let facts = Facts(
      name: element.name, id: element.id, classes: element.classes, position: index + 1,
      positionFromEnd: siblingCount - index)
    path.append(Entry(facts: facts))
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
    guard let current = path.last else { return false }
    let isRoot = path.count == 1
    guard current.facts.match(selector.subject, isRoot: isRoot) else { return false }
    if selector.ancestors.isEmpty { return true }
    return search(selector.ancestors[...], from: Place(depth: path.count - 1)) == .match
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
      where path[depth].facts.match(step.compound, isRoot: depth == 0) {
        let outcome = search(rest, from: Place(depth: depth))
        if outcome == .match || outcome == .fails { return outcome }
      }
      return .fails

    case .child:
      let depth = place.depth - 1
      guard depth >= 0 else { return .fails }
      guard path[depth].facts.match(step.compound, isRoot: depth == 0) else {
        return .failsForSiblings
      }
      let outcome = search(rest, from: Place(depth: depth))
      return outcome == .failsHere ? .failsForSiblings : outcome

    case .nextSibling:
      guard let (siblings, end) = earlierSiblings(of: place), end > 0 else {
        return .failsForSiblings
      }
      guard siblings[end - 1].match(step.compound, isRoot: false) else { return .failsHere }
      return search(rest, from: Place(depth: place.depth, sibling: end - 1))

    case .laterSibling:
      guard let (siblings, end) = earlierSiblings(of: place) else { return .failsForSiblings }
      for index in stride(from: end - 1, through: 0, by: -1)
      where siblings[index].match(step.compound, isRoot: false) {
        let outcome = search(rest, from: Place(depth: place.depth, sibling: index))
        if outcome != .failsHere { return outcome }
      }
      return .failsForSiblings
    }
  }

  /// The element siblings before `place` are the first `end` of `siblings`; nil for the root.
  private func earlierSiblings(of place: Place) -> (siblings: [Facts], end: Int)? {
    guard place.depth > 0 else { return nil }
    let siblings = path[place.depth - 1].earlierChildren
    return (siblings, place.sibling ?? siblings.count)
  }

  private struct Entry {
    var facts: Facts
    var earlierChildren: [Facts] = []
  }
}

/// What a compound selector can ask about an element, gathered once.
private struct Facts: Sendable {
  var name: String
  var id: String?
  var classes: [String]
  /// 1-based.
  var position: Int
  var positionFromEnd: Int

  func match(_ compound: CompoundSelector, isRoot: Bool) -> Bool {
    for condition in compound.conditions {
      let holds =
        switch condition {
        case .type(let wanted): name == wanted
        case .universal: true
        case .class(let wanted): classes.contains(wanted)
        case .id(let wanted): id == wanted
        case .root: isRoot
        case .firstChild: position == 1
        case .lastChild: positionFromEnd == 1
        case .onlyChild: position == 1 && positionFromEnd == 1
        case .nthChild(let a, let b, let fromEnd):
          Self.isTerm(fromEnd ? positionFromEnd : position, a: a, b: b)
        }
      if !holds { return false }
    }
    return true
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
