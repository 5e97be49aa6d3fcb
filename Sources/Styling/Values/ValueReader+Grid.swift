package import Diagnostics
import Markup

/// A track list as declared: as `GridTrackList`, with lengths not yet px.
struct SpecifiedTrackList: Sendable {
  package var sizes: [Specified<GridTrackSize>] = []
  package var lineNames: [[String]] = [[]]
  /// Whether each track has a definite size, as beside `auto-fill` it must.
  var allAreFixed = true

  package mutating func add(_ size: Specified<GridTrackSize>, isFixed: Bool) {
    sizes.append(size)
    lineNames.append([])
    allAreFixed = allAreFixed && isFixed
  }

  package mutating func add(names: [String]) { lineNames[sizes.count] += names }

  package mutating func add(_ list: SpecifiedTrackList) {
    add(names: list.lineNames[0])
    sizes += list.sizes
    lineNames += list.lineNames.dropFirst()
    allAreFixed = allAreFixed && list.allAreFixed
  }

  package func computed(in context: StyleContext) -> GridTrackList {
    var list = GridTrackList()
    list.sizes = sizes.map { $0.value(in: context) }
    list.lineNames = lineNames
    return list
  }
}

/// A template as declared.
struct SpecifiedGridTemplate: Sendable {
  package var before = SpecifiedTrackList()
  package var repetition: (tracks: SpecifiedTrackList, fits: Bool)?
  package var after = SpecifiedTrackList()

  package var trackCount: Int {
    before.sizes.count + after.sizes.count + (repetition?.tracks.sizes.count ?? 0)
  }

  package mutating func add(_ change: (inout SpecifiedTrackList) -> Void) {
    if repetition == nil { change(&before) } else { change(&after) }
  }

  package var specified: Specified<GridTemplate> {
    .computed { context in
      var template = GridTemplate()
      template.before = before.computed(in: context)
      template.after = after.computed(in: context)
      template.repetition = repetition.map {
        GridTemplate.Repetition(tracks: $0.tracks.computed(in: context), fits: $0.fits)
      }
      return template
    }
  }
}

extension ValueReader {
  /// `none` or tracks, names of lines and repetitions (CSS Grid 2 §7.2).
  mutating func gridTemplate() throws(Diagnostic) -> SpecifiedGridTemplate? {
    if take("none") { return SpecifiedGridTemplate() }
    let start = self
    let place = location
    var template = SpecifiedGridTemplate()
    while true {
      if let names = lineNames() {
        template.add { $0.add(names: names) }
      } else if let size = try trackSize() {
        template.add { $0.add(size.size, isFixed: size.isFixed) }
      } else if try !takeRepetition(into: &template) {
        break
      }
      if template.trackCount > GridLimits.tracks { throw .tooManyTracks(at: place) }
    }
    guard template.trackCount > 0 else {
      self = start
      return nil
    }
    if let repetition = template.repetition,
      !repetition.tracks.allAreFixed || !template.before.allAreFixed || !template.after.allAreFixed
    {
      throw .autoRepeatOfUnknownSize(at: place)
    }
    return template
  }

  private mutating func takeRepetition(
    into template: inout SpecifiedGridTemplate
  ) throws(Diagnostic) -> Bool {
    let place = location
    guard var arguments = function("repeat") else { return false }
    let fits = arguments.peekIdentifier() == "auto-fit"
    let isAutomatic = arguments.take("auto-fill") || arguments.take("auto-fit")
    let count = isAutomatic ? 1 : try arguments.integer()
    guard let count, count > 0, arguments.comma() else { throw .wrongRepetition(at: place) }
    guard count <= GridLimits.tracks else { throw .tooManyTracks(at: place) }
    let list = try arguments.trackList()
    guard let list, !list.sizes.isEmpty, arguments.isAtEnd else {
      throw .wrongRepetition(at: place)
    }
    if isAutomatic {
      guard template.repetition == nil else { throw .secondAutoRepeat(at: place) }
      template.repetition = (list, fits)
    } else {
      guard count * list.sizes.count <= GridLimits.tracks else { throw .tooManyTracks(at: place) }
      for _ in 0..<count { template.add { $0.add(list) } }
    }
    return true
  }

  /// Tracks and names without repetitions; empty when there are none.
  mutating func trackList() throws(Diagnostic) -> SpecifiedTrackList? {
    var list = SpecifiedTrackList()
    while true {
      if let names = lineNames() {
        list.add(names: names)
      } else if let size = try trackSize() {
        list.add(size.size, isFixed: size.isFixed)
      } else {
        return list
      }
    }
  }

  /// `[name name]`.
  package mutating func lineNames() -> [String]? {
    guard let value = peek(), case .block("[", let contents) = value.kind else { return nil }
    var names: [String] = []
    for value in contents {
      switch value.kind {
      case .whitespace: continue
      case .identifier(let name): names.append(name)
      default: return nil
      }
    }
    skip()
    return names
  }

  /// A breadth, `minmax()` or `fit-content()`.
  mutating func trackSize() throws(Diagnostic) -> (size: Specified<GridTrackSize>, isFixed: Bool)? {
    let place = location
    if var arguments = function("minmax") {
      guard let minimum = try arguments.trackBreadth(), arguments.comma(),
        let maximum = try arguments.trackBreadth(), arguments.isAtEnd
      else { throw .wrongMinmax(at: place) }
      if case .constant(.flex) = minimum { throw .flexibleMinimum(at: place) }
      let size: Specified<GridTrackSize> = .computed {
        GridTrackSize(minimum: minimum.value(in: $0), maximum: maximum.value(in: $0))
      }
      return (size, minimum.isFixed || maximum.isFixed)
    }
    if var arguments = function("fit-content") {
      guard let limit = try arguments.lengthPercentage(.nonNegative), arguments.isAtEnd else {
        throw .wrongFitContent(at: place)
      }
      let size: Specified<GridTrackSize> = Specified(limit).map {
        GridTrackSize(minimum: .auto, maximum: .maxContent, fitLimit: $0)
      }
      return (size, false)
    }
    guard let breadth = try trackBreadth() else { return nil }
    return (breadth.map { GridTrackSize($0) }, breadth.isFixed)
  }

  private mutating func trackBreadth() throws(Diagnostic) -> Specified<GridBreadth>? {
    if let keyword = keyword([
      "auto": GridBreadth.auto, "min-content": .minContent, "max-content": .maxContent,
    ]) {
      return .constant(keyword)
    }
    if let value = peek(), case .dimension(let number, "fr") = value.kind {
      if number < 0 { throw .negative(value.cssText, at: value.location) }
      skip()
      return .constant(.flex(ValueLimits.clamped(number, to: ValueLimits.number)))
    }
    return try lengthPercentage(.nonNegative).map { Specified($0).map { .length($0) } }
  }

  /// `auto`, a line's number or name, an area's name, or a span (CSS Grid 2 §8.3).
  mutating func gridLine() throws(Diagnostic) -> GridLine? {
    if take("auto") { return .auto }
    let place = location
    var spans = false
    var number: Int?
    var name: String?
    while true {
      if !spans, take("span") {
        spans = true
      } else if number == nil, let integer = try integer() {
        number = integer
      } else if name == nil, let identifier = customIdentifier() {
        name = identifier
      } else {
        break
      }
    }
    if let number {
      guard number != 0 else { throw .lineZero(at: place) }
      guard abs(number) <= GridLimits.lines else { throw .lineTooFar(number, at: place) }
      if spans, number < 0 { throw .negative(cssNumber(Double(number)), at: place) }
    }
    switch (spans, number, name) {
    case (true, let number, let name?): return .spanNamed(name, number ?? 1)
    case (true, let number?, nil): return .span(number)
    case (false, let number?, let name?): return .named(name, index: number)
    case (false, let number?, nil): return .line(number)
    case (false, nil, let name?): return .area(name)
    case (_, nil, nil): return nil
    }
  }

  /// A name of the page's own, its case kept.
  private mutating func customIdentifier() -> String? {
    guard let value = peek(), case .identifier(let name) = value.kind else { return nil }
    guard !["auto", "span", "inherit", "initial", "unset", "revert"].contains(name.lowercased())
    else { return nil }
    skip()
    return name
  }

  /// One or more strings that draw the areas (CSS Grid 2 §7.3).
  mutating func gridAreas() throws(Diagnostic) -> GridAreas? {
    let place = location
    var rows: [String] = []
    while let row = string() { rows.append(row) }
    return rows.isEmpty ? nil : try GridAreas(rows, at: place)
  }
}

extension Specified where Value == GridBreadth {
  /// A length or percentage, which alone is computed or a constant length.
  fileprivate var isFixed: Bool {
    switch self {
    case .computed, .constant(.length): true
    case .constant: false
    }
  }
}

extension GridAreas {
  /// - Throws: for rows of different lengths and for areas that are not rectangles.
  package init(_ rows: [String], at place: SourceLocation) throws(Diagnostic) {
    self.init()
    let cells = rows.map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    rowCount = cells.count
    columnCount = cells.first?.count ?? 0
    guard columnCount > 0, cells.allSatisfy({ $0.count == columnCount }) else {
      throw .unevenAreas(at: place)
    }
    guard rowCount <= GridLimits.tracks, columnCount <= GridLimits.tracks else {
      throw .tooManyTracks(at: place)
    }
    var indexByName: [String: Int] = [:]
    for (row, names) in cells.enumerated() {
      for (column, name) in names.enumerated() where !name.allSatisfy({ $0 == "." }) {
        guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }) else {
          throw .wrongAreaName(name, at: place)
        }
        if let index = indexByName[name] {
          areas[index].include(row: row, column: column)
        } else {
          indexByName[name] = areas.count
          areas.append(Area(name: name, rows: row..<row + 1, columns: column..<column + 1))
        }
      }
    }
    for area in areas {
      for row in area.rows where cells[row][area.columns].contains(where: { $0 != area.name }) {
        throw .areaNotRectangle(area.name, at: place)
      }
    }
  }
}

extension GridAreas.Area {
  fileprivate mutating func include(row: Int, column: Int) {
    rows = min(rows.lowerBound, row)..<max(rows.upperBound, row + 1)
    columns = min(columns.lowerBound, column)..<max(columns.upperBound, column + 1)
  }
}
