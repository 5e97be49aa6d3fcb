import Diagnostics
import Markup

/// Parses declarations against the grammars of their properties.
enum DeclarationParser {
  /// All declarations of a rule; what is wrong is left out and reported.
  package static func block(
    _ declarations: [Declaration], problems: inout [Diagnostic]
  ) -> DeclarationBlock {
    var block = DeclarationBlock()
    for declaration in declarations {
      do throws(Diagnostic) {
        let declaration = try Environment.read(declaration, problems: &problems)
        if declaration.name.hasPrefix("--") {
          if declaration.isImportant {
            block.importantCustomProperties.append(declaration)
          } else {
            block.customProperties.append(declaration)
          }
          continue
        }
        let values = try values(of: declaration)
        if declaration.isImportant { block.important += values } else { block.normal += values }
        if values.contains(where: { $0.direction != nil }) { block.dependsOnDirection = true }
      } catch {
        problems.append(error)
      }
    }
    return block
  }

  /// What a declaration says about each of its longhands; of values with `var()` only the names.
  package static func values(of declaration: Declaration) throws(Diagnostic) -> [ParsedValue] {
    let property = try Property(declaration)
    guard !declaration.value.isEmpty else {
      throw .emptyValue(
        of: property.name, expected: property.expected, at: declaration.location)
    }
    if let keyword = try cssWideKeyword(declaration.value) {
      return property.leaves.map {
        ParsedValue(longhand: $0.longhand, direction: $0.direction, value: keyword)
      }
    }
    if Substitution.isNeeded(in: declaration.value) {
      let pending = PendingDeclaration(declaration)
      return property.leaves.map {
        ParsedValue(longhand: $0.longhand, direction: $0.direction, value: .pending(pending))
      }
    }
    return try values(declaration.value, of: property, at: declaration.valueLocation)
  }

  /// What a declaration says when its `var()` are replaced by `values`.
  package static func values(
    of declaration: Declaration, substituted values: [ComponentValue]
  ) throws(Diagnostic) -> [ParsedValue] {
    let property = try Property(declaration)
    if let keyword = try cssWideKeyword(values) {
      return property.leaves.map {
        ParsedValue(longhand: $0.longhand, direction: $0.direction, value: keyword)
      }
    }
    return try self.values(values, of: property, at: declaration.valueLocation)
  }

  private static func cssWideKeyword(
    _ values: [ComponentValue]
  ) throws(Diagnostic) -> ParsedValue.Value? {
    guard values.count == 1, case .identifier(let name) = values[0].kind else { return nil }
    switch name.lowercased() {
    case "inherit": return .inherit
    case "initial": return .initial
    case "unset": return .unset
    case "revert": return .revert
    case "revert-layer": throw .revertLayer(at: values[0].location)
    default: return nil
    }
  }

  private static func values(
    _ values: [ComponentValue], of property: Property, at location: SourceLocation
  ) throws(Diagnostic) -> [ParsedValue] {
    var reader = ValueReader(values, at: location)
    let parsed = try property.parse(&reader)
    guard let parsed, reader.isAtEnd else {
      throw ValueProblem.diagnose(
        values, of: property, reader: reader, at: location, isWhole: parsed == nil)
    }
    return parsed
  }
}

/// A property name of a declaration and what it stands for.
struct Property {
  package enum Kind {
    case longhand(Longhand)
    case shorthand(Shorthand)
  }

  /// As written.
  package let name: String
  package let kind: Kind
  /// The longhands it sets; a flow-relative one in each direction.
  package let leaves: [(longhand: Int, direction: InheritedTextStyle.Direction?)]

  /// - Throws: when the profile has no such property.
  package init(_ declaration: Declaration) throws(Diagnostic) {
    name = declaration.name
    let canonical = PropertyTable.aliases[name] ?? name
    if let shorthand = PropertyTable.shorthands[canonical] {
      kind = .shorthand(shorthand)
      leaves = shorthand.longhands.flatMap(Self.leaves)
    } else if let sides = PropertyTable.flowRelative[canonical] {
      kind = .longhand(PropertyTable.longhand(sides.leftToRight))
      leaves = Self.leaves(of: canonical)
    } else if let index = PropertyTable.indexByName[canonical] {
      kind = .longhand(PropertyTable.longhands[index])
      leaves = [(index, nil)]
    } else if let hint = Self.remedy(for: name) {
      throw .unsupportedProperty(name, hint: hint, at: declaration.location)
    } else {
      throw .unknownProperty(name, at: declaration.location)
    }
  }

  package var expected: String {
    switch kind {
    case .longhand(let longhand): longhand.expected
    case .shorthand(let shorthand): shorthand.expected
    }
  }

  package func parse(_ reader: inout ValueReader) throws(Diagnostic) -> [ParsedValue]? {
    switch kind {
    case .shorthand(let shorthand):
      guard let parts = try shorthand.parse(&reader) else { return nil }
      return values(parts)
    case .longhand:
      let start = reader
      var values: [ParsedValue] = []
      for leaf in leaves {
        reader = start
        guard let setter = try PropertyTable.longhands[leaf.longhand].parse(&reader) else {
          return nil
        }
        values.append(
          ParsedValue(
            longhand: leaf.longhand, direction: leaf.direction, value: .set(setter)))
      }
      return values
    }
  }

  /// A shorthand's parts; a flow-relative part comes twice, for left and for right.
  private func values(_ parts: Shorthand.Parts) -> [ParsedValue] {
    guard case .shorthand(let shorthand) = kind else { return [] }
    var values: [ParsedValue] = []
    for name in shorthand.longhands {
      let setters = parts.filter { $0.name == name }.map(\.setter)
      for (position, leaf) in Self.leaves(of: name).enumerated() {
        let value: ParsedValue.Value =
          position < setters.count ? .set(setters[position]) : .initial
        values.append(
          ParsedValue(longhand: leaf.longhand, direction: leaf.direction, value: value))
      }
    }
    return values
  }

  private static func leaves(
    of name: String
  ) -> [(longhand: Int, direction: InheritedTextStyle.Direction?)] {
    guard let sides = PropertyTable.flowRelative[name] else {
      return [(PropertyTable.index(of: name), nil)]
    }
    return [
      (PropertyTable.index(of: sides.leftToRight), .ltr),
      (PropertyTable.index(of: sides.rightToLeft), .rtl),
    ]
  }

  /// For properties that CSS knows, or that are known without their vendor's prefix.
  private static func remedy(for name: String) -> String? {
    if let hint = UnsupportedProperties.hint(for: name) { return hint }
    for prefix in ["-webkit-", "-moz-", "-ms-", "-o-"] where name.hasPrefix(prefix) {
      let plain = String(name.dropFirst(prefix.count))
      if PropertyTable.indexByName[plain] != nil || PropertyTable.shorthands[plain] != nil {
        return "use \(plain)"
      }
      return UnsupportedProperties.hint(for: plain)
    }
    return nil
  }
}
