import Diagnostics
package import Library
import Posts

/// `CodeMask` with a library at hand: its own codes are found too, whatever they look like.
extension LibraryReader {
  /// The text with what looks like a code, and every code of this library, masked.
  package func hidingCodes(_ text: String) throws -> String {
    CodeShapes.builtIn.masking(text, known: try codes(in: text))
  }

  /// - Parameter what: names the text in the message.
  /// - Throws: when the text holds what looks like a code, or a code of this library.
  package func refuseCodes(_ text: String?, in what: String) throws {
    guard let text else { return }
    try refuseKnownCodes(text, in: what)
    try CodeMask.refuse(text, in: what)
  }

  /// For addresses, whose own random parts look like codes, and for what is a name by its form.
  package func refuseKnownCodes(
    _ text: String?, in what: String, ignoringCase: Bool = false
  ) throws {
    if let text, try holdsCode(text, ignoringCase: ignoringCase) {
      throw Diagnostic.holdsKnownCode(what)
    }
  }
}
