import Diagnostics

// MARK: - Tags and text

extension Diagnostic {
  static func unclosedHTMLComment(at place: SourceLocation) -> Diagnostic {
    .error("the comment is never closed", at: place, hints: ["end it with -->"])
  }

  static func unknownMarkup(_ text: String, at place: SourceLocation) -> Diagnostic {
    let hint =
      text.hasPrefix("<?")
      ? "pages are HTML; remove it" : "a comment is written <!-- … -->, a plain \"<\" &lt;"
    return .error("\"\(excerpt(text))\" begins no tag", at: place, hints: [hint])
  }

  static func nameExpectedInEndTag(at place: SourceLocation) -> Diagnostic {
    .error("the end tag has no name", at: place, hints: ["write it without a space: </p>"])
  }

  static func endTagNotEnded(_ name: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "end tag </\(excerpt(name)) has more than a name", at: place,
      hints: ["write </\(excerpt(name))>"])
  }

  static func startTagNotEnded(_ name: String, at place: SourceLocation) -> Diagnostic {
    .error("\"<\(excerpt(name))\" has no closing \">\"", at: place)
  }

  static func unexpectedInTag(
    _ text: String, tag: String, at place: SourceLocation
  ) -> Diagnostic {
    .error("'\(text)' cannot stand here in tag <\(excerpt(tag))>", at: place)
  }

  static func templateInTag(at place: SourceLocation) -> Diagnostic {
    .error(
      "\"{{ … }}\" stands inside a tag", at: place,
      hints: ["it can stand in text and in an attribute's value: class=\"{{ … }}\""])
  }

  static func duplicateAttribute(_ name: String, at place: SourceLocation) -> Diagnostic {
    .error("attribute \"\(excerpt(name))\" is written twice", at: place)
  }

  static func tooManyAttributes(at place: SourceLocation) -> Diagnostic {
    .error("more than \(Budget.attributesPerElement) attributes in one tag", at: place)
  }

  static func spaceMissingBetweenAttributes(at place: SourceLocation) -> Diagnostic {
    .error("a space is missing between two attributes", at: place)
  }

  static func attributeValueMissing(_ name: String, at place: SourceLocation) -> Diagnostic {
    .error("no value follows \"\(excerpt(name))=\"", at: place)
  }

  static func unclosedAttributeValue(at place: SourceLocation) -> Diagnostic {
    .error("the quotation mark is never closed in its tag", at: place)
  }

  static func unquotedValue(_ character: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "a value with '\(character)' needs quotation marks", at: place,
      hints: ["write NAME=\"VALUE\""])
  }

  static func unknownReference(_ name: String, at place: SourceLocation) -> Diagnostic {
    if name == "#" {
      return .error(
        "\"&#\" is not followed by a number", at: place, hints: ["a plain \"&\" is written &amp;"])
    }
    // Slips in the first letter are rare, and all names together are many.
    let nearest =
      Spelling.nearest(
        to: name, among: CharacterReferences.names.filter { $0.first == name.first })
      ?? Spelling.nearest(
        to: name,
        among: CharacterReferences.names.filter {
          $0.first?.lowercased() == name.first?.lowercased()
        })
    return .error(
      "unknown character reference \"&\(excerpt(name));\""
        + (nearest.map { "; did you mean \"&\($0);\"?" } ?? ""),
      at: place,
      hints: nearest == nil ? ["write the character itself, or &amp; for a plain \"&\""] : [])
  }

  static func referenceWithoutSemicolon(_ text: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\";\" is missing behind \"\(excerpt(text))\"", at: place,
      hints: ["a plain \"&\" is written &amp;"])
  }

  static func referenceToNoCharacter(_ text: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"\(excerpt(text))\" is no character", at: place, hints: ["write the character itself"])
  }
}

// MARK: - Elements

extension Diagnostic {
  static func tooManyElements(at place: SourceLocation) -> Diagnostic {
    .error("more than \(Budget.elements) elements on one page", at: place)
  }

  static func htmlNestedTooDeep(at place: SourceLocation) -> Diagnostic {
    .error("more than \(Budget.nesting) elements inside each other", at: place)
  }

  static func secondPageElement(_ name: String, at place: SourceLocation) -> Diagnostic {
    .error("<\(name)> cannot stand here", at: place, hints: ["a page has one, at its beginning"])
  }

  static func contentAfterBody(
    _ content: String, end: SourceLocation, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "\(content) stands behind the end of the page", at: place,
      hints: ["move it before the end tag in line \(end.line)"])
  }

  static func unsupportedElement(_ name: String, at place: SourceLocation) -> Diagnostic {
    if let remedy = HTMLProfile.elementRemedies[name] {
      return .error("<\(name)> is not supported", at: place, hints: [remedy])
    }
    let nearest = Spelling.nearest(to: name, among: HTMLProfile.elements)
    return .error(
      "unknown element <\(excerpt(name))>" + (nearest.map { "; did you mean <\($0)>?" } ?? ""),
      at: place, hints: nearest == nil ? ["use div or span with a class"] : [])
  }

  static func unsupportedAttribute(
    _ name: String, of element: String, at place: SourceLocation
  ) -> Diagnostic {
    if let remedy = HTMLProfile.remedy(forAttribute: name) {
      return .error(
        "attribute \"\(excerpt(name))\" is not supported on <\(element)>", at: place,
        hints: [remedy])
    }
    let candidates =
      HTMLProfile.attributes(of: element) + ["data-if", "data-unless", "data-each"]
    let nearest = Spelling.nearest(to: name, among: candidates)
    return .error(
      "unknown attribute \"\(excerpt(name))\" on <\(element)>"
        + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""),
      at: place, hints: nearest == nil ? ["an attribute of your own begins with data-"] : [])
  }

  static func selfClosing(_ name: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "<\(name)/> does not close the element in HTML", at: place,
      hints: ["write <\(name)></\(name)>"])
  }

  static func unclosedElement(
    _ name: String, until closer: (tag: String, location: SourceLocation)?,
    at place: SourceLocation
  ) -> Diagnostic {
    let hint =
      closer.map { "write </\(name)> before the \($0.tag) in line \($0.location.line)" }
      ?? "write </\(name)>"
    return .error("<\(name)> is never closed", at: place, hints: [hint])
  }

  static func overlap(
    of name: String, opened: SourceLocation, ended: SourceLocation, endTag: String,
    at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "</\(endTag)> comes while <\(name)> is still open", at: place,
      hints: [
        "<\(name)> begins at \(opened.line):\(opened.column) and ends at "
          + "\(ended.line):\(ended.column); end it before"
      ])
  }

  /// - Parameter paragraphEnd: for `</p>`, the tag that ended the last paragraph.
  static func strayEndTag(
    _ name: String, paragraphEnd: HTMLTag?, at place: SourceLocation
  ) -> Diagnostic {
    let hints =
      paragraphEnd.map {
        ["the <\($0.name)> in line \($0.location.line) has ended the <p>; use a div around it"]
      } ?? []
    return .error("</\(excerpt(name))> closes nothing", at: place, hints: hints)
  }

  static func misspelledEndTag(
    _ name: String, opened: String, at place: SourceLocation
  ) -> Diagnostic {
    .error("</\(excerpt(name))> closes nothing; did you mean </\(opened)>?", at: place)
  }

  static func endTagOfVoidElement(_ name: String, at place: SourceLocation) -> Diagnostic {
    .error("<\(name)> has no end tag", at: place, hints: ["remove </\(name)>"])
  }

  static func wrongHeadingEnd(
    _ name: String, opened: String, from start: SourceLocation, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "</\(name)> cannot close the <\(opened)> of line \(start.line)", at: place,
      hints: ["write </\(opened)>"])
  }

  static func headingInHeading(
    _ name: String, in outer: String, opened: SourceLocation, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "<\(name)> stands inside the <\(outer)> of line \(opened.line)", at: place,
      hints: ["write </\(outer)> before it"])
  }

  static func linkInLink(at place: SourceLocation) -> Diagnostic {
    .error("<a> stands inside another <a>", at: place)
  }

  static func linkIsNoStyleSheet(_ rel: String?, at place: SourceLocation) -> Diagnostic {
    let found = rel.map { "<link rel=\"\(excerpt($0))\">" } ?? "<link> without rel"
    return .error(
      "\(found) is not supported", at: place,
      hints: ["write <link rel=\"stylesheet\" href=\"FILE.css\">, or remove it"])
  }

  static func linkWithoutHref(at place: SourceLocation) -> Diagnostic {
    .error("<link> has no href", at: place, hints: ["write href=\"FILE.css\""])
  }

  static func linkIsNoLocalFile(_ href: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"\(excerpt(href))\" is not a local file", at: place,
      hints: ["save the style sheet next to the page; fonts come from the font catalog"])
  }

  static func styleTypeIsNotCSS(_ type: String, at place: SourceLocation) -> Diagnostic {
    .error("style sheet type \"\(excerpt(type))\" is not text/css", at: place)
  }
}

extension Diagnostic {
  static func unsupportedInVector(_ name: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "<\(excerpt(name))> is not supported in an svg", at: place,
      hints: [HTMLProfile.vectorRemedy(for: name)])
  }

  static func textInVector(at place: SourceLocation) -> Diagnostic {
    .error(
      "an svg shows no text", at: place,
      hints: ["write it behind the svg, or over it with position: absolute"])
  }
}
