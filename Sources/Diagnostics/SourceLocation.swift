/// A place in a text that a person can open in an editor.
public struct SourceLocation: Hashable, Sendable {
  /// The path as the user gave it, or a name in angle brackets such as `<command line>`.
  public var file: String
  /// 1-based; 0 when the place is the file as a whole. In a spreadsheet the row.
  public var line: Int
  /// 1-based, counted in Unicode scalars; 0 when the place is the line as a whole.
  public var column: Int
  /// The sheet of a spreadsheet; then the column is a cell's.
  public var sheet: String?

  public init(file: String, line: Int = 0, column: Int = 0, sheet: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.sheet = sheet
  }
}

extension SourceLocation: Comparable {
  /// By file's name, then line, then column; the sheet does not count.
  public static func < (left: Self, right: Self) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `file:line:column`, without the parts that are 0; `file:Sheet1!C14` in a spreadsheet, and
  /// `file:Sheet1!14` for a row as a whole.
  public var description: String {
    if let sheet {
      let isWord = sheet.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0)
      }
      let name = isWord && !sheet.isEmpty ? sheet : "'\(sheet)'"
      return line == 0 ? "\(file):\(name)" : "\(file):\(name)!\(Self.letters(column))\(line)"
    }
    if line == 0 { return file }
    return column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
  }
}

extension SourceLocation {
  /// A spreadsheet's name of a column: `A`, `Z`, `AA`; empty for 0.
  private static func letters(_ column: Int) -> String {
    var rest = column
    var letters = ""
    while rest > 0 {
      let index = UInt8((rest - 1) % 26)
      letters = String(UnicodeScalar(UInt8(ascii: "A") + index)) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// The path that `reference`, written at this place, means: absolute ones as they are, others
  /// relative to the folder of `file`. Only text; nothing is looked up and `..` is kept.
  public func path(of reference: String) -> String {
    if reference.hasPrefix("/") { return reference }
    guard let slash = file.lastIndex(of: "/") else { return reference }
    return file[...slash] + reference
  }
}
