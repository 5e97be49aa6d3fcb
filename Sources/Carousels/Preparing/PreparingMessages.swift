import Diagnostics
import Feeds
import Files
import Templates

extension Diagnostic {
  static func notAMapping(_ text: String) -> Diagnostic {
    .error("--map \"\(text)\" is not field=Column", hints: ["write, for example, --map title=Name"])
  }

  static func mappingOfUnknownField(
    _ entry: String, field: String, template: Template
  ) -> Diagnostic {
    let names = template.fields.map(\.name)
    let meant = Spelling.nearest(to: field, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
    return .error(
      "--map \"\(entry)\": the template \"\(template.name)\" has no field \"\(field)\"\(meant)",
      hints: ["its fields: \(names.joined(separator: ", "))"])
  }

  static func noColumn(
    of field: String, in path: String, first row: Row, template: Template
  ) -> Diagnostic {
    var names: [String] = []
    for (name, _) in row.cells where !names.contains(name) { names.append(name) }
    return .error(
      "no row has a value for \"\(field)\", which the template \"\(template.name)\" needs",
      at: SourceLocation(file: path, line: 0, column: 0),
      hints: [
        "say which column it is: --map \(field)=Column",
        "the first row has \(names.joined(separator: ", "))",
      ])
  }

  static func noRows(_ path: String) -> Diagnostic {
    .warning(
      "the feed has a header but no rows", at: SourceLocation(file: path, line: 0, column: 0))
  }

  static func noSafeZones(_ preset: String, at place: SourceLocation) -> Diagnostic {
    .error("there are no safe zones called \"\(preset)\"", at: place)
  }

  static func undeclaredSize(_ size: SlideSize, template: Template) -> Diagnostic {
    let sizes = template.sizes.map(\.description).joined(separator: ", ")
    return .warning(
      "the template \"\(template.name)\" is not made for \(size); look at every slide",
      at: SourceLocation(file: FilePath.join(template.folder, "template.yaml")),
      hints: ["it is made for \(sizes)"])
  }
}
