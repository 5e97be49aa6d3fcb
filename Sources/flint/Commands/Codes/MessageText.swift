import Diagnostics
import Ledger

/// Message templates in words.
enum MessageText {
  static func list(_ files: MessageFiles) -> String {
    MessageKind.allCases.map { kind in
      let way = "\(kind.sender.rawValue) to \(kind.sender.other.rawValue)"
      let own = files.isOwn(kind) ? "  (yours: \(files.path(of: kind)))" : ""
      return "\(kind.rawValue.padding(to: 11))  \(way.padding(to: 16))  \(kind.purpose)\(own)\n"
    }.joined()
  }

  static func describe(_ template: MessageTemplate) -> String {
    var text = "\(template.path)\n\n\(template.text)\nplaceholders\n"
    for name in template.placeholders {
      text += "  \(name.rawValue.padding(to: 8))  \(name.meaning)\n"
    }
    return text
  }

  /// `name=value`, checked for its form before.
  static func values(_ texts: [String]) throws -> [MessagePlaceholder: String] {
    var values: [MessagePlaceholder: String] = [:]
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts[0].filter { !$0.isWhitespace }
      guard let placeholder = MessagePlaceholder(rawValue: name) else {
        throw Diagnostic.unknownPlaceholder(
          name, at: SourceLocation(file: "<command line>"))
      }
      if placeholder == .code {
        throw Diagnostic.codeForALetter()
      }
      values[placeholder] = String(parts[1])
    }
    return values
  }

  struct ListJSON: Encodable {
    struct KindJSON: Encodable {
      var kind: String
      var sender: String
      var purpose: String
      var path: String
      var isOwn: Bool
    }

    var messages: [KindJSON]

    init(_ files: MessageFiles) {
      messages = MessageKind.allCases.map { kind in
        KindJSON(
          kind: kind.rawValue, sender: kind.sender.rawValue, purpose: kind.purpose,
          path: files.path(of: kind), isOwn: files.isOwn(kind))
      }
    }
  }
}
