import Diagnostics
import Markup

/// The custom properties of an element, inherited ones among them, with `var()` filled in.
///
/// A class, because most elements share their parent's.
final class CustomProperties: Sendable {
  /// Without those that are not set or invalid.
  package let values: [String: [ComponentValue]]

  package static let none = CustomProperties(values: [:])

  private init(values: [String: [ComponentValue]]) { self.values = values }

  /// The parent's with `declared` on top.
  ///
  /// - Parameter declared: the winning declaration of each name.
  package static func resolve(
    _ declared: [String: Declaration], over parent: CustomProperties,
    problems: inout [Diagnostic]
  ) -> CustomProperties {
    var resolver = Resolver(declared: declared, parent: parent)
    // Sorted, because the order decides how a circle is told.
    for name in declared.keys.sorted() { _ = try? resolver.value(of: name) }
    problems += resolver.problems
    var values = parent.values
    for name in declared.keys { values[name] = resolver.resolved[name] ?? nil }
    return CustomProperties(values: values)
  }
}

/// Resolves custom properties that refer to each other, each once.
private struct Resolver {
  let declared: [String: Declaration]
  package let parent: CustomProperties
  /// nil inside: invalid.
  package var resolved: [String: [ComponentValue]?] = [:]
  /// The names whose values are being filled in, outermost first.
  package var path: [String] = []
  package var problems: [Diagnostic] = []

  package init(declared: [String: Declaration], parent: CustomProperties) {
    self.declared = declared
    self.parent = parent
  }

  package mutating func value(of name: String) throws(Substitution.Failure) -> [ComponentValue]? {
    if let known = resolved[name] { return known }
    guard let declaration = declared[name] else { return parent.values[name] }
    if let start = path.firstIndex(of: name) {
      reportCycle(Array(path[start...]))
      return nil
    }
    guard path.count < Substitution.deepestNesting else { throw .tooLong(name) }
    path.append(name)
    defer { path.removeLast() }
    let value = filled(declaration)
    // A circle makes all its members invalid, whatever their fallbacks say.
    if resolved[name] == nil { resolved[name] = .some(value) }
    return resolved[name] ?? nil
  }

  private mutating func filled(_ declaration: Declaration) -> [ComponentValue]? {
    if declaration.value.count == 1, case .identifier(let keyword) = declaration.value[0].kind {
      switch keyword.lowercased() {
      case "initial": return nil
      case "inherit", "unset", "revert": return parent.values[declaration.name]
      default: break
      }
    }
    guard Substitution.isNeeded(in: declaration.value) else { return declaration.value }
    do throws(Substitution.Failure) {
      return try Substitution.fill(declaration.value) { (name) throws(Substitution.Failure) in
        try value(of: name)
      }
    } catch {
      switch error {
      // What uses this property says that it is not set.
      case .missing: break
      case .tooLong(let name):
        problems.append(.customPropertyTooLong(name, at: declaration.location))
      case .malformed(let value): problems.append(.badVar(value.cssText, at: value.location))
      }
      return nil
    }
  }

  private mutating func reportCycle(_ names: [String]) {
    let isKnown = names.allSatisfy { resolved.keys.contains($0) }
    for name in names { resolved[name] = .some(nil) }
    guard !isKnown, let first = declared[names[0]] else { return }
    problems.append(.customPropertyCycle(names, at: first.location))
  }
}
