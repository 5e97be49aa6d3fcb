extension Template {
  /// Names of slides for files, one for each id.
  ///
  /// Small letters, digits and `-`; names that occur several times are numbered from 1, and those
  /// without any letter or digit are called `slide`.
  static func slideNames(of ids: [String]) -> [String] {
    let bases = ids.map(slideBase)
    var counts: [String: Int] = [:]
    for base in bases { counts[base, default: 0] += 1 }
    var taken = Set(bases.filter { counts[$0] == 1 && $0 != "slide" })
    var numbers: [String: Int] = [:]
    return bases.map { base in
      if counts[base] == 1, base != "slide" { return base }
      var name = base
      repeat {
        numbers[base, default: 0] += 1
        name = "\(base)-\(numbers[base] ?? 1)"
      } while !taken.insert(name).inserted
      return name
    }
  }

  private static func slideBase(_ id: String) -> String {
    var name = ""
    for scalar in id.lowercased().unicodeScalars {
      if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
        name.unicodeScalars.append(scalar)
      } else if !name.isEmpty, name.last != "-" {
        name.append("-")
      }
    }
    if name.last == "-" { name.removeLast() }
    return name.isEmpty ? "slide" : String(name.prefix(60))
  }
}
