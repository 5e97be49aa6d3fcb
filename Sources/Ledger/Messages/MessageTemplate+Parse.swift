package import Diagnostics

extension MessageTemplate {
  package static let limit = 64 << 10

  /// - Throws: every problem of the text: no subject, an unknown or unclosed placeholder.
  package init(_ text: String, kind: MessageKind, path: String) throws(DiagnosticsError) {
    var log = DiagnosticLog()
    let plain = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    let lines = plain.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let head = "subject:"
    let first = lines.first ?? ""
    if !first.lowercased().hasPrefix(head) {
      log.add(.noSubject(String(first), at: SourceLocation(file: path, line: 1)))
    }
    self.kind = kind
    self.path = path
    self.text = text
    var subject = Line(first, kind: kind, at: SourceLocation(file: path, line: 1), log: &log)
    if case .words(let words)? = subject.parts.first, words.lowercased().hasPrefix(head) {
      let rest = words.dropFirst(head.count).drop(while: \.isWhitespace)
      subject.parts[0] = .words(String(rest))
    }
    self.subject = subject
    var body = lines.dropFirst().enumerated().map { index, line in
      Line(line, kind: kind, at: SourceLocation(file: path, line: index + 2), log: &log)
    }
    body.trimPrefix { $0.isEmpty }
    self.body = body
    try log.throwIfErrors()
  }
}

extension MessageTemplate.Line {
  package var isEmpty: Bool {
    parts.allSatisfy { part in
      if case .words(let words) = part { words.allSatisfy(\.isWhitespace) } else { false }
    }
  }

  package init(
    _ line: Substring, kind: MessageKind, at start: SourceLocation, log: inout DiagnosticLog
  ) {
    parts = []
    var rest = line[...]
    while let opening = rest.firstRange(of: "{{") {
      var place = start
      place.column = line[..<opening.lowerBound].unicodeScalars.count + 1
      guard let closing = rest[opening.upperBound...].firstRange(of: "}}") else {
        log.add(.unclosedPlaceholder(at: place))
        break
      }
      if opening.lowerBound > rest.startIndex {
        parts.append(.words(String(rest[..<opening.lowerBound])))
      }
      let inside = rest[opening.upperBound..<closing.lowerBound]
      let isOptional = inside.contains("?")
      let name = inside.filter { !$0.isWhitespace && $0 != "?" }
      if let placeholder = MessagePlaceholder(rawValue: name.lowercased()) {
        parts.append(.value(placeholder, isOptional: isOptional))
        if placeholder == .code, kind != .share { log.add(.codeOutsideHandOff(kind, at: place)) }
      } else {
        log.add(.unknownPlaceholder(name, at: place))
      }
      rest = rest[closing.upperBound...]
    }
    if !rest.isEmpty { parts.append(.words(String(rest))) }
  }
}
