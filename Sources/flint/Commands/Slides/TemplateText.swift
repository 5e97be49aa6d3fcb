import Carousels
import Diagnostics
import Posts
import Templates

/// Templates in words.
enum TemplateText {
  static func describe(_ template: Template, picture: String) -> String {
    let manifest = template.manifest
    var text = "\(manifest.title)\n\(manifest.description)\n\n"
    text += "sizes    \(manifest.sizes.map(\.description).joined(separator: ", "))\n"
    text += "picture  \(picture)\n\nfields\n"
    let width = manifest.fields.map(\.name.count).max() ?? 0
    for field in manifest.fields {
      let kind = field.isRequired ? "\(field.type.description), required" : field.type.description
      let about = field.description ?? ""
      text += "  \(field.name.padding(to: width))  \(kind.padding(to: 16))  \(about)\n"
    }
    if !template.labels.isEmpty {
      text += "\nwords of its own, which a row may say otherwise\n"
      let width = template.labels.map(\.name.count).max() ?? 0
      for label in template.labels {
        text += "  \(label.name.padding(to: width))  \(label.standard)\n"
      }
    }
    if !template.languages.isEmpty {
      text += "\nlanguages  \(template.languages.joined(separator: ", "))\n"
    }
    return text
  }

  static func line(_ drawing: TemplateCheck.Drawing, of template: String) -> String {
    let failed = drawing.problems.contains { $0.severity == .error }
    let warnings = drawing.problems.count
    let verdict =
      failed ? "failed" : "\(drawing.slides) slides\(warnings > 0 ? ", \(warnings) warnings" : "")"
    return "\(template)  \(drawing.size)  \(drawing.sample): \(verdict)\n"
  }
}

struct TemplateJSON: Encodable {
  struct FieldJSON: Encodable {
    var name: String
    var type: String
    var required: Bool
    var description: String?
  }

  struct LabelJSON: Encodable {
    var name: String
    var text: String
    var languages: [String]
  }

  var name: String
  var title: String
  var description: String
  var sizes: [String]
  var fields: [FieldJSON]
  /// The template's own words; nil where only the manifest was read.
  var labels: [LabelJSON]?
  /// The languages that its words are in.
  var languages: [String]?
  /// Names of the sample rows, the best first; nil where only the manifest was read.
  var samples: [String]?
  var picture: String?

  init(_ manifest: TemplateManifest, samples: [String]? = nil, picture: String? = nil) {
    name = manifest.name
    title = manifest.title
    description = manifest.description
    sizes = manifest.sizes.map(\.description)
    fields = manifest.fields.map {
      FieldJSON(
        name: $0.name, type: $0.type.description, required: $0.isRequired,
        description: $0.description)
    }
    self.samples = samples
    self.picture = picture
  }

  init(_ template: Template, picture: String) {
    self.init(template.manifest, samples: template.samples.map(\.name), picture: picture)
    labels = template.labels.map {
      LabelJSON(name: $0.name, text: $0.standard, languages: $0.languages.map(\.tag))
    }
    languages = template.languages
  }
}

struct CheckJSON: Encodable {
  struct DrawingJSON: Encodable {
    var sample: String
    var size: String
    var slides: Int
    var problems: [DiagnosticJSON]
  }

  var template: String
  var drawings: [DrawingJSON]
  /// About the template as a whole.
  var problems: [DiagnosticJSON]

  init(_ check: TemplateCheck) {
    template = check.template
    problems = check.problems.map(DiagnosticJSON.init)
    drawings = check.drawings.map {
      DrawingJSON(
        sample: $0.sample, size: $0.size.description, slides: $0.slides,
        problems: $0.problems.map(DiagnosticJSON.init))
    }
  }
}

extension String {
  /// The text with spaces behind it, at least `width` characters.
  func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
