import Diagnostics
import Markup

/// The defaults of the profile's elements (HTML standard §15, Rendering), as Chromium has them.
enum UserAgentStyleSheet {
  package static let rules: RuleSet = {
    let start = SourceLocation(file: "<user agent>", line: 1, column: 1)
    let (sheet, syntaxProblems) = StyleSheet.parse(text, startingAt: start)
    var problems = syntaxProblems
    let rules = RuleSet([sheet], problems: &problems)
    precondition(problems.isEmpty, problems.map(\.description).joined(separator: "\n"))
    return rules
  }()

  private static let text = """
    head, link, meta, style, title { display: none }
    html, body, section, div, p, h1, h2, h3, h4, h5, h6, ul, ol, blockquote, header, footer,
    figure, figcaption { display: block }
    body { margin: 8px }
    p, ul, ol { margin-top: 1em; margin-bottom: 1em }
    blockquote, figure { margin: 1em 40px }
    h1 { font-size: 2em; margin-top: 0.67em; margin-bottom: 0.67em; font-weight: bold }
    h2 { font-size: 1.5em; margin-top: 0.83em; margin-bottom: 0.83em; font-weight: bold }
    h3 { font-size: 1.17em; margin-top: 1em; margin-bottom: 1em; font-weight: bold }
    h4 { margin-top: 1.33em; margin-bottom: 1.33em; font-weight: bold }
    h5 { font-size: 0.83em; margin-top: 1.67em; margin-bottom: 1.67em; font-weight: bold }
    h6 { font-size: 0.67em; margin-top: 2.33em; margin-bottom: 2.33em; font-weight: bold }
    ul, ol { padding-inline-start: 40px; list-style-type: disc }
    ol { list-style-type: decimal }
    ul ul, ol ul { list-style-type: circle; margin-top: 0; margin-bottom: 0 }
    ul ol, ol ol { margin-top: 0; margin-bottom: 0 }
    ul ul ul, ul ol ul, ol ul ul, ol ol ul { list-style-type: square }
    li { display: list-item }
    svg { overflow: hidden }
    b, strong { font-weight: bolder }
    i, em { font-style: italic }
    u { text-decoration-line: underline }
    s { text-decoration-line: line-through }
    small { font-size: smaller }
    sub { font-size: smaller; vertical-align: sub }
    sup { font-size: smaller; vertical-align: super }
    bdi { unicode-bidi: isolate }
    mark { background-color: yellow; color: black }
    """
}
