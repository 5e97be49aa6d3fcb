package import Diagnostics

/// Reads delimited text record by record (RFC 4180), every cell with its line and column.
///
/// Beyond the RFC it takes what spreadsheets write: a byte order mark, `;`, tab or `|` between
/// cells, any line ending, a first line `sep=;`, comment lines before the header, and quotes inside
/// unquoted cells. One record is held at a time; a cell's text is made only when asked for.
package struct CSVReader {
  /// Where a cell stands in the bytes and in the text.
  package struct Field {
    /// The content, without the quotes around it.
    package var range: Range<Int>
    /// 1-based; the column in Unicode scalars.
    package var line: Int
    package var column: Int
    /// `""` stands in it for a quote.
    var hasDoubledQuotes = false

    package var isEmpty: Bool { range.isEmpty }
  }

  /// A product description is some kilobytes; a megabyte is a quote that was never closed.
  static let maximumCellBytes = 1 << 20
  /// The longest known export (a shop with many markets and metafields) has some hundreds.
  static let maximumColumns = 1_000
  /// 100,000 products of a kilobyte; feeds are held in memory whole.
  package static let maximumFileBytes = 256 << 20

  package let file: String
  package let delimiter: UInt8
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var column = 1

  /// - Parameter delimiter: nil takes the one that separates most of the first record.
  package init(
    _ bytes: [UInt8], file: String, delimiter: UInt8?
  ) throws(DiagnosticsError) {
    let place = SourceLocation(file: file)
    guard bytes.count <= Self.maximumFileBytes else {
      throw DiagnosticsError(.feedTooLarge(bytes.count, at: place))
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw DiagnosticsError(.utf16(at: place))
    }
    if let problem = Self.firstInvalidUTF8(in: bytes, file: file) {
      throw DiagnosticsError(problem)
    }
    self.file = file
    self.bytes = bytes
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var declared: UInt8?
    while let end = Self.endOfPreamble(bytes, from: start, declared: &declared) {
      line += 1
      start = end
    }
    position = start
    self.delimiter = delimiter ?? declared ?? Self.sniffDelimiter(bytes, from: start)
  }

  package func location(of field: Field) -> SourceLocation {
    SourceLocation(file: file, line: field.line, column: field.column)
  }

  /// The cell's text without white space around it.
  package func text(_ field: Field) -> String {
    var range = field.range
    while let first = range.first, Self.isSpace(bytes[first]) { range.removeFirst() }
    while let last = range.last, Self.isSpace(bytes[last]) { range.removeLast() }
    if !field.hasDoubledQuotes { return String(decoding: bytes[range], as: UTF8.self) }
    var content: [UInt8] = []
    content.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      content.append(bytes[index])
      let isDoubled =
        bytes[index] == .quote && index + 1 < range.upperBound && bytes[index + 1] == .quote
      index += isDoubled ? 2 : 1
    }
    return String(decoding: content, as: UTF8.self)
  }

  /// The next record's fields; blank lines are passed over.
  ///
  /// - Parameter problems: what is wrong with this record; with an error the fields may be short.
  /// - Returns: nil at the end of the text; otherwise never empty.
  package mutating func next(_ problems: inout [Diagnostic]) -> [Field]? {
    skipBlankLines()
    guard position < bytes.count else { return nil }
    var fields: [Field] = []
    while true {
      fields.append(readField(&problems))
      guard position < bytes.count, bytes[position] == delimiter else { break }
      advance()
      if fields.count == Self.maximumColumns {
        problems.append(
          .tooManyColumns(at: SourceLocation(file: file, line: line, column: column)))
        while position < bytes.count, !isLineEnd(bytes[position]) { advance() }
        break
      }
    }
    endLine()
    return fields
  }

  // MARK: Cells

  private mutating func readField(_ problems: inout [Diagnostic]) -> Field {
    position < bytes.count && bytes[position] == .quote
      ? readQuoted(&problems) : readPlain(&problems)
  }

  private mutating func readPlain(_ problems: inout [Diagnostic]) -> Field {
    var field = Field(range: position..<position, line: line, column: column)
    while position < bytes.count, bytes[position] != delimiter, !isLineEnd(bytes[position]) {
      advance()
    }
    field.range = field.range.lowerBound..<position
    check(field, &problems)
    return field
  }

  private mutating func readQuoted(_ problems: inout [Diagnostic]) -> Field {
    var field = Field(range: position..<position, line: line, column: column)
    advance()
    let start = position
    while true {
      guard position < bytes.count else {
        field.range = start..<position
        problems.append(.unclosedQuote(lastLine: line, at: location(of: field)))
        return field
      }
      let byte = bytes[position]
      if byte == .quote {
        guard position + 1 < bytes.count, bytes[position + 1] == .quote else { break }
        field.hasDoubledQuotes = true
        advance()
        advance()
      } else if isLineEnd(byte) {
        endLine()
      } else {
        advance()
      }
    }
    field.range = start..<position
    advance()
    if position < bytes.count, bytes[position] != delimiter, !isLineEnd(bytes[position]) {
      problems.append(
        .textAfterQuote(at: SourceLocation(file: file, line: line, column: column)))
      while position < bytes.count, bytes[position] != delimiter, !isLineEnd(bytes[position]) {
        advance()
      }
    }
    check(field, &problems)
    return field
  }

  private func check(_ field: Field, _ problems: inout [Diagnostic]) {
    if field.range.count > Self.maximumCellBytes {
      problems.append(.cellTooLarge(field.range.count, at: location(of: field)))
    }
  }

  // MARK: Moving

  private mutating func advance() {
    // Continuation bytes belong to the scalar before them.
    if bytes[position] & 0xC0 != 0x80 { column += 1 }
    position += 1
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == .lineFeed || byte == .carriageReturn }

  /// Passes one `\n`, `\r\n` or `\r`, if there is one.
  private mutating func endLine() {
    guard position < bytes.count, isLineEnd(bytes[position]) else { return }
    let isPair =
      bytes[position] == .carriageReturn && position + 1 < bytes.count
      && bytes[position + 1] == .lineFeed
    position += isPair ? 2 : 1
    line += 1
    column = 1
  }

  private mutating func skipBlankLines() {
    while position < bytes.count, isLineEnd(bytes[position]) { endLine() }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == .tab || byte == .lineFeed || byte == .carriageReturn
  }
}

extension UInt8 {
  package static let quote = UInt8(ascii: "\"")
  package static let tab = UInt8(ascii: "\t")
  package static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}
