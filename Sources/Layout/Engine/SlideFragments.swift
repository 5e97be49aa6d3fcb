import Pixels
import Styling

/// A finished slide's fragments.
struct SlideFragments {
  var root: PlacedFragment
  var absolutes: [PlacedFragment]

  /// The fragments from the outermost to that of `box`, with their places on the slide before any
  /// transform, and the transform from there to the slide.
  func path(to box: Box) -> [(placed: PlacedFragment, transform: AffineTransform)] {
    for start in [root] + absolutes {
      if let path = Self.path(to: box, from: start, .identity) { return path }
    }
    return []
  }

  private static func path(
    to box: Box, from start: PlacedFragment, _ outer: AffineTransform
  ) -> [(placed: PlacedFragment, transform: AffineTransform)]? {
    let transform = outer.concatenating(start.transform)
    if start.fragment.box === box { return [(start, transform)] }
    for child in start.fragment.placedChildren {
      let placed = PlacedFragment(
        fragment: child.fragment, origin: child.origin + start.origin)
      if let path = path(to: box, from: placed, transform) { return [(start, transform)] + path }
    }
    return nil
  }
}

extension Fragment {
  /// Children in flow, then the absolute boxes this box contains.
  var placedChildren: [PlacedFragment] {
    switch content {
    case .image: absolutes
    case .lines(_, let children, _), .children(let children): children + absolutes
    }
  }
}

extension PlacedFragment {
  /// From the fragment's coordinates to its parent's.
  var transform: AffineTransform {
    fragment.box.style.paint.effects.transform(of: Rect(origin: origin, size: fragment.size))
  }
}
