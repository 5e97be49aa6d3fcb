import Diagnostics
import YAMLText

/// `fonts/fonts.yaml` read: families and their faces, generic names, fallback order.
struct FontList: Sendable {
  var entries: [FontEntry] = []
  /// Families by generic name, e.g. `sans-serif`.
  var generics: [String: [String]] = [:]
  var fallbacks = FontFallbacks()

  init(generics: [String: [String]] = [:], fallbacks: FontFallbacks = FontFallbacks()) {
    self.generics = generics
    self.fallbacks = fallbacks
  }

  init(parsing node: YAMLNode) throws(DiagnosticsError) {
    self.init()
    var log = DiagnosticLog()
    if var reader = YAMLReader(node, what: "the font catalogue", log: &log) {
      for entry in Self.entries(of: reader.node("generic"), what: "generic", &log) {
        generics[entry.key] = Self.names(in: entry.value, key: entry.key, &log)
      }
      for entry in Self.entries(of: reader.node("fallback"), what: "fallback", &log) {
        let words = entry.key.split(separator: " ", maxSplits: 1)
        let script = words.first ?? ""
        if script.utf8.count != 4 { log.add(.notAScript(entry.key, at: entry.keyLocation)) }
        let key = FontFallbacks.Key(
          script: Script(String(script)),
          language: words.count > 1 ? words[1].lowercased() : "")
        fallbacks.families[key] = Self.names(in: entry.value, key: entry.key, &log)
      }
      if let serifs = reader.node("serifs") {
        fallbacks.serifs = Set(Self.names(in: serifs, key: "serifs", &log).map { $0.lowercased() })
      }
      for entry in Self.entries(of: reader.node("serif-for"), what: "serif-for", &log) {
        fallbacks.serifCounterparts[entry.key.lowercased()] =
          Self.names(in: entry.value, key: entry.key, &log).first
      }
      for entry in Self.entries(of: reader.node("elsewhere"), what: "elsewhere", &log) {
        fallbacks.packages[Script(entry.key)] = entry.value.text
      }
      if let rare = reader.node("rare") { readRareScripts(rare, &log) }
      for entry in Self.entries(of: reader.node("families"), what: "families", &log) {
        readFamily(entry, &log)
      }
      reader.finish(log: &log)
    }
    try log.throwIfErrors()
  }

  private mutating func readFamily(_ family: YAMLNode.Entry, _ log: inout DiagnosticLog) {
    readFaces(family.value, what: "\"\(family.key)\"", &log) { line, folder, package in
      Self.face(line, family: family.key, folder: folder, package: package)
    }
  }

  /// `SCRIPT NAME WEIGHT STYLE SHA-256 FAMILY`: the face is also the script's last fallback.
  private mutating func readRareScripts(_ node: YAMLNode, _ log: inout DiagnosticLog) {
    var scripts: [(script: Script, family: String)] = []
    readFaces(node, what: "rare", &log) { line, folder, package in
      let words = line.utf8.split(separator: UInt8(ascii: " "), maxSplits: 5).map { Substring($0) }
      guard words.count == 6, words[0].utf8.count == 4 else { return nil }
      let face = line[words[1].startIndex..<words[4].endIndex]
      scripts.append((Script(String(words[0])), String(words[5])))
      return Self.face(face, family: String(words[5]), folder: folder, package: package)
    }
    for (script, family) in scripts {
      fallbacks.families[FontFallbacks.Key(script: script), default: []].append(family)
    }
  }

  /// Adds the face of each line of a mapping's `files`; reports those for which there is none.
  private mutating func readFaces(
    _ node: YAMLNode, what: String, _ log: inout DiagnosticLog,
    face: (_ line: Substring, _ folder: String, _ package: String) -> FontEntry?
  ) {
    guard var reader = YAMLReader(node, what: what, log: &log) else { return }
    let package = reader.requiredText("package", log: &log) ?? ""
    _ = reader.requiredText("license", log: &log)
    let folder = reader.requiredText("folder", log: &log) ?? ""
    let files = reader.node("files")
    // By bytes: three times as fast as by characters, and part of every cold start.
    let lines = (files?.text ?? "").utf8.split(separator: UInt8(ascii: "\n"))
    for (index, line) in lines.lazy.map({ Substring($0) }).enumerated() {
      if let face = face(line, folder, package) {
        entries.append(face)
        continue
      }
      var place = files?.location ?? node.location
      // The text begins on the line after the key's.
      place.line += index + 1
      place.column = 0
      log.add(.notAFace(String(line), at: place))
    }
    reader.finish(log: &log)
  }

  /// `NAME#INDEX WEIGHT STYLE SHA-256`.
  private static func face(
    _ line: Substring, family: String, folder: String, package: String
  ) -> FontEntry? {
    let words = line.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
    guard words.count == 4, let weights = weights(words[1]),
      let slant = FontDescription.Slant(rawValue: String(words[2])), words[3].utf8.count == 64
    else { return nil }
    let name = words[0].utf8.split(separator: UInt8(ascii: "#"), maxSplits: 1).map { Substring($0) }
    guard let fileName = name.first, let index = name.count == 1 ? 0 : Int(name[1]) else {
      return nil
    }
    return FontEntry(
      family: family, weights: weights, slant: slant,
      file: .catalogued(
        name: String(fileName), folder: folder, digest: String(words[3]), package: package),
      faceIndex: index)
  }

  /// `400` or `100..900`.
  private static func weights(_ text: Substring) -> ClosedRange<Int>? {
    if let weight = Int(text), (1...1000).contains(weight) { return weight...weight }
    guard let dots = text.firstIndex(of: "."), let low = Int(text[..<dots]),
      let high = Int(text[dots...].drop { $0 == "." }), low >= 1, low <= high, high <= 1000
    else { return nil }
    return low...high
  }

  private static func entries(
    of node: YAMLNode?, what: String, _ log: inout DiagnosticLog
  ) -> [YAMLNode.Entry] {
    guard let node, let reader = YAMLReader(node, what: what, log: &log) else { return [] }
    return reader.entries
  }

  /// Names separated by commas.
  private static func names(
    in node: YAMLNode, key: String, _ log: inout DiagnosticLog
  ) -> [String] {
    guard let text = node.text else {
      log.add(.notFamilies(key, at: node.location))
      return []
    }
    return text.split(separator: ",").map { trimmed($0) }
  }
}

/// Without the spaces around it.
private func trimmed(_ text: Substring) -> String {
  var text = text.drop { $0 == " " }
  while text.last == " " { text = text.dropLast() }
  return String(text)
}
