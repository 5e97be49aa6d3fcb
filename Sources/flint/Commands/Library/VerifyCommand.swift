import ArgumentParser
import Console
import Library
import Posts

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "See whether the library is as it was recorded.",
    discussion: """
      Holds the database against itself and its events, and every slide against its SHA-256. \
      Changes nothing. Exit code 1 when files differ, 2 when the records cannot be trusted.

      EXAMPLES:
        flint verify
        flint verify moonrise-vase-product-showcase --json
      """)

  @Argument(help: "Posts; all when none is named.", completion: KeyCompletion.posts)
  var posts: [String] = []

  @OptionGroup var library: LibraryOption
  @Flag(help: "Print one JSON document.") var json = false

  func run() throws {
    try Report.run {
      let verification = try LibraryVerification(LibraryFolder(path: library.folder))
      let subjects = try verification.posts(named: posts)
      var faults = try verification.databaseFaults()
      let bar = ProgressBar(total: subjects.count, unit: "posts")
      for subject in subjects {
        let found = try verification.faults(of: subject)
        faults += found
        bar.advance(failed: !found.isEmpty)
      }
      bar.finish()
      if posts.isEmpty { faults += try verification.unrecordedFolders() }
      if json {
        Terminal.writeOutput(try JSON.document(VerificationJSON(subjects, faults)))
      } else {
        Terminal.writeOutput(faults.map(LibraryText.line).joined())
        Report.note(LibraryText.sum(of: faults, posts: subjects.count) + "\n")
      }
      if faults.contains(where: \.isOfTheRecords) { return .refused }
      return faults.isEmpty ? .done : .partly
    }
  }
}

private struct VerificationJSON: Encodable {
  var posts: Int
  var faults: [Fault]

  struct Fault: Encodable {
    var kind: LibraryFault.Kind
    var post: String?
    var file: String?
    var detail: String
    var remedy: String?
  }

  init(_ posts: [Key<Post>], _ faults: [LibraryFault]) {
    self.posts = posts.count
    self.faults = faults.map {
      Fault(
        kind: $0.kind, post: $0.post?.text, file: $0.file, detail: $0.detail, remedy: $0.remedy)
    }
  }
}
