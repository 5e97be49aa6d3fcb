public import Posts

/// When, who and from which command; written beside each event.
public struct Circumstances: Equatable, Sendable {
  /// The moment that counts as now.
  public var at: Moment
  /// The person's name on this machine.
  public var by: String
  /// Such as `code add`; never its arguments.
  public var command: String

  public init(at: Moment, by: String, command: String) {
    self.at = at
    self.by = by
    self.command = command
  }
}
