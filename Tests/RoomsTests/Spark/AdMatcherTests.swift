import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

@Suite struct AdMatcherTests {
  @Test(arguments: [
    ("In-Feed one", "in-feed*", true), ("In-Feed", "in-feed*", true),
    ("My In-Feed", "in-feed*", false),
    ("My In-Feed ad", "*in-feed*", true), ("abc", "a*c", true), ("abd", "a*c", false),
    ("", "*", true), ("", "", true), ("a", "", false), ("a*b", "a*b", true),
    ("aXbXc", "a*b*c", true),
    ("秋の広告", "秋*", true), ("abc", "abc", true), ("abcd", "abc", false), ("ABC", "abc", true),
  ])
  func patternsFitWholeNames(name: String, pattern: String, fits: Bool) {
    #expect(AdMatcher.fits(name, pattern) == fits)
  }

  @Test func hostilePatternsTakeNoTime() {
    let name = String(repeating: "a", count: 2_000)
    let pattern = String(repeating: "a*", count: 1_000) + "b"
    #expect(!AdMatcher.fits(name, pattern))
  }
}
