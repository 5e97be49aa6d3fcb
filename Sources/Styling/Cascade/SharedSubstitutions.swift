import Diagnostics
import Markup

/// What declarations with `var()` come to where only the root sets custom properties: nearly
/// everywhere, so it is worked out once for all slides.
struct SharedSubstitutions: Sendable {
  /// What the root has to declare for this to hold.
  let declared: [String: Declaration]
  let customProperties: CustomProperties
  /// By declaration; those that come to nothing are left to the slide that uses them.
  private var values: [ObjectIdentifier: [ParsedValue]] = [:]

  /// - Returns: nil when the root's custom properties have problems of their own.
  package init?(_ rules: RuleSet) {
    let place = SourceLocation(file: "")
    var matcher = SelectorMatcher()
    matcher.enter(Element(name: "html", location: place))
    let blocks = rules.matching(Element(name: "html", location: place), nil, matcher) { _ in false }
    declared = Self.declared(in: blocks.map { rules.blocks[$0] })
    var problems: [Diagnostic] = []
    customProperties = CustomProperties.resolve(declared, over: .none, problems: &problems)
    guard problems.isEmpty else { return nil }
    for value in rules.blocks.lazy.flatMap({ $0.normal + $0.important }) {
      guard case .pending(let pending) = value.value else { continue }
      let id = ObjectIdentifier(pending)
      guard values[id] == nil else { continue }
      // A slide that uses it reports what is wrong.
      values[id] = try? Substitution.values(of: pending.declaration, with: customProperties)
    }
  }

  package func values(of pending: PendingDeclaration) -> [ParsedValue]? {
    values[ObjectIdentifier(pending)]
  }

  /// The winning declaration of each custom property.
  ///
  /// - Parameter blocks: in ascending precedence.
  static func declared(in blocks: [DeclarationBlock]) -> [String: Declaration] {
    var declared: [String: Declaration] = [:]
    for block in blocks {
      for declaration in block.customProperties { declared[declaration.name] = declaration }
    }
    for block in blocks {
      for declaration in block.importantCustomProperties {
        declared[declaration.name] = declaration
      }
    }
    return declared
  }
}

extension Substitution {
  /// What a declaration says when its `var()` are filled in.
  package static func values(
    of declaration: Declaration, with customProperties: CustomProperties
  ) throws(Diagnostic) -> [ParsedValue] {
    let values: [ComponentValue]
    do throws(Substitution.Failure) {
      values = try fill(declaration.value) { (name) in customProperties.values[name] }.trimmed
    } catch {
      switch error {
      case .missing(let name):
        let guess = Spelling.nearest(to: name, among: customProperties.values.keys.sorted())
        throw .missingCustomProperty(
          name, of: declaration.name, guess: guess, at: declaration.valueLocation)
      case .tooLong(let name):
        throw .customPropertyTooLong(name, at: declaration.valueLocation)
      case .malformed(let value): throw .badVar(value.cssText, at: value.location)
      }
    }
    do throws(Diagnostic) {
      return try DeclarationParser.values(of: declaration, substituted: values)
    } catch {
      throw .afterSubstitution(error, value: values.cssText, at: declaration.valueLocation)
    }
  }
}

extension [ComponentValue] {
  /// Without white space at both ends.
  fileprivate var trimmed: [ComponentValue] {
    guard let first = firstIndex(where: { $0.kind != .whitespace }),
      let last = lastIndex(where: { $0.kind != .whitespace })
    else { return [] }
    return Array(self[first...last])
  }
}
