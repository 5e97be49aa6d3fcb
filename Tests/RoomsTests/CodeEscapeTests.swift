import Markup
import Testing

@testable import Posts

@Suite struct CodeEscapeTests {
  /// `Posts` imports nothing, so it has the few names that a pasted code comes with itself.
  @Test func namesMeanWhatTheyMeanInHTML() {
    #expect(!CodeEscape.names.isEmpty)
    for (name, scalar) in CodeEscape.names {
      let known = CharacterReferences.character(named: name)
      // Between codes any space is one.
      #expect(known == scalar || name == "nbsp" && scalar == " ", "&\(name);")
    }
  }
}
