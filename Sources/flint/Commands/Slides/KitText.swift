import Carousels
import Console
import Diagnostics
import Pixels
import Templates

/// Brand kits in words.
enum KitText {
  static func describe(_ examination: KitExamination, picture: String) -> String {
    var text = "\(examination.kit.name ?? "")  \(examination.kit.folder ?? "")\n\n"
    let names = examination.variables.map(\.name.count).max() ?? 0
    let values = examination.variables.map { value(of: $0).count }.max() ?? 0
    for variable in examination.variables {
      text += "  \(variable.name.padding(to: names))  "
      text += "\(value(of: variable).padding(to: values))  \(variable.meaning)\n"
    }
    text += "\ncontrast\n"
    for pair in examination.pairs { text += "  \(line(pair))\n" }
    return text + "\npicture  \(picture)\n"
  }

  /// Each template in a line, and then what was found.
  static func describe(_ check: KitCheck) -> String {
    let findings = check.templates.flatMap(\.findings)
    var text = "\(StyledText.bold(VisibleText.of(check.examination.kit.name ?? "")))\n"
    let width = check.templates.map(\.name.count).max() ?? 0
    for template in check.templates {
      let errors = template.findings.filter { $0.severity == .error }.count
      let others = template.findings.filter { $0.severity == .warning }.count
      let verdict =
        errors + others == 0
        ? (template.drawings == 0 ? "not drawn" : "nothing found")
        : [(errors, "error"), (others, "warning")].filter { $0.0 > 0 }
          .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
      let least = template.leastContrast.map { "least contrast \(ratio($0)) : 1" } ?? ""
      let large = template.leastContrastOfLarge.map { ", of large text \(ratio($0)) : 1" } ?? ""
      let name = VisibleText.of(template.name).padding(to: width)
      text += "  \(name)  \(verdict)  \(least)\(large)\n"
    }
    for finding in findings { text += FindingText.lines(of: finding) }
    return text
  }

  private static func line(_ pair: KitExamination.Pair) -> String {
    "\(pair.text) on \(pair.ground)  \(ratio(pair.contrast)) : 1 (\(pair.needed) needed)"
  }

  static func ratio(_ contrast: Double) -> Double { (contrast * 10).rounded(.down) / 10 }

  static func value(of variable: KitExamination.Variable) -> String {
    switch variable.value {
    case .color(let color): hexadecimal(color)
    case .font(let family): family
    case .picture(let path): path
    case nil: "not set"
    }
  }

  static func hexadecimal(_ color: Color) -> String {
    let channels = [color.red, color.green, color.blue] + (color.alpha < 1 ? [color.alpha] : [])
    return channels.reduce("#") { text, channel in
      let digits = String(Int((min(max(channel, 0), 1) * 255).rounded()), radix: 16)
      return text + (digits.count < 2 ? "0" : "") + digits
    }
  }
}

struct KitJSON: Encodable {
  struct VariableJSON: Encodable {
    var name: String
    var value: String?
  }

  struct PairJSON: Encodable {
    var text: String
    var ground: String
    var contrast: Double
    var needed: Double
  }

  struct TemplateJSON: Encodable {
    var name: String
    var drawings: Int
    var leastContrast: Double?
    var leastContrastOfLarge: Double?
    var findings: [FindingsJSON.FindingJSON]
  }

  var name: String
  var path: String
  var variables: [VariableJSON]
  var contrasts: [PairJSON]
  var problems: [DiagnosticJSON]
  var picture: String?
  /// Only of a check.
  var templates: [TemplateJSON]?

  init(_ check: KitCheck) {
    self.init(check.examination, problems: check.examination.problems)
    templates = check.templates.map { template in
      TemplateJSON(
        name: template.name, drawings: template.drawings,
        leastContrast: template.leastContrast.map(KitText.ratio),
        leastContrastOfLarge: template.leastContrastOfLarge.map(KitText.ratio),
        findings: template.findings.map { FindingsJSON.FindingJSON($0, of: template.name) })
    }
  }

  init(_ examination: KitExamination, problems: [Diagnostic], picture: String? = nil) {
    name = examination.kit.name ?? ""
    path = examination.kit.folder ?? ""
    variables = examination.variables.map {
      VariableJSON(name: $0.name, value: $0.value == nil ? nil : KitText.value(of: $0))
    }
    contrasts = examination.pairs.map {
      PairJSON(
        text: $0.text, ground: $0.ground, contrast: KitText.ratio($0.contrast), needed: $0.needed)
    }
    self.problems = problems.map(DiagnosticJSON.init)
    self.picture = picture
  }
}
