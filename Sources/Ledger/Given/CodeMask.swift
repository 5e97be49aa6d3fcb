package import Diagnostics
package import Posts

/// The last guard of secrets: a Spark code typed or pasted where none belongs.
///
/// Words that only explain something are kept with the code masked; words that name something or
/// are published (a caption, a tag, the name of an ad) are refused, for nobody means a masked one.
/// Addresses are held to the library's codes alone: their own random parts look like codes.
/// Without a library at hand codes are found by their shape; see `LibraryReader.hidingCodes`.
public enum CodeMask {
  /// Everything that looks like a code, masked, by the shapes that are built in: what a file says
  /// cannot open this guard.
  public static func hiding(_ text: String) -> String { CodeShapes.builtIn.masking(text) }

  /// Whether there is anything that looks like a code.
  public static func isNeeded(in text: String) -> Bool { CodeShapes.builtIn.holdsCode(text) }

  /// - Parameter what: names the text in the message.
  /// - Throws: when the text holds what looks like a code.
  package static func refuse(_ text: String?, in what: String) throws(Diagnostic) {
    if let text, isNeeded(in: text) { throw .wordsHoldCode(what) }
  }
}

extension Agreement {
  /// Its words without what looks like a code.
  package var hidingCodes: Agreement { hidingCodes(by: CodeMask.hiding) }

  /// - Parameter hiding: masks codes, such as `LibraryReader.hidingCodes`.
  package func hidingCodes<Fault: Error>(
    by hiding: (String) throws(Fault) -> String
  ) throws(Fault) -> Agreement {
    var terms = terms
    if let rights = terms.usageRights { terms.usageRights = try hiding(rights) }
    if let category = terms.exclusivity?.category {
      terms.exclusivity?.category = try hiding(category)
    }
    var payments = payments
    for index in payments.indices {
      if let note = payments[index].note { payments[index].note = try hiding(note) }
    }
    return Agreement(
      key: key, creator: creator, brand: brand, terms: terms, made: made, payments: payments)
  }
}
