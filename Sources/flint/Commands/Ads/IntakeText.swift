import Carousels
import Console
import Diagnostics
import Ledger
import Posts

/// What became of imported reports, in words and for programs.
enum IntakeText {
  /// Problems on the error stream, counts on the output.
  ///
  /// - Returns: partly, when some lines were taken and others not.
  static func show(_ intakes: [ReportIntake], isDryRun: Bool, json: Bool) throws -> Outcome {
    for intake in intakes { Report.show(intake.warnings + intake.errors) }
    Terminal.writeOutput(
      json
        ? try JSON.document(["reports": intakes.map(IntakeJSON.init)])
        : intakes.map { text(of: $0) }.joined())
    if isDryRun { Report.note("only tried: nothing was changed\n") }
    if intakes.allSatisfy(\.errors.isEmpty) { return .done }
    return intakes.contains { $0.taken > 0 } ? .partly : .refused
  }

  private static func text(of intake: ReportIntake) -> String {
    if intake.isRefused, intake.lineCount == 0 { return "\(intake.file)  not read\n" }
    var text = "\(intake.file)  \(counts(of: intake))\n"
    for part in intake.ads {
      let days = part.firstDay...max(part.firstDay, part.lastDay)
      let total = AdFigures.total(of: part.figures)
      var facts = ["\(days.inWords)"]
      let spend = AdFigures.spend(of: part.figures).map { $0.formatted() }
      if !spend.isEmpty { facts.append("\(spend.joined(separator: " + ")) spent") }
      if let impressions = total.impressions {
        facts.append("\(ReportNumbers.count(impressions)) impressions")
      }
      if part.isNew { facts.append("a new In-Feed ad") }
      if let id = part.learnedID { facts.append("TikTok's id is \(id)") }
      if let words = part.statusWords { facts.append("TikTok says \(words)") }
      text += "  \(part.name.replacing("\n", with: " "))  \(facts.joined(separator: ", "))\n"
    }
    return VisibleText.of(text)
  }

  private static func counts(of intake: ReportIntake) -> String {
    var parts = ["\(intake.lineCount) line\(intake.lineCount == 1 ? "" : "s")"]
    if intake.added > 0 { parts.append("\(intake.added) taken") }
    if intake.unchanged > 0 {
      let isAll = intake.added == 0 && intake.notUnderstood == 0
      parts.append(
        "\(intake.unchanged) known already" + (isAll ? ", so nothing is new" : ""))
    }
    if !intake.skipped.isEmpty {
      let lines =
        intake.skipped.prefix(5).map(String.init) + (intake.skipped.count > 5 ? ["…"] : [])
      parts.append(
        "\(intake.skipped.count) skipped (totals, blanks and the like: line "
          + "\(lines.joined(separator: ", ")))")
    }
    if intake.notUnderstood > 0 { parts.append("\(intake.notUnderstood) not understood") }
    if intake.notCounted > 0 {
      parts.append("\(intake.notCounted) not counted, as others cover their days")
    }
    return parts.joined(separator: ", ")
  }
}

/// One report of `flint ad metrics import --json`; the keys are promised.
struct IntakeJSON: Encodable {
  struct AdJSON: Encodable {
    /// `spark` or `standard`.
    var kind: String
    var key: String
    var name: String
    var isNew: Bool
    var learnedTiktokID: String?
    var lines: Int
    var firstDay: Day
    var lastDay: Day
    var figures: AdFigures
    var statusWords: String?

    init(_ part: ReportIntake.AdPart) {
      switch part.subject {
      case .spark(let ad): (kind, key) = ("spark", ad.text)
      case .standard(let ad): (kind, key) = ("standard", ad.text)
      }
      name = part.name
      isNew = part.isNew
      learnedTiktokID = part.learnedID
      lines = part.lines
      firstDay = part.firstDay
      lastDay = part.lastDay
      figures = AdFigures.total(of: part.figures)
      statusWords = part.statusWords
    }
  }

  var file: String
  var lines: Int
  var taken: Int
  var unchanged: Int
  /// Lines of the file, from 1.
  var skipped: [Int]
  var notUnderstood: Int
  var notCounted: Int
  var ads: [AdJSON]
  var problems: [DiagnosticJSON]

  init(_ intake: ReportIntake) {
    file = intake.file
    lines = intake.lineCount
    taken = intake.added
    unchanged = intake.unchanged
    skipped = intake.skipped
    notUnderstood = intake.notUnderstood
    notCounted = intake.notCounted
    ads = intake.ads.map(AdJSON.init)
    problems = (intake.errors + intake.warnings).map(DiagnosticJSON.init)
  }
}
