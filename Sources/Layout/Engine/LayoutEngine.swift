import Pixels
import Typography

/// Turns the boxes of one slide into fragments.
///
/// Not Sendable: one engine a slide. Results are remembered by box and constraint space, so that
/// measuring a flex item several times, at any depth, costs one layout for each distinct space.
final class LayoutEngine {
  let fonts: FontCatalog
  /// The initial containing block.
  let viewport: Size

  init(fonts: FontCatalog, viewport: Size) {
    self.fonts = fonts
    self.viewport = viewport
  }

  /// Lays out a box in the room its parent offers; margins are the parent's affair.
  func layOut(_ box: Box, in space: ConstraintSpace) -> Fragment {
    fatalError("not implemented")
  }

  /// The content box's min-content and max-content width, as if `width` and its limits were
  /// not set (CSS Sizing 3 §5.1).
  func contentWidths(of box: Box) -> IntrinsicWidths {
    fatalError("not implemented")
  }
}

/// A min-content and a max-content width in px; `min` is never more than `max`.
struct IntrinsicWidths: Hashable {
  var min: Double
  var max: Double

  static let zero = IntrinsicWidths(min: 0, max: 0)

  static func + (widths: IntrinsicWidths, extra: Double) -> IntrinsicWidths {
    IntrinsicWidths(min: widths.min + extra, max: widths.max + extra)
  }
}
