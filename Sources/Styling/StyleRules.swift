public import Diagnostics
public import Markup

/// Style sheets with every declaration's value parsed: made once a template, used for every slide.
public struct StyleRules: Sendable {
  /// Everything outside the profile, in every declaration, whether it matches an element or not.
  public let diagnostics: [Diagnostic]
  /// The fonts that `@font-face` rules bring, in cascade order.
  public let fontFaces: [FontFace]
  let author: RuleSet
  let substitutions: SharedSubstitutions?

  /// - Parameter sheets: in cascade order, later wins: the template's own, then the brand kit's. The
  ///   user-agent style sheet is built in.
  public init(_ sheets: [StyleSheet]) {
    var problems: [Diagnostic] = []
    author = RuleSet(sheets, problems: &problems)
    substitutions = SharedSubstitutions(author)
    fontFaces = sheets.flatMap(\.fontFaces).compactMap { FontFace($0, problems: &problems) }
    diagnostics = problems
  }
}
