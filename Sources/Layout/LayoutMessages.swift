import Diagnostics

/// Every sentence of this module's layout, in one place.
extension Diagnostic {
  static func imageWithoutSource(at location: SourceLocation) -> Diagnostic {
    .error("this img has no src", at: location, hints: ["name a picture: src=\"photo.jpg\""])
  }
}
