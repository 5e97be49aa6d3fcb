import Diagnostics

extension Diagnostic {
  static func contentOfElement(at location: SourceLocation) -> Diagnostic {
    .error(
      "\"content\" does nothing on an element", at: location,
      hints: ["add ::before or ::after to the selector, or write the text into the page"])
  }

  static func badAttributeFunction(_ arguments: String, at location: SourceLocation) -> Diagnostic {
    .error(
      "\"attr(\(arguments))\" does not name an attribute", at: location,
      hints: ["write attr(data-label); its text is taken as it is"])
  }

  static func badCounterFunction(
    _ name: String, _ arguments: String, at location: SourceLocation
  ) -> Diagnostic {
    .error(
      "\"\(name)(\(arguments))\" is not a counter", at: location,
      hints: [
        name == "counter"
          ? "write counter(step) or counter(step, upper-roman)" : "write counters(step, \".\")"
      ])
  }
}
