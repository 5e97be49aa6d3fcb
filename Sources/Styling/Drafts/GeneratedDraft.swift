import Diagnostics

/// What a style says about boxes without an element: `content` and the counters (CSS Content 3,
/// CSS Lists 3).
struct GeneratedDraft: Sendable {
  package enum Content: Sendable {
    /// `normal` and `none`: no box, on `::before` and `::after`.
    case nothing
    /// - isDecorative: whether its alternative text is empty: `"“" / ""`.
    case items([ContentItem], isDecorative: Bool)
  }

  package var content = Content.nothing
  var counterReset: [CounterChange] = []
  var counterIncrement: [CounterChange] = []
  var counterSet: [CounterChange] = []
}

/// A part of a `content` value.
struct ContentItem: Sendable {
  package enum Kind: Sendable {
    case string(String)
    /// `attr()`, by its name in lower case.
    case attribute(String)
    case counter(String, CounterStyle)
    /// `counters()`: all of that name, outermost first.
    case counters(String, separator: String, CounterStyle)
  }

  package var kind: Kind
  package var location: SourceLocation
}

struct CounterChange: Sendable {
  package var name: String
  package var value: Int
}
