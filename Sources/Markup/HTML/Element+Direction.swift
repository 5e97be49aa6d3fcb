/// Which way a text's lines begin and run.
public enum TextDirection: String, Sendable {
  case ltr, rtl

  /// That of a letter by itself, by the blocks that Unicode keeps for right-to-left scripts
  /// (UAX #9, DerivedBidiClass.txt); nil for what is no letter.
  public init?(of scalar: Unicode.Scalar) {
    guard scalar.properties.isAlphabetic else { return nil }
    switch scalar.value {
    case 0x0590...0x08ff, 0xfb1d...0xfdff, 0xfe70...0xfeff, 0x10800...0x10fff, 0x1e800...0x1efff:
      self = .rtl
    default: self = .ltr
    }
  }
}

extension Element {
  /// What the element itself says about its text's direction (HTML standard §3.2.6.4): by `dir`, or
  /// by being a `bdi`; nil when it takes that of its parent.
  public var direction: TextDirection? {
    guard let written = self[attribute: "dir"]?.asciiLowercased else {
      return name == "bdi" ? firstStrongDirection ?? .ltr : nil
    }
    return written == "auto" ? firstStrongDirection ?? .ltr : TextDirection(rawValue: written)
  }

  /// The direction of the first letter in the element's text that has one, elements with a direction
  /// of their own left out.
  private var firstStrongDirection: TextDirection? {
    for child in children {
      switch child {
      case .text(let text):
        for scalar in text.content.unicodeScalars {
          if let direction = TextDirection(of: scalar) { return direction }
        }
      case .element(let child):
        if child.name == "bdi" || child[attribute: "dir"] != nil { continue }
        if let direction = child.firstStrongDirection { return direction }
      }
    }
    return nil
  }
}
