public import Pixels
import Styling
import Typography

/// What `flint inspect` shows: the element tree with border boxes, anonymous boxes left out.
///
/// An element whose box is split by a block inside it shows the bounds of all its parts.
public struct InspectionTree: Equatable, Sendable {
  /// The element's name, in lower case.
  public var tag: String
  /// The attribute `id`; nil when there is none.
  public var id: String?
  /// The class names in the order written.
  public var classes: [String]
  /// As `getBoundingClientRect` gives it.
  public var borderBox: Rect
  /// Empty for elements without text of their own.
  public var lines: [TextLine]
  /// For each of `lines` what it consists of, from left to right: of the whole line for the block
  /// that holds it, nothing for inline elements.
  public var runs: [[Run]]
  /// In document order, without those of `display: none`.
  public var children: [InspectionTree]

  /// Text of one direction, font and style.
  public struct Run: Equatable, Sendable {
    /// Logical order.
    public var text: String
    /// The left edge, px on the slide.
    public var x: Double
    /// px.
    public var width: Double
    /// Whether the text reads from right to left.
    public var isRightToLeft: Bool
    /// Family and weight, such as `Inter 700`.
    public var font: String
  }
}

extension LayoutBox {
  /// The element tree of this box, which must be an element's.
  public var inspection: InspectionTree {
    var parts = ElementParts()
    parts.add(self, holder: nil, anonymous: nil, transform: .identity)
    return InspectionTree(index: element?.index ?? 0, parts: parts)
  }
}

/// What the boxes of one slide say about each element, by the elements' index.
private struct ElementParts {
  struct Part {
    var element: ElementIdentity
    var borderBox: Rect
    /// The anonymous block this part of an inline element stands in.
    var anonymous: Rect?
  }

  var parts: [Int: [Part]] = [:]
  var lines: [Int: [TextLine]] = [:]
  var runs: [Int: [[InspectionTree.Run]]] = [:]
  var children: [Int: [Int]] = [:]

  /// - Parameter transform: of the boxes around this one.
  mutating func add(
    _ box: LayoutBox, holder: Int?, anonymous: Rect?, transform: AffineTransform
  ) {
    let transform = transform.concatenating(box.transform)
    let borderBox = transform.bounds(of: box.borderBox)
    var holder = holder
    var anonymous = anonymous
    if let element = box.element {
      if parts[element.index] == nil, let parent = element.parent {
        children[parent, default: []].append(element.index)
      }
      parts[element.index, default: []].append(
        Part(element: element, borderBox: borderBox, anonymous: anonymous))
      holder = element.index
      if box.inlinePieces.isEmpty { anonymous = nil }
    } else {
      anonymous = borderBox
    }
    if let holder {
      for line in box.textLines where !line.text.allSatisfy(\.isWhitespace) {
        lines[holder, default: []].append(line.transformed(by: transform))
        runs[holder, default: []].append(
          box.runs(at: line.baseline).map { $0.transformed(by: transform, baseline: line.baseline) }
        )
      }
    }
    for child in box.children {
      add(child, holder: holder, anonymous: anonymous, transform: transform)
    }
  }
}

extension TextLine {
  /// Where the baseline's ends come to lie; turned text has the upright bounds of its baseline.
  fileprivate func transformed(by transform: AffineTransform) -> TextLine {
    if transform.isIdentity { return self }
    let bounds = transform.bounds(of: Rect(x: x, y: baseline, width: width, height: 0))
    var line = self
    line.x = bounds.minX
    line.baseline = transform.apply(to: Point(x: x, y: baseline)).y
    line.width = bounds.width
    return line
  }
}

extension InspectionTree.Run {
  fileprivate func transformed(by transform: AffineTransform, baseline: Double) -> Self {
    let line = TextLine(
      text: text, x: x, baseline: baseline, width: width, isRightToLeft: isRightToLeft
    ).transformed(by: transform)
    var run = self
    run.x = line.x
    run.width = line.width
    return run
  }
}

extension LayoutBox {
  /// The runs of the line with this baseline, where the box holds it.
  fileprivate func runs(at baseline: Double) -> [InspectionTree.Run] {
    guard case .lines(let lines, _) = content,
      let line = lines.first(where: { $0.baseline == baseline })
    else { return [] }
    return line.runs.map { run in
      InspectionTree.Run(
        text: run.glyphs.text, x: run.origin.x, width: run.width,
        isRightToLeft: run.glyphs.isRightToLeft,
        font: "\(run.glyphs.font.family) \(run.glyphs.font.weight)")
    }
  }
}

extension InspectionTree {
  fileprivate init(index: Int, parts: ElementParts) {
    let own = parts.parts[index] ?? []
    children = (parts.children[index] ?? []).sorted().map {
      InspectionTree(index: $0, parts: parts)
    }
    tag = own.first?.element.name ?? ""
    id = own.first?.element.id
    classes = own.first?.element.classes ?? []
    lines = parts.lines[index] ?? []
    runs = parts.runs[index] ?? []
    var bounds = own.map(\.borderBox)
    if own.count > 1 {
      // The blocks that split an inline element are among its rectangles, as wide as the
      // container.
      let room = own.first?.anonymous
      bounds += children.filter { $0.isBlock(splitting: own.map(\.borderBox)) }.map { child in
        guard let room else { return child.borderBox }
        return Rect(
          x: room.x, y: child.borderBox.y, width: room.width, height: child.borderBox.height)
      }
      let visible = bounds.filter { $0.width > 0 || $0.height > 0 }
      if !visible.isEmpty { bounds = visible }
    }
    borderBox = bounds.dropFirst().reduce(bounds.first ?? Rect()) { $0.union($1) }
  }

  /// Whether this child stands outside all parts of its inline parent, as a block does.
  private func isBlock(splitting parts: [Rect]) -> Bool {
    !parts.contains { part in
      part.width > 0 && borderBox.minY >= part.minY - 1 && borderBox.minY < part.maxY
    }
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
      let lines = zip(lines, runs).map { json($0, runs: $1) }
      text += ",\"lines\":[\(lines.joined(separator: ","))]"
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

  private func json(_ line: TextLine, runs: [Run]) -> String {
    let parts = runs.map { run in
      "{\"text\":\(quoted(run.text)),\"x\":\(number(run.x)),\"width\":\(number(run.width)),"
        + "\"direction\":\"\(run.isRightToLeft ? "rtl" : "ltr")\",\"font\":\(quoted(run.font))}"
    }
    return json(line, runs: parts.isEmpty ? "" : ",\"runs\":[\(parts.joined(separator: ","))]")
  }

  private func json(_ line: TextLine, runs: String) -> String {
    "{\"text\":\(quoted(line.text)),\"x\":\(number(line.x)),\"baseline\":\(number(line.baseline)),"
      + "\"width\":\(number(line.width)),"
      + "\"direction\":\"\(line.isRightToLeft ? "rtl" : "ltr")\"\(runs)}"
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
