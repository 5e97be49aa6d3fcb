public import AdReports
public import Diagnostics
import Files
import Library
public import Posts

/// What became of a report that was to be imported.
public struct ReportIntake: Sendable {
  /// As the user named it.
  public var file: String
  /// Lines of ads in it.
  public var lineCount = 0
  /// Lines left out on purpose: totals, blanks, what is above the header, repetitions.
  public var skipped: [Int] = []
  /// New figures; the library had none of these, or others.
  public var added = 0
  /// Were there already, the same.
  public var unchanged = 0
  /// How many of those added are not counted, because others cover their days.
  public var notCounted = 0
  public var notUnderstood = 0
  /// By ad, in the order of the report.
  public var ads: [AdPart] = []
  /// What was not understood, one an ad; or why the file was not read.
  public var errors: [Diagnostic] = []
  public var warnings: [Diagnostic] = []
  /// Nothing of the file was taken.
  public var isRefused = false

  /// Lines of the report that are in the library now.
  public var taken: Int { added + unchanged }

  /// One ad of a report.
  public struct AdPart: Sendable {
    public var subject: MetricsSnapshot.Subject
    public var name: String
    /// Whether it was unknown before this report; Spark Ads are never new.
    public var isNew: Bool
    /// TikTok's id, when this report told it.
    public var learnedID: String?
    public var lines: Int
    public var firstDay: Day
    public var lastDay: Day
    public var figures: [AdFigures]
    /// In the report's words, of its last line; they change nothing.
    public var statusWords: String?
  }
}

/// A report that was read from its file; or why it could not be.
public struct ReportFile: Sendable {
  public let path: String
  package let sha256: String
  package let report: AdReport?
  package let diagnostics: [Diagnostic]

  public init(path: String, options: AdReportOptions) {
    self.path = path
    do throws(Diagnostic) {
      let bytes = try FileSystem.read(path, limit: AdReport.maximumFileBytes)
      sha256 = sha256Hex(bytes)
      do throws(DiagnosticsError) {
        var (report, warnings) = try AdReport.read(bytes, file: path, options: options)
        // People name ads by their codes; the masked name is as good a name.
        report.lines = report.lines.map(\.hidingCodes)
        self.report = report
        diagnostics = warnings
      } catch {
        report = nil
        diagnostics = error.diagnostics
      }
    } catch {
      sha256 = ""
      report = nil
      diagnostics = [error]
    }
  }
}

/// Whose reports they are, and what to make of ads that are not ours.
public struct ReportScope: Sendable {
  public var brand: String?
  public var advertiser: String?
  /// Names of the brand's In-Feed ads; `*` stands for anything.
  public var standardPatterns: [String] = []
  /// Every ad that is not ours is an In-Feed ad of the brand.
  public var restIsStandard = false

  public init() {}
}

extension Desk {
  /// Takes reports into the library, all in one transaction.
  ///
  /// - Returns: one result a file, in their order.
  public func importReports(
    _ files: [ReportFile], scope: ReportScope
  ) throws -> [ReportIntake] {
    try write { writer in
      var taking = try ReportTaking(scope, writer, at: now, times: times)
      return try files.map { try taking.take($0) }
    }
  }
}

extension AdReport.Line {
  /// Its words without what looks like a code.
  fileprivate var hidingCodes: AdReport.Line { hidingCodes(by: CodeMask.hiding) }

  /// - Parameter hiding: masks codes, such as `LibraryReader.hidingCodes`.
  func hidingCodes<Fault: Error>(
    by hiding: (String) throws(Fault) -> String
  ) throws(Fault) -> AdReport.Line {
    var line = self
    for words in [\Self.adName, \.primaryStatus, \.secondaryStatus, \.campaignName, \.adGroupName] {
      if let text = line[keyPath: words] { line[keyPath: words] = try hiding(text) }
    }
    return line
  }
}
