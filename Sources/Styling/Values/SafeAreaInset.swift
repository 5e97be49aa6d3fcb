package import Markup
package import Pixels

/// A variable of a slide that `env()` reads (CSS Environment Variables 1 §2): how far the safe area
/// lies inside of an edge, px.
package enum SafeAreaInset: String, CaseIterable, Sendable {
  case top = "safe-area-inset-top"
  case right = "safe-area-inset-right"
  case bottom = "safe-area-inset-bottom"
  case left = "safe-area-inset-left"

  package static let names = allCases.map(\.rawValue)

  /// - Parameter arguments: of an `env()`; what stands behind a comma is not read, since a variable
  ///   that there is never falls back.
  /// - Returns: nil for another variable, or one with indices.
  package init?(_ arguments: [ComponentValue]) {
    let words = arguments.prefix { $0.kind != .comma }.filter { $0.kind != .whitespace }
    // Names of variables keep their case.
    guard words.count == 1, case .identifier(let name) = words[0].kind else { return nil }
    self.init(rawValue: name)
  }

  package func px(in insets: Edges<Double>) -> Double {
    switch self {
    case .top: insets.top
    case .right: insets.right
    case .bottom: insets.bottom
    case .left: insets.left
    }
  }
}
