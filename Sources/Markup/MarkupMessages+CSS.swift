import Diagnostics

// MARK: - Tokens and brackets

extension Diagnostic {
  static func unclosedComment(at place: SourceLocation) -> Diagnostic {
    .error("the comment is never closed", at: place, hints: ["end it with */"])
  }

  static func unclosedString(at place: SourceLocation) -> Diagnostic {
    .error(
      "the string has no closing quotation mark in its line", at: place,
      hints: ["a line break inside a string is written \\A"])
  }

  static func unclosedURL(at place: SourceLocation) -> Diagnostic {
    .error("url( is never closed", at: place, hints: ["end it with )"])
  }

  static func badURL(_ found: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"\(excerpt(found))\" cannot stand in a url() without quotation marks", at: place,
      hints: ["write url(\"…\")"])
  }

  static func unclosedBracket(_ opening: String, at place: SourceLocation) -> Diagnostic {
    .error("\"\(opening)\" is never closed", at: place)
  }

  static func strayClosing(_ closing: Character, at place: SourceLocation) -> Diagnostic {
    .error("\"\(closing)\" closes nothing", at: place)
  }

  static func cssNestedTooDeep(at place: SourceLocation) -> Diagnostic {
    .error("more than \(Budget.nesting) blocks and functions inside each other", at: place)
  }

  static func valueTooLong(at place: SourceLocation) -> Diagnostic {
    .error("more than \(Budget.tokensPerValue) tokens in one value or selector list", at: place)
  }

  static func tooManyDeclarations(at place: SourceLocation) -> Diagnostic {
    .error("more than \(Budget.declarations) declarations in one style sheet", at: place)
  }

  static func htmlCommentInCSS(at place: SourceLocation) -> Diagnostic {
    .error(
      "\"<!--\" and \"-->\" are no comments in CSS", at: place, hints: ["write /* … */"])
  }
}

// MARK: - Rules and declarations

extension Diagnostic {
  static func selectorWithoutBlock(_ selector: String, at place: SourceLocation) -> Diagnostic {
    .error("no \"{\" follows \"\(excerpt(selector))\"", at: place)
  }

  static func declarationOutsideRule(_ text: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"\(excerpt(text))\" stands outside of a rule", at: place,
      hints: ["write it as SELECTOR { PROPERTY: VALUE; }"])
  }

  static func atRuleWithoutBlock(_ name: String, at place: SourceLocation) -> Diagnostic {
    .error("@\(name) needs a block: { … }", at: place)
  }

  static func unsupportedAtRule(_ name: String, at place: SourceLocation) -> Diagnostic {
    var plain = name
    if plain.hasPrefix("-"), let end = plain.dropFirst().firstIndex(of: "-") {
      plain = String(plain[plain.index(after: end)...])
    }
    if let remedy = CSSProfile.atRuleRemedies[plain] {
      return .error("@\(name) is not supported", at: place, hints: [remedy])
    }
    return .error(
      "unknown at-rule \"@\(excerpt(name))\"\(suggestion(name, CSSProfile.atRules))", at: place)
  }

  static func atRuleInsideRule(_ name: String, at place: SourceLocation) -> Diagnostic {
    if CSSProfile.atRules.contains(name) {
      return .error(
        "@\(name) stands inside a rule", at: place,
        hints: ["write it outside, around whole rules; a \"}\" may be missing above"])
    }
    return unsupportedAtRule(name, at: place)
  }

  static func fontFaceInMedia(at place: SourceLocation) -> Diagnostic {
    .error(
      "@font-face stands inside @media", at: place,
      hints: ["write it outside; a font that is not used costs nothing"])
  }

  static func ruleInsideRule(_ selector: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "rule \"\(excerpt(selector))\" stands inside another rule", at: place,
      hints: ["close the rule above with \"}\"; nested rules are not supported"])
  }

  static func missingColon(after name: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "no \":\" follows \"\(excerpt(name))\"", at: place, hints: ["write PROPERTY: VALUE;"])
  }

  static func notADeclaration(_ text: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"\(excerpt(text))\" is not a declaration", at: place,
      hints: [text.hasPrefix("{") ? bracesRemedy : "write PROPERTY: VALUE;"])
  }

  static func blockInValue(
    of name: String, isTemplate: Bool, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "\"{\" stands in the value of \"\(excerpt(name))\"", at: place,
      hints: [isTemplate ? bracesRemedy : "a \";\" or \"}\" may be missing before it"])
  }

  private static var bracesRemedy: String {
    "{{ … }} is filled in on the page only: write style=\"--name: {{ … }}\" there and var(--name) here"
  }

  static func colonInValue(of name: String, at place: SourceLocation) -> Diagnostic {
    .error("\":\" stands in the value of \"\(excerpt(name))\"", at: place)
  }

  static func missingSemicolon(before name: String, at place: SourceLocation) -> Diagnostic {
    .error("\";\" is missing before \"\(excerpt(name))\"", at: place)
  }

  static func emptyValue(of name: String, at place: SourceLocation) -> Diagnostic {
    .error("\"\(excerpt(name))\" has no value", at: place)
  }

  static func strayExclamationMark(
    before word: String?, at place: SourceLocation
  ) -> Diagnostic {
    let found = word.map { "\"!\(excerpt($0))\"" } ?? "\"!\""
    return .error("\(found) is not \"!important\"", at: place)
  }

  static func atKeywordInValue(_ name: String, at place: SourceLocation) -> Diagnostic {
    .error("\"@\(excerpt(name))\" cannot stand in a value", at: place)
  }
}

// MARK: - Selectors

extension Diagnostic {
  static func selectorExpected(at place: SourceLocation) -> Diagnostic {
    .error("a selector is missing here", at: place)
  }

  static func unexpectedInSelector(_ text: String, at place: SourceLocation) -> Diagnostic {
    let hints =
      switch text {
      case "&": ["nested rules are not supported; write the selector out"]
      case "|": ["remove the namespace; pages have only HTML elements"]
      default: [String]()
      }
    return .error("\"\(excerpt(text))\" cannot stand in a selector", at: place, hints: hints)
  }

  static func selectorBeginsWithCombinator(
    _ sign: Character, at place: SourceLocation
  ) -> Diagnostic {
    .error("a selector cannot begin with \"\(sign)\"", at: place)
  }

  static func selectorTooLong(at place: SourceLocation) -> Diagnostic {
    .error(
      "the selector has more than \(Budget.compoundsPerSelector) parts", at: place,
      hints: ["give the element a class"])
  }

  static func unknownElementInSelector(_ name: String, at place: SourceLocation) -> Diagnostic {
    let nearest = Spelling.nearest(to: name, among: HTMLProfile.elements)
    return .error(
      "unknown element \"\(excerpt(name))\"\(suggestion(name, HTMLProfile.elements))", at: place,
      hints: nearest == nil ? ["a class is written .\(excerpt(name))"] : [])
  }

  static func idBeginsWithDigit(_ name: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"#\(excerpt(name))\" is not an id selector", at: place,
      hints: ["begin the id with a letter"])
  }

  static func classNameExpected(found: String, at place: SourceLocation) -> Diagnostic {
    return .error(
      "expected a class name after \".\", found \(quoted(found))", at: place,
      hints: ["a class name begins with a letter, \"_\" or \"-\""])
  }

  static func attributeNameExpected(found: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "expected the name of an attribute after \"[\", found \(quoted(found))", at: place,
      hints: ["for example [data-kind=\"sale\"]"])
  }

  static func attributeOperatorExpected(found: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "expected \"]\", =, ~=, |=, ^=, $= or *= after the attribute, found \(quoted(found))",
      at: place)
  }

  static func attributeValueExpected(
    found: String, name: String, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "expected a value for the attribute, found \(quoted(found))", at: place,
      hints: ["write it in quotation marks: [\(excerpt(name))=\"…\"]"])
  }

  static func unknownAttributeFlag(_ flag: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"\(excerpt(flag))\" cannot stand behind an attribute's value", at: place,
      hints: ["i compares without case, s with it; a value of several words needs quotation marks"])
  }

  static func selectorNestedTooDeep(at place: SourceLocation) -> Diagnostic {
    .error(
      "more than \(Budget.selectorNesting) of :not(), :is() and :where() inside each other",
      at: place, hints: ["give the element a class"])
  }

  static func pseudoClassExpected(found: String, at place: SourceLocation) -> Diagnostic {
    return .error(
      "expected the name of a pseudo-class after \":\", found \(quoted(found))", at: place)
  }

  static func pseudoElement(_ name: String, at place: SourceLocation) -> Diagnostic {
    guard CSSProfile.pseudoElements.contains(name) else {
      return .error("unknown pseudo-element \"::\(excerpt(name))\"", at: place)
    }
    let remedy = CSSProfile.pseudoElementRemedies[name] ?? "wrap that text in a span with a class"
    return .error("\"::\(name)\" is not supported", at: place, hints: [remedy])
  }

  static func pseudoElementInArgument(_ name: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"::\(name)\" cannot stand inside parentheses", at: place,
      hints: ["write it at the selector's end"])
  }

  static func selectorBehindPseudoElement(
    _ element: PseudoElement, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "nothing can follow \"::\(element.rawValue)\" in a selector", at: place,
      hints: ["write ::\(element.rawValue) at its end"])
  }

  static func pseudoClassNeedsArgument(_ name: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\":\(name)\" needs an argument", at: place,
      hints: ["for example :\(name)(\(exampleArgument(of: name)))"])
  }

  private static func exampleArgument(of pseudoClass: String) -> String {
    switch pseudoClass {
    case "lang": "ar"
    case "dir": "rtl"
    case _ where pseudoClass.hasPrefix("nth"): "2n+1"
    default: ".wide"
    }
  }

  static func languageExpected(found: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\":lang()\" takes languages, not \"\(excerpt(found))\"", at: place,
      hints: ["for example :lang(ar, he), or :lang(\"*-Hant\") in quotes"])
  }

  static func directionExpected(found: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\":dir()\" takes ltr or rtl, not \"\(excerpt(found))\"", at: place)
  }

  static func unsupportedPseudoClass(_ name: String, at place: SourceLocation) -> Diagnostic {
    if let remedy = CSSProfile.pseudoClassRemedies[name] {
      return .error("\":\(name)\" is not supported", at: place, hints: [remedy])
    }
    if CSSProfile.interactivePseudoClasses.contains(name) {
      return .error(
        "\":\(name)\" is not supported", at: place,
        hints: ["a slide is a still picture: remove the rule"])
    }
    if CSSProfile.plainPseudoClasses.contains(name) {
      return .error("\":\(name)\" takes no argument", at: place)
    }
    let candidates =
      CSSProfile.pseudoClasses + CSSProfile.pseudoClassRemedies.keys.sorted()
      + CSSProfile.interactivePseudoClasses.sorted()
    return .error(
      "unknown pseudo-class \":\(excerpt(name))\"\(suggestion(name, candidates))", at: place)
  }

  static func notAnPlusB(_ text: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"\(excerpt(text))\" does not number elements", at: place,
      hints: ["write odd, even, a number, or a formula such as 3n+1"])
  }
}

// MARK: - Media queries

extension Diagnostic {
  static func mediaQueryExpected(at place: SourceLocation) -> Diagnostic {
    .error("a media query is missing here", at: place)
  }

  static func mediaConditionExpected(at place: SourceLocation) -> Diagnostic {
    .error(
      "expected a condition in parentheses", at: place,
      hints: ["for example (min-aspect-ratio: 1/1) or (height < 1400px)"])
  }

  static func mediaWordNotSupported(_ word: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"\(word)\" is not supported here", at: place,
      hints: [
        word == "or"
          ? "separate the queries by commas" : "begin the query with not, or turn the range around"
      ])
  }

  static func unknownMediaType(_ word: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "unknown media type \"\(excerpt(word))\"\(suggestion(word, ["screen", "all", "print"]))",
      at: place)
  }

  static func mediaFeatureExpected(at place: SourceLocation) -> Diagnostic {
    .error(
      "expected a media feature", at: place,
      hints: ["width, height, aspect-ratio and orientation are supported"])
  }

  static func unknownMediaFeature(_ name: String, at place: SourceLocation) -> Diagnostic {
    if CSSProfile.otherMediaFeatures.contains(name) {
      return .error(
        "media feature \"\(name)\" is not supported", at: place,
        hints: ["width, height, aspect-ratio and orientation are supported"])
    }
    let plain = CSSProfile.mediaFeatures.keys.sorted()
    let names = plain + plain.filter { $0 != "orientation" }.flatMap { ["min-\($0)", "max-\($0)"] }
    return .error(
      "unknown media feature \"\(excerpt(name))\"\(suggestion(name, names))", at: place)
  }

  static func orientationIsNoRange(at place: SourceLocation) -> Diagnostic {
    .error(
      "\"orientation\" has no order", at: place, hints: ["write (orientation: portrait)"])
  }

  static func comparisonExpected(at place: SourceLocation) -> Diagnostic {
    .error("expected \":\", \"<\", \"<=\", \">\", \">=\" or \"=\"", at: place)
  }

  static func mediaRangeDirections(at place: SourceLocation) -> Diagnostic {
    .error(
      "both comparisons have to point the same way", at: place,
      hints: ["for example (400px <= width <= 700px)"])
  }

  static func mediaLengthExpected(at place: SourceLocation) -> Diagnostic {
    .error("expected a length", at: place, hints: ["for example 1350px"])
  }

  static func mediaEnvironment(at place: SourceLocation) -> Diagnostic {
    .error(
      "env() cannot be used in a media query", at: place,
      hints: [
        "write the size itself, as in (max-height: 1400px); env() goes into values, where it already "
          + "follows the slide's size"
      ])
  }

  static func mediaUnit(_ unit: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "unit \"\(excerpt(unit))\" cannot be used in a media query", at: place,
      hints: ["use px, em or rem"])
  }

  static func mediaRatioExpected(at place: SourceLocation) -> Diagnostic {
    .error("expected a ratio", at: place, hints: ["for example 9/16"])
  }

  static func orientationExpected(at place: SourceLocation) -> Diagnostic {
    .error("expected portrait or landscape", at: place)
  }

  static func mediaFeatureEndExpected(at place: SourceLocation) -> Diagnostic {
    .error("expected \")\"", at: place)
  }
}
