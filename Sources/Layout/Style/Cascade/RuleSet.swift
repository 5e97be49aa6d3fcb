import Diagnostics
import Markup

/// The rules of one origin, found by the id, class or type that their subject must have.
struct RuleSet: Sendable {
  struct Rule: Sendable {
    let selector: Selector
    let specificity: Specificity
    /// Index of its declarations in `blocks`.
    let block: Int
    /// Index in `media`; nil when unconditional.
    let media: Int?
  }

  /// In cascade order; one for each selector of a list.
  private(set) var rules: [Rule] = []
  private(set) var blocks: [DeclarationBlock] = []
  /// Conditions; all lists of an entry must hold.
  private(set) var media: [[MediaQueryList]] = []
  private var byID: [String: [Int]] = [:]
  private var byClass: [String: [Int]] = [:]
  private var byType: [String: [Int]] = [:]
  private var others: [Int] = []

  init(_ sheets: [StyleSheet], problems: inout [Diagnostic]) {
    for rule in sheets.lazy.flatMap(\.rules) { add(rule, problems: &problems) }
  }

  /// The declarations of the rules that select the element which `matcher` stands at.
  ///
  /// - Parameter holds: whether an entry of `media` does.
  /// - Returns: indices in `blocks`, in ascending precedence.
  func matching(
    _ element: Element, _ matcher: SelectorMatcher, holds: (Int) -> Bool
  ) -> [Int] {
    var found: [Int] = []
    candidates(for: element, into: &found)
    found.removeAll { index in
      if let media = rules[index].media, !holds(media) { return true }
      return !matcher.matches(rules[index].selector)
    }
    found.sort { a, b in
      let (first, second) = (rules[a].specificity, rules[b].specificity)
      return first == second ? a < b : first < second
    }
    return found.map { rules[$0].block }
  }

  /// The rules whose subject may be `element`, by index; in no particular order, none twice.
  private func candidates(for element: Element, into found: inout [Int]) {
    if let id = element.id, let rules = byID[id] { found += rules }
    let classes = element.classes
    for (index, name) in classes.enumerated() where !classes[..<index].contains(name) {
      if let rules = byClass[name] { found += rules }
    }
    if let rules = byType[element.name] { found += rules }
    found += others
  }

  private mutating func add(_ rule: StyleRule, problems: inout [Diagnostic]) {
    blocks.append(DeclarationParser.block(rule.declarations, problems: &problems))
    var condition: Int?
    if !rule.media.isEmpty {
      if media.last != rule.media { media.append(rule.media) }
      condition = media.count - 1
    }
    for selector in rule.selectors {
      let index = rules.count
      rules.append(
        Rule(
          selector: selector, specificity: selector.specificity, block: blocks.count - 1,
          media: condition))
      file(index, under: selector.subject)
    }
  }

  /// Under the rarest thing the subject asks for: one place for each rule.
  private mutating func file(_ index: Int, under subject: CompoundSelector) {
    var className: String?
    var type: String?
    for condition in subject.conditions {
      switch condition {
      case .id(let id):
        byID[id, default: []].append(index)
        return
      case .class(let name): className = className ?? name
      case .type(let name): type = type ?? name
      default: continue
      }
    }
    if let className {
      byClass[className, default: []].append(index)
    } else if let type {
      byType[type, default: []].append(index)
    } else {
      others.append(index)
    }
  }
}
