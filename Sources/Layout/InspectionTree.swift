public import Pixels

/// What `flint inspect` shows: the element tree with border boxes, anonymous boxes left out.
///
/// An element whose box is split by a block inside it shows the bounds of all its parts.
public struct InspectionTree: Equatable, Sendable {
  public var tag: String
  public var id: String?
  public var classes: [String]
  /// As `getBoundingClientRect` gives it.
  public var borderBox: Rect
  /// Empty for elements without text of their own.
  public var lines: [TextLine]
  public var children: [InspectionTree]
}

extension LayoutBox {
  /// The element tree of this box, which must be an element's.
  public var inspection: InspectionTree {
    var parts: [Int: [LayoutBox]] = [:]
    var order: [Int] = []
    collect(into: &parts, order: &order)
    var children: [Int: [Int]] = [:]
    for index in order.sorted() {
      if let parent = parts[index]?.first?.element?.parent {
        children[parent, default: []].append(index)
      }
    }
    return InspectionTree(index: element?.index ?? 0, parts: parts, children: children)
  }

  private func collect(into parts: inout [Int: [LayoutBox]], order: inout [Int]) {
    if let element {
      if parts[element.index] == nil { order.append(element.index) }
      parts[element.index, default: []].append(self)
    }
    for child in children { child.collect(into: &parts, order: &order) }
  }
}

extension InspectionTree {
  fileprivate init(index: Int, parts: [Int: [LayoutBox]], children: [Int: [Int]]) {
    let own = parts[index] ?? []
    self.children = (children[index] ?? []).map {
      InspectionTree(index: $0, parts: parts, children: children)
    }
    tag = own.first?.element?.name ?? ""
    id = own.first?.element?.id
    classes = own.first?.element?.classes ?? []
    lines = own.flatMap(\.textLines)
    var bounds = own.map(\.borderBox)
    if own.count > 1 {
      // The blocks that split an inline element are among its rectangles.
      bounds += self.children.map(\.borderBox)
      let visible = bounds.filter { $0.width > 0 || $0.height > 0 }
      if !visible.isEmpty { bounds = visible }
    }
    borderBox = bounds.dropFirst().reduce(bounds.first ?? Rect()) { $0.union($1) }
  }

  /// One JSON object on one line: `{"size":[w,h],"root":{"tag",…}}`, lengths rounded to 1/1000 px.
  public func json(size: Size) -> String {
    var text = "{\"size\":[\(number(size.width)),\(number(size.height))],\"root\":"
    writeJSON(to: &text)
    return text + "}"
  }

  private func writeJSON(to text: inout String) {
    text += "{\"tag\":\(quoted(tag))"
    if let id { text += ",\"id\":\(quoted(id))" }
    if !classes.isEmpty { text += ",\"class\":\(quoted(classes.joined(separator: " ")))" }
    text += ",\"x\":\(number(borderBox.x)),\"y\":\(number(borderBox.y))"
    text += ",\"width\":\(number(borderBox.width)),\"height\":\(number(borderBox.height))"
    if !lines.isEmpty {
      text += ",\"lines\":[\(lines.map(json).joined(separator: ","))]"
    }
    if !children.isEmpty {
      text += ",\"children\":["
      for (i, child) in children.enumerated() {
        if i > 0 { text += "," }
        child.writeJSON(to: &text)
      }
      text += "]"
    }
    text += "}"
  }

  private func json(_ line: TextLine) -> String {
    "{\"text\":\(quoted(line.text)),\"x\":\(number(line.x)),\"baseline\":\(number(line.baseline)),"
      + "\"width\":\(number(line.width)),"
      + "\"direction\":\"\(line.isRightToLeft ? "rtl" : "ltr")\"}"
  }
}

extension InspectionTree: CustomStringConvertible {
  /// One line an element, indented by depth: `h1#title.big 40 80 1000×120 "Text"`.
  public var description: String {
    var text = ""
    describe(indent: "", into: &text)
    return text
  }

  private func describe(indent: String, into text: inout String) {
    text += indent + tag + (id.map { "#\($0)" } ?? "") + classes.map { ".\($0)" }.joined()
    text += "  \(number(borderBox.x)),\(number(borderBox.y))"
    text += "  \(number(borderBox.width))×\(number(borderBox.height))\n"
    for line in lines {
      text += "\(indent)  \(quoted(line.text))  \(number(line.x)),\(number(line.baseline))"
      text += "  \(number(line.width))\n"
    }
    for child in children { child.describe(indent: indent + "  ", into: &text) }
  }
}

/// At most three decimals, without trailing zeros.
private func number(_ value: Double) -> String {
  let thousandths = Int((finite(value) * 1000).rounded())
  let digits = String(abs(thousandths) % 1000 + 1000).dropFirst()
  let fraction = digits.reversed().drop { $0 == "0" }.reversed()
  let sign = thousandths < 0 ? "-" : ""
  return sign + String(abs(thousandths) / 1000) + (fraction.isEmpty ? "" : "." + String(fraction))
}

/// A JSON string.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case "\r": result += "\\r"
    case let control where control.value < 0x20:
      let hex = String(control.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
