/// The counters during a walk of a document (CSS Lists 3 §4).
///
/// A counter lives among the siblings of the element that made it and their descendants.
struct Counters {
  private struct Instance {
    package var level: Int
    package var value: Int
  }

  /// By name; innermost last.
  private var instances: [String: [Instance]] = [:]
  /// The names of the counters made at each level of the walk; the last is the current one.
  private var made: [[String]] = [[]]

  /// Larger figures stay at this.
  private static let largest = 1_000_000_000

  /// Steps down to the children of the current element.
  mutating func enterChildren() { made.append([]) }

  mutating func leaveChildren() {
    for name in made.popLast() ?? [] {
      instances[name]?.removeLast()
      if instances[name]?.isEmpty == true { instances[name] = nil }
    }
  }

  /// What an element's style does: reset, then increment, then set.
  package mutating func apply(_ draft: GeneratedDraft) {
    for change in draft.counterReset { make(change.name, change.value) }
    for change in draft.counterIncrement { update(change.name) { $0 + change.value } }
    for change in draft.counterSet { update(change.name) { _ in change.value } }
  }

  /// The value of the innermost counter; 0 when there is none.
  package func value(of name: String) -> Int { instances[name]?.last?.value ?? 0 }

  /// Outermost first; never empty.
  package func values(of name: String) -> [Int] { instances[name]?.map(\.value) ?? [0] }

  private mutating func make(_ name: String, _ value: Int) {
    let level = made.count - 1
    if let last = instances[name]?.indices.last, instances[name]?[last].level == level {
      instances[name]?[last].value = value
    } else {
      instances[name, default: []].append(Instance(level: level, value: value))
      made[level].append(name)
    }
  }

  private mutating func update(_ name: String, _ change: (Int) -> Int) {
    if instances[name] == nil { make(name, 0) }
    guard let last = instances[name]?.indices.last else { return }
    let value = change(instances[name]?[last].value ?? 0)
    instances[name]?[last].value = min(max(value, -Self.largest), Self.largest)
  }
}
