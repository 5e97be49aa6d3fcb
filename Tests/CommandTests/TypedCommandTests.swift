import ArgumentParser
import Foundation
import Posts
import TestSupport
import Testing

@testable import flint

/// Whatever Flint tells a person to type is a command that Flint takes.
@Suite struct TypedCommandTests {
  private static let post = Key<Post>("mug")
  private static let code = Key<Authorization>("mug@harbor")
  private static let ad = Key<Ad>("mug-harbor")
  private static let account = Key<Advertiser>("7123456789012345678")

  private static let advice: [Advice] =
    [
      .draw, .check(post), .publish(post), .showPost(post),
      .removePost(post, isForced: false), .removePost(post, isForced: true),
      .request(post, days: nil), .request(post, days: 30), .addCode(code), .withdraw(code),
      .share(code), .apply(code, by: nil), .apply(code, by: account), .applyAllTheSame(code),
      .extend(code, days: 30), .readEnd(code), .revoke(code, isForced: false),
      .revoke(code, isForced: true), .reissue(code), .showCode(code),
      .planAd(code, for: nil), .planAd(code, for: account), .submit(ad), .identify(ad),
      .readStatus(ad), .importReport, .listAds(post),
      .pay(Key("mia@harbor"), Money(minorUnits: 15_050, currency: "USD")),
      .explain(word: "AD_STATUS_AUDIT_DENY"), .state(post, .creator),
      .state(post, .adAuthorizationIsOn), .state(post, .musicIsCleared),
    ] + Disclosure.allCases.map { .state(post, .disclosure($0)) }
    + Post.Privacy.allCases.map { .state(post, .privacy($0)) }
    + Ad.Status.allCases.filter { ![.planned, .submitted, .ended].contains($0) }
    .map { .move(ad, to: $0) }
    + [Ad.Ending.finished, .deleted, .budgetSpent].map { .end(ad, $0) }

  @Test(arguments: advice)
  func everyAdviceCanBeTyped(advice: Advice) {
    #expect(Typed(advice.command).fault() == nil, "\(advice.command)")
  }

  @Test func everyCommandOfTheSourcesCanBeTyped() throws {
    let sources = try Self.files(under: "Sources", ending: "swift")
      .filter { !$0.path.hasSuffix("AdviceMessages.swift") }
    let data = try Self.files(under: "data", ending: "yaml")
    var known: Set<String> = []
    for file in sources + data {
      for typed in Typed.mentions(in: file.text, isSwift: file.path.hasSuffix("swift"))
      where known.insert(typed.text).inserted {
        if let fault = typed.fault() { Issue.record("\(file.path): \(typed.text): \(fault)") }
      }
    }
    #expect(known.count > 200)
  }

  @Test(arguments: ["README.md", "CONTRIBUTING.md", "UNSUPPORTED.md"])
  func everyCommandOfTheDocumentsCanBeTyped(name: String) throws {
    let text = try String(contentsOfFile: Self.path(name), encoding: .utf8)
    let typed = Typed.mentions(in: text, isSwift: false)
    for typed in typed {
      if let fault = typed.fault() { Issue.record("\(name): \(typed.text): \(fault)") }
    }
    if name == "README.md" { #expect(typed.count > 60) }
  }

  // MARK: -

  private static func path(_ name: String) -> String {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder.appending(path: name).path
  }

  private static func files(
    under folder: String, ending: String
  ) throws -> [(path: String, text: String)] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: path(folder))
    return try names.filter { $0.hasSuffix(".\(ending)") }.sorted().map {
      (
        "\(folder)/\($0)",
        try String(contentsOfFile: "\(path(folder))/\($0)", encoding: .utf8)
      )
    }
  }
}

/// A command line as a text names it.
private struct Typed {
  var text: String
  /// A line of its own, which has to be whole; in a sentence words may follow.
  var isLine: Bool

  init(_ text: String, isLine: Bool = true) {
    self.text = text
    self.isLine = isLine
  }

  /// Why Flint does not take it; nil when it does.
  ///
  /// In a sentence a command may be named without its arguments; then only its name is looked at.
  func fault() -> String? {
    let raw = Array(Self.words(of: text)[1...])
    let words = raw.map { Self.example($0) }
    if isLine { return parse(words) }
    let last = raw.lastIndex { $0.hasPrefix("-") || Self.isPlaceholder($0) || $0.contains("\u{1}") }
    guard let last else {
      return Self.command(raw).command == Flint.self ? "no such command" : nil
    }
    var fault: String?
    for count in (last + 1)...min(raw.count, last + 3) {
      fault = parse(Array(words.prefix(count)))
      if fault == nil { return nil }
    }
    return fault
  }

  private func parse(_ words: [String]) -> String? {
    let (command, rest) = Self.command(words)
    do {
      // By the command itself: parsing from the root reads the definitions of all commands.
      _ = try command.parseAsRoot(rest)
      return command == Flint.self ? "no such command" : nil
    } catch {
      return command.exitCode(for: error) == .success ? nil : command.message(for: error)
    }
  }

  /// The command that words begin with, and what follows its name.
  private static func command(
    _ words: [String]
  ) -> (command: any ParsableCommand.Type, rest: [String]) {
    var command: any ParsableCommand.Type = Flint.self
    for (index, word) in words.enumerated() {
      let configuration = command.configuration
      let below =
        configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
      guard let next = below.first(where: { $0._commandName == word }) else {
        return (command, Array(words[index...]))
      }
      command = next
    }
    return (command, [])
  }

  // MARK: - Finding

  /// Every `flint …` of a text, without what is only its name.
  static func mentions(in text: String, isSwift: Bool) -> [Typed] {
    var text = text.replacing(/\$\(\(.*?\)\)/, with: "7")
    if isSwift {
      // Literals over several lines become one; what is put in stands as one character.
      text = text.replacing(/"\s*\n\s*\+ "/, with: "").replacing(/\x20\\\n\s*/, with: " ")
      text = text.replacing(/\x20\\\\\n\s*/, with: " ")
      text = withoutInterpolations(text.replacing("\\\"", with: "\u{2}"))
    } else {
      text = text.replacing(/\x20\\\n\s*/, with: " ")
    }
    return text.split(separator: "\n").flatMap { line -> [Typed] in
      let code = line.drop { $0 == " " }
      if code.hasPrefix("//") && isSwift { return [] }
      if code.hasPrefix("flint ") { return [Typed(cut(code, isLine: true))] }
      return line.ranges(of: /(?:^|[ "'`(:])flint (?=[a-z])/).map { range in
        let start = line[range].firstIndex(of: "f") ?? range.lowerBound
        return Typed(cut(line[start...], isLine: false), isLine: false)
      }.filter { !$0.text.isEmpty }
    }
  }

  private static func cut(_ text: Substring, isLine: Bool) -> String {
    var text = text
    if let end = text.firstIndex(where: { "`\"".contains($0) && !(isLine && $0 == "\"") }) {
      text = text[..<end]
    }
    for end in isLine
      ? [" | ", " || ", " > ", " < ", " && ", " # ", " &", "; ", "\\n"]
      : [
        ";", ", ", ": ", ")", "\\n", " (", " > ", " | ", "…", ". ",
      ]
    {
      if let range = text.firstRange(of: end) { text = text[..<range.lowerBound] }
    }
    while let last = text.last, ".,:; ".contains(last) { text.removeLast() }
    return String(text).replacing("\u{2}", with: "\"")
  }

  private static func withoutInterpolations(_ text: String) -> String {
    var result = ""
    var depth = 0
    var inside = ""
    var characters = text.makeIterator()
    var last: Character = " "
    while let character = characters.next() {
      if depth == 0 {
        if last == "\\", character == "(" {
          result.removeLast()
          depth = 1
          inside = ""
        } else {
          result.append(character)
        }
      } else {
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
        inside.append(character)
        if depth == 0 { result += "\u{1}" + example(forExpression: inside) }
      }
      last = character
    }
    return result
  }

  // MARK: - Words

  /// As a shell splits them.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == " " {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }

  private static func isPlaceholder(_ word: String) -> Bool {
    word.wholeMatch(of: /@?[A-Z][A-Z-]+(\.[a-z]+)?(@[A-Z]+)?/) != nil
  }

  /// What stands for a word that a person fills in.
  private static func example(_ word: String) -> String {
    let word = word.replacing("\u{1}", with: "")
      .replacing(/\$[a-z{}]+/, with: "7")
    switch word {
    case "URL": return "https://www.tiktok.com/@mia/photo/7300000000000000001"
    case "ID": return "7123456789012345678"
    case "TIME": return "2026-10-20"
    case "DAYS", "N": return "30"
    case "MONEY": return "150 USD"
    case _ where isPlaceholder(word):
      return word.hasPrefix("@") ? "@mia" : word.contains("@") ? "mug@harbor" : "mug"
    default: return word.split(separator: "|").first.map(String.init) ?? word
    }
  }

  /// What stands for a value that is put into a text.
  private static func example(forExpression text: String) -> String {
    let text = text.lowercased()
    if text.contains("days") { return "30" }
    if text.contains("kind") { return "ask" }
    if text.contains("target") { return "api" }
    if text.contains("idoption") || text == "id)" { return "7123456789012345678" }
    if text == "end)" { return "2026-10-20" }
    return "mug"
  }
}
