import GRDB
import Posts

extension LibraryReader {
  /// Where codes of this library stand in a text, in order.
  ///
  /// Found by the index of likenesses and compared letter for letter (`CodeLookup`), so whatever
  /// they look like, and nothing else is.
  ///
  /// - Parameter ignoringCase: for texts that were made small, such as tags.
  /// - Complexity: a look into the index for each word of the text, however many codes there are.
  public func codes(
    in text: String, ignoringCase: Bool = false
  ) throws -> [Range<String.Index>] {
    let readings = CodeLookup.readings(of: text)
    guard !readings.isEmpty, try hasCodes() else { return [] }
    var found: [Range<String.Index>] = []
    for lookup in readings {
      let heads = try known(Set(lookup.places.map(\.head)))
      if heads.isEmpty { continue }
      for place in lookup.places where heads.contains(place.head) {
        for place in lookup.continuations(of: place) {
          found += try ranges(in: lookup, at: place, ignoringCase: ignoringCase)
        }
      }
    }
    return found.joined
  }

  /// Whether there is one in it.
  public func holdsCode(_ text: String, ignoringCase: Bool = false) throws -> Bool {
    try !codes(in: text, ignoringCase: ignoringCase).isEmpty
  }

  private func hasCodes() throws -> Bool {
    try rows("SELECT EXISTS (SELECT 1 FROM codes)") { try $0.next() as Bool }.contains(true)
  }

  /// The heads that a code begins with.
  private func known(_ heads: Set<String>) throws -> Set<String> {
    Set(
      try rows(
        """
        SELECT value FROM json_each(?) AS head WHERE EXISTS (
          SELECT 1 FROM codes INDEXED BY codes_alike
          WHERE likeness >= head.value AND likeness < head.value || char(1114111))
        """, [try StoryRows.json(Array(heads))]
      ) { try $0.next() as String })
  }

  private func ranges(
    in lookup: CodeLookup, at place: CodeLookup.Place, ignoringCase: Bool
  ) throws -> [Range<String.Index>] {
    let likeness = lookup.likeness(at: place)
    let neighbors = try rows(
      """
      SELECT max(likeness) FROM codes INDEXED BY codes_alike WHERE likeness <= ?1
      UNION ALL SELECT min(likeness) FROM codes INDEXED BY codes_alike WHERE likeness >= ?1
      """, [likeness]
    ) { try $0.next() as String? }.compactMap(\.self)
    let candidates = lookup.candidates(at: place, near: neighbors)
    // Nearly always one of the neighbors is the code.
    for texts in [neighbors, candidates] where !candidates.isEmpty {
      let found = try codes(like: texts).compactMap { code in
        lookup.range(of: code, at: place, ignoringCase: ignoringCase)
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  private func codes(like likenesses: [String]) throws -> [SparkCode] {
    try rows(
      """
      SELECT code FROM json_each(?) AS candidate
      JOIN codes INDEXED BY codes_alike ON likeness = candidate.value
      """, [try StoryRows.json(likenesses)]
    ) { SparkCode(secret: try $0.next()) }
  }
}
