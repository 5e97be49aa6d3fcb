import Styling

/// A computed style behind a reference: it is large, and inline nodes are copied all the time.
final class SharedStyle: Sendable {
  let style: ComputedStyle

  init(_ style: ComputedStyle) { self.style = style }
}
