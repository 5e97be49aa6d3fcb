public import Diagnostics

extension Explanation {
  /// A finding with the message that fits it.
  public struct Answer: Sendable {
    public var finding: Finding
    public var message: FilledMessage?
  }

  /// - Parameter values: what is known of the post and its parties; gaps are left for the rest.
  public func answers(
    from messages: MessageFiles, values: [MessagePlaceholder: String] = [:]
  ) throws(DiagnosticsError) -> [Answer] {
    var answers: [Answer] = []
    for finding in findings {
      var message: FilledMessage?
      if let kind = finding.notice.message {
        var values = values
        values[.reason] = finding.notice.reason
        message = try messages.load(kind).filled(with: values)
      }
      answers.append(Answer(finding: finding, message: message))
    }
    return answers
  }

  /// What the user should know about the text itself; nothing when it was recognized for sure.
  public func problems(with text: String) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    if holdsCode { problems.append(.looksLikeCode(isAll: findings.isEmpty)) }
    if findings.isEmpty, !holdsCode { problems.append(.nothingKnown(text, nearest: nearest)) }
    for number in unknownNumbers where !findings.isEmpty {
      problems.append(.unknownNumber(number))
    }
    if findings.first?.match == .likely { problems.append(.onlyLikely()) }
    return problems
  }
}
