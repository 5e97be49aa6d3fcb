extension Selector {
  /// Selectors Level 4 §17: ids, then classes and pseudo-classes, then types; `*` counts nothing.
  public var specificity: Specificity {
    var result = Specificity()
    result.add(subject)
    for step in ancestors { result.add(step.compound) }
    return result
  }
}

extension Specificity {
  fileprivate mutating func add(_ compound: CompoundSelector) {
    for condition in compound.conditions {
      switch condition {
      case .id: ids += 1
      case .class, .root, .firstChild, .lastChild, .onlyChild, .nthChild: classes += 1
      case .type: types += 1
      case .universal: break
      }
    }
  }
}
