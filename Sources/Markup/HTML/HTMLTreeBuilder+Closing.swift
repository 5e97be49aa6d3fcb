import Diagnostics

/// What ends an element before its own end tag does, or instead of it.
extension HTMLTreeBuilder {
  /// Elements whose end tag may be left out.
  private static let optionalEnd: Set<String> = ["p", "li"]

  // MARK: - Start tags that close

  /// Closes what HTML closes in front of `tag`.
  mutating func closeImplied(by tag: HTMLTag) {
    if tag.name == "li" { closeListItem(by: tag) }
    if HTMLProfile.endsParagraph.contains(tag.name), openCounts["p", default: 0] > 0 {
      let paragraph = close("p", by: nil, reason: tag)
      lastParagraphEnd = (paragraph, tag)
    }
    if HTMLProfile.headings.contains(tag.name), let heading = open.last,
      HTMLProfile.headings.contains(heading.name)
    {
      tokenizer.report(
        .headingInHeading(tag.name, in: heading.name, opened: heading.location, at: tag.location))
    }
    if tag.name == "a", openCounts["a", default: 0] > 0 {
      tokenizer.report(.linkInLink(at: tag.location))
    }
  }

  /// §13.2.6.4.7, start tag `li`: the item before it ends, unless a list of its own is in between.
  private mutating func closeListItem(by tag: HTMLTag) {
    guard openCounts["li", default: 0] > 0 else { return }
    for element in open.reversed() {
      if element.name == "li" {
        close("li", by: nil, reason: tag)
        return
      }
      let isTransparent = element.name == "div" || element.name == "p"
      if HTMLProfile.endsParagraph.contains(element.name), !isTransparent { return }
    }
  }

  // MARK: - End tags

  mutating func handleContentEndTag(_ name: String, at location: SourceLocation) {
    if HTMLProfile.voidElements.contains(name) {
      tokenizer.report(.endTagOfVoidElement(name, at: location))
    } else if let heading = open.last, heading.name != name,
      HTMLProfile.headings.contains(name), HTMLProfile.headings.contains(heading.name)
    {
      tokenizer.report(
        .wrongHeadingEnd(name, opened: heading.name, from: heading.location, at: location))
      close(heading.name, by: nil, reason: nil)
    } else if isInScope(name) {
      close(name, by: (name, location), reason: nil)
    } else {
      reportStrayEndTag(name, at: location)
    }
  }

  /// Whether an end tag reaches an open element; that of an `li` does not leave its list.
  private func isInScope(_ name: String) -> Bool {
    guard openCounts[name, default: 0] > 0 else { return false }
    guard name == "li" else { return true }
    let barrier = open.last { ["li", "ul", "ol"].contains($0.name) }
    return barrier?.name == "li"
  }

  private mutating func reportStrayEndTag(_ name: String, at location: SourceLocation) {
    if let forced = forceClosed[name]?.popLast() {
      if let closer = forced.closer {
        tokenizer.replaceProblem(
          forced.problem,
          by: .overlap(
            of: name, opened: forced.opened, ended: location, endTag: closer.name,
            at: closer.location))
      }
      return
    }
    // The start tag of such an element has been reported, and its content may have been skipped.
    if HTMLProfile.isKnown(name), !HTMLProfile.isSupported(name) { return }
    if !HTMLProfile.isKnown(name), let element = open.last,
      Spelling.nearest(to: name, among: [element.name]) != nil
    {
      tokenizer.report(.misspelledEndTag(name, opened: element.name, at: location))
      close(element.name, by: nil, reason: nil)
      return
    }
    tokenizer.report(
      .strayEndTag(name, paragraphEnd: name == "p" ? lastParagraphEnd?.by : nil, at: location))
  }

  // MARK: - Closing

  /// Closes the innermost element `name`, which is open, and all inside it.
  ///
  /// - Parameters:
  ///   - endTag: what closes it, when that is an end tag.
  ///   - reason: what closes it, when that is a start tag.
  /// - Returns: where the element was opened.
  @discardableResult
  mutating func close(
    _ name: String, by endTag: (name: String, location: SourceLocation)?, reason: HTMLTag?
  ) -> SourceLocation {
    while let element = open.last, element.name != name, open.count > 1 {
      reportUnclosed(element, by: endTag, reason: reason)
      pop()
    }
    let location = open[open.count - 1].location
    pop()
    return location
  }

  /// Closes all but the body.
  mutating func closeAll(by endTag: (name: String, location: SourceLocation)?) {
    while open.count > 1 {
      reportUnclosed(open[open.count - 1], by: endTag, reason: nil)
      pop()
    }
  }

  private mutating func reportUnclosed(
    _ element: Element, by endTag: (name: String, location: SourceLocation)?, reason: HTMLTag?
  ) {
    if Self.optionalEnd.contains(element.name) { return }
    let until =
      endTag.map { ("</\($0.name)>", $0.location) } ?? reason.map { ("<\($0.name)>", $0.location) }
    let problem = tokenizer.report(
      .unclosedElement(element.name, until: until, at: element.location))
    forceClosed[element.name, default: []].append(
      ForcedEnd(opened: element.location, problem: problem, closer: endTag))
  }

  private mutating func pop() {
    guard open.count > 1 else { return }
    let element = open.removeLast()
    openCounts[element.name, default: 0] -= 1
    open[open.count - 1].children.append(.element(element))
  }
}
