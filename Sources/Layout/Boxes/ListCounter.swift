import Styling

/// The markers of list items (CSS Counter Styles 3 §6 and §7).
enum ListCounter {
  /// With a space that the line's end does not swallow; nil without a marker.
  static func marker(_ type: String, index: Int) -> String? {
    guard let style = CounterStyle(name: type) else { return nil }
    switch style {
    case .none: return nil
    case .disc, .circle, .square: return style.text(of: index) + "\u{A0}"
    default: return style.text(of: index) + ".\u{A0}"
    }
  }
}
