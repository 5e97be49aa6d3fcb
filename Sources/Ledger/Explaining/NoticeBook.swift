public import Diagnostics
import Files
package import YAMLText

/// Every notice that can be explained, as `data/notices.yaml` says.
public struct NoticeBook: Sendable {
  /// In the order of the file, which goes from a code to its ads.
  public var notices: [Notice]

  private static let limit = 1 << 20

  public static func load(from dataFolder: String) throws(DiagnosticsError) -> NoticeBook {
    let path = FilePath.join(dataFolder, "notices.yaml")
    return try NoticeBook(try DataFile.bytes(path, limit: limit), path: path)
  }
}

extension NoticeBook {
  package init(_ bytes: [UInt8], path: String) throws(DiagnosticsError) {
    let file = try YAMLNode.parse(bytes, file: path)
    var log = DiagnosticLog()
    var notices: [Notice] = []
    if var reader = YAMLReader(file, what: path, log: &log) {
      _ = reader.integer("version", in: 1...1, log: &log)
      _ = reader.requiredText("updated", log: &log)
      let sources = Self.texts(in: reader.node("sources"))
      notices = (reader.list("notices", log: &log) ?? []).compactMap {
        Notice($0, sources: sources, log: &log)
      }
      reader.finish(log: &log)
    }
    if notices.isEmpty { log.add(.noNotices(at: file.location)) }
    try log.throwIfErrors()
    self.notices = notices
  }

  private static func texts(in node: YAMLNode?) -> [String: String] {
    guard case .mapping(let entries)? = node?.value else { return [:] }
    return Dictionary(entries.map { ($0.key, $0.value.text ?? "") }) { first, _ in first }
  }
}

extension Notice {
  package init?(_ node: YAMLNode, sources known: [String: String], log: inout DiagnosticLog) {
    guard var reader = YAMLReader(node, what: "a notice", log: &log) else { return nil }
    var codes: [ClosedRange<Int>] = []
    for (text, place) in reader.texts("codes", log: &log) ?? [] {
      if let range = Self.range(text) {
        codes.append(range)
      } else {
        log.add(.notANoticeCode(text, at: place))
      }
    }
    self.codes = codes
    names = (reader.texts("names", log: &log) ?? []).map(\.text)
    let firstOfEach = codes.first.map { ["\($0.lowerBound)"] } ?? []
    id =
      reader.text("id", log: &log)
      ?? (firstOfEach + names.prefix(1)).joined(separator: "-")
    if id.isEmpty { log.add(.namelessNotice(at: node.location)) }
    area = reader.requiredText("area", log: &log) ?? ""
    means = reader.requiredText("means", log: &log) ?? ""
    causes = (reader.texts("causes", log: &log) ?? []).map(\.text)
    let actors = Actor.allCases.map(\.rawValue)
    actor = reader.choice("who", among: actors, log: &log).flatMap(Actor.init) ?? .both
    steps = (reader.texts("do", log: &log) ?? []).map(\.text)
    let kinds = MessageKind.allCases.map(\.rawValue)
    message = reader.choice("message", among: kinds, log: &log).flatMap(MessageKind.init)
    reason = reader.text("reason", log: &log)
    note = reader.text("note", log: &log)
    let standings = Standing.allCases.map(\.rawValue)
    standing = reader.choice("status", among: standings, log: &log).flatMap(Standing.init) ?? .own
    phrases = (reader.texts("words", log: &log) ?? []).map { Explanation.words(of: $0.text) }
    var cited: [String] = []
    for (key, place) in reader.texts("sources", log: &log) ?? [] {
      if let source = known[key] {
        cited.append(source)
      } else {
        log.add(.unknownSource(key, at: place))
      }
    }
    sources = cited
    reader.finish(log: &log)
  }

  /// `4013`, `-500` or `40900-40916`.
  private static func range(_ text: String) -> ClosedRange<Int>? {
    if let number = Int(text) { return number...number }
    let ends = text.split(separator: "-").map { Int($0) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first <= last else {
      return nil
    }
    return first...last
  }
}
