package import Diagnostics
import Markup

/// An `<image>` as declared.
enum SpecifiedImage: Hashable, Sendable {
  /// The path, resolved against the file that wrote it.
  case url(String)
  case gradient(SpecifiedGradient)

  package func computed(in context: StyleContext) -> ImageValue {
    switch self {
    case .url(let path): .url(path)
    case .gradient(let gradient): .gradient(gradient.computed(in: context))
    }
  }
}

extension ValueReader {
  package mutating func image() throws(Diagnostic) -> SpecifiedImage? {
    if let path = try localURL() { return .url(path) }
    guard let value = peek(), case .function(let name, _) = value.kind else { return nil }
    if ["image-set", "-webkit-image-set", "cross-fade", "image", "element", "paint"].contains(name)
    {
      throw .unsupportedImageFunction(name, at: value.location)
    }
    return try gradient().map(SpecifiedImage.gradient)
  }

  /// The path that a `url()` means, relative to the file where the `url()` itself stands.
  ///
  /// - Throws: for an address on the network or a `data:` URL.
  mutating func localURL() throws(Diagnostic) -> String? {
    guard let value = peek() else { return nil }
    let address: String
    switch value.kind {
    case .url(let text): address = text
    case .function("url", let arguments):
      var inner = ValueReader(arguments, at: value.location)
      guard let text = inner.string(), inner.isAtEnd else {
        throw .badURL(value.cssText, at: value.location)
      }
      address = text
    default: return nil
    }
    if address.isEmpty { throw .emptyURL(at: value.location) }
    if address.lowercased().hasPrefix("file:") { throw .badURL(value.cssText, at: value.location) }
    try value.location.requireLocal(address)
    skip()
    return value.location.path(of: address)
  }
}

extension SourceLocation {
  /// Refuses addresses that would have to be fetched, or that hold the picture themselves.
  package func requireLocal(_ address: String) throws(Diagnostic) {
    let start = address.prefix(8).lowercased()
    if start.hasPrefix("http:") || start.hasPrefix("https:") || start.hasPrefix("//") {
      throw .remoteURL(address, at: self)
    }
    if start.hasPrefix("data:") { throw .dataURL(at: self) }
  }
}
