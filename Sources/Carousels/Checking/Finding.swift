public import Diagnostics
package import Pixels

/// One thing that TikTok, a reader or a brand would refuse.
public struct Finding: Sendable {
  /// Whether it would be refused, is better changed, or is only said.
  public enum Severity: String, Sendable, CaseIterable { case error, warning, note }

  /// A slide of the carousel.
  public struct Slide: Hashable, Sendable {
    /// From 1.
    public var number: Int
    /// The slide's name in the carousel.
    public var name: String
  }

  /// A part of a slide, px.
  public struct Area: Hashable, Sendable {
    /// The left edge.
    public var x: Int
    /// The upper edge.
    public var y: Int
    public var width: Int
    public var height: Int
  }

  /// What was looked for.
  public var rule: CheckRule
  /// How bad it is here; never worse than the rule's.
  public var severity: Severity
  /// What was found: one sentence, lower case, no full stop.
  public var message: String
  /// What to do about it.
  public var remedy: String
  /// The element or setting that is meant.
  public var location: SourceLocation?
  /// nil when it is about the post or template as a whole.
  public var slide: Slide?
  /// Where on the slide; nil when it has no place there.
  public var area: Area?
  /// Tells several findings of one rule about one element apart.
  var variant = ""
  /// The sample row and size of a template where it was met first; nil for other things.
  public var drawing: String?
  /// The color and family of the text it is about, for whoever asks where they come from.
  package var look: (color: Color, family: String)?
  /// In how many more of a template's drawings the same was met.
  public var repetitions = 0

  package init(
    _ rule: CheckRule, _ message: String, remedy: String, severity: Severity? = nil,
    at location: SourceLocation? = nil, slide: Slide? = nil, rect: PixelRect? = nil
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.message = message
    self.remedy = remedy
    self.location = location
    self.slide = slide
    area = rect.map { Area(x: $0.x, y: $0.y, width: $0.width, height: $0.height) }
  }

  /// A problem that drawing reports.
  package init(_ diagnostic: Diagnostic, rule: CheckRule? = nil, slide: Slide? = nil) {
    let isError = diagnostic.severity == .error
    self.init(
      rule ?? (isError ? .cannotDraw : .templateWarning), diagnostic.message,
      remedy: diagnostic.hints.joined(separator: "; "),
      severity: isError || rule?.severity == .error ? .error : .warning,
      at: diagnostic.location, slide: slide)
  }

  /// What two findings have in common that are the same, met in two drawings.
  fileprivate struct Identity: Hashable {
    package var rule: CheckRule
    package var location: SourceLocation?
    package var slide: String?
    package var message: String?
    var variant = ""
  }

  /// Where there is no place, the words tell.
  fileprivate var identity: Identity {
    location == nil
      ? Identity(rule: rule, slide: slide?.name, message: message)
      : Identity(rule: rule, location: location, variant: variant)
  }
}

extension [Finding] {
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// The same rule broken at the same place in several drawings is told once.
  var merged: [Finding] {
    var result: [Finding] = []
    var places: [Finding.Identity: Int] = [:]
    for finding in self {
      let key = finding.identity
      if let first = places[key] {
        result[first].repetitions += 1
        if finding.severity == .error, result[first].severity != .error {
          let repetitions = result[first].repetitions
          result[first] = finding
          result[first].repetitions = repetitions
        }
      } else {
        places[key] = result.count
        result.append(finding)
      }
    }
    return result
  }
}
