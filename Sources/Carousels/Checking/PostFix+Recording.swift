import Diagnostics
import Files
import Library
import Posts

extension PostFix {
  /// Ends what a stopped run was changing in the library that the folder belongs to, before anybody
  /// looks at it.
  ///
  /// - Returns: why the library cannot be changed.
  package static func problemOfSettling(_ folder: String) -> Diagnostic? {
    do throws(Diagnostic) {
      guard let library = LibraryFolder(holding: try FileSystem.realPath(of: folder)) else {
        return nil
      }
      _ = try LibraryStore(library, for: .changing)
      return nil
    } catch {
      return error
    }
  }

  /// Writes the files, and what they are now into the library that the folder belongs to.
  ///
  /// - Throws: also when the post is published: what went out stays as it went out.
  package func write(
    to folder: String, _ circumstances: Circumstances
  ) throws(DiagnosticsError) {
    try DiagnosticsError.catching {
      let folder = try FileSystem.realPath(of: folder)
      guard let library = LibraryFolder(holding: folder) else { return try write(to: folder) }
      let key = Key<Post>(FilePath.name(of: folder))
      try LibraryStore(library, for: .writing).write(circumstances) { writer in
        if let post = try writer.reader.story(of: key)?.post, let old = post.drawing {
          let drawing = Post.Drawing(record, version: old.version, previous: old.previous)
          try writer.change(key) { story, now in
            try story.draw(
              drawing, caption: post.caption, title: post.title, facts: post.facts, at: now)
          }
          try writer.make(try stage(in: library, words: post.words))
        } else {
          try write(to: folder)
        }
      }
    }
  }
}
