import Diagnostics
import Feeds
import Files
import Posts

/// Turns raw cells into values of a field's type; every problem names the value's place and the
/// field's.
struct FieldConversion {
  let options: BindOptions
  /// The one that the row names; who says that a row is German means German amounts.
  var language: Language?
  var log = DiagnosticLog()

  init(_ options: BindOptions) { self.options = options }

  /// Nil for an empty value, and after reporting one that does not fit.
  mutating func value(_ cell: Row.Cell, for field: Field) -> BoundValue? {
    guard var value = value(cell, as: field.type, field) else { return nil }
    check(value.value, of: field, at: cell.location)
    if let limit = field.limit {
      switch value.value {
      case .text(let text):
        let count = text.plain.count
        if count > limit {
          log.add(.textTooLong(count, limit: limit, field: field, at: cell.location))
        }
      case .list(let items):
        if items.count <= limit { break }
        if options.allowsUnknownFields, case .list = cell.value {
          // A feed's list is not one that somebody wrote for this template: the sentences of a
          // description, all pictures of a product.
          log.add(.listShortened(items.count, limit: limit, field: field, at: cell.location))
          value.value = .list(Array(items.prefix(limit)))
        } else {
          log.add(.listTooLong(items.count, limit: limit, field: field, at: cell.location))
        }
      default: break
      }
    }
    return value
  }

  /// Reports a value that the field's bounds leave out.
  private mutating func check(
    _ value: BoundValue.Value, of field: Field, at place: SourceLocation
  ) {
    switch value {
    case .number(let number, let written):
      if !field.holds(number) { log.add(.outOfBounds(written, field: field, at: place)) }
    case .money(let money):
      if !field.holds(money.majorUnits) {
        log.add(.outOfBounds(money.formatted(), field: field, at: place))
      }
    case .list(let items):
      if let fewest = field.minimum, Double(items.count) < fewest {
        log.add(.listTooShort(items.count, field: field, at: place))
      }
    case .text(let text):
      if let pattern = field.pattern, let regex = try? Regex(pattern),
        text.plain.wholeMatch(of: regex) == nil
      {
        log.add(.unmatched(text.plain, field: field, at: place))
      }
    case .date, .image, .color, .flag: break
    }
  }

  /// The language that the row names; nil when it names none, and after reporting one that nobody
  /// knows.
  mutating func language(of row: Row) -> Language? {
    guard let cell = row[Row.languageField] else { return nil }
    let isWritten = !options.allowsUnknownFields || cell.location == Row.commandLine
    guard case .text(let raw) = cell.value else {
      log.add(.severalLanguages(isError: isWritten, at: cell.location))
      return nil
    }
    let text = raw.trimmingWhitespace()
    if text.isEmpty { return nil }
    if let language = Language(text) { return language }
    log.add(.unknownLanguage(text, isError: isWritten, at: cell.location))
    return nil
  }

  private mutating func value(
    _ cell: Row.Cell, as type: FieldType, _ field: Field
  ) -> BoundValue? {
    if case .list(let itemType) = type { return list(cell, of: itemType, field) }
    guard case .text(let raw) = cell.value else {
      log.add(.listInsteadOfOne(field: field, type: type, at: cell.location))
      return nil
    }
    let text = raw.trimmingWhitespace()
    if text.isEmpty { return nil }
    guard let value = scalar(text, as: type, field, at: cell.location) else { return nil }
    return BoundValue(value, field: field.name, at: cell.location)
  }

  private mutating func scalar(
    _ text: String, as type: FieldType, _ field: Field, at place: SourceLocation
  ) -> BoundValue.Value? {
    switch type {
    case .text: return .text(RichText(parsing: text))
    case .money:
      do throws(Money.ParseError) {
        return .money(
          try Money.parse(
            text, defaultCurrency: options.defaultCurrency, language: language))
      } catch {
        var problem = Diagnostic.notAnAmount(text, named: field.name, error, at: place)
        problem.hints.append(Diagnostic.declared(field))
        log.add(problem)
        return nil
      }
    case .number:
      if CSSScalar.isNumberOrLength(text), let number = Double(text), number.isFinite {
        return .number(number, written: text)
      }
      log.add(
        .wrongValue(
          text, field: field, expected: "a number", example: "write 12 or 4.5", at: place))
    case .date:
      if let date = Day(text) { return .date(date) }
      log.add(
        .wrongValue(
          text, field: field, expected: "a date", example: "write 2026-03-12", at: place))
    case .color:
      if CSSScalar.isColor(text) { return .color(text) }
      log.add(
        .wrongValue(
          text, field: field, expected: "a color", example: "write #ff6600 or a CSS name",
          at: place))
    case .flag:
      switch text.lowercased() {
      case "true", "yes", "on", "1": return .flag(true)
      case "false", "no", "off", "0": return .flag(false)
      default:
        log.add(
          .wrongValue(
            text, field: field, expected: "yes or no", example: "write true or false", at: place))
      }
    case .image:
      do throws(Diagnostic) {
        let lookup = ImageLookup(folders: options.imageFolders)
        let found = try lookup.path(of: text, field: field, at: place)
        if found.isLikely { log.add(.likelyFile(text, found: found.path, at: place)) }
        return .image(path: found.path)
      } catch {
        log.add(error)
      }
    case .list: break
    }
    return nil
  }

  /// A YAML list, or a cell's text cut at `|` and line breaks.
  private mutating func list(
    _ cell: Row.Cell, of type: FieldType, _ field: Field
  ) -> BoundValue? {
    let cells: [Row.Cell]
    switch cell.value {
    case .list(let items): cells = items
    case .text(let text):
      cells = text.split { $0 == "|" || $0.isNewline }
        .map { Row.Cell(.text(String($0)), at: cell.location) }
    }
    let items = cells.compactMap { value($0, as: type, field) }
    if items.isEmpty { return nil }
    return BoundValue(.list(items), field: field.name, at: cell.location)
  }
}

extension Field {
  fileprivate func holds(_ number: Double) -> Bool {
    number >= minimum ?? -.infinity && number <= maximum ?? .infinity
  }
}

extension Money {
  /// The amount in whole units of its currency, as far as a Double tells it.
  fileprivate var majorUnits: Double {
    Double(minorUnits) / Double(Currency(code: currency)?.minorUnitsPerMajor ?? 100)
  }
}

extension String {
  func trimmingWhitespace() -> String {
    var view = unicodeScalars[...]
    while view.first?.properties.isWhitespace == true { view.removeFirst() }
    while view.last?.properties.isWhitespace == true { view.removeLast() }
    return String(view)
  }
}
