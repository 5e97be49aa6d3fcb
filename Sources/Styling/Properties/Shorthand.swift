import Diagnostics
import Markup

/// A property that stands for several others.
struct Shorthand: Sendable {
  /// The values of longhands, or flow-relative properties, by name; those left out become initial.
  package typealias Parts = [(name: String, setter: Setter)]

  package let name: String
  let longhands: [String]
  /// What values may be, for messages.
  package let expected: String
  package let parse: @Sendable (inout ValueReader) throws(Diagnostic) -> Parts?

  package init(
    _ name: String, _ longhands: [String], expects expected: String,
    parse: @escaping @Sendable (inout ValueReader) throws(Diagnostic) -> Parts?
  ) {
    self.name = name
    self.longhands = longhands
    self.expected = expected
    self.parse = parse
  }

  package static let all: [Shorthand] =
    boxes + borders + logicalBorders + flex + grid + backgrounds + text + [mask]
}

extension Shorthand {
  /// One to four values for top, right, bottom and left.
  static func fourSides(_ name: String, _ longhands: [String]) -> Shorthand {
    let expected = "one to four values, each \(PropertyTable.longhand(longhands[0]).expected)"
    return Shorthand(name, longhands, expects: expected) { (reader) throws(Diagnostic) in
      let starts = try reader.fourSides { (reader) throws(Diagnostic) in
        try start(of: longhands[0], &reader)
      }
      return try starts.map { (starts) throws(Diagnostic) in try parts(longhands, at: starts) }
    }
  }

  /// One or two values; a missing second is the first.
  package static func pair(_ name: String, _ first: String, _ second: String) -> Shorthand {
    let known = PropertyTable.flowRelative[first]?.leftToRight ?? first
    let expected = "one or two values, each \(PropertyTable.longhand(known).expected)"
    return Shorthand(name, [first, second], expects: expected) { (reader) throws(Diagnostic) in
      let starts = try reader.pair { (reader) throws(Diagnostic) in try start(of: known, &reader) }
      return try starts.map { (starts) throws(Diagnostic) in
        try parts([first, second], at: [starts.0, starts.1])
      }
    }
  }

  /// Any of the longhands, each once, in any order.
  static func anyOrder(
    _ name: String, _ longhands: [String], expects expected: String
  ) -> Shorthand {
    Shorthand(name, longhands, expects: expected) { (reader) throws(Diagnostic) in
      try anyOrder(longhands, &reader)
    }
  }

  static func anyOrder(
    _ longhands: [String], _ reader: inout ValueReader
  ) throws(Diagnostic) -> Parts? {
    var found: Parts = []
    while !reader.isAtEnd {
      let count = found.count
      for name in longhands where !found.contains(where: { $0.name == name }) {
        guard let setter = try PropertyTable.longhand(name).parse(&reader) else { continue }
        found.append((name, setter))
        break
      }
      if found.count == count { break }
    }
    return found.isEmpty ? nil : found
  }

  /// Reads one value of a longhand.
  ///
  /// - Returns: a reader that stands before it; nil when there is none.
  private static func start(
    of longhand: String, _ reader: inout ValueReader
  ) throws(Diagnostic) -> ValueReader? {
    reader.skipWhitespace()
    let start = reader
    return try PropertyTable.longhand(longhand).parse(&reader) == nil ? nil : start
  }

  /// Each longhand's value read where its reader stands; of a flow-relative property both sides'.
  private static func parts(
    _ names: [String], at starts: [ValueReader]
  ) throws(Diagnostic) -> Parts {
    var parts: Parts = []
    for (name, start) in zip(names, starts) {
      let sides = PropertyTable.flowRelative[name].map { [$0.leftToRight, $0.rightToLeft] }
      for side in sides ?? [name] {
        var reader = start
        if let setter = try PropertyTable.longhand(side).parse(&reader) {
          parts.append((name, setter))
        }
      }
    }
    return parts
  }
}
