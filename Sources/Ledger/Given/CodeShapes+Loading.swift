public import Diagnostics
import Files
public import Posts
import YAMLText

extension CodeShapes {
  private static let limit = 1 << 20

  /// The shapes that `codes.yaml` in a data folder says.
  ///
  /// For reading a code; what masks codes in an error's text takes `builtIn`, which cannot fail.
  public static func load(from dataFolder: String) throws(DiagnosticsError) -> CodeShapes {
    let path = FilePath.join(dataFolder, "codes.yaml")
    return try CodeShapes(try DataFile.bytes(path, limit: limit), path: path)
  }

  package init(_ bytes: [UInt8], path: String) throws(DiagnosticsError) {
    let file = try YAMLNode.parse(bytes, file: path)
    var log = DiagnosticLog()
    // What the file does not say is an error, so none of it stays.
    self = .builtIn
    if var reader = YAMLReader(file, what: path, log: &log) {
      _ = reader.integer("version", in: 1...1, log: &log)
      _ = reader.requiredText("updated", log: &log)
      let known = reader.node("sources")
      readAlphabet(Self.part("alphabet", of: &reader, log: &log), known, log: &log)
      readLengths(Self.part("lengths", of: &reader, log: &log), known, log: &log)
      labels = Self.words("labels", of: &reader, known, log: &log)
      spreadsheetErrors = Self.words("spreadsheet-errors", of: &reader, known, log: &log)
      reader.finish(log: &log)
    }
    try log.throwIfErrors()
  }

  private mutating func readAlphabet(
    _ part: YAMLReader?, _ known: YAMLNode?, log: inout DiagnosticLog
  ) {
    guard var part else { return }
    start = Self.sign("start", of: &part, log: &log) ?? start
    end = Self.sign("end", of: &part, log: &log) ?? end
    if let text = part.requiredText("characters", log: &log) {
      let characters = Set(text.unicodeScalars)
      // A code that is cut short by a forgotten letter would be shown from there on.
      let missing = Self.builtIn.alphabet.subtracting(characters)
      if !missing.isEmpty { log.add(.lettersAreMissing(missing, at: part.location)) }
      if characters.contains(start) || characters.contains(end) || start == end {
        log.add(.endsAreAmongLetters(at: part.location))
      }
      alphabet = characters
    }
    Self.checkSources(of: &part, known, log: &log)
    part.finish(log: &log)
  }

  private mutating func readLengths(
    _ part: YAMLReader?, _ known: YAMLNode?, log: inout DiagnosticLog
  ) {
    guard var part else { return }
    let shortest = Self.number("shortest", in: 3...64, of: &part, log: &log) ?? 3
    let longest = Self.number("longest", in: 64...SparkCode.mostBytes, of: &part, log: &log)
    lengths = shortest...(longest ?? SparkCode.mostBytes)
    shortestWithOneEnd =
      Self.number("shortest-with-one-end", in: shortest...64, of: &part, log: &log) ?? shortest
    shortestBare =
      Self.number("shortest-bare", in: shortest...64, of: &part, log: &log) ?? shortest
    Self.checkSources(of: &part, known, log: &log)
    part.finish(log: &log)
  }

  private static func words(
    _ key: String, of reader: inout YAMLReader, _ known: YAMLNode?, log: inout DiagnosticLog
  ) -> Set<String> {
    guard var part = part(key, of: &reader, log: &log) else { return [] }
    let words = part.texts("words", log: &log)?.map(\.text)
    if words == nil { log.add(.missingInCodes("words", of: key, at: part.location)) }
    checkSources(of: &part, known, log: &log)
    part.finish(log: &log)
    return Set(words ?? [])
  }

  private static func part(
    _ key: String, of reader: inout YAMLReader, log: inout DiagnosticLog
  ) -> YAMLReader? {
    guard let node = reader.node(key) else {
      log.add(.missingInCodes(key, of: reader.what, at: reader.location))
      return nil
    }
    return YAMLReader(node, what: "\"\(key)\"", log: &log)
  }

  private static func number(
    _ key: String, in range: ClosedRange<Int>, of part: inout YAMLReader, log: inout DiagnosticLog
  ) -> Int? {
    guard part.entries.contains(where: { $0.key == key && !$0.value.isNull }) else {
      log.add(.missingInCodes(key, of: part.what, at: part.location))
      return nil
    }
    return part.integer(key, in: range, log: &log)
  }

  private static func sign(
    _ key: String, of part: inout YAMLReader, log: inout DiagnosticLog
  ) -> Unicode.Scalar? {
    guard let text = part.requiredText(key, log: &log) else { return nil }
    if text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first { return scalar }
    log.add(.notOneSign(text, key: key, at: part.location))
    return nil
  }

  /// Every part says where it is from.
  private static func checkSources(
    of part: inout YAMLReader, _ known: YAMLNode?, log: inout DiagnosticLog
  ) {
    let cited = part.texts("sources", log: &log) ?? []
    if cited.isEmpty { log.add(.missingInCodes("sources", of: part.what, at: part.location)) }
    for (key, place) in cited where known?[key] == nil {
      log.add(.unknownSource(key, at: place))
    }
  }
}
