import Diagnostics
import Feeds
import Files
import Library
import Posts

extension PostRecorder {
  /// The key for a row's post: the row's, or the next free one (`-2`) when the post of that key was made
  /// of another file, which only happened to have the same title.
  ///
  /// A row that names its key means that post; one of the command line has no file to tell it by.
  ///
  /// - Returns: the key, and that of the other file's post.
  func freeKey(
    _ key: String, for row: Row
  ) throws(DiagnosticsError) -> (key: String, other: String?) {
    guard row.key == nil, row.location != Row.commandLine else { return (key, nil) }
    var candidate = key
    var number = 2
    while let file = try fileOfPost(candidate), !Self.mayBeSame(file, row.location.file) {
      candidate = "\(key)-\(number)"
      number += 1
    }
    return (candidate, candidate == key ? nil : key)
  }

  /// The file of the row that the newest version of a post was made of; nil when it is not known.
  private func fileOfPost(_ key: String) throws(DiagnosticsError) -> String? {
    let newest = try DiagnosticsError.catching {
      try store.read { try $0.newestVersion(of: Key(key)) }
    }
    guard let newest, let place = folder.record(of: newest.text)?.row?.location,
      place != Row.commandLine
    else { return nil }
    return place.file
  }

  /// Whether two paths, as they were typed in perhaps different folders, may be of one file.
  private static func mayBeSame(_ one: String, _ other: String) -> Bool {
    let (one, other) = (parts(of: one), parts(of: other))
    return zip(one.reversed(), other.reversed()).allSatisfy(==)
  }

  private static func parts(of path: String) -> [Substring] {
    path.split(separator: "/").filter { $0 != "." && $0 != ".." }
  }
}
