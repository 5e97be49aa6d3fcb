public import Diagnostics
public import Posts

extension Diagnostic {
  /// A rule's refusal as a problem: the reason, the next step, and where more is said.
  ///
  /// - Parameter severity: a warning where a refusal is only reported, such as in a list.
  public init(_ refusal: Refusal, severity: Severity = .error, times: ZonedTime = .local) {
    self.init(
      severity, refusal.reason(times.text),
      hints: [refusal.nextStep, "more: flint explain \(refusal.name)"])
  }
}
