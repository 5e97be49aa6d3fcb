import Diagnostics

/// Reads one media feature: `min-width: 600px`, `width >= 600px`, `400px < width <= 700px`,
/// `orientation: portrait` or plain `width`; Media Queries 4 §2.4.
struct MediaFeatureParser {
  private var values: ArraySlice<ComponentValue>
  /// Where the opening parenthesis stands.
  private let location: SourceLocation

  /// - Parameter values: what stands between the parentheses, without white space.
  init(_ values: [ComponentValue], in location: SourceLocation) {
    self.values = values[...]
    self.location = location
  }

  mutating func parse() throws(Diagnostic) -> [MediaQuery.Condition] {
    if case .identifier(let name) = values.first?.kind {
      let place = values.removeFirst().location
      if values.isEmpty { return try booleanCondition(name.asciiLowercased, at: place) }
      if values.first?.kind == .colon {
        values.removeFirst()
        return try plainCondition(name.asciiLowercased, at: place)
      }
      let feature = try rangeFeature(name.asciiLowercased, at: place)
      let comparison = try parseComparison()
      let condition = try condition(feature, comparison, parseValue(of: feature))
      try expectEnd()
      return [condition]
    }
    return try leadingValueConditions()
  }

  // MARK: - The forms

  private func booleanCondition(
    _ name: String, at place: SourceLocation
  ) throws(Diagnostic) -> [MediaQuery.Condition] {
    let feature = try self.feature(name, at: place)
    // A slide has a width and a height, and so a ratio and an orientation.
    if feature == .orientation { return [] }
    return [MediaQuery.Condition(feature: feature, comparison: .greater, value: 0)]
  }

  private mutating func plainCondition(
    _ written: String, at place: SourceLocation
  ) throws(Diagnostic) -> [MediaQuery.Condition] {
    var name = written
    var comparison = MediaQuery.Comparison.equal
    if name.hasPrefix("min-") { comparison = .greaterOrEqual }
    if name.hasPrefix("max-") { comparison = .lessOrEqual }
    if comparison != .equal { name.removeFirst(4) }
    guard let feature = CSSProfile.mediaFeatures[name],
      feature != .orientation || comparison == .equal
    else { throw .unknownMediaFeature(written, at: place) }
    let result = try condition(feature, comparison, parseValue(of: feature))
    try expectEnd()
    return [result]
  }

  /// `600px <= width` or `400px < width <= 700px`.
  private mutating func leadingValueConditions() throws(Diagnostic) -> [MediaQuery.Condition] {
    let rest = values
    // What kind of value comes first is known only from the feature's name behind it.
    let name = values.first { if case .identifier = $0.kind { true } else { false } }
    guard let name, case .identifier(let word) = name.kind else {
      throw .mediaFeatureExpected(at: rest.first?.location ?? location)
    }
    let feature = try rangeFeature(word.asciiLowercased, at: name.location)
    let lower = try parseValue(of: feature)
    let first = try parseComparison()
    guard values.popFirst()?.location == name.location else {
      throw .mediaFeatureExpected(at: location)
    }
    var conditions = [condition(feature, first.mirrored, lower)]
    if !values.isEmpty {
      let second = try parseComparison()
      guard first != .equal, second != .equal, first.isUpward == second.isUpward else {
        throw .mediaRangeDirections(at: location)
      }
      conditions.append(condition(feature, second, try parseValue(of: feature)))
      try expectEnd()
    }
    return conditions
  }

  // MARK: - The parts

  private func feature(
    _ name: String, at place: SourceLocation
  ) throws(Diagnostic) -> MediaQuery.Feature {
    guard let feature = CSSProfile.mediaFeatures[name] else {
      throw .unknownMediaFeature(name, at: place)
    }
    return feature
  }

  private func rangeFeature(
    _ name: String, at place: SourceLocation
  ) throws(Diagnostic) -> MediaQuery.Feature {
    let feature = try feature(name, at: place)
    if feature == .orientation { throw .orientationIsNoRange(at: place) }
    return feature
  }

  private func condition(
    _ feature: MediaQuery.Feature, _ comparison: MediaQuery.Comparison, _ value: Double
  ) -> MediaQuery.Condition {
    MediaQuery.Condition(feature: feature, comparison: comparison, value: value)
  }

  private mutating func parseComparison() throws(Diagnostic) -> MediaQuery.Comparison {
    let place = values.first?.location ?? location
    guard case .delimiter(let sign) = values.popFirst()?.kind else {
      throw .comparisonExpected(at: place)
    }
    if sign == "=" { return .equal }
    let orEqual = values.first?.kind == .delimiter("=")
    if orEqual { values.removeFirst() }
    switch sign {
    case "<": return orEqual ? .lessOrEqual : .less
    case ">": return orEqual ? .greaterOrEqual : .greater
    default: throw .comparisonExpected(at: place)
    }
  }

  private mutating func parseValue(of feature: MediaQuery.Feature) throws(Diagnostic) -> Double {
    switch feature {
    case .width, .height: try parseLength()
    case .aspectRatio: try parseRatio()
    case .orientation: try parseOrientation()
    }
  }

  private mutating func parseLength() throws(Diagnostic) -> Double {
    let value = values.popFirst()
    switch value?.kind {
    case .number(0, _): return 0
    case .function("env", _): throw .mediaEnvironment(at: value?.location ?? location)
    case .dimension(let number, let unit):
      guard let factor = CSSProfile.pxPerMediaUnit[unit] else {
        throw .mediaUnit(unit, at: value?.location ?? location)
      }
      return number * factor
    default: throw .mediaLengthExpected(at: value?.location ?? location)
    }
  }

  /// `16 / 9` or a single number.
  private mutating func parseRatio() throws(Diagnostic) -> Double {
    let place = values.first?.location ?? location
    guard case .number(let width, _) = values.popFirst()?.kind, width >= 0 else {
      throw .mediaRatioExpected(at: place)
    }
    guard values.first?.kind == .delimiter("/") else { return width }
    values.removeFirst()
    let heightPlace = values.first?.location ?? location
    guard case .number(let height, _) = values.popFirst()?.kind, height > 0 else {
      throw .mediaRatioExpected(at: heightPlace)
    }
    return width / height
  }

  private mutating func parseOrientation() throws(Diagnostic) -> Double {
    let value = values.popFirst()
    if case .identifier(let word) = value?.kind {
      if word.asciiLowercased == "portrait" { return 1 }
      if word.asciiLowercased == "landscape" { return 0 }
    }
    throw .orientationExpected(at: value?.location ?? location)
  }

  private func expectEnd() throws(Diagnostic) {
    if let value = values.first { throw .mediaFeatureEndExpected(at: value.location) }
  }
}

extension MediaQuery.Comparison {
  /// The same comparison with its sides exchanged.
  fileprivate var mirrored: Self {
    switch self {
    case .equal: .equal
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  fileprivate var isUpward: Bool { self == .less || self == .lessOrEqual }
}
