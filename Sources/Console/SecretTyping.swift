/// What keys and pastes at a silent prompt add up to: bytes in, one step out.
package struct SecretTyping {
  package enum Step: Equatable {
    /// Nothing is decided yet.
    case more
    /// Enter, or the end of a line of a paste that the terminal does not mark.
    case lineEnd
    /// What was typed is all.
    case done
    case gaveUp
  }

  /// Far above what a message has.
  private static let mostBytes = 65_536

  private var bytes: [UInt8] = []
  /// A key's or the terminal's control sequence, from its escape character on.
  private var sequence: [UInt8] = []
  private var isPasting = false

  package init() {}

  /// Lines end in `\n`, the last one in nothing.
  package var text: String {
    var text = String(decoding: bytes, as: UTF8.self)
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  package mutating func take(_ byte: UInt8) -> Step {
    if !sequence.isEmpty, extendsSequence(byte) { return .more }
    switch byte {
    case 27: sequence = [byte]
    case 10, 13:
      append(10)
      return isPasting ? .more : .lineEnd
    case 9, 32..<127, 128...: append(byte)
    case _ where isPasting: break
    case 3: return .gaveUp
    case 4: return bytes.isEmpty ? .gaveUp : .done
    case 8, 127: removeCharacter()
    case 21: bytes = []
    default: break
    }
    return .more
  }

  private mutating func append(_ byte: UInt8) {
    if bytes.count < Self.mostBytes { bytes.append(byte) }
  }

  /// A scalar's continuation bytes go with its first.
  private mutating func removeCharacter() {
    while let last = bytes.popLast(), last & 0xc0 == 0x80 {}
  }

  /// Arrows and the like mean nothing here; the marks of a paste do (xterm's mode 2004).
  ///
  /// - Returns: false for a byte that belongs to no sequence and has to be taken for itself.
  private mutating func extendsSequence(_ byte: UInt8) -> Bool {
    let opening = [UInt8(ascii: "["), UInt8(ascii: "O")]
    guard sequence.count > 1 || opening.contains(byte) else {
      sequence = []
      return false
    }
    sequence.append(byte)
    let isFinal = sequence.count > 2 && (0x40...0x7e).contains(byte)
    guard isFinal || sequence.count > 16 else { return true }
    if sequence == Array("\u{1b}[200~".utf8) { isPasting = true }
    if sequence == Array("\u{1b}[201~".utf8) { isPasting = false }
    sequence = []
    return true
  }
}
