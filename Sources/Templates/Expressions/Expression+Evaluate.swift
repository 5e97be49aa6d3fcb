import Diagnostics
import Posts

/// The values an expression can reach while a document is bound.
struct BindingState {
  /// By the index of the field.
  let values: [BoundValue?]
  /// That of the page.
  let language: PageLanguage
  /// How it writes amounts and days.
  let format: LanguageFormat
  /// By the index of the label.
  var labels: [BoundValue?] = []
  /// The items of the `data-each` around, outermost first.
  var loops: [Loop] = []

  struct Loop {
    var item: BoundValue
    /// From 1.
    var index: Int
    var count: Int
  }

  init(values: [BoundValue?], language: PageLanguage) {
    self.values = values
    self.language = language
    format = language.format
  }

  /// - Parameter place: of the expression; where the values of `loop` come from.
  func value(_ source: ValueSource, at place: SourceLocation) -> BoundValue? {
    switch source {
    case .field(let index): return values[index]
    case .label(let index): return labels[index]
    case .item(let depth): return loops[depth].item
    case .loop(let property):
      guard let loop = loops.last else { return nil }
      switch property {
      case .index: return Self.number(loop.index, at: place)
      case .count: return Self.number(loop.count, at: place)
      case .first: return BoundValue(.flag(loop.index == 1), field: nil, at: place)
      case .last: return BoundValue(.flag(loop.index == loop.count), field: nil, at: place)
      }
    }
  }

  private static func number(_ number: Int, at place: SourceLocation) -> BoundValue {
    BoundValue(.number(Double(number), written: String(number)), field: nil, at: place)
  }
}

extension Expression {
  /// The value with all filters applied; nil when the row has none.
  ///
  /// - Throws: when two amounts of the row cannot be compared.
  func evaluate(_ state: BindingState) throws(Diagnostic) -> BoundValue? {
    var value = state.value(source, at: location)
    for applied in filters {
      switch applied.filter {
      case .standardText(let text):
        // The value itself, as it is shown, is a text from here on.
        if let present = value, present.isTruthy {
          value?.value = .text(present.shown(in: state.format))
        } else {
          value = BoundValue(.text(RichText(parsing: text)), field: nil, at: applied.location)
        }
      case .standardValue(let source):
        if value?.isTruthy != true { value = state.value(source, at: applied.location) }
      default:
        guard let present = value else { continue }
        value = try apply(applied, to: present, state)
      }
    }
    return value
  }

  private func apply(
    _ applied: AppliedFilter, to value: BoundValue, _ state: BindingState
  ) throws(Diagnostic) -> BoundValue? {
    var result = value
    switch (applied.filter, value.value) {
    case (.money(let format), .money(let money)):
      result.value = .text(RichText(plain: money.formatted(format ?? state.format)))
    case (.percentOff(let source), .money(let money)):
      guard let other = state.value(source, at: applied.location),
        case .money(let original) = other.value
      else { return nil }
      guard let percent = money.percentOff(from: original) else {
        throw .noDiscount(money, value, original, other, at: applied.location)
      }
      result.value = .text(RichText(plain: state.format.percent(percent)))
    case (.upper, .text(let text)): result.value = .text(text.map(state.language.uppercased))
    case (.lower, .text(let text)): result.value = .text(text.map(state.language.lowercased))
    case (.truncate(let count), .text(let text)):
      result.value = .text(text.truncated(to: count))
    case (.truncate(let count), .list(let items)):
      result.value = .list(Array(items.prefix(count)))
    case (.date(let format), .date(let date)):
      result.value = .text(RichText(plain: date.formatted(format, in: state.format)))
    case (.join(let separator), .list(let items)):
      var runs: [RichText.Run] = []
      for (index, item) in items.enumerated() {
        if index > 0 { runs += RichText(plain: separator).runs }
        runs += item.shown(in: state.format).runs
      }
      result.value = .text(RichText(runs: runs))
    case (.number(let decimals), .number(let number, _)):
      result.value = .text(RichText(plain: Self.grouped(number, decimals: decimals, state.format)))
    default: preconditionFailure("filters are checked against types when they are read")
    }
    return result
  }

  /// `12,400.5`: thousands grouped as the language has it.
  static func grouped(_ number: Double, decimals: Int?, _ format: LanguageFormat) -> String {
    let places = decimals ?? 3
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    // Beyond Int's range nobody counts the digits.
    guard number.magnitude * Double(scale) < 9e18 else { return "\(number)" }
    let scaled = Int((number.magnitude * Double(scale)).rounded(.toNearestOrAwayFromZero))
    let (whole, fraction) = scaled.quotientAndRemainder(dividingBy: scale)
    var text = format.grouped(String(whole))
    if places > 0 {
      let short = String(fraction)
      var tail = String(repeating: "0", count: places - short.count) + short
      if decimals == nil { while tail.hasSuffix("0") { tail.removeLast() } }
      if !tail.isEmpty { text += format.decimalMark + tail }
    }
    return number < 0 && scaled != 0 ? "\u{2212}\(text)" : text
  }
}
