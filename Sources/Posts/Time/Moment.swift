/// A second of UTC; comes in as an argument wherever it matters, never from a clock.
public struct Moment: Hashable, Comparable, Sendable {
  /// Since 1970-01-01 00:00:00 UTC, without leap seconds; may be negative.
  public var seconds: Int

  public init(seconds: Int) { self.seconds = seconds }

  public static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }

  /// Exactly 86,400 s a day: TikTok counts an authorization's days so, in UTC.
  public func adding(days: Int) -> Moment {
    Moment(seconds: seconds + days * Self.secondsPerDay)
  }

  /// Whole days from `earlier` to this moment, rounded up: 1 s is a day begun.
  public func daysBegun(since earlier: Moment) -> Int {
    let rest = seconds - earlier.seconds
    return rest > 0 ? (rest + Self.secondsPerDay - 1) / Self.secondsPerDay : 0
  }

  /// The UTC calendar day it falls on.
  public var day: Day {
    let quotient = seconds / Self.secondsPerDay
    return Day(number: seconds % Self.secondsPerDay < 0 ? quotient - 1 : quotient)
  }

  static let secondsPerDay = 86_400
}

extension Moment: CustomStringConvertible {
  /// ISO 8601, UTC: `2026-01-31T09:30:00Z`.
  public var description: String {
    let day = day
    let rest = seconds - day.number * Self.secondsPerDay
    let parts = [rest / 3600, rest / 60 % 60, rest % 60].map(Day.twoDigits)
    return "\(day)T\(parts.joined(separator: ":"))Z"
  }

  /// - Parameter text: `2026-01-31T09:30:00Z`, with an offset such as `+02:00` instead of the Z, or
  ///   with TikTok's space instead of the T and no zone (`2026-01-31 09:30:00`, which is UTC).
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 19, bytes.count <= 25,
      bytes[10] == UInt8(ascii: "T")
        || bytes[10] == UInt8(ascii: " "),
      let day = Day(String(decoding: bytes[..<10], as: UTF8.self)),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = Day.number(bytes[11..<13]), hour < 24,
      let minute = Day.number(bytes[14..<16]), minute < 60,
      let second = Day.number(bytes[17..<19]), second < 60,
      let offset = Self.offset(bytes[19...], hasT: bytes[10] == UInt8(ascii: "T"))
    else { return nil }
    self.init(
      seconds: day.number * Self.secondsPerDay + hour * 3600 + minute * 60 + second - offset)
    // An offset must not lead out of the years that can be written.
    guard (1...9999).contains(self.day.civil.year) else { return nil }
  }

  /// Seconds east of UTC; nil when the text is no zone.
  private static func offset(_ zone: ArraySlice<UInt8>, hasT: Bool) -> Int? {
    if zone.isEmpty { return hasT ? nil : 0 }
    if zone.elementsEqual("Z".utf8) { return 0 }
    let digits = Array(zone)
    guard digits.count == 6, digits[3] == UInt8(ascii: ":"),
      let hours = Day.number(digits[1..<3]), hours <= 14,
      let minutes = Day.number(digits[4..<6]), minutes < 60
    else { return nil }
    switch digits[0] {
    case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
    case UInt8(ascii: "-"): return -(hours * 3600 + minutes * 60)
    default: return nil
    }
  }
}

extension Moment: Codable {
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let moment = Moment(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "\"\(text)\" is not a moment"))
    }
    self = moment
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
