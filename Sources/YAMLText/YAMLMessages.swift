import Diagnostics
import Yams

extension Diagnostic {
  static func notReadable(_ error: any Error, at place: SourceLocation) -> Diagnostic {
    .error("not readable as YAML: \(error)", at: place)
  }

  static func tooLarge(_ bytes: Int, at place: SourceLocation) -> Diagnostic {
    .error(
      "the file has \(bytes) bytes; YAML files may have \(YAMLNode.maximumBytes) at most", at: place
    )
  }

  static func tooDeep(at place: SourceLocation) -> Diagnostic {
    .error("more than \(YAMLNode.maximumDepth) levels of nesting", at: place)
  }

  static func invalidUTF8(at place: SourceLocation) -> Diagnostic {
    .error("this byte is not UTF-8", at: place, hints: ["save the file in the encoding UTF-8"])
  }

  static func controlCharacter(_ value: UInt32, at place: SourceLocation) -> Diagnostic {
    let digits = String(value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return .error("the invisible character U+\(padded) is not allowed here", at: place)
  }

  static func anchor(at place: SourceLocation) -> Diagnostic {
    .error(
      "anchors (&name) and aliases (*name) are not supported", at: place,
      hints: ["write the value out; put text that starts with \"&\" or \"*\" in quotes"])
  }

  static func tag(_ tag: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "tags such as \"\(tag)\" are not supported", at: place,
      hints: ["put text that starts with \"!\" in quotes"])
  }

  static func keyIsNotText(at place: SourceLocation) -> Diagnostic {
    .error("a key must be text", at: place)
  }

  static func duplicateKey(
    _ key: String, first: SourceLocation, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "duplicate key \"\(key)\"", at: place,
      hints: ["it stands on line \(first.line) already; keep one of the two"])
  }

  // Values of the wrong kind.

  static func notAMapping(_ node: YAMLNode, what: String) -> Diagnostic {
    .error(
      "\(what) must be a mapping of names to values, not \(node.spoken)", at: node.location)
  }

  static func wrongKind(_ node: YAMLNode, key: String, expected: String) -> Diagnostic {
    .error(
      "\(key) must be \(expected), not \(node.spoken)", at: node.location,
      hints: node.isNull && expected == "a list of texts" ? [commentRemedy] : [])
  }

  private static let commentRemedy =
    "a # begins a comment; put a text that begins with it in quotes: \"#coffee\""

  /// Whether a `#` stands behind `place` on its line.
  private static func hasComment(onLineOf place: SourceLocation, in text: String) -> Bool {
    let lines = text.split(separator: "\n", maxSplits: place.line, omittingEmptySubsequences: false)
    guard place.line > 0, lines.count >= place.line else { return false }
    return lines[place.line - 1].dropFirst(max(0, place.column - 1)).contains("#")
  }

  static func outOfRange(
    _ node: YAMLNode, key: String, range: ClosedRange<Int>
  ) -> Diagnostic {
    .error(
      "\(key) must be a whole number from \(range.lowerBound) to \(range.upperBound), not "
        + node.spoken, at: node.location)
  }

  static func missingKey(_ key: String, what: String, at place: SourceLocation) -> Diagnostic {
    .error("\(what) has no \(key)", at: place, hints: ["add a line \"\(key): …\""])
  }

  static func unknownKey(
    _ entry: YAMLNode.Entry, what: String, known: [String]
  ) -> Diagnostic {
    let guess = Spelling.nearest(to: entry.key, among: known)
    return .error(
      "unknown key \"\(entry.key)\" in \(what)"
        + (guess.map { "; did you mean \"\($0)\"?" } ?? ""), at: entry.keyLocation,
      hints: guess == nil && !known.isEmpty ? ["known keys: \(known.joined(separator: ", "))"] : [])
  }

  // What libyaml says, in our words.

  static func syntax(_ error: YamlError, in text: String, file: String) -> Diagnostic {
    func place(_ mark: Mark) -> SourceLocation {
      SourceLocation(file: file, line: mark.line, column: mark.column)
    }
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return syntax(
        problem: problem, at: place(mark), context: context?.text ?? "",
        began: context.map { place($0.mark) }, in: text)
    case .duplicatedKeysInMapping(let keys, let context):
      let first = place(context.mark)
      let key = keys.first ?? ""
      return .duplicateKey(key, first: first, at: second(key, after: first, in: text) ?? first)
    default:
      return .error("not readable as YAML: \(error)", at: SourceLocation(file: file))
    }
  }

  private static func syntax(
    problem: String, at place: SourceLocation, context: String, began: SourceLocation?,
    in text: String
  ) -> Diagnostic {
    let began = began ?? place
    let character = character(at: place, in: text)
    switch problem {
    case "mapping values are not allowed in this context":
      return .error(
        "a \":\" is not allowed here", at: place,
        hints: ["put text that contains \": \" in quotes, or check the indentation"])
    case "could not find expected ':'":
      return .error(
        "expected \":\" after this key", at: began,
        hints: ["write \"key: value\"; lines of one list or mapping start in the same column"])
    case "did not find expected key", "did not find expected '-' indicator":
      return .error(
        "this line does not fit the lines above it", at: place,
        hints: ["what begins on line \(began.line) goes on in column \(began.column)"])
    case "found character that cannot start any token":
      if character == "\t" {
        return .error("a tab cannot indent", at: place, hints: ["indent with spaces"])
      }
      return .error(
        "text cannot start with \"\(character.map(String.init) ?? "")\"", at: place,
        hints: ["put the text in quotes"])
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return .error("a tab cannot indent", at: place, hints: ["indent with spaces"])
    case "found unexpected end of stream", "found unexpected document indicator":
      return .error("this quote is never closed", at: began)
    case "found unknown escape character":
      let escaped = self.character(at: place, offset: 1, in: text).map(String.init) ?? ""
      return .error(
        "\"\\\(escaped)\" is not an escape", at: place,
        hints: ["write \"\\\\\" for a backslash, or use single quotes"])
    case "did not find expected ',' or ']'":
      return .error(
        "this \"[\" is never closed by \"]\"", at: began,
        hints: hasComment(onLineOf: began, in: text) ? [commentRemedy] : [])
    case "did not find expected ',' or '}'":
      return .error("this \"{\" is never closed by \"}\"", at: began)
    case "found undefined alias", "did not find expected alphabetic or numeric character":
      return .error(
        "text cannot start with \"*\" or \"&\"", at: began, hints: ["put the text in quotes"])
    case "but found another document":
      return .error(
        "a second document starts here; one file holds one", at: place,
        hints: ["remove the line \"---\""])
    case let text where text.hasPrefix("Maximum nesting level"):
      return .tooDeep(at: place)
    default:
      return .error("\(problem)\(context.isEmpty ? "" : ", \(context)")", at: place)
    }
  }

  private static func line(_ number: Int, of text: String) -> Substring.UnicodeScalarView? {
    let lines = text.unicodeScalars.split(
      separator: "\n", maxSplits: number, omittingEmptySubsequences: false)
    return lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }

  private static func character(
    at place: SourceLocation, offset: Int = 0, in text: String
  ) -> Unicode.Scalar? {
    line(place.line, of: text)?.dropFirst(max(0, place.column - 1 + offset)).first
  }

  /// Where `key` stands again in the column of its first place, the next time after it: libyaml's
  /// reader tells of the first only.
  private static func second(
    _ key: String, after first: SourceLocation, in text: String
  ) -> SourceLocation? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated().dropFirst(first.line) {
      let scalars = line.unicodeScalars
      let indent = scalars.prefix(max(0, first.column - 1))
      guard indent.count == first.column - 1, indent.allSatisfy({ $0 == " " }) else { continue }
      var rest = Substring(scalars.dropFirst(indent.count))
      if let quote = rest.first, quote == "\"" || quote == "'" { rest = rest.dropFirst() }
      guard rest.hasPrefix(key) else { continue }
      let tail = rest.dropFirst(key.count).drop { $0 == "\"" || $0 == "'" || $0 == " " }
      if tail.first == ":" {
        return SourceLocation(file: first.file, line: index + 1, column: first.column)
      }
    }
    return nil
  }
}
