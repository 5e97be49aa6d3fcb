/// Why a golden test fails.
public enum GoldenFault: Hashable, Sendable, CustomStringConvertible {
  /// Drawn, but there is no line for it.
  case missing(String)
  /// Drawn as its line says, but there is no preview.
  case withoutPreview(String)
  /// Drawn otherwise than its line says.
  case changed(String, difference: String)
  /// Has a line or a preview, and nobody draws it.
  case unused(String)
  /// Not what a test is for: the run has nothing to say about pictures it took for right.
  case recorded(Int, removed: Int, group: String)

  public var description: String {
    switch self {
    case .missing(let name): "\(name) was never recorded; look at it, then `make golden`"
    case .withoutPreview(let name): "\(name) has a line but no preview; `make golden` makes it"
    case .changed(let name, let difference):
      "\(name) is drawn otherwise; expected, difference and actual: \(difference)"
    case .unused(let name): "\(name) is drawn by nothing; `make golden` removes it"
    case .recorded(let count, let removed, let group):
      "recorded \(count) and removed \(removed) of \(group); run the tests again without"
        + " FLINT_RECORD_GOLDEN, and look at what git shows"
    }
  }
}
