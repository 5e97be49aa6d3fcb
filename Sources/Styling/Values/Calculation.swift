import Diagnostics
import Markup

/// `calc()`, `min()`, `max()` and `clamp()` (CSS Values 4 §10): type-checked while read; numbers
/// and angles are folded, lengths become a tree.
struct Calculation {
  package static let functions: Set<String> = ["calc", "min", "max", "clamp"]

  /// Brackets and functions inside each other; protects the stack.
  static let deepestNesting = 32

  /// - Parameter name: one of `functions`.
  package static func value(
    of name: String, _ arguments: [ComponentValue], at location: SourceLocation, depth: Int = 1
  ) throws(Diagnostic) -> Quantity {
    guard depth <= deepestNesting else { throw .calculationTooDeep(deepestNesting, at: location) }
    var reader = ValueReader(arguments, at: location)
    var terms: [Quantity] = []
    repeat {
      terms.append(try sum(&reader, of: name, depth: depth))
    } while reader.comma()
    if !reader.isAtEnd {
      let place = reader.location
      throw .unexpectedInCalculation(reader.remainder, name, at: place)
    }
    switch name {
    case "calc":
      guard terms.count == 1 else { throw .wrongArgumentCount(name, terms.count, 1, at: location) }
      return terms[0]
    case "clamp":
      guard terms.count == 3 else { throw .wrongArgumentCount(name, terms.count, 3, at: location) }
      let upper = try extreme([terms[1], terms[2]], of: name, isLeast: true, at: location)
      return try extreme([terms[0], upper], of: name, isLeast: false, at: location)
    default:
      return try extreme(terms, of: name, isLeast: name == "min", at: location)
    }
  }

  private static func sum(
    _ reader: inout ValueReader, of name: String, depth: Int
  ) throws(Diagnostic) -> Quantity {
    var total = try product(&reader, of: name, depth: depth)
    while true {
      guard let value = reader.peek() else { return total }
      let hasSpace = reader.isAfterWhitespace
      switch value.kind {
      case .delimiter("+"), .delimiter("-"):
        reader.skip()
        guard hasSpace, reader.skipWhitespace() else {
          throw .operatorNeedsSpaces(value.cssText, name, at: value.location)
        }
        let term = try product(&reader, of: name, depth: depth)
        let isMinus = value.kind == .delimiter("-")
        total = try add(total, term, times: isMinus ? -1 : 1, of: name, at: value.location)
      case .number, .percentage, .dimension:
        // `1px +2px`: the sign belongs to the number.
        throw .operatorNeedsSpaces("+ or -", name, at: value.location)
      default: return total
      }
    }
  }

  private static func product(
    _ reader: inout ValueReader, of name: String, depth: Int
  ) throws(Diagnostic) -> Quantity {
    var result = try operand(&reader, of: name, depth: depth)
    while let value = reader.peek() {
      switch value.kind {
      case .delimiter("*"):
        reader.skip()
        let right = try operand(&reader, of: name, depth: depth)
        if case .number(let factor) = right {
          result = scale(result, by: factor)
        } else if case .number(let factor) = result {
          result = scale(right, by: factor)
        } else {
          throw .cannotMultiply(result.typeName, right.typeName, name, at: value.location)
        }
      case .delimiter("/"):
        reader.skip()
        let right = try operand(&reader, of: name, depth: depth)
        guard case .number(let divisor) = right else {
          throw .cannotDivide(by: right.typeName, name, at: value.location)
        }
        guard divisor != 0 else { throw .divisionByZero(name, at: value.location) }
        result = scale(result, by: 1 / divisor)
      default: return result
      }
    }
    return result
  }

  private static func operand(
    _ reader: inout ValueReader, of name: String, depth: Int
  ) throws(Diagnostic) -> Quantity {
    guard let value = reader.next() else { throw .calculationEndsEarly(name, at: reader.location) }
    switch value.kind {
    case .number(let number, _): return .number(ValueLimits.clamped(number, to: ValueLimits.number))
    case .percentage(let percent):
      return .length(.percent(ValueLimits.clamped(percent, to: ValueLimits.length)))
    case .dimension(let number, let unit):
      guard let quantity = Quantity(number, unit: unit) else {
        throw .unknownUnit(unit, at: value.location)
      }
      return quantity
    case .function(let inner, let arguments) where functions.contains(inner):
      return try Self.value(of: inner, arguments, at: value.location, depth: depth + 1)
    case .function("env", let arguments):
      guard let inset = SafeAreaInset(arguments) else {
        throw .unexpectedInCalculation(value.cssText, name, at: value.location)
      }
      return .length(.safeArea(inset))
    case .block("(", let contents):
      return try Self.value(of: "calc", contents, at: value.location, depth: depth + 1)
    case .identifier(let constant) where constant.lowercased() == "pi": return .number(Double.pi)
    case .identifier(let constant) where constant.lowercased() == "e":
      return .number(2.718281828459045)
    default: throw .unexpectedInCalculation(value.cssText, name, at: value.location)
    }
  }

  private static func add(
    _ a: Quantity, _ b: Quantity, times sign: Double, of name: String, at location: SourceLocation
  ) throws(Diagnostic) -> Quantity {
    switch (a, b) {
    case (.number(let x), .number(let y)):
      return .number(ValueLimits.clamped(x + sign * y, to: ValueLimits.number))
    case (.angle(let x), .angle(let y)):
      return .angle(ValueLimits.clamped(x + sign * y, to: ValueLimits.number))
    case (.length(let x), .length(let y)):
      return .length(.sum([x, sign < 0 ? .scaled(y, by: -1) : y]))
    default: throw .cannotMix(a.typeName, b.typeName, name, at: location)
    }
  }

  private static func scale(_ quantity: Quantity, by factor: Double) -> Quantity {
    switch quantity {
    case .number(let value): .number(ValueLimits.clamped(value * factor, to: ValueLimits.number))
    case .angle(let value): .angle(ValueLimits.clamped(value * factor, to: ValueLimits.number))
    case .length(let length):
      .length(.scaled(length, by: ValueLimits.clamped(factor, to: ValueLimits.number)))
    }
  }

  private static func extreme(
    _ terms: [Quantity], of name: String, isLeast: Bool, at location: SourceLocation
  ) throws(Diagnostic) -> Quantity {
    var numbers: [Double] = []
    var angles: [Double] = []
    var lengths: [SpecifiedLength] = []
    for term in terms {
      switch term {
      case .number(let value): numbers.append(value)
      case .angle(let value): angles.append(value)
      case .length(let value): lengths.append(value)
      }
    }
    if numbers.count == terms.count {
      return .number((isLeast ? numbers.min() : numbers.max()) ?? 0)
    }
    if angles.count == terms.count { return .angle((isLeast ? angles.min() : angles.max()) ?? 0) }
    if lengths.count == terms.count { return .length(isLeast ? .min(lengths) : .max(lengths)) }
    let odd = terms.first { $0.typeName != terms[0].typeName } ?? terms[0]
    throw .cannotMix(terms[0].typeName, odd.typeName, name, at: location)
  }
}
