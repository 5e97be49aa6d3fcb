public import Diagnostics
import Files
public import Library
public import Posts

extension DueReport {
  /// A message that goes with an item.
  public struct Letter: Sendable {
    public var item: DueItem
    public var message: FilledMessage
    /// `renew-moonrise@harbor.txt`.
    public var fileName: String
  }

  /// The messages that fit the items, filled from the library.
  ///
  /// - Parameter sender: only what the one or the other would send; both when nil.
  public func letters(
    from files: MessageFiles, by sender: MessageKind.Party?, in reader: LibraryReader,
    times: ZonedTime = .local
  ) throws -> [Letter] {
    var letters: [Letter] = []
    var names: Set<String> = []
    var templates: [MessageKind: MessageTemplate] = [:]
    for item in items {
      let kinds = item.messageKinds.filter { sender == nil || $0.sender == sender }
      if kinds.isEmpty { continue }
      let values = try self.values(for: item, in: reader, times: times)
      for kind in kinds {
        let subject = item.authorization?.text ?? item.agreement?.text ?? item.ad?.text ?? ""
        let name = "\(kind.rawValue)-\(Self.fileName(subject)).txt"
        guard names.insert(name).inserted else { continue }
        let template = try templates[kind] ?? files.load(kind)
        templates[kind] = template
        letters.append(
          Letter(item: item, message: template.filled(with: values), fileName: name))
      }
    }
    return letters
  }

  /// Writes each message into a folder of its own, which is created when needed.
  public static func write(
    _ letters: [Letter], to folder: String
  ) throws(DiagnosticsError) {
    do throws(Diagnostic) {
      try FileSystem.createFolder(folder)
      try FileSystem.replaceFiles(
        in: folder,
        with: letters.map {
          FileSystem.FolderEntry(name: $0.fileName, bytes: Array($0.message.text.utf8))
        })
    } catch {
      throw DiagnosticsError(error)
    }
  }

  private func values(
    for item: DueItem, in reader: LibraryReader, times: ZonedTime
  ) throws -> [MessagePlaceholder: String] {
    var values = try MessageValues.of(
      item.post, authorization: item.authorization, in: reader, times: times, at: now)
    if let creator = item.creator, values[.creator] == nil {
      values[.creator] = MessageValues.name(of: try reader.creator(creator), key: creator)
    }
    if let brand = item.brand, values[.brand] == nil {
      values[.brand] = try reader.brand(brand)?.name ?? brand.text
    }
    switch item.matter {
    case .adOutlivesCode, .codeEnds: values[.extend] = item.advice.days.map(String.init)
    case .authorizationLost(_, _, let word): values[.reason] = "its ad reads \(word)"
    case .codeEnded: values[.reason] = "its authorization has run out"
    case .unpaid(let key, let owed):
      values[.amount] = owed.formatted()
      if let agreement = try reader.agreement(key) {
        values[.terms] = MessageValues.terms(of: agreement)
      }
      values[.post] = try titles(under: key, in: reader)
    case .adWithoutCode, .adRejected, .requestOpen: break
    }
    return values
  }

  /// The posts of an agreement in quotes, five at most; nil when there are none.
  private func titles(
    under agreement: Key<Agreement>, in reader: LibraryReader
  ) throws -> String? {
    var filter = AuthorizationFilter()
    filter.agreement = agreement
    var titles: [String] = []
    for summary in try reader.authorizations(filter, at: now) {
      guard let post = try reader.story(of: summary.post)?.post else { continue }
      let title = "“\(MessageValues.title(of: post))”"
      if !titles.contains(title) { titles.append(title) }
      if titles.count > 5 { break }
    }
    if titles.isEmpty { return nil }
    return titles.prefix(5).joined(separator: ", ") + (titles.count > 5 ? " and others" : "")
  }

  /// Letters, digits, `@`, `.`, `_` and hyphens; others become hyphens.
  private static func fileName(_ key: String) -> String {
    String(
      key.map { character in
        character.isASCII
          && (character.isLetter || character.isNumber || "@._-".contains(character))
          ? character : "-"
      }.prefix(120))
  }
}

extension DueItem {
  /// What one would write to the other about it; the brand's first.
  public var messageKinds: [MessageKind] {
    switch matter {
    case .codeEnds: [.renew, .offer]
    case .adOutlivesCode: [.renew]
    case .codeEnded, .authorizationLost: [.reissue]
    case .requestOpen: [.remind]
    case .unpaid: [.pay]
    case .adWithoutCode, .adRejected: []
    }
  }
}
