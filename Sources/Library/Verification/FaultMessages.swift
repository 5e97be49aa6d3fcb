import Posts

extension LibraryFault {
  static func databaseDamaged(_ detail: String) -> Self {
    Self(
      kind: .databaseDamaged, file: LibraryDatabase.fileName, detail: detail,
      remedy: "bring back a backup with: flint restore FILE --replace")
  }

  static let searchOutdated = Self(
    kind: .searchOutdated, file: LibraryDatabase.fileName,
    detail: "the words to search in are not those of the posts",
    remedy: "flint post search may miss posts; what else was recorded is not touched by this")

  static func stateDiffers(_ post: Key<Post>, _ detail: String) -> Self {
    Self(
      kind: .stateDiffers, post: post, file: LibraryDatabase.fileName, detail: detail,
      remedy: "somebody changed the database by hand, or it is damaged; compare with a backup")
  }

  static func agreementDiffers(_ key: Key<Agreement>) -> Self {
    Self(
      kind: .stateDiffers, file: LibraryDatabase.fileName,
      detail: "agreement \"\(key)\" is not what its events lead to",
      remedy: "somebody changed the database by hand, or it is damaged; compare with a backup")
  }

  static func folderMissing(_ post: Key<Post>) -> Self {
    Self(
      kind: .missing, post: post, file: "posts/\(post)", detail: "the folder is not there",
      remedy: "draw it again, or bring it back from a backup")
  }

  static func missing(_ post: Key<Post>, _ name: String) -> Self {
    Self(
      kind: .missing, post: post, file: "posts/\(post)/\(name)", detail: "the slide is not there",
      remedy: "draw the post again, or bring it back from a backup")
  }

  static func changed(_ post: Key<Post>, _ name: String, size: Int, expected: Int) -> Self {
    Self(
      kind: .changed, post: post, file: "posts/\(post)/\(name)",
      detail: "it has \(size) bytes; \(expected) were recorded",
      remedy: "draw the post again, or bring it back from a backup")
  }

  static func changed(_ post: Key<Post>, _ name: String) -> Self {
    Self(
      kind: .changed, post: post, file: "posts/\(post)/\(name)",
      detail: "its SHA-256 is not the recorded one",
      remedy: "draw the post again, or bring it back from a backup")
  }

  static func extra(_ post: Key<Post>, _ name: String) -> Self {
    Self(
      kind: .extra, post: post, file: "posts/\(post)/\(name)", detail: "it was not recorded",
      remedy: "move it elsewhere; the next drawing of the post removes it")
  }

  static func unreadable(_ post: Key<Post>, _ name: String, _ reason: String) -> Self {
    Self(
      kind: .unreadable, post: post, file: "posts/\(post)\(name.isEmpty ? "" : "/\(name)")",
      detail: reason)
  }

  static func wordsDiffer(_ post: Key<Post>) -> Self {
    Self(
      kind: .changed, post: post, file: "posts/\(post)/\(LibraryFolder.recordName)",
      detail: "its caption or title is not the recorded one",
      remedy: "draw the post again, or give the words again with: flint post edit")
  }

  static func unfinished(_ name: String) -> Self {
    Self(
      kind: .unfinished, file: "posts/\(name)",
      detail: "a run was stopped while it changed a post's folder, or could not tidy up",
      remedy: "the next command that changes the library finishes it, or puts back what was there")
  }

  static func unrecorded(_ name: String, isPost: Bool) -> Self {
    Self(
      kind: .unrecorded, file: "posts/\(name)",
      detail: isPost ? "the database does not know this post" : "this is no post",
      remedy: isPost
        ? "it is recorded when anything is drawn into the library: flint render, flint batch"
        : "move it elsewhere")
  }

  static func notPrivate(_ name: String, mode: Int) -> Self {
    Self(
      kind: .notPrivate, file: name,
      detail: "others can read it (\(String(mode, radix: 8))), and it holds Spark codes",
      remedy: "let only yourself read it: chmod 600")
  }
}
