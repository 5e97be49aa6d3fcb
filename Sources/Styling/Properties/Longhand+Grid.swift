import Diagnostics

extension Longhand {
  /// CSS Grid 2, and the inline axis of CSS Box Alignment.
  package static let grid: [Longhand] = [
    Longhand(
      "grid-template-columns", \.style.grid.templateColumns, expects: templateExpected,
      parse: gridTemplate),
    Longhand(
      "grid-template-rows", \.style.grid.templateRows, expects: templateExpected,
      parse: gridTemplate),
    Longhand(
      "grid-template-areas", \.style.grid.templateAreas,
      expects: "none or a string for each row, such as \"head head\" \"photo text\""
    ) { (reader) throws(Diagnostic) in
      if reader.take("none") { return .constant(GridAreas()) }
      return try reader.gridAreas().map { .constant($0) }
    },
    Longhand(
      "grid-auto-columns", \.style.grid.autoColumns, expects: trackExpected, parse: autoTracks),
    Longhand("grid-auto-rows", \.style.grid.autoRows, expects: trackExpected, parse: autoTracks),
    Longhand(
      "grid-auto-flow", \.style.grid.autoFlow,
      expects: "row, column or dense, or one of the first "
        + "and dense"
    ) { (reader) throws(Diagnostic) in gridFlow(&reader).map { .constant($0) } },
    Longhand(
      "grid-column-start", \.style.grid.columnStart, expects: lineExpected, parse: gridLine),
    Longhand("grid-column-end", \.style.grid.columnEnd, expects: lineExpected, parse: gridLine),
    Longhand("grid-row-start", \.style.grid.rowStart, expects: lineExpected, parse: gridLine),
    Longhand("grid-row-end", \.style.grid.rowEnd, expects: lineExpected, parse: gridLine),
    Longhand(
      "justify-items", \.style.grid.justifyItems,
      expects: "normal, stretch, start, end, center, left, right or baseline"
    ) { (reader) throws(Diagnostic) in
      reader.peekIdentifier() == "auto" ? nil : justification(&reader)
    },
    Longhand(
      "justify-self", \.style.grid.justifySelf,
      expects: "auto, normal, stretch, start, end, center, left, right or baseline"
    ) { (reader) throws(Diagnostic) in justification(&reader) },
  ]

  static let templateExpected =
    "none or the tracks' sizes, such as 200px 1fr auto, repeat(3, 1fr) or minmax(100px, 1fr)"
  private static let trackExpected = "sizes such as 200px, 1fr, auto or minmax(100px, 1fr)"
  static let lineExpected =
    "auto, a line's number or name, an area's name, or span and a number of tracks"

  @Sendable private static func gridTemplate(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<GridTemplate>? {
    try reader.gridTemplate()?.specified
  }

  @Sendable static func autoTracks(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<[GridTrackSize]>? {
    var sizes: [Specified<GridTrackSize>] = []
    while let size = try reader.trackSize() { sizes.append(size.size) }
    guard !sizes.isEmpty else { return nil }
    let found = sizes
    return .computed { context in found.map { $0.value(in: context) } }
  }

  @Sendable private static func gridLine(
    _ reader: inout ValueReader
  ) throws(Diagnostic) -> Specified<GridLine>? {
    try reader.gridLine().map { .constant($0) }
  }

  private static func gridFlow(_ reader: inout ValueReader) -> GridFlow? {
    var isDense = reader.take("dense")
    let isColumn = reader.take("column")
    let isRow = !isColumn && reader.take("row")
    isDense = isDense || reader.take("dense")
    return isDense || isColumn || isRow ? GridFlow(isColumn: isColumn, isDense: isDense) : nil
  }

  private static func justification(_ reader: inout ValueReader) -> Specified<GridStyle.Justify>? {
    if reader.take("last") { return reader.take("baseline") ? .constant(.lastBaseline) : nil }
    if reader.take("first") { return reader.take("baseline") ? .constant(.baseline) : nil }
    if reader.peekIdentifier() == "last-baseline" { return nil }
    return reader.keyword(GridStyle.Justify.self).map { .constant($0) }
  }
}
