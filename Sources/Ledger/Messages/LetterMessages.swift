public import Diagnostics

// Messages to send, and TikTok's notices.

extension Diagnostic {
  static func noSubject(_ line: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "the first line is \"\(line.prefix(60))\", not the subject", at: place,
      hints: ["begin with a line such as: Subject: A Spark code for “{{ post }}”?"])
  }

  static func unclosedPlaceholder(at place: SourceLocation) -> Diagnostic {
    .error(
      "\"{{\" without \"}}\" in the same line", at: place,
      hints: ["write {{ creator }}, all in one line"])
  }

  public static func unknownPlaceholder(_ name: String, at place: SourceLocation) -> Diagnostic {
    let known = MessagePlaceholder.allCases.map(\.rawValue)
    let guess = Spelling.nearest(to: name, among: known).map { "; did you mean \"\($0)\"?" } ?? ""
    return .error(
      "unknown placeholder \"\(name.prefix(60))\"\(guess)", at: place,
      hints: ["known are \(known.joined(separator: ", "))"])
  }

  static func codeOutsideHandOff(_ kind: MessageKind, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"{{ code }}\" may stand in share.txt only, not in \(kind.rawValue).txt", at: place,
      hints: ["a Spark code is a secret; hand it over with the message \"share\""])
  }

  static func gapsInMessage(
    _ kind: MessageKind, _ missing: [MessagePlaceholder]
  ) -> Diagnostic {
    let names = missing.map { "[\($0.rawValue)]" }.joined(separator: ", ")
    return .warning(
      "the message \"\(kind.rawValue)\" has gaps: \(names)",
      hints: ["fill them in before you send it"])
  }

  static func noMessageLanguage(_ language: String, known: [String]) -> Diagnostic {
    .error(
      "there are no messages in the language \"\(language.prefix(60))\"",
      hints: [
        known.isEmpty
          ? "make a folder messages/en in the library"
          : "there are \(known.joined(separator: ", ")); for another, make a folder of that name "
            + "in the library's messages folder"
      ])
  }

  static func notUTF8(_ path: String) -> Diagnostic {
    .error(
      "\"\(path)\" is not UTF-8 text", at: SourceLocation(file: path),
      hints: ["save the file in the encoding UTF-8"])
  }

  static func alreadyThere(_ path: String, remedy: String) -> Diagnostic {
    .error("\"\(path)\" is there already", hints: [remedy])
  }
}

extension Diagnostic {
  static func notANoticeCode(_ node: String, at place: SourceLocation) -> Diagnostic {
    .error("\"\(node)\" is not a number or a range such as 40900-40916", at: place)
  }

  static func unknownSource(_ key: String, at place: SourceLocation) -> Diagnostic {
    .error("\"\(key)\" is not among the sources", at: place)
  }

  static func namelessNotice(at place: SourceLocation) -> Diagnostic {
    .error("the notice has neither codes, names nor an id", at: place)
  }

  static func noNotices(at place: SourceLocation) -> Diagnostic {
    .error("there are no notices", at: place)
  }
}
