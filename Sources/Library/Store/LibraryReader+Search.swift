import GRDB
public import Posts

/// A post that was found, and by what.
public struct SearchHit: Equatable, Sendable {
  /// The post that was found; no post twice.
  public var post: Key<Post>
  /// Where it was found: the text around it, with the words between U+2068 and U+2069.
  public var excerpt: String
}

extension LibraryReader {
  /// Posts whose slides, captions, titles, keys or tags have all the words, best first.
  ///
  /// Works for every script, written as one searches: `crème` finds `Creme`, part of a Japanese
  /// phrase finds it. A word is found by its beginning; nothing in `words` is read as a query
  /// language.
  public func search(_ words: String, limit: Int) throws -> [SearchHit] {
    guard let query = SearchText.query(words) else { return [] }
    let wanted = SearchText.Excerpt(words)
    // Keys and tags were chosen to be found by; then captions; then what stands on slides.
    return try rows(
      """
      SELECT posts.key, posts.caption, coalesce(posts.title, ''),
        coalesce((SELECT group_concat(tag, ' ') FROM tags WHERE post = posts.id), ''),
        coalesce((SELECT group_concat(words, char(10)) FROM slides WHERE post = posts.id), '')
      FROM search JOIN posts ON posts.id = search.rowid WHERE search MATCH ?
      ORDER BY bm25(search, 4, 2, 4, 1), posts.key LIMIT ?
      """, [query, max(0, limit)]
    ) { columns in
      let key: Key<Post> = try columns.key()
      let caption: String = try columns.next()
      let title: String = try columns.next()
      let tags: String = try columns.next()
      let slides: String = try columns.next()
      return SearchHit(
        post: key, excerpt: wanted.best(among: [title, caption, slides, tags, key.text]))
    }
  }
}
