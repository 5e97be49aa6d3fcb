/// The problems of one piece of work, collected so that all of them are shown at once.
public struct DiagnosticLog: Sendable {
  /// Everything added, in that order, repetitions included.
  public private(set) var diagnostics: [Diagnostic] = []

  public init() {}

  /// Whether anything added is more than a warning.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// By place; those without a place first; each distinct problem once.
  public var sorted: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return diagnostics.enumerated()
      .sorted { ($0.element.location, $0.offset) < ($1.element.location, $1.offset) }
      .map(\.element)
      .filter { seen.insert($0).inserted }
  }

  /// Appends the problem, even one that is there already.
  public mutating func add(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Appends all the problems in their order.
  public mutating func add(contentsOf others: some Sequence<Diagnostic>) {
    diagnostics.append(contentsOf: others)
  }

  /// - Throws: `DiagnosticsError` with everything collected, when there is an error among it.
  public func throwIfErrors() throws(DiagnosticsError) {
    if hasErrors { throw DiagnosticsError(sorted) }
  }
}

/// Work that could not be done, with every problem that stood in its way.
public struct DiagnosticsError: Error, Sendable, CustomStringConvertible {
  /// Never empty; at least one is an error.
  public var diagnostics: [Diagnostic]

  /// A failure for these reasons.
  ///
  /// - Precondition: at least one is an error.
  public init(_ diagnostics: [Diagnostic]) {
    precondition(
      diagnostics.contains { $0.severity == .error }, "a DiagnosticsError needs an error")
    self.diagnostics = diagnostics
  }

  /// A failure for one reason.
  ///
  /// - Precondition: it is an error.
  public init(_ diagnostic: Diagnostic) { self.init([diagnostic]) }

  /// Every problem as text, separated by line feeds.
  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}

private func < (left: (SourceLocation?, Int), right: (SourceLocation?, Int)) -> Bool {
  switch (left.0, right.0) {
  case (nil, .some): true
  case (.some, nil): false
  case (nil, nil): left.1 < right.1
  case (let a?, let b?): a == b ? left.1 < right.1 : a < b
  }
}
