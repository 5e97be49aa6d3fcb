extension Selector {
  /// Selectors Level 4 §17: ids, then classes, attributes and pseudo-classes, then types and
  /// pseudo-elements; `*` and `:where()` count nothing, `:is()` and `:not()` their heaviest selector.
  public var specificity: Specificity {
    var result = Specificity()
    result.add(subject)
    for step in ancestors { result.add(step.compound) }
    if pseudoElement != nil { result.types += 1 }
    return result
  }
}

extension Specificity {
  fileprivate mutating func add(_ compound: CompoundSelector) {
    for condition in compound.conditions {
      switch condition {
      case .id: ids += 1
      case .class, .root, .firstChild, .lastChild, .onlyChild, .nthChild, .nthOfType, .onlyOfType,
        .empty, .attribute, .language, .direction:
        classes += 1
      case .type: types += 1
      case .any(let selectors), .not(let selectors):
        let heaviest = selectors.map(\.specificity).max() ?? Specificity()
        ids += heaviest.ids
        classes += heaviest.classes
        types += heaviest.types
      case .universal, .anyWithoutWeight: break
      }
    }
  }
}
