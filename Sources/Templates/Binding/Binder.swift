import Diagnostics
import Markup
import Posts

/// Makes a document of a compiled page and a row's values.
struct Binder {
  /// As many as an HTML page may have: lists inside lists multiply.
  static let maximumElements = 10_000
  /// TikTok's limit for a photo post.
  static let maximumSlides = 35

  let page: CompiledPage
  var state: BindingState
  var log = DiagnosticLog()
  /// The template slide of each bound one, in document order.
  private(set) var slides: [Int] = []
  private var elementCount = 0

  init(page: CompiledPage, state: BindingState) {
    self.page = page
    self.state = state
  }

  /// - Returns: the `html` element; not to be used when the log has errors.
  mutating func bind() -> Element {
    element(page.root) ?? page.root.element
  }

  /// The text with the values in it, spans removed.
  mutating func plainText(_ pieces: [TextPiece]) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .literal(let literal, _): text += literal
      case .expression(let expression):
        text += value(of: expression)?.shown(in: state.format).plain ?? ""
      }
    }
    return text
  }

  /// The template's words of a label; nil when there are none.
  mutating func value(of label: Label) -> BoundValue? {
    guard let pieces = state.language.language?.best(of: label.texts) ?? label.texts.first?.value
    else { return nil }
    let text = plainText(pieces)
    return text.isEmpty
      ? nil : BoundValue(.text(RichText(parsing: text)), field: nil, at: label.location)
  }

  // MARK: Nodes

  private mutating func append(_ node: CompiledNode, to children: inout [Node]) {
    switch node {
    case .fixed(let fixed, let count):
      guard take(count) else { return }
      children.append(fixed)
    case .text(let pieces): append(pieces, to: &children)
    case .element(let compiled):
      guard let repetition = compiled.repetition else {
        if let element = element(compiled) { children.append(.element(element)) }
        return
      }
      guard let value = value(of: repetition.list), case .list(let items) = value.value else {
        return
      }
      for (index, item) in items.enumerated() {
        if elementCount > Self.maximumElements { return }
        state.loops.append(BindingState.Loop(item: item, index: index + 1, count: items.count))
        if let element = element(compiled) { children.append(.element(element)) }
        state.loops.removeLast()
      }
    }
  }

  /// Nil when a condition does not hold, or a picture has no image.
  private mutating func element(_ compiled: CompiledElement) -> Element? {
    for condition in compiled.conditions {
      let value = state.value(condition.source, at: condition.location)
      if (value?.isTruthy ?? false) == condition.isNegated { return nil }
    }
    guard take(1) else { return nil }
    var element = compiled.element
    for (offset, attribute) in compiled.attributes.enumerated() {
      guard let bound = bound(attribute) else { return nil }
      element.attributes.insert(bound, at: attribute.index + offset)
    }
    if let slide = compiled.slide { slides.append(slide) }
    element.children.reserveCapacity(compiled.children.count)
    for child in compiled.children { append(child, to: &element.children) }
    return element
  }

  private mutating func take(_ count: Int) -> Bool {
    let before = elementCount
    elementCount += count
    if elementCount <= Self.maximumElements { return true }
    if before <= Self.maximumElements {
      log.add(.tooManyElements(at: page.root.element.location))
    }
    return false
  }

  private mutating func append(_ pieces: [TextPiece], to children: inout [Node]) {
    for piece in pieces {
      switch piece {
      case .literal(let text, let place):
        children.append(.text(Text(content: text, location: place)))
      case .expression(let expression):
        guard let value = value(of: expression) else { continue }
        append(value, of: expression, to: &children)
      }
    }
  }

  /// The parts of a value: text, `strong`, `mark` and `br`.
  private mutating func append(
    _ value: BoundValue, of expression: Expression, to children: inout [Node]
  ) {
    append(value.shown(in: state.format).parts, of: value, at: expression.location, to: &children)
  }

  private mutating func append(
    _ parts: [RichText.Part], of value: BoundValue, at place: SourceLocation,
    to children: inout [Node]
  ) {
    for part in parts {
      switch part {
      case .text(let text): append(text, of: value, at: place, to: &children)
      case .span(let span, let inner):
        guard take(1) else { return }
        var element = Element(name: span.rawValue, location: place)
        append(inner, of: value, at: place, to: &element.children)
        children.append(.element(element))
      }
    }
  }

  private mutating func append(
    _ text: String, of value: BoundValue, at place: SourceLocation, to children: inout [Node]
  ) {
    let fieldLocation = value.field == nil ? nil : value.location
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if index > 0, take(1) {
        children.append(.element(Element(name: "br", location: place)))
      }
      if line.isEmpty { continue }
      children.append(
        .text(
          Text(
            content: String(line), location: place, field: value.field,
            fieldLocation: fieldLocation)))
    }
  }

  // MARK: Values

  private mutating func value(of expression: Expression) -> BoundValue? {
    do throws(Diagnostic) {
      return try expression.evaluate(state)
    } catch {
      log.add(error)
      return nil
    }
  }

  /// Nil when the element needs an image and the row has none.
  private mutating func bound(_ compiled: CompiledAttribute) -> Attribute? {
    var attribute = compiled.attribute
    attribute.value = ""
    for piece in compiled.pieces {
      switch piece {
      case .literal(let text, _): attribute.value += text
      case .expression(let expression):
        guard let value = value(of: expression) else {
          if compiled.role == .imageSource { return nil }
          continue
        }
        let text = value.shown(in: compiled.role == .style ? .english : state.format).plain
        if compiled.role == .style, !CSSScalar.isNumberOrLength(text), !CSSScalar.isColor(text) {
          log.add(.notForStyle(text, value, at: expression.location))
        }
        attribute.value += text
        // A fault of the picture is the row's, not the template's.
        if compiled.role == .imageSource, value.field != nil {
          attribute.valueLocation = value.location
        }
      }
    }
    return attribute
  }
}
