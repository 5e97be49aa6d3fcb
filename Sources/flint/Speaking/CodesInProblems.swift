import Ledger
import Library

/// Masks codes in what a command says of problems, where what was typed is repeated: what looks like
/// one, and every code of the library that the command was given.
enum CodesInProblems {
  /// Opened for the first problem. What is wrong with it is for the command to say.
  private static let store = try? LibraryStore(
    LibraryFolder(path: LibraryPlace.folder(typedLibrary)), for: .reading)

  /// What `--library` says, also of a command line that is not understood.
  private static var typedLibrary: String? {
    let arguments = Array(CommandLine.arguments.dropFirst().prefix { $0 != "--" })
    let option = "--library"
    if let place = arguments.lastIndex(of: option) {
      return arguments.dropFirst(place + 1).first
    }
    return arguments.last { $0.hasPrefix(option + "=") }
      .map { String($0.dropFirst(option.count + 1)) }
  }

  static func hiding(_ text: String) -> String {
    // A library that cannot be read knows no code.
    (try? store?.read { try $0.hidingCodes(text) }) ?? CodeMask.hiding(text)
  }
}
