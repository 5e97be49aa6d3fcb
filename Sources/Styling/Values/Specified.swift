/// A value that waits for the element it is for.
enum Specified<Value: Sendable>: Sendable {
  case constant(Value)
  case computed(@Sendable (StyleContext) -> Value)

  package func value(in context: StyleContext) -> Value {
    switch self {
    case .constant(let value): value
    case .computed(let compute): compute(context)
    }
  }

  package func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> Specified<Other> {
    switch self {
    case .constant(let value): .constant(transform(value))
    case .computed(let compute): .computed { transform(compute($0)) }
    }
  }
}

extension Specified where Value == LengthPercentage {
  init(_ length: SpecifiedLength) {
    switch length {
    case .px(let value): self = .constant(.px(value))
    case .percent(let value): self = .constant(.percent(value))
    default: self = .computed { length.computed(in: $0) }
    }
  }
}

extension Specified where Value == Double {
  /// - Parameter length: without percentages.
  init(px length: SpecifiedLength) {
    if case .px(let value) = length {
      self = .constant(value)
    } else {
      self = .computed { length.px(in: $0) }
    }
  }
}
