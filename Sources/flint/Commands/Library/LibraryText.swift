import Console
import Library
import Posts

/// What `verify`, `backup` and `restore` say, and `doctor` of a library.
enum LibraryText {
  /// Two lines: what was found where, and what to do.
  static func line(_ fault: LibraryFault) -> String {
    let place = fault.file.map { "\($0): " } ?? ""
    let post = fault.post.map { fault.file?.contains($0.text) == true ? "" : "\($0): " } ?? ""
    let first = "\(place)\(fault.kind.rawValue): \(post)\(fault.detail)"
    let text = fault.remedy.map { "\(first)\n  hint: \($0)" } ?? first
    return VisibleText.of(text) + "\n"
  }

  static func sum(of faults: [LibraryFault], posts: Int) -> String {
    let checked = "\(posts) \(posts == 1 ? "post" : "posts") verified"
    if faults.isEmpty { return "\(checked): all as recorded" }
    let kinds = LibraryFault.Kind.allCases.compactMap { kind -> String? in
      let count = faults.count { $0.kind == kind }
      return count > 0 ? "\(count) \(kind.rawValue)" : nil
    }
    return "\(checked): \(kinds.joined(separator: ", "))"
  }

  static func contents(_ contents: LibraryBackup.Contents) -> String {
    let posts = "\(contents.posts) \(contents.posts == 1 ? "post" : "posts")"
    let files = "\(contents.files) \(contents.files == 1 ? "file" : "files")"
    return "\(posts), \(files), \(size(contents.bytes))"
  }

  /// What stopped runs left, a path a line; nothing for none.
  static func leftovers(_ paths: [String]) -> String {
    if paths.isEmpty { return "" }
    let lines = paths.map { "  \(VisibleText.of($0))\n" }
    return "leftovers  of stopped runs; they may hold codes, and the next run that writes there "
      + "removes them:\n\(lines.joined())"
  }

  private static func size(_ bytes: Int) -> String {
    if bytes < 1_000_000 { return "\((bytes + 999) / 1000) kB" }
    return "\(bytes / 1_000_000).\(bytes % 1_000_000 / 100_000) MB"
  }
}

/// A progress bar for work that finds out itself how much there is.
final class CountedBar {
  private let unit: String
  private var bar: ProgressBar?

  init(unit: String) { self.unit = unit }

  func advance(_ done: Int, of total: Int) {
    if bar == nil { bar = ProgressBar(total: total, unit: unit) }
    bar?.advance()
  }

  func finish() { bar?.finish() }
}
