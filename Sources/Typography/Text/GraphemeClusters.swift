/// Whether a grapheme cluster begins at each UTF-16 offset, and `true` at the end.
func graphemeClusterStarts(of units: [UInt16]) -> [Bool] {
  // Nothing below the combining marks joins, but CR LF, which paragraphs do not hold.
  if units.allSatisfy({ $0 < 0x300 }) { return [Bool](repeating: true, count: units.count + 1) }
  var starts = [Bool](repeating: false, count: units.count + 1)
  var offset = 0
  for character in String(decoding: units, as: UTF16.self) {
    if offset < starts.count { starts[offset] = true }
    offset += character.utf16.count
  }
  starts[units.count] = true
  return starts
}
