import AdReports
import Diagnostics
import Files
import Foundation
import Library
import Posts
import TestSupport
import Testing

@testable import Handoff
@testable import Ledger

/// No code is kept as words, whatever it looks like and wherever it is typed.
@Suite struct CodeGuardTests {
  /// In every code below, and in nothing else.
  private static let song = "q8ZsRv0Kd1wHe"

  static let shapes = [
    "#Canary1\(song)==", "#Canary1\(song)", "Canary1\(song)==", "Canary1\(song)",
    "%23Canary1\(song)%3D%3D", "&#35;Canary1\(song)&#61;&#61;", "code=Canary1\(song)",
    "“#Canary1\(song)==”", "#Canary1\u{200b}\(song)==",
  ]

  @Test(arguments: shapes)
  func noVerbKeepsACodeAsWords(code: String) throws {
    let library = try SparkLibrary()
    try library.issue()
    let words = "sent as \(code), thanks"
    let desk = try library.books()
    var terms = AgreementTerms()
    terms.fee = Money(minorUnits: 30_000, currency: "USD")
    terms.usageRights = words
    terms.exclusivity = Agreement.Exclusivity(
      category: words, until: SparkLibrary.now.adding(days: 30).day)
    _ = try desk.makeAgreement(creator: "mia", brand: "harbor", terms: terms)
    _ = try desk.pay(
      "mia@harbor", amount: Money(minorUnits: 100, currency: "USD"), note: words)
    _ = try desk.addCreator("@mia", name: words, contact: words)
    _ = try desk.addBrand("harbor", name: words, contact: words)
    _ = try desk.addAdvertiser("7000001", brand: "harbor", name: words, currency: "USD")
    _ = try desk.shareCode("mug", how: words)
    _ = try desk.applyCode(
      "mug", advertiser: "7000001", refusal: words, isAsTikTokSaid: false)
    _ = try desk.applyCode(
      "mug", advertiser: "7000001", refusal: nil, isAsTikTokSaid: false)
    _ = try desk.planAd(AdPlanRequest(subject: "mug", advertiser: "7000001"))
    _ = try desk.submitAd("mug-harbor", tiktokID: "1790000000000000001")
    _ = try desk.moveAd("mug-harbor", to: .rejected, reasons: [words])
    _ = try desk.readAdStatus("mug-harbor", word: words)
    let report = """
      Ad name,Ad ID,By Day,Cost,Currency,Primary status
      \(words.replacing(",", with: "")),1790000000000000009,2026-03-01,10.00,USD,\(code)
      """
    try library.folder.write(report, to: "given/report.csv")
    var scope = ReportScope()
    scope.brand = "harbor"
    scope.restIsStandard = true
    let intakes = try desk.importReports(
      [ReportFile(path: library.folder["given/report.csv"], options: AdReportOptions())],
      scope: scope)
    #expect(intakes.map(\.added) == [1], "\(intakes.flatMap(\.errors))")

    // What names or is published is refused.
    var edit = PostEdit()
    edit.caption = words
    #expect(throws: Diagnostic.self) { try desk.editPost("mug", edit) }
    edit = PostEdit()
    edit.title = words
    #expect(throws: Diagnostic.self) { try desk.editPost("mug", edit) }
    #expect(throws: Diagnostic.self) { try PostTag.normalized(code) }
    var plan = AdPlanRequest(subject: "mug", advertiser: "7000001")
    plan.name = words
    #expect(throws: DiagnosticsError.self) { try desk.planAd(plan) }
    plan.name = nil
    plan.targeting = words
    #expect(throws: DiagnosticsError.self) { try desk.planAd(plan) }

    #expect(try Self.singing(in: library.library.path) == [])
  }

  /// Words that an older Flint kept, or that a bundle of somebody else brings.
  @Test(arguments: shapes)
  func termsLeaveAndArriveWithoutCodes(code: String) throws {
    let key = Key<Agreement>("mia@harbor")
    let words = "sent as \(code), thanks"
    let terms = try Agreement.Terms(
      currency: "USD", fee: Money(minorUnits: 30_000, currency: "USD"), share: nil, days: 30,
      usageRights: words,
      exclusivity: Agreement.Exclusivity(category: words, until: SparkLibrary.now.day),
      agreement: key)
    let agreement = Agreement(
      key: key, creator: Key("mia"), brand: Key("harbor"), terms: terms, made: SparkLibrary.now,
      payments: [
        Agreement.Payment(
          amount: Money(minorUnits: 100, currency: "USD"), at: SparkLibrary.now, note: words)
      ])
    func holdsCode(_ value: some Encodable) throws -> Bool {
      try JSONEncoder().encode(value).range(of: Data(Self.song.utf8)) != nil
    }
    let part = SparkBundle.TermsPart(agreement)
    #expect(try !holdsCode(part))
    let arrived = agreement.hidingCodes
    #expect(try !holdsCode(arrived.terms) && !holdsCode(arrived.payments))
    #expect(arrived.payments[0].note?.hasPrefix("sent as ") == true)
    #expect(arrived.terms.fee == agreement.terms.fee)
  }

  /// The files of a folder that hold a code's letters.
  private static func singing(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { name in
      let bytes = FileManager.default.contents(atPath: FilePath.join(folder, name)) ?? Data()
      return bytes.range(of: Data(song.utf8)) != nil
    }
  }
}
