public import Diagnostics

/// The words of a message to a creator or a brand, with places for names, days and addresses.
///
/// A template is a text whose first line is `Subject: …`. `{{ name }}` becomes a value;
/// `{{ name? }}` too, but without a value its whole line is left out. Everything else is sent as it
/// stands.
public struct MessageTemplate: Sendable {
  public let kind: MessageKind
  /// Where it was read.
  public let path: String
  /// As it was written.
  public let text: String
  let subject: Line
  let body: [Line]

  struct Line: Sendable {
    package enum Part: Sendable {
      case words(String)
      case value(MessagePlaceholder, isOptional: Bool)
    }

    package var parts: [Part]
  }

  /// The names it holds, in the order they come first.
  public var placeholders: [MessagePlaceholder] {
    var seen: [MessagePlaceholder] = []
    for case .value(let name, _) in ([subject] + body).flatMap(\.parts) where !seen.contains(name) {
      seen.append(name)
    }
    return seen
  }

  /// - Parameter values: one line each; white space is gathered into single blanks. One that is
  ///   empty counts as missing. `code` is a secret: pass it for an explicit hand-off only.
  /// - Returns: the words to send; where a value is missing, its name in brackets, such as `[days]`.
  public func filled(with values: [MessagePlaceholder: String]) -> FilledMessage {
    let clean = values.compactMapValues { value in
      let words = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return words.isEmpty ? nil : words
    }
    var missing: [MessagePlaceholder] = []
    func text(of line: Line) -> String? {
      for case .value(let name, isOptional: true) in line.parts where clean[name] == nil {
        return nil
      }
      return line.parts.map { part in
        switch part {
        case .words(let words): return words
        case .value(let name, _):
          if let value = clean[name] { return value }
          if !missing.contains(name) { missing.append(name) }
          return "[\(name.rawValue)]"
        }
      }.joined()
    }
    let subject = text(of: subject) ?? ""
    var lines: [String] = []
    for line in body {
      guard let text = text(of: line) else { continue }
      // A line that was left out leaves one empty line, not two.
      if text.isEmpty, lines.last?.isEmpty ?? true { continue }
      lines.append(text)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return FilledMessage(
      kind: kind, subject: subject, body: lines.joined(separator: "\n"), missing: missing)
  }
}

/// A message ready to send.
public struct FilledMessage: Hashable, Sendable {
  public var kind: MessageKind
  public var subject: String
  /// Lines separated by line feeds; no line feed at the end.
  public var body: String
  /// What stands in it as `[name]`, for a person to fill in.
  public var missing: [MessagePlaceholder]

  /// `Subject: …`, an empty line, the body, a line feed.
  public var text: String { "Subject: \(subject)\n\n\(body)\n" }

  /// What to tell the user about the gaps; nil when there are none.
  public var warning: Diagnostic? { missing.isEmpty ? nil : .gapsInMessage(kind, missing) }
}
