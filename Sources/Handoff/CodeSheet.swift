public import Diagnostics
import Files
public import Library
public import Posts

/// A sheet of the codes that can be applied, for whoever pastes them into Ads Manager.
public struct CodeSheet: Sendable {
  /// A code of the sheet, by what it belongs to.
  public struct Row: Sendable {
    /// The post that the code is for.
    public var post: Key<Post>
    /// The authorization that the code belongs to.
    public var authorization: Key<Authorization>
  }

  /// In the sheet's order; the header is not among them.
  public private(set) var rows: [Row] = []
  /// Codes that were left out or had to be changed, and why.
  public private(set) var warnings: [Diagnostic] = []
  /// Whether a code had to be left out.
  public private(set) var isIncomplete = false
  /// RFC 4180, UTF-8.
  public private(set) var text = ""
  private let withCodes: Bool

  /// The sheet's header.
  public static let columns = [
    "post", "creator", "brand", "authorization", "code", "fingerprint", "item id", "url",
    "start (UTC)", "end (UTC)", "end is",
  ]

  /// - Parameters:
  ///   - filter: which authorizations; those that are not valid now are left out.
  ///   - posts: only of these; all when nil.
  ///   - withCodes: their texts; else they are masked.
  public init(
    _ filter: AuthorizationFilter, posts: Set<Key<Post>>?, withCodes: Bool,
    from store: LibraryStore, at now: Moment
  ) throws {
    self.withCodes = withCodes
    text = Self.line(Self.columns)
    var filter = filter
    filter.isUsable = true
    try store.read { reader in
      for summary in try reader.authorizations(filter, at: now) {
        guard let grant = summary.authorization.grant, posts?.contains(summary.post) ?? true else {
          continue
        }
        var shown = grant.code.masked
        if withCodes {
          guard let code = try reader.code(withFingerprint: grant.code.fingerprint) else {
            warnings.append(.codeIsLeftOut(summary.authorization.key, grant.code))
            isIncomplete = true
            continue
          }
          shown = code.secret
          if Self.isFormula(shown) {
            warnings.append(.codeIsQuoted(summary.authorization.key))
          }
        }
        let row = Row(post: summary.post, authorization: summary.authorization.key)
        rows.append(row)
        let itemID = try reader.story(of: summary.post)?.post.publication?.itemID
        text += Self.line([
          summary.post.text, summary.creator?.text ?? "",
          summary.authorization.brand.text, summary.authorization.key.text, shown,
          grant.code.shortFingerprint, itemID ?? "", summary.url ?? "", Self.utc(grant.start),
          Self.utc(grant.end), grant.endSource.rawValue,
        ])
      }
    }
  }

  /// With codes only its owner can read it, and each code is noted as shared.
  public func write(
    to path: String, store: LibraryStore, circumstances: Circumstances
  ) throws {
    try HandoffPlace.createFolder(FilePath.folder(of: path), in: store.folder)
    let bytes = Array(text.utf8)
    guard withCodes else { return try FileSystem.write(bytes, to: path) }
    // As with a bundle: no code leaves without a trace.
    try store.write(circumstances) { writer in
      for row in rows {
        try writer.change(row.post) { story, now in
          try story.share(row.authorization, how: "export", at: now)
        }
      }
      writer.makeWhenCommitted(try FileChange(stagingPrivately: bytes, at: path))
    }
  }

  private static func utc(_ moment: Moment) -> String {
    String(moment.description.replacing("T", with: " ").dropLast())
  }

  /// Whether a spreadsheet would compute the cell.
  static func isFormula(_ cell: String) -> Bool {
    guard let first = cell.unicodeScalars.first else { return false }
    return "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
  }

  /// A line with its end; an apostrophe before what a spreadsheet would compute, which it does not
  /// show. Only the first character decides, so a code that begins with `#` stays as it is.
  package static func line(_ cells: [String]) -> String {
    cells.map { cell in
      let inert = isFormula(cell) ? "'\(cell)" : cell
      guard inert.unicodeScalars.contains(where: { "\",\r\n\t;".unicodeScalars.contains($0) })
      else {
        return inert
      }
      return "\"\(inert.replacing("\"", with: "\"\""))\""
    }.joined(separator: ",") + "\r\n"
  }
}
