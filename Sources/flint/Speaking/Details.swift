import Console

/// Lines of a name and a value; those without a value are left out.
enum Details {
  static func text(_ lines: [(String, String?)]) -> String {
    let known = lines.filter { $0.1?.isEmpty == false }
    let width = known.map(\.0.count).max() ?? 0
    return known.map { name, value in
      "  \(name.padding(to: width))  \(VisibleText.of(value ?? ""))\n"
    }.joined()
  }
}

extension Table {
  /// Two blanks before each line.
  var inset: String {
    let width = Terminal.outputIsTerminal ? Terminal.outputWidth - 2 : nil
    return text(width: width).split(separator: "\n").map { "  \($0)\n" }.joined()
  }
}
