import Diagnostics
import Markup

/// The rules of one origin, found by the id, class or type that their subject must have.
struct RuleSet: Sendable {
  struct Rule: Sendable {
    let selector: Selector
    let specificity: Specificity
    /// Index of its declarations in `blocks`.
    package let block: Int
    /// Index in `media`; nil when unconditional.
    package let media: Int?
  }

  /// In cascade order; one for each selector of a list.
  private(set) var rules: [Rule] = []
  private(set) var blocks: [DeclarationBlock] = []
  /// Conditions; all lists of an entry must hold.
  private(set) var media: [[MediaQueryList]] = []
  /// What selectors ask that takes gathering.
  private(set) var questions: SelectorMatcher.Questions = []
  private var ofElements = Buckets()
  private var ofPseudoElements: [PseudoElement: Buckets] = [:]

  /// Rules by what their subject must have.
  fileprivate struct Buckets {
    var byID: [String: [Int]] = [:]
    var byClass: [String: [Int]] = [:]
    var byType: [String: [Int]] = [:]
    package var others: [Int] = []
  }

  package init(_ sheets: [StyleSheet], problems: inout [Diagnostic]) {
    for rule in sheets.lazy.flatMap(\.rules) { add(rule, problems: &problems) }
  }

  func hasRules(for pseudoElement: PseudoElement) -> Bool {
    ofPseudoElements[pseudoElement] != nil
  }

  /// The declarations of the rules that select the element which `matcher` stands at, or one of its
  /// pseudo-elements.
  ///
  /// - Parameter holds: whether an entry of `media` does.
  /// - Returns: indices in `blocks`, in ascending precedence.
  package func matching(
    _ element: Element, _ pseudoElement: PseudoElement?, _ matcher: SelectorMatcher,
    holds: (Int) -> Bool
  ) -> [Int] {
    var found: [Int] = []
    if let pseudoElement {
      guard let buckets = ofPseudoElements[pseudoElement] else { return [] }
      buckets.candidates(for: element, into: &found)
    } else {
      ofElements.candidates(for: element, into: &found)
    }
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

  private mutating func add(_ rule: StyleRule, problems: inout [Diagnostic]) {
    blocks.append(DeclarationParser.block(rule.declarations, problems: &problems))
    rule.misplacedContent(problems: &problems)
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
      if let element = selector.pseudoElement {
        ofPseudoElements[element, default: Buckets()].file(index, under: selector.subject)
      } else {
        ofElements.file(index, under: selector.subject)
      }
      questions.formUnion(selector.questions)
    }
  }
}

extension RuleSet.Buckets {
  /// The rules whose subject may be `element`, by index; in no particular order, none twice.
  package func candidates(for element: Element, into found: inout [Int]) {
    if let id = element.id, let rules = byID[id] { found += rules }
    let classes = element.classes
    for (index, name) in classes.enumerated() where !classes[..<index].contains(name) {
      if let rules = byClass[name] { found += rules }
    }
    if let rules = byType[element.name] { found += rules }
    found += others
  }

  /// Under the rarest thing the subject asks for: one place for each rule.
  package mutating func file(_ index: Int, under subject: CompoundSelector) {
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

extension Selector {
  /// What it asks that takes gathering, also inside `:not()`.
  fileprivate var questions: SelectorMatcher.Questions {
    var questions: SelectorMatcher.Questions = []
    for condition in subject.conditions + ancestors.flatMap(\.compound.conditions) {
      switch condition {
      case .nthOfType, .onlyOfType: questions.insert(.types)
      case .language: questions.insert(.language)
      case .direction: questions.insert(.direction)
      case .any(let selectors), .anyWithoutWeight(let selectors), .not(let selectors):
        for selector in selectors { questions.formUnion(selector.questions) }
      default: break
      }
    }
    return questions
  }
}
