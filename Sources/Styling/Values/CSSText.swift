import Markup

extension Collection where Element == ComponentValue {
  /// The values as a person would write them, for messages.
  var cssText: String {
    var text = ""
    for value in self { value.append(to: &text) }
    return text
  }
}

extension ComponentValue {
  var cssText: String { [self].cssText }

  fileprivate func append(to text: inout String) {
    switch kind {
    case .identifier(let name): text += name
    case .hash(let name): text += "#" + name
    case .string(let content): text += "\"\(content)\""
    case .url(let address): text += "url(\(address))"
    case .number(let value, _): text += cssNumber(value)
    case .percentage(let value): text += cssNumber(value) + "%"
    case .dimension(let value, let unit): text += cssNumber(value) + unit
    case .delimiter(let character): text.append(character)
    case .comma: text += ","
    case .colon: text += ":"
    case .semicolon: text += ";"
    case .whitespace: text += " "
    case .function(let name, let arguments):
      text += name + "("
      for argument in arguments { argument.append(to: &text) }
      text += ")"
    case .block(let open, let contents):
      text.append(open)
      for value in contents { value.append(to: &text) }
      text.append(open == "(" ? ")" : open == "[" ? "]" : "}")
    }
  }
}

/// `12`, not `12.0`.
func cssNumber(_ value: Double) -> String {
  value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : "\(value)"
}
