import Diagnostics

/// A text to be read: valid UTF-8 with every line end as `\n`, and the place of each byte.
struct SourceText {
  /// Without byte order mark; CR LF and CR have become LF.
  private(set) var bytes: [UInt8] = []
  private let file: String
  /// The places of the bytes 0, 32, 64 …: a place is found by counting from the mark before it.
  private var marks: [Mark] = []

  private struct Mark {
    var line: Int32
    var column: Int32
  }

  private static let markShift = 5

  /// Takes over `input`, which begins at `start`; a text that cannot be read is reported and empty.
  init(_ input: [UInt8], startingAt start: SourceLocation, problems: inout Problems) {
    file = start.file
    guard input.count <= Budget.bytesPerFile else {
      problems.add(
        .fileTooLarge(bytes: input.count, at: SourceLocation(file: start.file)))
      return
    }
    if let fault = take(input, startingAt: start) {
      problems.add(fault)
      bytes = []
      marks = []
    }
  }

  init(_ input: String, startingAt start: SourceLocation, problems: inout Problems) {
    self.init(Array(input.utf8), startingAt: start, problems: &problems)
  }

  /// The place of the byte at `offset`; the end of the text has one too.
  func location(at offset: Int) -> SourceLocation {
    guard !marks.isEmpty else { return SourceLocation(file: file) }
    let index = min(offset >> Self.markShift, marks.count - 1)
    var line = Int(marks[index].line)
    var column = Int(marks[index].column)
    for byte in bytes[(index << Self.markShift)..<min(offset, bytes.count)] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return SourceLocation(file: file, line: line, column: column)
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The byte at `offset`, or 0 behind the end; the text itself has no 0.
  func byte(at offset: Int) -> UInt8 {
    offset < bytes.count ? bytes[offset] : 0
  }

  /// Where `pattern`, in lower case, begins at or after `offset`, whatever its case in the text.
  func find(_ pattern: StaticString, from offset: Int) -> Int? {
    find(Array("\(pattern)".utf8), from: offset)
  }

  func find(_ pattern: [UInt8], from offset: Int) -> Int? {
    guard let first = pattern.first, bytes.count >= pattern.count else { return nil }
    var index = offset
    while index <= bytes.count - pattern.count {
      if bytes[index].asciiLowercased == first, hasPrefix(pattern, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// Whether `pattern`, in lower case, stands at `offset`, whatever its case in the text.
  func hasPrefix(_ pattern: [UInt8], at offset: Int) -> Bool {
    guard offset + pattern.count <= bytes.count else { return false }
    for index in 0..<pattern.count
    where bytes[offset + index].asciiLowercased != pattern[index] {
      return false
    }
    return true
  }

  // MARK: - Taking the bytes over

  /// - Returns: why the text cannot be read, if so.
  private mutating func take(
    _ input: [UInt8], startingAt start: SourceLocation
  ) -> Diagnostic? {
    bytes.reserveCapacity(input.count)
    marks.reserveCapacity(input.count >> Self.markShift + 1)
    var line = max(start.line, 1)
    var column = max(start.column, 1)
    var index = input.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < input.count {
      let byte = input[index]
      if byte < 0x80 {
        if byte == 0 { return .nulCharacter(at: place(line, column)) }
        append(byte, line, column)
        column += 1
        if byte == UInt8(ascii: "\r") {
          bytes[bytes.count - 1] = UInt8(ascii: "\n")
          if index + 1 < input.count, input[index + 1] == UInt8(ascii: "\n") { index += 1 }
        }
        if bytes[bytes.count - 1] == UInt8(ascii: "\n") {
          line += 1
          column = 1
        }
        index += 1
      } else {
        guard let length = Self.scalarLength(in: input, at: index) else {
          return .notUTF8(byte: byte, at: place(line, column))
        }
        append(byte, line, column)
        column += 1
        for trailing in input[(index + 1)..<(index + length)] { append(trailing, line, column) }
        index += length
      }
    }
    if marks.isEmpty {
      marks.append(Mark(line: Int32(clamping: line), column: Int32(clamping: column)))
    }
    return nil
  }

  private mutating func append(_ byte: UInt8, _ line: Int, _ column: Int) {
    if bytes.count & (1 << Self.markShift - 1) == 0 {
      marks.append(Mark(line: Int32(clamping: line), column: Int32(clamping: column)))
    }
    bytes.append(byte)
  }

  private func place(_ line: Int, _ column: Int) -> SourceLocation {
    SourceLocation(file: file, line: line, column: column)
  }

  /// The bytes of the well-formed scalar above U+007F at `index`, or nil; Unicode table 3-7.
  private static func scalarLength(in input: [UInt8], at index: Int) -> Int? {
    let second: ClosedRange<UInt8>
    let length: Int
    switch input[index] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard index + length <= input.count, second ~= input[index + 1] else { return nil }
    for trailing in input[(index + 2)..<(index + length)] where trailing & 0xC0 != 0x80 {
      return nil
    }
    return length
  }
}
