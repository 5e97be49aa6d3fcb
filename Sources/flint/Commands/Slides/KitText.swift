import Carousels
import Diagnostics
import Pixels
import Templates

/// Brand kits in words.
enum KitText {
  static func describe(_ examination: KitExamination, picture: String) -> String {
    var text = "\(examination.kit.name)  \(examination.kit.folder)\n\n"
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

  static func line(_ examination: KitExamination) -> String {
    let worst = examination.pairs.min { $0.contrast / $0.needed < $1.contrast / $1.needed }
    let verdict = examination.hasErrors ? "failed" : "ok"
    let least = worst.map { ", least \(line($0))" } ?? ""
    return "\(examination.kit.name): \(verdict)\(least)\n"
  }

  private static func line(_ pair: KitExamination.Pair) -> String {
    "\(pair.text) on \(pair.ground)  \(ratio(pair.contrast)) : 1 (\(pair.needed) needed)"
  }

  static func ratio(_ contrast: Double) -> Double { (contrast * 10).rounded(.down) / 10 }

  static func value(of variable: KitExamination.Variable) -> String {
    switch variable.value {
    case .color(let color): hexadecimal(color)
    case .font(let family): family
    case nil: "not set"
    }
  }

  private static func hexadecimal(_ color: Color) -> String {
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

  var name: String
  var path: String
  var variables: [VariableJSON]
  var contrasts: [PairJSON]
  var problems: [DiagnosticJSON]
  var picture: String?

  init(_ examination: KitExamination, problems: [Diagnostic], picture: String? = nil) {
    name = examination.kit.name
    path = examination.kit.folder
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
