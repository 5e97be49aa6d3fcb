import GRDB
public import Posts

extension LibraryReader {
  /// Which authorization has the code of this fingerprint.
  public func authorization(
    withFingerprint sha256: String
  ) throws -> (post: Key<Post>, authorization: Key<Authorization>)? {
    try rows(
      """
      SELECT posts.key, authorizations.key FROM authorizations
      JOIN posts ON posts.id = authorizations.post WHERE fingerprint = ?
      """, [sha256]
    ) {
      (post: try $0.key() as Key<Post>, authorization: try $0.key() as Key<Authorization>)
    }.first
  }

  /// Codes that look like this one and are not the same; with their texts, to be compared and
  /// forgotten.
  public func codes(
    alike code: SparkCode
  ) throws -> [(post: Key<Post>, authorization: Key<Authorization>, code: SparkCode)] {
    try rows(
      """
      SELECT posts.key, authorizations.key, codes.code FROM codes
      JOIN authorizations ON authorizations.fingerprint = codes.fingerprint
      JOIN posts ON posts.id = authorizations.post
      WHERE codes.likeness = ? AND codes.code <> ? ORDER BY authorizations.key
      """, [code.likeness, code.secret]
    ) {
      (
        post: try $0.key() as Key<Post>, authorization: try $0.key() as Key<Authorization>,
        code: SparkCode(secret: try $0.next())
      )
    }
  }

  /// The code itself: only for `code reveal` and a hand-off that asks for it. nil when only its mark
  /// came here.
  public func code(withFingerprint sha256: String) throws -> SparkCode? {
    try rows("SELECT code FROM codes WHERE fingerprint = ?", [sha256]) {
      SparkCode(secret: try $0.next())
    }.first
  }
}
