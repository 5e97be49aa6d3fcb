/// Where the parts of a workbook lie (ECMA-376 part 2, relationships).
final class RelationshipsConsumer: XMLConsumer {
  private var relations: [(id: String, type: String, target: String)] = []

  package func start(_ name: String, _ attributes: XMLAttributes) throws(WorkbookFault) {
    guard name == "Relationship", attributes["TargetMode"] != "External",
      let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"]
    else { return }
    relations.append((id, type, target))
  }

  package func text(_ text: String) {}
  package func end(_ name: String) {}

  /// - Parameter type: the last word of the type's address, which is all that its two editions
  ///   have in common.
  func target(ofType type: String, from part: String) -> String? {
    relations.first { $0.type.hasSuffix("/\(type)") }.map { Self.resolve($0.target, from: part) }
  }

  func target(ofID id: String, from part: String) -> String? {
    relations.first { $0.id == id }.map { Self.resolve($0.target, from: part) }
  }

  /// A path in the archive. What climbs out of it becomes a path that no archive has.
  private static func resolve(_ target: String, from part: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var names = part.split(separator: "/").dropLast()[...]
    for name in target.split(separator: "/") where name != "." {
      if name == "..", !names.isEmpty { names.removeLast() } else { names.append(name) }
    }
    return names.joined(separator: "/")
  }
}

/// The sheets of a workbook, in their order.
final class WorkbookConsumer: XMLConsumer {
  private(set) var firstSheet: (name: String, relation: String?)?
  /// Whether days are counted from 1904, as old Macs did.
  private(set) var from1904 = false

  package func start(_ name: String, _ attributes: XMLAttributes) throws(WorkbookFault) {
    switch name {
    case "workbookPr":
      let value = attributes["date1904"]
      from1904 = value == "1" || value == "true"
    case "sheet" where firstSheet == nil:
      firstSheet = (attributes["name"] ?? "Sheet1", attributes["id"])
    default: break
    }
  }

  package func text(_ text: String) {}
  package func end(_ name: String) {}
}

/// The texts that cells share.
final class SharedStringsConsumer: XMLConsumer {
  private(set) var texts: [String] = []
  private var text = CellText()

  package func start(_ name: String, _ attributes: XMLAttributes) throws(WorkbookFault) {
    if name == "si" { text = CellText() }
    text.start(name)
  }

  package func text(_ piece: String) throws(WorkbookFault) { try text.add(piece) }

  package func end(_ name: String) throws(WorkbookFault) {
    text.end(name)
    guard name == "si" else { return }
    texts.append(text.value)
    if texts.count > CellTable.maximumCells { throw .tooLarge }
  }
}

/// A text put together from its runs; phonetic guides (`rPh`) are not part of it.
struct CellText {
  private var raw = ""
  private var isOpen = false
  private var phoneticDepth = 0

  /// Excel's limit is 32,767 characters; more is no cell.
  static let maximumBytes = 200_000

  package mutating func start(_ name: String) {
    if name == "rPh" { phoneticDepth += 1 }
    if name == "t" { isOpen = phoneticDepth == 0 }
  }

  package mutating func add(_ piece: String) throws(WorkbookFault) {
    guard isOpen else { return }
    raw += piece
    if raw.utf8.count > Self.maximumBytes { throw .tooLarge }
  }

  package mutating func end(_ name: String) {
    if name == "rPh" { phoneticDepth -= 1 }
    if name == "t" { isOpen = false }
  }

  package var value: String { Self.unescaped(raw) }

  /// `_x000D_` stands for a character that XML cannot hold, `_x005F_` for the `_` before such
  /// (ECMA-376 part 1, 22.9.2.19).
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"),
        bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_"),
        let value = UInt32(
          String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        result += Array(String(Character(scalar)).utf8)
        index += 7
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
