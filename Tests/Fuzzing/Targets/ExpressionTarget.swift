import Diagnostics
import Feeds
import Templates
import TestSupport

extension FuzzTarget {
  /// What stands in a template's slide, with a field of each type, bound to a row.
  static let expressions = FuzzTarget("expressions", mostBytes: 1024) { input in
    let folder = try TemporaryFolder()
    try folder.write(manifest, to: "demo/template.yaml")
    try folder.write(Array("<section class=\"slide\">".utf8) + input, to: "demo/slides.html")
    let template = try Template.load(folder["demo"])
    _ = template.warnings.map(\.description)
    _ = try template.bind(row, options: BindOptions())
  }

  private static let manifest = """
    fields:
      title: text
      price: money
      rating: number
      day: date
      tint: color
      sale: flag
      bullets: { type: list, limit: 4 }

    """

  private static let row: Row = {
    let cells = [
      ("title", "**A** title"), ("price", "12.50"), ("rating", "4.5"), ("day", "2026-02-03"),
      ("tint", "#336699"), ("sale", "yes"), ("bullets", "One\nTwo"),
    ]
    let place = SourceLocation(file: "row.csv", line: 2, column: 1)
    return Row(
      key: nil, cells: cells.map { ($0, Row.Cell(.text($1), at: place)) }, location: place)
  }()
}
