import GRDB

/// The full-text index: one row a post, made of its own columns.
struct SearchIndex {
  let db: Database

  /// Brings the row of a post up to date.
  func update(_ id: Int) throws {
    try db.cachedStatement(sql: "DELETE FROM search WHERE rowid = ?").execute(arguments: [id])
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT key, caption, coalesce(title, ''),
              coalesce((SELECT group_concat(tag, ' ') FROM tags WHERE post = posts.id), ''),
              coalesce((SELECT group_concat(words, ' ') FROM slides WHERE post = posts.id), '')
            FROM posts WHERE id = ?
            """), arguments: [id])
    else { return }
    var columns = Columns(row)
    let key: String = try columns.next()
    let caption: String = try columns.next()
    let title: String = try columns.next()
    let tags: String = try columns.next()
    let words: String = try columns.next()
    try db.cachedStatement(
      sql: "INSERT INTO search (rowid, key, caption, tags, words) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: [
      id, SearchText.folded(key), SearchText.folded("\(title) \(caption)"),
      SearchText.folded(tags), SearchText.folded(words),
    ])
  }
}
