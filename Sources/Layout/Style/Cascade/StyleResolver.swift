import Diagnostics
import Markup
import Pixels
import Typography

/// One slide of a document with the computed style of each of its elements.
///
/// - Parameters:
///   - slide: index among the document's outermost `section.slide` elements; the others are as if
///     `display: none`. nil shows everything.
///   - viewport: the slide's size, px.
///   - fonts: for `ex` and `ch`; without it they are half an em.
/// - Returns: the `html` element, and what is wrong in `style` attributes and in values that depend
///   on custom properties.
func styledTree(
  document: Document, rules: StyleRules, slide: Int?, viewport: Size, fonts: FontCatalog?
) -> (root: StyledElement, diagnostics: [Diagnostic]) {
  var resolver = StyleResolver(rules: rules, slide: slide, viewport: viewport, fonts: fonts)
  let root = resolver.resolve(
    document.root, index: 0, siblingCount: 1, parent: .initial, inherited: .none)
  let nothing = StyledElement(element: document.root, style: ComputedStyle(), children: [])
  return (root ?? nothing, resolver.diagnostics)
}

/// The cascade (CSS Cascade 4), element by element in document order.
struct StyleResolver {
  private let rules: StyleRules
  private let slide: Int?
  private let viewport: Size
  private let fonts: FontCatalog?
  /// For each condition of the author's rules.
  private let mediaHolds: [Bool]

  private(set) var diagnostics: [Diagnostic] = []
  private var matcher = SelectorMatcher()
  private var slidesSeen = 0
  private var depthInSlide = 0
  /// 1 at the root.
  private var depth = 0
  private var rootFontSize = 16.0
  /// What declarations with `var()` come to; `nil` inside when they come to nothing.
  private var substituted: [SubstitutionKey: [ParsedValue]] = [:]
  /// The custom properties in `substituted`, kept alive so that identities are not used twice.
  private var environments: [CustomProperties] = []

  private struct SubstitutionKey: Hashable {
    let declaration: ObjectIdentifier
    let customProperties: ObjectIdentifier
  }

  init(rules: StyleRules, slide: Int?, viewport: Size, fonts: FontCatalog?) {
    self.rules = rules
    self.slide = slide
    self.viewport = viewport
    self.fonts = fonts
    mediaHolds = rules.author.media.map { lists in lists.allSatisfy { $0.holds(for: viewport) } }
  }

  /// - Parameters:
  ///   - index: among the parent's element children.
  ///   - parent: the style to inherit from.
  /// - Returns: nil when the element is not displayed.
  mutating func resolve(
    _ element: Element, index: Int, siblingCount: Int, parent: StyleDraft,
    inherited: CustomProperties
  ) -> StyledElement? {
    matcher.enter(element, index: index, siblingCount: siblingCount)
    depth += 1
    defer {
      matcher.leave()
      depth -= 1
    }

    let isSlide =
      depthInSlide == 0 && element.name == "section" && element.classes.contains("slide")
    if isSlide {
      slidesSeen += 1
      if let slide, slidesSeen - 1 != slide { return nil }
      depthInSlide += 1
    }
    defer { if isSlide { depthInSlide -= 1 } }

    let matches = matches(element)
    let customProperties = customProperties(matches, inherited: inherited)
    let draft = draft(element, matches, parent: parent, customProperties: customProperties)
    let style = draft.finished()
    if style.box.display == .none { return nil }

    var children: [StyledNode] = []
    children.reserveCapacity(element.children.count)
    let elementCount = element.children.count { if case .element = $0 { true } else { false } }
    var childIndex = 0
    for child in element.children {
      switch child {
      case .text(let text): children.append(.text(text))
      case .element(let child):
        let styled = resolve(
          child, index: childIndex, siblingCount: elementCount, parent: draft,
          inherited: customProperties)
        if let styled { children.append(.element(styled)) }
        childIndex += 1
      }
    }
    return StyledElement(element: element, style: style, children: children)
  }

  // MARK: Which declarations count

  /// The blocks that apply to an element, each list in ascending precedence.
  fileprivate struct Matches {
    var userAgent: [DeclarationBlock] = []
    var hints: [ParsedValue] = []
    /// Rules of the style sheets, then the `style` attribute.
    var author: [DeclarationBlock] = []
  }

  private mutating func matches(_ element: Element) -> Matches {
    let userAgent = UserAgentStyleSheet.rules
    var matches = Matches()
    matches.userAgent = matchingBlocks(userAgent, element) { _ in true }
    let holds = mediaHolds
    matches.author = matchingBlocks(rules.author, element) { holds[$0] }
    matches.hints = PresentationalHints.values(of: element, problems: &diagnostics)
    if let attribute = element.attributes.first(where: { $0.name == "style" }) {
      let (declarations, problems) = StyleSheet.parseDeclarations(
        attribute.value, startingAt: attribute.valueLocation)
      diagnostics += problems
      matches.author.append(DeclarationParser.block(declarations, problems: &diagnostics))
    }
    return matches
  }

  private func matchingBlocks(
    _ set: RuleSet, _ element: Element, holds: (Int) -> Bool
  ) -> [DeclarationBlock] {
    var found: [Int] = []
    set.candidates(for: element, into: &found)
    found.removeAll { index in
      let rule = set.rules[index]
      if let media = rule.media, !holds(media) { return true }
      return !matcher.matches(rule.selector)
    }
    found.sort { a, b in
      let (first, second) = (set.rules[a].specificity, set.rules[b].specificity)
      return first == second ? a < b : first < second
    }
    return found.map { set.blocks[set.rules[$0].block] }
  }

  private mutating func customProperties(
    _ matches: Matches, inherited: CustomProperties
  ) -> CustomProperties {
    var declared: [String: Declaration] = [:]
    for block in matches.author {
      for declaration in block.customProperties { declared[declaration.name] = declaration }
    }
    for block in matches.author {
      for declaration in block.importantCustomProperties {
        declared[declaration.name] = declaration
      }
    }
    if declared.isEmpty { return inherited }
    let resolved = CustomProperties.resolve(declared, over: inherited, problems: &diagnostics)
    environments.append(resolved)
    return resolved
  }

  // MARK: What they come to

  private mutating func draft(
    _ element: Element, _ matches: Matches, parent: StyleDraft,
    customProperties: CustomProperties
  ) -> StyleDraft {
    var draft = StyleDraft(inheritingFrom: parent)
    if let language = element[attribute: "lang"] { draft.style.text.language = language }
    var winners = Winners(direction: draft.style.text.direction)
    let dependsOnDirection =
      matches.userAgent.contains(where: \.dependsOnDirection)
      || matches.author.contains(where: \.dependsOnDirection)
    if dependsOnDirection {
      winners.add(matches.inOrder.filter { $0.longhand == PropertyTable.direction })
      if let value = winners.values[PropertyTable.direction] {
        let context = StyleContext(
          viewport: viewport, rootFontSize: rootFontSize, font: draft.style.text.font, fonts: fonts)
        apply(
          value, of: PropertyTable.direction, to: &draft, context, matches, parent,
          customProperties)
        winners.direction = draft.style.text.direction
      }
    }
    winners.add(matches.inOrder)

    var context = StyleContext(
      viewport: viewport, rootFontSize: rootFontSize, font: draft.style.text.font, fonts: fonts,
      color: draft.style.text.color)
    for phase in [Longhand.Phase.font, .color, .other] {
      for index in winners.set where PropertyTable.longhands[index].phase == phase {
        guard let value = winners.values[index] else { continue }
        apply(value, of: index, to: &draft, context, matches, parent, customProperties)
      }
      if phase == .font {
        draft.finishFont()
        context.font = draft.style.text.font
        if depth == 1 {
          rootFontSize = draft.style.text.font.sizeInPx
          context.rootFontSize = rootFontSize
        }
      }
      if phase == .color { context.color = draft.style.text.color }
    }
    return draft
  }

  private mutating func apply(
    _ value: ParsedValue.Value, of index: Int, to draft: inout StyleDraft, _ context: StyleContext,
    _ matches: Matches, _ parent: StyleDraft, _ customProperties: CustomProperties
  ) {
    let longhand = PropertyTable.longhands[index]
    switch value {
    case .set(let setter): setter(&draft, context)
    case .initial: longhand.copy(&draft, .initial)
    case .inherit: longhand.copy(&draft, parent)
    case .unset: longhand.copy(&draft, longhand.isInherited ? parent : .initial)
    case .revert:
      var userAgent = Winners(direction: draft.style.text.direction)
      userAgent.add(matches.userAgent.flatMap(\.normal).filter { $0.longhand == index })
      let value = userAgent.values[index] ?? .unset
      apply(value, of: index, to: &draft, context, matches, parent, customProperties)
    case .pending(let pending):
      let value = substitute(pending, customProperties, of: index, draft.style.text.direction)
      apply(value, of: index, to: &draft, context, matches, parent, customProperties)
    }
  }

  /// What a declaration with `var()` says about one longhand; `unset` when it is invalid.
  private mutating func substitute(
    _ pending: PendingDeclaration, _ customProperties: CustomProperties, of index: Int,
    _ direction: InheritedTextStyle.Direction
  ) -> ParsedValue.Value {
    let key = SubstitutionKey(
      declaration: ObjectIdentifier(pending), customProperties: ObjectIdentifier(customProperties))
    let values: [ParsedValue]
    if let known = substituted[key] {
      values = known
    } else {
      do throws(Diagnostic) {
        values = try substituted(pending.declaration, customProperties)
      } catch {
        values = []
        if !diagnostics.contains(error) { diagnostics.append(error) }
      }
      substituted[key] = values
    }
    let value = values.last {
      $0.longhand == index && ($0.direction == nil || $0.direction == direction)
    }
    return value?.value ?? .unset
  }

  private func substituted(
    _ declaration: Declaration, _ customProperties: CustomProperties
  ) throws(Diagnostic) -> [ParsedValue] {
    let values: [ComponentValue]
    do throws(Substitution.Failure) {
      values = try Substitution.fill(declaration.value) { (name) in customProperties.values[name] }
    } catch {
      switch error {
      case .missing(let name):
        let guess = Spelling.nearest(to: name, among: customProperties.values.keys.sorted())
        throw .missingCustomProperty(
          name, of: declaration.name, guess: guess, at: declaration.valueLocation)
      case .tooLong(let name):
        throw .customPropertyTooLong(name, at: declaration.valueLocation)
      case .malformed(let value): throw .badVar(value.cssText, at: value.location)
      }
    }
    let trimmed = values.trimmed
    do throws(Diagnostic) {
      return try DeclarationParser.values(of: declaration, substituted: trimmed)
    } catch {
      throw .afterSubstitution(error, value: trimmed.cssText, at: declaration.valueLocation)
    }
  }

  /// The value that wins for each longhand.
  private struct Winners {
    var direction: InheritedTextStyle.Direction
    /// By longhand.
    private(set) var values: [ParsedValue.Value?] =
      Array(repeating: nil, count: PropertyTable.longhands.count)
    /// The longhands that have a value, in the order first met.
    private(set) var set: [Int] = []

    init(direction: InheritedTextStyle.Direction) { self.direction = direction }

    /// - Parameter later: in ascending precedence, all above what was added before.
    mutating func add(_ later: some Sequence<ParsedValue>) {
      for value in later where value.direction == nil || value.direction == direction {
        if values[value.longhand] == nil { set.append(value.longhand) }
        values[value.longhand] = value.value
      }
    }
  }
}

extension StyleResolver.Matches {
  /// All values in ascending precedence (CSS Cascade 4 §6.1).
  fileprivate var inOrder: [ParsedValue] {
    var values = userAgent.flatMap(\.normal)
    values += hints
    for block in author { values += block.normal }
    for block in author { values += block.important }
    return values
  }
}

extension [ComponentValue] {
  /// Without white space at both ends.
  fileprivate var trimmed: [ComponentValue] {
    guard let first = firstIndex(where: { $0.kind != .whitespace }),
      let last = lastIndex(where: { $0.kind != .whitespace })
    else { return [] }
    return Array(self[first...last])
  }
}
