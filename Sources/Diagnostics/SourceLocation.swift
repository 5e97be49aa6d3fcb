/// A place in a text that a person can open in an editor.
public struct SourceLocation: Hashable, Sendable {
  /// The path as the user gave it, or a name in angle brackets such as `<command line>`.
  public var file: String
  /// 1-based; 0 when the place is the file as a whole.
  public var line: Int
  /// 1-based, counted in Unicode scalars; 0 when the place is the line as a whole.
  public var column: Int

  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension SourceLocation: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `file:line:column`, without the parts that are 0.
  public var description: String {
    if line == 0 { return file }
    return column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
  }
}

extension SourceLocation {
  /// The path that `reference`, written at this place, means: absolute ones as they are, others
  /// relative to the folder of `file`. Only text; nothing is looked up and `..` is kept.
  public func path(of reference: String) -> String {
    if reference.hasPrefix("/") { return reference }
    guard let slash = file.lastIndex(of: "/") else { return reference }
    return file[...slash] + reference
  }
}
