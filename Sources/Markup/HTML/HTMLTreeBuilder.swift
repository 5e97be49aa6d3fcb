import Diagnostics

/// Builds the tree from tags and text by HTML's rules for implied tags (§13.2.6), reporting what
/// they would repair in silence.
struct HTMLTreeBuilder {
  var tokenizer: HTMLTokenizer
  private var phase = Phase.start
  private var html: Element
  private var head: Element
  private var styleSources: [StyleSource] = []
  /// The body, once it is open, and the elements open inside it, outermost first.
  var open: [Element] = []
  /// How many of `open` have this name.
  var openCounts: [String: Int] = [:]
  /// Elements that something else than their own end tag has closed, by name; their own may follow.
  var forceClosed: [String: [ForcedEnd]] = [:]
  /// The paragraph a start tag ended last, and that tag.
  var lastParagraphEnd: (paragraph: SourceLocation, by: HTMLTag)?
  /// Elements so far, `html`, `head` and `body` included.
  var elementCount = 3
  private var hasHTMLTag = false
  /// Where the `</body>` or `</html>` was.
  private var bodyEnd: SourceLocation?
  /// Elements whose end tag is known not to follow.
  var neverClosed: Set<String> = []

  private enum Phase { case start, inHead, afterHead, inBody }

  struct ForcedEnd {
    var opened: SourceLocation
    var problem: Int
    /// nil when a start tag was the cause.
    var closer: (name: String, location: SourceLocation)?
  }

  init(_ tokenizer: HTMLTokenizer) {
    self.tokenizer = tokenizer
    html = Element(name: "html", location: tokenizer.place)
    head = Element(name: "head", location: tokenizer.place)
  }

  var diagnostics: [Diagnostic] { tokenizer.problems.diagnostics }

  mutating func build() -> Document {
    loop: while true {
      switch tokenizer.next() {
      case .startTag(let tag): handle(tag)
      case .endTag(let name, let location): handleEndTag(name, at: location)
      case .text(let text, let isBlank): handle(text, isBlank: isBlank)
      case .end: break loop
      }
    }
    openBody(at: tokenizer.place)
    closeAll(by: nil)
    html.children = [.element(head), .element(open[0])]
    return Document(root: html, styleSources: styleSources)
  }

  // MARK: - Text

  private mutating func handle(_ text: Text, isBlank: Bool) {
    if isInVector {
      if !isBlank { tokenizer.report(.textInVector(at: text.location)) }
      return
    }
    if isBlank, phase != .inBody { return }
    if !isBlank { prepareBody(for: "text", at: text.location) }
    append(.text(text))
  }

  mutating func append(_ node: Node) {
    open[open.count - 1].children.append(node)
  }

  // MARK: - The page's own elements

  /// Opens the body in front of content that needs one.
  private mutating func prepareBody(for content: String, at location: SourceLocation) {
    openBody(at: location)
    if let end = bodyEnd {
      tokenizer.report(.contentAfterBody(content, end: end, at: location))
      bodyEnd = nil
    }
  }

  private mutating func openBody(at location: SourceLocation) {
    guard phase != .inBody else { return }
    phase = .inBody
    push(Element(name: "body", location: location))
  }

  mutating func push(_ element: Element) {
    openCounts[element.name, default: 0] += 1
    open.append(element)
  }

  private mutating func handlePageTag(_ tag: HTMLTag) {
    switch (tag.name, phase) {
    case ("html", .start) where !hasHTMLTag:
      hasHTMLTag = true
      html.attributes = checkedAttributes(of: tag)
      html.location = tag.location
    case ("head", .start):
      phase = .inHead
      head.attributes = checkedAttributes(of: tag)
      head.location = tag.location
    case ("body", .start), ("body", .inHead), ("body", .afterHead):
      openBody(at: tag.location)
      open[0].attributes = checkedAttributes(of: tag)
    default:
      tokenizer.report(.secondPageElement(tag.name, at: tag.location))
    }
  }

  private mutating func handleHeadTag(_ tag: HTMLTag) {
    if phase == .start { phase = .inHead }
    elementCount += 1
    var element = Element(
      name: tag.name, attributes: checkedAttributes(of: tag), location: tag.location)
    switch tag.name {
    case "link": readLink(element)
    case "style", "title":
      let isStyle = tag.name == "style"
      let content =
        isStyle
        ? tokenizer.readRawText(of: tag.name) : tokenizer.readEscapableText(of: tag.name)
      guard let (text, location) = content else {
        tokenizer.stop(.unclosedElement(tag.name, until: nil, at: tag.location))
        break
      }
      // The end tag, which must be next.
      _ = tokenizer.next()
      if isStyle {
        checkStyleType(element)
        styleSources.append(.inline(text: text, at: location))
      } else {
        element.children = [.text(Text(content: text, location: location))]
      }
    default: break
    }
    if phase == .inBody {
      append(.element(element))
    } else {
      head.children.append(.element(element))
    }
  }

  private mutating func readLink(_ link: Element) {
    let rel = (link[attribute: "rel"] ?? "").asciiLowercased
    let types = rel.split(whereSeparator: \.isWhitespace).map(String.init)
    guard types.contains("stylesheet") else {
      if !types.isEmpty, types.allSatisfy(HTMLProfile.inertLinkTypes.contains) { return }
      tokenizer.report(.linkIsNoStyleSheet(link[attribute: "rel"], at: link.location))
      return
    }
    checkStyleType(link)
    guard let href = link.attributes.first(where: { $0.name == "href" }), !href.value.isEmpty
    else {
      tokenizer.report(.linkWithoutHref(at: link.location))
      return
    }
    let lowercased = href.value.asciiLowercased
    if ["http:", "https:", "//", "data:"].contains(where: lowercased.hasPrefix) {
      tokenizer.report(.linkIsNoLocalFile(href.value, at: href.valueLocation))
      return
    }
    styleSources.append(.linked(href: href.value, at: href.valueLocation))
  }

  private mutating func checkStyleType(_ element: Element) {
    guard let type = element.attributes.first(where: { $0.name == "type" }) else { return }
    if type.value.asciiLowercased != "text/css" {
      tokenizer.report(.styleTypeIsNotCSS(type.value, at: type.valueLocation))
    }
  }

  // MARK: - Start tags

  private mutating func handle(_ tag: HTMLTag) {
    switch tag.name {
    case _ where isInVector: handleVectorTag(tag)
    case "html", "head", "body": handlePageTag(tag)
    case _ where HTMLProfile.headElements.contains(tag.name): handleHeadTag(tag)
    default: handleContentTag(tag)
    }
  }

  private mutating func handleContentTag(_ tag: HTMLTag) {
    let isSupported = HTMLProfile.isSupported(tag.name)
    if !isSupported {
      tokenizer.report(.unsupportedElement(tag.name, at: tag.location))
      if skipContent(of: tag) { return }
    }
    prepareBody(for: "<\(tag.name)>", at: tag.location)
    closeImplied(by: tag)
    elementCount += 1
    if elementCount > Budget.elements {
      tokenizer.stop(.tooManyElements(at: tag.location))
    } else if open.count + 2 > Budget.nesting {
      tokenizer.stop(.htmlNestedTooDeep(at: tag.location))
    }
    let element = Element(
      name: tag.name, attributes: isSupported ? checkedAttributes(of: tag) : tag.attributes,
      location: tag.location)
    if HTMLProfile.voidElements.contains(tag.name) {
      append(.element(element))
    } else if tag.isSelfClosing {
      if isSupported, tag.name != "svg" {
        tokenizer.report(.selfClosing(tag.name, at: tag.location))
      }
      append(.element(element))
    } else {
      push(element)
    }
  }

  /// Skips an element outside the profile whose content would only repeat the report.
  private mutating func skipContent(of tag: HTMLTag) -> Bool {
    if HTMLProfile.voidElements.contains(tag.name) { return true }
    guard HTMLProfile.skippedElements.contains(tag.name) else { return false }
    if tag.isSelfClosing { return true }
    guard !neverClosed.contains(tag.name), tokenizer.readRawText(of: tag.name) != nil else {
      neverClosed.insert(tag.name)
      return false
    }
    _ = tokenizer.next()
    return true
  }

  mutating func checkedAttributes(of tag: HTMLTag) -> [Attribute] {
    for attribute in tag.attributes
    where !HTMLProfile.isSupported(attribute: attribute.name, of: tag.name) {
      tokenizer.report(
        .unsupportedAttribute(attribute.name, of: tag.name, at: attribute.location))
    }
    return tag.attributes
  }

  // MARK: - End tags of the page

  private mutating func handleEndTag(_ name: String, at location: SourceLocation) {
    switch (name, phase) {
    case ("head", .inHead): phase = .afterHead
    case ("body", .inBody) where bodyEnd == nil, ("html", .inBody):
      closeAll(by: (name, location))
      bodyEnd = location
    case ("html", .inHead), ("html", .afterHead),
      ("html", .start) where hasHTMLTag:
      openBody(at: location)
      bodyEnd = location
    case ("html", _), ("head", _), ("body", _):
      tokenizer.report(.strayEndTag(name, paragraphEnd: nil, at: location))
    default:
      handleContentEndTag(name, at: location)
    }
  }
}
