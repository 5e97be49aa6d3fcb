import Diagnostics
import Library
import Posts
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct BookkeepingTests {
  private func messages(_ diagnostics: [Diagnostic]) -> [String] { diagnostics.map(\.message) }

  // MARK: Parties

  @Test func addingAgainChangesOnlyWhatIsNew() throws {
    let library = try SparkLibrary()
    let books = try library.books()
    #expect(try books.addBrand("harbor", name: "Harbor Goods", contact: nil).1 == .unchanged)
    #expect(try books.addBrand("harbor", name: nil, contact: nil).1 == .unchanged)
    let (brand, keeping) = try books.addBrand("harbor", name: nil, contact: "ads@example.com")
    #expect(keeping == .updated)
    #expect(brand.name == "Harbor Goods")
    #expect(try books.addBrand("harbor", name: "", contact: nil).0.name == nil)
    #expect(try library.read { try $0.brand(Key("harbor")) }?.contact == "ads@example.com")
  }

  @Test func handlesAreTakenAsPeopleWriteThem() throws {
    let books = try SparkLibrary().books()
    #expect(
      try books.addCreator("https://www.tiktok.com/@Mia", name: nil, contact: nil).1 == .unchanged)
    #expect(try books.addCreator("Noor.K", name: nil, contact: nil).0.key.text == "noor.k")
    #expect(throws: Diagnostic.notAHandle("a b")) {
      try books.addCreator("a b", name: nil, contact: nil)
    }
  }

  @Test(arguments: [
    "Harbor", "a@b", "a.2", "-a", "", "north star", String(repeating: "a", count: 41),
  ])
  func brandKeysAreSlugs(key: String) throws {
    let books = try SparkLibrary().books()
    #expect(throws: Diagnostic.self) { try books.addBrand(key, name: nil, contact: nil) }
  }

  @Test func anAccountStaysWithItsBrand() throws {
    let books = try SparkLibrary().books()
    #expect(throws: Diagnostic.advertiserOfOther("7000001", brand: Key("harbor"))) {
      try books.addAdvertiser("7000001", brand: "atelier", name: nil, currency: nil)
    }
    #expect(throws: Diagnostic.advertiserWithoutBrand("7000009")) {
      try books.addAdvertiser("7000009", brand: nil, name: nil, currency: nil)
    }
    #expect(throws: Diagnostic.notAnAdvertiserID("12x")) {
      try books.addAdvertiser("12x", brand: "harbor", name: nil, currency: nil)
    }
    #expect(throws: Diagnostic.notACurrency("dollars")) {
      try books.addAdvertiser("7000001", brand: nil, name: nil, currency: "dollars")
    }
  }

  // MARK: Requests and terms

  private var terms: AgreementTerms {
    var terms = AgreementTerms()
    terms.fee = Money(minorUnits: 30_000, currency: "USD")
    terms.share = SpendShare(basisPoints: 500)
    return terms
  }

  @Test func aRequestMakesItsAgreement() throws {
    let library = try SparkLibrary()
    let made = try library.books().requestCode(
      .init(post: "mug", brand: "harbor", days: 60, terms: .new(terms)))
    let agreement = try #require(made.agreement)
    #expect(made.isNewAgreement && made.warnings.isEmpty)
    #expect(agreement.creator.text == "mia" && agreement.terms.days == 60)
    #expect(made.code.authorization.agreement == agreement.key)
    #expect(try library.read { try $0.agreement(agreement.key) } == agreement)
  }

  @Test func aRefusedRequestLeavesNoAgreement() throws {
    let library = try SparkLibrary()
    _ = try library.books().requestCode(.init(post: "mug", brand: "harbor"))
    #expect(throws: Refusal.self) {
      try library.books().requestCode(.init(post: "mug", brand: "harbor", terms: .new(terms)))
    }
    #expect(try library.read { try $0.agreements(creator: nil, brand: nil) }.isEmpty)
  }

  @Test func termsNeedTheirCreator() throws {
    let library = try SparkLibrary()
    try library.change("draft") { story, now in story.note(at: now) }
    #expect(throws: Diagnostic.postHasNoCreator(Key("draft"))) {
      try library.books().requestCode(.init(post: "draft", brand: "harbor", terms: .new(terms)))
    }
    let made = try library.books().requestCode(.init(post: "draft", brand: "harbor"))
    #expect(messages(made.warnings) == ["\"draft\" is not published yet; there is no code before"])
  }

  @Test func anAgreementIsForItsOwnParties() throws {
    let library = try SparkLibrary()
    let books = try library.books()
    let agreement = try books.makeAgreement(creator: "mia", brand: "atelier", terms: terms)
      .agreement
    #expect(throws: Diagnostic.agreementOfOther(agreement, Key<Brand>("harbor"))) {
      try books.requestCode(
        .init(post: "mug", brand: "harbor", terms: .under(agreement.key.text)))
    }
    let again = try books.makeAgreement(creator: "mia", brand: "atelier", terms: terms)
    #expect(again.warnings == [.agreementIsThere(agreement.key, new: again.agreement.key)])
  }

  @Test func aShareAloneTakesTheAccountsCurrency() throws {
    let library = try SparkLibrary()
    var terms = AgreementTerms()
    terms.share = SpendShare(basisPoints: 500)
    let books = try library.books()
    let made = try books.makeAgreement(creator: "mia", brand: "harbor", terms: terms)
    #expect(made.agreement.terms.currency == "USD")
    _ = try books.addAdvertiser("7000002", brand: nil, name: nil, currency: "EUR")
    #expect(throws: Diagnostic.shareWithoutCurrency()) {
      try books.makeAgreement(creator: "mia", brand: "harbor", terms: terms)
    }
    #expect(throws: Refusal.termsAreEmpty) {
      try books.makeAgreement(creator: "mia", brand: "harbor", terms: AgreementTerms())
    }
  }

  @Test func paymentsAreNotConvertedAndOverpayingIsSaid() throws {
    let library = try SparkLibrary()
    let books = try library.books()
    let key = try books.makeAgreement(creator: "mia", brand: "harbor", terms: terms).agreement.key
    #expect(throws: Refusal.otherCurrency(key, expected: "USD", found: "EUR")) {
      try books.pay(key.text, amount: Money(minorUnits: 1, currency: "EUR"), note: nil)
    }
    let payment = try books.pay(
      key.text, amount: Money(minorUnits: 5_000, currency: "USD"), note: "first")
    // No code is issued yet, so nothing is owed.
    #expect(
      messages(payment.warnings) == ["more is paid than is owed so far under \(key): $50 more"])
    #expect(payment.agreement.payments.map(\.note) == ["first"])
  }

  @Test func aDryRunChecksAndKeepsNothing() throws {
    let library = try SparkLibrary()
    let books = try library.books(isDryRun: true)
    let issued = try books.addCode(
      to: "mug", brand: "harbor", text: SparkLibrary.code, times: CodeTimes(days: 30))
    #expect(issued.code.authorization.key.text == "mug@harbor")
    #expect(try library.read { try $0.story(of: Key("mug")) }?.authorizations.isEmpty == true)
    #expect(try books.addBrand("north", name: nil, contact: nil).1 == .added)
    #expect(try library.read { try $0.brand(Key("north")) } == nil)
    #expect(throws: Diagnostic.self) {
      try books.addCode(to: "mug", brand: nil, text: SparkLibrary.code, times: CodeTimes())
    }
  }
}
