/// Four characters as OpenType counts them; shorter tags are filled with spaces.
func openTypeTag(_ text: String) -> UInt32 {
  let bytes = Array(text.utf8.prefix(4)) + Array(repeating: 0x20, count: 4)
  return bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
}
