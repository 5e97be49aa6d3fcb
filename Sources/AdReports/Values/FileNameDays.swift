import Files
import Posts

/// The days that an export's name tells: `Ad_20260101_20260131_GMT+0.xlsx`.
enum FileNameDays {
  /// nil unless the name has exactly two days, in order.
  static func range(of file: String) -> ClosedRange<Day>? {
    let days = days(in: Array(FilePath.name(of: file).utf8))
    guard days.count == 2, days[0] <= days[1] else { return nil }
    return days[0]...days[1]
  }

  private static func days(in name: [UInt8]) -> [Day] {
    func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    var runs: [(range: Range<Int>, text: String)] = []
    var index = 0
    while index < name.count {
      let end = name[index...].firstIndex { !isDigit($0) } ?? name.count
      if end > index {
        runs.append((index..<end, String(decoding: name[index..<end], as: UTF8.self)))
      }
      index = end + 1
    }
    var days: [Day] = []
    var next = 0
    while next < runs.count {
      let (range, text) = runs[next]
      if text.utf8.count == 8, let number = Int(text),
        let day = Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
      {
        days.append(day)
      } else if text.utf8.count == 4, next + 2 < runs.count, let year = Int(text),
        runs[next + 1].range.lowerBound == range.upperBound + 1,
        runs[next + 2].range.lowerBound == runs[next + 1].range.upperBound + 1,
        let month = Int(runs[next + 1].text), let number = Int(runs[next + 2].text),
        let day = Day(year: year, month: month, day: number)
      {
        days.append(day)
        next += 2
      }
      next += 1
    }
    // What merely looks like a day is no day of an ad.
    return days.filter { (2016...2099).contains($0.civil.year) }
  }
}
