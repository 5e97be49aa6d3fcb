package import Library
package import Posts

extension LibraryReader {
  /// One code belongs to one post, and codes that look alike are one code copied badly.
  package func checkIsNew(_ code: SparkCode, fingerprint: String) throws {
    if let holder = try authorization(withFingerprint: fingerprint) {
      throw Refusal.codeIsKnown(holder.authorization, post: holder.post)
    }
    if let other = try codes(alike: code).first {
      let differences = code.differences(from: other.code).map {
        Refusal.CodeDifference(place: $0.place, here: $0.here, there: $0.there)
      }
      throw Refusal.codeIsAlmostKnown(
        other.authorization, post: other.post, differences: differences)
    }
  }
}
