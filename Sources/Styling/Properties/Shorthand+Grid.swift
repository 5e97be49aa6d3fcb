import Diagnostics

extension Shorthand {
  package static let grid: [Shorthand] = [
    lines("grid-column", ["grid-column-start", "grid-column-end"]),
    lines("grid-row", ["grid-row-start", "grid-row-end"]),
    lines(
      "grid-area", ["grid-row-start", "grid-column-start", "grid-row-end", "grid-column-end"]),
    Shorthand(
      "grid-template", templateLonghands,
      expects: "none, rows / columns, or areas with their rows' sizes / columns"
    ) { (reader) throws(Diagnostic) in try template(&reader) },
    Shorthand(
      "grid", templateLonghands + ["grid-auto-flow", "grid-auto-rows", "grid-auto-columns"],
      expects: "what grid-template takes, or auto-flow on one side of the /"
    ) { (reader) throws(Diagnostic) in try whole(&reader) },
  ]

  private static let templateLonghands = [
    "grid-template-rows", "grid-template-columns", "grid-template-areas",
  ]

  /// Lines with slashes between them. One left out is that across when that is a name, else `auto`.
  private static func lines(_ name: String, _ longhands: [String]) -> Shorthand {
    let expected = "lines with / between them, each \(Longhand.lineExpected)"
    return Shorthand(name, longhands, expects: expected) { (reader) throws(Diagnostic) in
      var lines: [GridLine] = []
      repeat {
        guard let line = try reader.gridLine() else { return nil }
        lines.append(line)
      } while lines.count < longhands.count && reader.slash()
      while lines.count < longhands.count {
        let across = lines[max(0, lines.count - 2)]
        if case .area = across { lines.append(across) } else { lines.append(.auto) }
      }
      return zip(longhands, lines).map { name, line in (name, setter(of: name, line)) }
    }
  }

  private static func setter(of longhand: String, _ line: GridLine) -> Setter {
    switch longhand {
    case "grid-column-start": { draft, _ in draft.style.grid.columnStart = line }
    case "grid-column-end": { draft, _ in draft.style.grid.columnEnd = line }
    case "grid-row-start": { draft, _ in draft.style.grid.rowStart = line }
    default: { draft, _ in draft.style.grid.rowEnd = line }
    }
  }

  // MARK: grid-template, grid

  private static func template(_ reader: inout ValueReader) throws(Diagnostic) -> Parts? {
    let start = reader
    if reader.take("none"), reader.isAtEnd { return [] }
    reader = start
    if let parts = try areas(&reader) { return parts }
    reader = start
    guard let rows = try reader.gridTemplate(), reader.slash(),
      let columns = try reader.gridTemplate()
    else { return nil }
    return [rowsPart(rows), columnsPart(columns)]
  }

  /// `[names]? "areas" size? [names]? …`, then `/ columns`.
  private static func areas(_ reader: inout ValueReader) throws(Diagnostic) -> Parts? {
    let place = reader.location
    var rows = SpecifiedGridTemplate()
    var drawing: [String] = []
    while true {
      if let names = reader.lineNames() {
        rows.before.add(names: names)
      } else if let row = reader.string() {
        drawing.append(row)
        let size = try reader.trackSize()
        rows.before.add(size?.size ?? .constant(.auto), isFixed: size?.isFixed ?? false)
      } else {
        break
      }
    }
    guard !drawing.isEmpty else { return nil }
    let areas = try GridAreas(drawing, at: place)
    var parts: Parts = [
      rowsPart(rows),
      ("grid-template-areas", { draft, _ in draft.style.grid.templateAreas = areas }),
    ]
    if reader.slash() {
      guard let columns = try reader.gridTemplate() else { return nil }
      parts.append(columnsPart(columns))
    }
    return parts
  }

  private static func whole(_ reader: inout ValueReader) throws(Diagnostic) -> Parts? {
    let start = reader
    if let parts = try template(&reader) { return parts }
    reader = start
    if let dense = autoFlow(&reader) {
      let rows = try Longhand.autoTracks(&reader)
      guard reader.slash(), let columns = try reader.gridTemplate() else { return nil }
      var parts: Parts = [columnsPart(columns), flowPart(isColumn: false, isDense: dense)]
      if let rows {
        parts.append(
          (
            "grid-auto-rows",
            { draft, context in
              draft.style.grid.autoRows = rows.value(in: context)
            }
          ))
      }
      return parts
    }
    guard let rows = try reader.gridTemplate(), reader.slash(), let dense = autoFlow(&reader)
    else { return nil }
    var parts: Parts = [rowsPart(rows), flowPart(isColumn: true, isDense: dense)]
    if let columns = try Longhand.autoTracks(&reader) {
      parts.append(
        (
          "grid-auto-columns",
          { draft, context in
            draft.style.grid.autoColumns = columns.value(in: context)
          }
        ))
    }
    return parts
  }

  /// `auto-flow` and `dense` in any order.
  ///
  /// - Returns: whether `dense` is there; nil without `auto-flow`.
  private static func autoFlow(_ reader: inout ValueReader) -> Bool? {
    let comesFirst = reader.take("dense")
    guard reader.take("auto-flow") else { return nil }
    return reader.take("dense") || comesFirst
  }

  private static func rowsPart(_ rows: SpecifiedGridTemplate) -> (String, Setter) {
    let rows = rows.specified
    return (
      "grid-template-rows",
      { draft, context in draft.style.grid.templateRows = rows.value(in: context) }
    )
  }

  private static func columnsPart(_ columns: SpecifiedGridTemplate) -> (String, Setter) {
    let columns = columns.specified
    return (
      "grid-template-columns",
      { draft, context in draft.style.grid.templateColumns = columns.value(in: context) }
    )
  }

  private static func flowPart(isColumn: Bool, isDense: Bool) -> (String, Setter) {
    let flow = GridFlow(isColumn: isColumn, isDense: isDense)
    return ("grid-auto-flow", { draft, _ in draft.style.grid.autoFlow = flow })
  }
}
