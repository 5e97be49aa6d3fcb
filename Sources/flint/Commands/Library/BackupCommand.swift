import ArgumentParser
import Console
import Library

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Write the whole library into one file.",
    discussion: """
      The database as it is at one moment, and the posts' files. Others may go on working. The file \
      holds the Spark codes; only you can read it. "sqlite3 FILE -Ax" unpacks it without Flint.

      EXAMPLES:
        flint backup library-march.flint
        flint backup /mnt/disk/library.flint --replace
      """)

  @Argument(help: "The file to write.", completion: .file()) var file: String
  @Flag(help: "Replace a file that is there.") var replace = false
  @OptionGroup var library: LibraryOption
  @Flag(help: "Print one JSON document.") var json = false

  func run() throws {
    try Report.run {
      let bar = CountedBar(unit: "posts")
      let contents = try LibraryBackup(LibraryFolder(path: library.folder))
        .write(to: file, mayReplace: replace, progress: { bar.advance($0, of: $1) })
      bar.finish()
      Terminal.writeOutput(
        json
          ? try JSON.document(["backup": ContentsJSON(contents, file: file)])
          : "\(file)  \(LibraryText.contents(contents))\n")
      return .done
    }
  }
}

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Bring a library back from a backup.",
    discussion: """
      Every file is held against its SHA-256 before anything is changed. No other Flint may be \
      writing to the library meanwhile. With --replace, what was there is kept beside it.

      EXAMPLES:
        flint restore library-march.flint
        flint restore library-march.flint --library other --replace
      """)

  @Argument(help: "A file that flint backup wrote.", completion: .file()) var file: String
  @Flag(help: "Replace a library that is there.") var replace = false
  @OptionGroup var library: LibraryOption
  @Flag(help: "Print one JSON document.") var json = false

  func run() throws {
    try Report.run {
      let bar = CountedBar(unit: "posts")
      let (contents, replaced) = try LibraryBackup(LibraryFolder(path: library.folder))
        .restore(from: file, mayReplace: replace, progress: { bar.advance($0, of: $1) })
      bar.finish()
      if json {
        Terminal.writeOutput(
          try JSON.document([
            "restored": ContentsJSON(contents, file: file, library: library.folder, kept: replaced)
          ]))
      } else {
        Terminal.writeOutput("\(library.folder)  \(LibraryText.contents(contents))\n")
        if let replaced { Report.note("what was there is now in \(replaced)\n") }
      }
      return .done
    }
  }
}

private struct ContentsJSON: Encodable {
  var file: String
  var posts: Int
  var files: Int
  var bytes: Int
  var library: String?
  var kept: String?

  init(
    _ contents: LibraryBackup.Contents, file: String, library: String? = nil, kept: String? = nil
  ) {
    self.file = file
    posts = contents.posts
    files = contents.files
    bytes = contents.bytes
    self.library = library
    self.kept = kept
  }
}
