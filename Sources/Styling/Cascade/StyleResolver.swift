package import Diagnostics
package import Markup
package import Pixels
package import Typography

/// One slide of a document with the computed style of each of its elements.
///
/// - Parameters:
///   - slide: index among the document's outermost `section.slide` elements; the others are as if
///     `display: none`. nil shows everything.
///   - viewport: the slide's size, px.
///   - safeArea: how far the slide's safe area lies inside of each edge, px.
///   - fonts: for `ex` and `ch`; without it they are half an em.
/// - Returns: the `html` element, and what is wrong in `style` attributes and in values that depend
///   on custom properties, each problem once.
package func styledTree(
  document: Document, rules: StyleRules, slide: Int?, viewport: Size,
  safeArea: Edges<Double> = Edges(all: 0), fonts: FontCatalog?
) -> (root: StyledElement, diagnostics: [Diagnostic]) {
  var resolver = StyleResolver(
    rules: rules, slide: slide, viewport: viewport, safeArea: safeArea, fonts: fonts)
  let root = resolver.resolve(
    document.root, index: 0, siblingCount: 1, parent: .initial, inherited: .none)
  let nothing = StyledElement(element: document.root, style: ComputedStyle(), children: [])
  var reported: Set<Diagnostic> = []
  return (root ?? nothing, resolver.diagnostics.filter { reported.insert($0).inserted })
}

/// The cascade (CSS Cascade 4), element by element in document order.
struct StyleResolver {
  package let rules: StyleRules
  private let slide: Int?
  private let viewport: Size
  private let safeArea: Edges<Double>
  private let fonts: FontCatalog?
  /// For each condition of the author's rules.
  private let mediaHolds: [Bool]

  private(set) var diagnostics: [Diagnostic] = []
  private var matcher: SelectorMatcher
  private var slidesSeen = 0
  private var depthInSlide = 0
  /// 1 at the root.
  package var depth = 0
  var counters = Counters()
  private var rootFontSize = 16.0
  /// What declarations with `var()` come to; `nil` inside when they come to nothing.
  private var substituted: [SubstitutionKey: [ParsedValue]] = [:]
  /// The custom properties in `substituted`, kept alive so that identities are not used twice.
  private var environments: [CustomProperties] = []
  /// The declarations in `substituted`, for the same reason: a `style` attribute's are otherwise
  /// gone with its element.
  private var declarations: [PendingDeclaration] = []

  private struct SubstitutionKey: Hashable {
    let declaration: ObjectIdentifier
    let customProperties: ObjectIdentifier
  }

  package init(
    rules: StyleRules, slide: Int?, viewport: Size, safeArea: Edges<Double>, fonts: FontCatalog?
  ) {
    self.rules = rules
    self.slide = slide
    self.viewport = viewport
    self.safeArea = safeArea
    self.fonts = fonts
    matcher = SelectorMatcher(answering: rules.author.questions)
    mediaHolds = rules.author.media.map { lists in lists.allSatisfy { $0.holds(for: viewport) } }
  }

  /// - Parameters:
  ///   - index: among the parent's element children.
  ///   - parent: the style to inherit from.
  /// - Returns: nil when the element is not displayed.
  package mutating func resolve(
    _ element: Element, index: Int, siblingCount: Int, parent: StyleDraft,
    inherited: CustomProperties
  ) -> StyledElement? {
    matcher.enter(element, index: index, siblingCount: siblingCount)
    depth += 1
    defer {
      matcher.leave()
      depth -= 1
    }

    let isSlide = depthInSlide == 0 && element.isSlide
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

    counters.apply(draft.generated)
    counters.enterChildren()
    defer { counters.leaveChildren() }
    var children: [StyledNode] = []
    children.reserveCapacity(element.children.count)
    add(.before, of: element, draft: draft, inherited: customProperties, to: &children)
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
    add(.after, of: element, draft: draft, inherited: customProperties, to: &children)
    return StyledElement(element: element, style: style, children: children)
  }

  private mutating func add(
    _ kind: PseudoElement, of element: Element, draft: StyleDraft, inherited: CustomProperties,
    to children: inout [StyledNode]
  ) {
    guard rules.author.hasRules(for: kind) else { return }
    if let box = pseudoElement(kind, of: element, draft: draft, inherited: inherited) {
      children.append(.element(box))
    }
  }

  // MARK: Which declarations count

  private mutating func matches(_ element: Element) -> MatchedDeclarations {
    let userAgent = UserAgentStyleSheet.rules
    var matches = MatchedDeclarations()
    matches.userAgent = userAgent.matching(element, nil, matcher) { _ in true }.map {
      userAgent.blocks[$0]
    }
    matches.author = authorBlocks(of: element, nil)
    matches.hints = PresentationalHints.values(of: element, problems: &diagnostics)
    if let attribute = element.attributes.first(where: { $0.name == "style" }) {
      let (declarations, problems) = StyleSheet.parseDeclarations(
        attribute.value, startingAt: attribute.valueLocation)
      diagnostics += problems + declarations.misplacedContent
      matches.author.append(DeclarationParser.block(declarations, problems: &diagnostics))
    }
    return matches
  }

  func authorBlocks(of element: Element, _ pseudoElement: PseudoElement?) -> [DeclarationBlock] {
    let holds = mediaHolds
    return rules.author.matching(element, pseudoElement, matcher) { holds[$0] }
      .map { rules.author.blocks[$0] }
  }

  mutating func customProperties(
    _ matches: MatchedDeclarations, inherited: CustomProperties
  ) -> CustomProperties {
    let declared = SharedSubstitutions.declared(in: matches.author)
    if depth == 1, let shared = rules.substitutions, shared.declared == declared {
      return shared.customProperties
    }
    if declared.isEmpty { return inherited }
    let resolved = CustomProperties.resolve(declared, over: inherited, problems: &diagnostics)
    environments.append(resolved)
    return resolved
  }

  // MARK: What they come to

  package mutating func draft(
    _ element: Element, _ matches: MatchedDeclarations, parent: StyleDraft,
    customProperties: CustomProperties
  ) -> StyleDraft {
    var draft = StyleDraft(inheritingFrom: parent)
    if let language = element[attribute: "lang"] { draft.style.text.language = language }
    var context = StyleContext(
      viewport: viewport, safeArea: safeArea, rootFontSize: rootFontSize,
      font: draft.style.text.font, fonts: fonts, color: draft.style.text.color)
    if matches.dependOnDirection, let value = matches.strongest(of: PropertyTable.direction) {
      apply(
        value, of: PropertyTable.direction, to: &draft, context, matches, parent, customProperties)
    }
    let winners = Winners(matches, direction: draft.style.text.direction)

    for phase in [Longhand.Phase.font, .color, .other] {
      for index in winners.longhands where PropertyTable.phases[index] == phase {
        apply(
          winners.value(of: index, in: matches), of: index, to: &draft, context, matches, parent,
          customProperties)
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
    _ matches: MatchedDeclarations, _ parent: StyleDraft, _ customProperties: CustomProperties
  ) {
    switch value {
    case .set(let setter): setter(&draft, context)
    case .initial: PropertyTable.longhands[index].copy(&draft, .initial)
    case .inherit: PropertyTable.longhands[index].copy(&draft, parent)
    case .unset:
      let longhand = PropertyTable.longhands[index]
      longhand.copy(&draft, longhand.isInherited ? parent : .initial)
    case .revert:
      let value = matches.userAgent.lazy.flatMap(\.normal).last {
        $0.longhand == index && $0.counts(in: draft.style.text.direction)
      }
      apply(
        value?.value ?? .unset, of: index, to: &draft, context, matches, parent, customProperties)
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
    if let shared = rules.substitutions, shared.customProperties === customProperties,
      let known = shared.values(of: pending)
    {
      values = known
    } else if let known = substituted[key] {
      values = known
    } else {
      do throws(Diagnostic) {
        values = try Substitution.values(of: pending.declaration, with: customProperties)
      } catch {
        values = []
        diagnostics.append(error)
      }
      substituted[key] = values
      declarations.append(pending)
    }
    let value = values.last { $0.longhand == index && $0.counts(in: direction) }
    return value?.value ?? .unset
  }
}
