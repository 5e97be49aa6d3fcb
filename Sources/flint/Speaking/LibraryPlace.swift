import Console

/// Where the library is that a command means.
enum LibraryPlace {
  /// - Parameter option: what `--library` says.
  static func folder(_ option: String?) -> String {
    if let option { return option }
    let variable = ProcessEnvironment.current["FLINT_LIBRARY"] ?? ""
    return variable.isEmpty ? "output" : variable
  }
}
