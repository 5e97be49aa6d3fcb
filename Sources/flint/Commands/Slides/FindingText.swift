import Carousels
import Console
import Diagnostics
import Handoff
import Ledger

/// Findings in words, for a terminal.
enum FindingText {
  static func text(of check: Check, isPlan: Bool) -> String {
    var text = "\(StyledText.bold(VisibleText.of(check.subject)))  \(check.kind.rawValue)"
    text += check.findings.isEmpty ? ": nothing found\n" : "\n"
    for change in check.changes {
      text += "  \(isPlan ? "would make" : "made") \(VisibleText.of(change))\n"
    }
    for group in groups(of: check.findings) {
      if let slide = group[0].slide {
        text += "  slide \(slide.number)  \(VisibleText.of(slide.name))\n"
      }
      for finding in group { text += lines(of: finding) }
    }
    return text
  }

  static func sums(of checks: [Check]) -> String {
    let findings = checks.flatMap(\.findings)
    let sums = Finding.Severity.allCases.compactMap { severity -> String? in
      let count = findings.filter { $0.severity == severity }.count
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return (sums.isEmpty ? "nothing found" : sums.joined(separator: ", ")) + "\n"
  }

  static func rules(width: Int) -> String {
    CheckRule.allCases.map { rule in
      "\(StyledText.bold(rule.rawValue))  \(colored(rule.severity))\n"
        + StyledText.block("    ", rule.reason, width: width)
        + StyledText.block("    ", "source: \(rule.source)", width: width)
    }.joined()
  }

  /// Slide by slide; what is about the whole comes first.
  private static func groups(of findings: [Finding]) -> [[Finding]] {
    var groups: [[Finding]] = []
    var places: [Finding.Slide?: Int] = [:]
    for finding in findings {
      if let place = places[finding.slide] {
        groups[place].append(finding)
      } else {
        places[finding.slide] = groups.count
        groups.append([finding])
      }
    }
    return groups.enumerated()
      .sorted {
        ($0.element[0].slide?.number ?? 0, $0.offset)
          < ($1.element[0].slide?.number ?? 0, $1.offset)
      }
      .map(\.element)
  }

  static func lines(of finding: Finding) -> String {
    var text = "    \(colored(finding.severity))  \(finding.rule.rawValue): "
    text += "\(VisibleText.of(finding.message))\n"
    var places: [String] = []
    if let location = finding.location { places.append(VisibleText.of("\(location)")) }
    if let area = finding.area {
      places.append("\(area.width) × \(area.height) px at \(area.x), \(area.y)")
    }
    if let drawing = finding.drawing {
      let more = finding.repetitions
      places.append(
        VisibleText.of(drawing)
          + (more == 0 ? "" : " and \(more) more time\(more == 1 ? "" : "s")"))
    }
    if !places.isEmpty { text += "             \(places.joined(separator: "; "))\n" }
    if !finding.remedy.isEmpty { text += "             hint: \(VisibleText.of(finding.remedy))\n" }
    return text
  }

  /// As wide as the longest, so that rules stand below each other.
  private static func colored(_ severity: Finding.Severity) -> String {
    let word = severity.rawValue.padding(to: 7)
    guard Terminal.outputHasColor else { return word }
    let color =
      switch severity {
      case .error: "1;31"
      case .warning: "1;33"
      case .note: "36"
      }
    return "\u{1b}[\(color)m\(word)\u{1b}[0m"
  }
}

/// What `flint check --json` prints; the keys are promised.
struct FindingsJSON: Encodable {
  struct FindingJSON: Encodable {
    struct SlideJSON: Encodable {
      var number: Int
      var name: String
    }

    /// What was checked.
    var subject: String
    var rule: String
    var severity: String
    var message: String
    var remedy: String
    var file: String?
    var line: Int?
    var column: Int?
    var slide: SlideJSON?
    /// x, y, width, height in px of the slide.
    var rect: [Int]?
    var drawing: String?
    var repetitions: Int

    init(_ finding: Finding, of subject: String) {
      self.subject = subject
      rule = finding.rule.rawValue
      severity = finding.severity.rawValue
      message = finding.message
      remedy = finding.remedy
      file = finding.location?.file
      line = finding.location.flatMap { $0.line > 0 ? $0.line : nil }
      column = finding.location.flatMap { $0.column > 0 ? $0.column : nil }
      slide = finding.slide.map { SlideJSON(number: $0.number, name: $0.name) }
      rect = finding.area.map { [$0.x, $0.y, $0.width, $0.height] }
      drawing = finding.drawing
      repetitions = finding.repetitions
    }
  }

  struct CheckedJSON: Encodable {
    var subject: String
    var kind: String
    /// What `--fix` made, or with `--dry-run` would make.
    var changes: [String]
  }

  /// What was checked for.
  var target: String
  var checked: [CheckedJSON]
  var findings: [FindingJSON]
  var isPlan: Bool

  init(_ checks: [Check], target: PostTarget, isPlan: Bool) {
    self.target = target.rawValue
    checked = checks.map {
      CheckedJSON(subject: $0.subject, kind: $0.kind.rawValue, changes: $0.changes)
    }
    findings = checks.flatMap { check in
      check.findings.map { FindingJSON($0, of: check.subject) }
    }
    self.isPlan = isPlan
  }

  enum CodingKeys: String, CodingKey {
    case target, checked, findings
    case isPlan = "dry_run"
  }
}

struct RuleJSON: Encodable {
  var id: String
  var severity: String
  var reason: String
  var source: String

  init(_ rule: CheckRule) {
    id = rule.rawValue
    severity = rule.severity.rawValue
    reason = rule.reason
    source = rule.source
  }
}
