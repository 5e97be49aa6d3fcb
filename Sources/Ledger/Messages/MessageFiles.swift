public import Diagnostics
import Files

/// Where message templates lie: the library's own in `LIBRARY/messages/LANGUAGE/KIND.txt`, before
/// those that Flint comes with.
public struct MessageFiles: Sendable {
  /// The library's folder; it need not exist.
  public var library: String
  /// Flint's own `messages` folder.
  package var own: String
  /// A folder name, such as `en`.
  public var language: String

  public init(
    library: String, language: String = "en", dataFolder: String
  ) throws(DiagnosticsError) {
    self.library = library
    self.language = language
    own = FilePath.join(dataFolder, "messages")
    let isName =
      !language.isEmpty
      && language.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
      }
    guard isName, !folders.isEmpty else {
      throw DiagnosticsError(.noMessageLanguage(language, known: languages))
    }
  }

  /// The template in force: the library's when there is one.
  public func load(_ kind: MessageKind) throws(DiagnosticsError) -> MessageTemplate {
    let path = path(of: kind)
    return try MessageTemplate(
      try DataFile.text(path, limit: MessageTemplate.limit), kind: kind, path: path)
  }

  /// The file of the template in force.
  public func path(of kind: MessageKind) -> String {
    let file = "\(kind.rawValue).txt"
    return folders.map { FilePath.join($0, file) }.first(where: FileSystem.fileExists)
      ?? FilePath.join(FilePath.join(own, language), file)
  }

  /// Whether the user has words of their own for it.
  public func isOwn(_ kind: MessageKind) -> Bool { FileSystem.fileExists(userPath(of: kind)) }

  /// Copies the template in force into the library, to be changed.
  ///
  /// - Returns: the new file.
  public func copyToLibrary(_ kind: MessageKind) throws(DiagnosticsError) -> String {
    let target = userPath(of: kind)
    do throws(Diagnostic) {
      if FileSystem.fileExists(target) || FileSystem.folderExists(target) {
        throw .alreadyThere(target, remedy: "edit it, or remove it to begin anew")
      }
      let bytes = try FileSystem.read(path(of: kind), limit: MessageTemplate.limit)
      try FileSystem.createFolder(FilePath.folder(of: target))
      try FileSystem.write(bytes, to: target)
    } catch {
      throw DiagnosticsError(error)
    }
    return target
  }

  private func userPath(of kind: MessageKind) -> String {
    FilePath.join(userFolder, "\(language)/\(kind.rawValue).txt")
  }

  private var userFolder: String { FilePath.join(library, "messages") }

  /// The folders of this language that are there.
  private var folders: [String] {
    [userFolder, own].map { FilePath.join($0, language) }.filter(FileSystem.folderExists)
  }

  private var languages: [String] {
    // A folder that is missing or cannot be listed has no languages to offer.
    let names = [userFolder, own].flatMap { (try? FileSystem.names(in: $0)) ?? [] }
    return Set(names).sorted()
  }
}
