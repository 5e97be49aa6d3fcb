import Diagnostics
import Files
import Markup

/// Reads all expressions and `data-` attributes of a page, once for all rows.
struct PageCompiler {
  let fields: [Field]
  /// The names of the template's own words.
  let labels: [String]
  /// Where pictures of the template itself lie.
  let folder: String
  var log = DiagnosticLog()
  private(set) var slides: [TemplateSlide] = []
  /// The indices of all fields that something depends on.
  private(set) var usedFields: Set<Int> = []
  /// The indices of all labels that are shown somewhere.
  private(set) var usedLabels: Set<Int> = []
  /// The fields of the slide that is being read; empty outside slides.
  private var slideFields: Set<Int> = []
  private var isInSlide = false

  init(fields: [Field], labels: [String], folder: String) {
    self.fields = fields
    self.labels = labels
    self.folder = folder
  }

  mutating func compile(_ document: Document) -> CompiledPage {
    let root = element(document.root, scope: Scope(fields: fields, labels: labels))
    return CompiledPage(root: root, slides: slides)
  }

  /// Reads a text outside the page: the caption, or a label, which cannot show labels.
  mutating func text(
    _ text: String, at place: SourceLocation, ofLabel: Bool = false
  ) -> [TextPiece] {
    let scope = Scope(fields: fields, labels: ofLabel ? [] : labels)
    let pieces = TextPiece.pieces(of: text, at: place, scope: scope, log: &log)
    return checked(pieces, showing: "in text") ?? [.literal(text, at: place)]
  }

  // MARK: Elements

  private mutating func element(_ element: Element, scope outer: Scope) -> CompiledElement {
    var compiled = CompiledElement(
      element: Element(name: element.name, location: element.location), attributes: [],
      children: [])
    let outerFields = slideFields
    if element.isSlide, !isInSlide {
      isInSlide = true
      compiled.slide = slides.count
      slideFields = []
      slides.append(
        TemplateSlide(
          name: element.id.flatMap { $0.isEmpty ? nil : $0 } ?? "slide", fields: [],
          location: element.location))
    }
    var scope = outer
    if let each = element.attributes.first(where: { $0.name == "data-each" }) {
      compiled.repetition = repetition(each, scope: &scope)
    }
    for attribute in element.attributes {
      switch attribute.name {
      case "data-each": break
      case "data-if", "data-unless": condition(attribute, scope: scope, onto: &compiled)
      case "data-else", "data-elif", "data-for":
        log.add(.unknownDirective(attribute.name, at: attribute.location))
      default: self.attribute(attribute, of: element, scope: scope, onto: &compiled)
      }
    }
    for child in element.children {
      compiled.children.append(node(child, scope: scope))
    }
    if let index = compiled.slide {
      slides[index].fields = slideFields.sorted().map { fields[$0].name }
      slideFields.formUnion(outerFields)
      isInSlide = false
    }
    return compiled
  }

  private mutating func node(_ node: Node, scope: Scope) -> CompiledNode {
    switch node {
    case .text(let text):
      let pieces = TextPiece.pieces(
        of: text.content, at: text.location, scope: scope, log: &log)
      guard let pieces = checked(pieces, showing: "in text") else {
        return .fixed(node, elementCount: 0)
      }
      return .text(pieces)
    case .element(let child):
      let compiled = element(child, scope: scope)
      if let count = Self.fixedCount(compiled) {
        var whole = compiled.element
        whole.children = compiled.children.compactMap {
          if case .fixed(let node, _) = $0 { node } else { nil }
        }
        return .fixed(.element(whole), elementCount: count)
      }
      return .element(compiled)
    }
  }

  /// The number of elements in a subtree that depends on nothing; nil for one that does.
  private static func fixedCount(_ element: CompiledElement) -> Int? {
    guard element.attributes.isEmpty, element.repetition == nil, element.conditions.isEmpty,
      element.slide == nil
    else { return nil }
    var count = 1
    for child in element.children {
      guard case .fixed(_, let inside) = child else { return nil }
      count += inside
    }
    return count
  }

  // MARK: Attributes

  private mutating func repetition(
    _ attribute: Attribute, scope: inout Scope
  ) -> CompiledElement.Repetition? {
    let scalars = Array(attribute.value.unicodeScalars)
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let words = attribute.value.split(maxSplits: 2, whereSeparator: \.isWhitespace)
    guard words.count == 3, words[1] == "in" else {
      log.add(.notAnEach(attribute.value, at: attribute.valueLocation))
      return nil
    }
    let name = String(words[0])
    if scope.source(of: name) != nil || name == "loop" {
      log.add(.nameTaken(name, at: attribute.valueLocation))
    }
    // The list begins behind the second run of white space.
    var index = scalars.prefix(while: isSpace).endIndex
    for _ in 0..<2 {
      index = scalars[index...].prefix { !isSpace($0) }.endIndex
      index = scalars[index...].prefix(while: isSpace).endIndex
    }
    var parser = ExpressionParser(
      Array(scalars[index...]), at: attribute.valueLocation.advanced(over: scalars[..<index]),
      scope: scope)
    do throws(Diagnostic) {
      let list = try parser.parse()
      guard case .list(let item) = list.type else {
        throw .notAList(list.type, at: list.location)
      }
      use(list)
      scope.items.append((name, item))
      return CompiledElement.Repetition(list: list)
    } catch {
      log.add(error)
      // So that the names inside are not reported too.
      scope.items.append((name, .text))
      return nil
    }
  }

  private mutating func condition(
    _ attribute: Attribute, scope: Scope, onto compiled: inout CompiledElement
  ) {
    var parser = ExpressionParser(
      Array(attribute.value.unicodeScalars), at: attribute.valueLocation, scope: scope)
    do throws(Diagnostic) {
      let (source, _) = try parser.parsePath()
      use(source)
      compiled.conditions.append(
        CompiledElement.Condition(
          source: source, isNegated: attribute.name == "data-unless",
          location: attribute.valueLocation))
    } catch {
      log.add(error)
    }
  }

  private mutating func attribute(
    _ attribute: Attribute, of element: Element, scope: Scope,
    onto compiled: inout CompiledElement
  ) {
    let isImage = element.name == "img" && attribute.name == "src"
    let found = TextPiece.pieces(
      of: attribute.value, at: attribute.valueLocation, scope: scope, log: &log)
    guard let found else {
      compiled.element.attributes.append(isImage ? resolved(attribute) : attribute)
      return
    }
    let role: CompiledAttribute.Role =
      isImage ? .imageSource : attribute.name == "style" ? .style : .plain
    if isImage {
      checkImageSource(found, attribute)
      for piece in found { if case .expression(let expression) = piece { use(expression) } }
    } else if checked(found, showing: role == .style ? "in a style" : "in an attribute") == nil {
      return
    }
    compiled.attributes.append(
      CompiledAttribute(
        attribute: attribute, pieces: found, role: role,
        index: compiled.element.attributes.count))
  }

  /// A picture of the template, its path made absolute.
  private mutating func resolved(_ attribute: Attribute) -> Attribute {
    var attribute = attribute
    do throws(Diagnostic) {
      let found = FileReference(to: FilePath.join(folder, attribute.value))
      if let found, !found.isCertain {
        log.add(.likelyFile(attribute.value, found: found.path, at: attribute.valueLocation))
      }
      attribute.value = try FileSystem.resolve(
        found?.path ?? attribute.value, inside: folder, at: attribute.valueLocation)
    } catch {
      log.add(error)
    }
    return attribute
  }

  private mutating func checkImageSource(_ pieces: [TextPiece], _ attribute: Attribute) {
    let isOneImage: Bool
    switch pieces.first {
    case .expression(let expression) where pieces.count == 1:
      isOneImage = expression.type == .image
    default: isOneImage = false
    }
    let isNumbered = pieces.allSatisfy { piece in
      if case .expression(let expression) = piece { expression.type == .number } else { true }
    }
    if !isOneImage, !isNumbered, !pieces.isEmpty {
      log.add(.sourceIsNotAnImage(at: attribute.valueLocation))
    }
  }

  // MARK: Expressions

  /// Reports what cannot be shown, and notes the fields.
  private mutating func checked(_ pieces: [TextPiece]?, showing place: String) -> [TextPiece]? {
    guard let pieces else { return nil }
    for case .expression(let expression) in pieces {
      use(expression)
      switch expression.type {
      case .list, .flag, .image: log.add(.notShowable(expression, place: place))
      case .money where place == "in a style", .date where place == "in a style":
        log.add(.notShowable(expression, place: place))
      default: break
      }
    }
    return pieces
  }

  private mutating func use(_ expression: Expression) {
    use(expression.source)
    for applied in expression.filters {
      switch applied.filter {
      case .percentOff(let source), .standardValue(let source): use(source)
      default: break
      }
    }
  }

  private mutating func use(_ source: ValueSource) {
    switch source {
    case .field(let index):
      usedFields.insert(index)
      slideFields.insert(index)
    case .label(let index): usedLabels.insert(index)
    case .item, .loop: break
    }
  }
}
