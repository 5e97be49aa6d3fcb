import Diagnostics
import Typography

extension LayoutEngine {
  /// What typography could not do with the texts of a finished tree: characters no font has,
  /// families nobody knows, font files that are missing, text beyond its budgets.
  func textProblems(in root: Box, allowsMissingGlyphs: Bool) -> [Diagnostic] {
    var log = DiagnosticLog()
    var knownLists: Set<[String]> = []
    var owner: ElementIdentity?
    root.visit { box in
      owner = box.element ?? owner
      guard let source = box.results.inlineSource, let paragraph = box.results.paragraphs.last
      else { return }
      func text(_ item: Int?) -> InlineText? {
        item.flatMap { source.owners[safe: $0]?.text } ?? box.firstText
      }
      for missing in paragraph.missing {
        log.add(
          .missingCharacter(
            missing.cluster, missing.scalar, in: text(missing.item),
            isError: !allowsMissingGlyphs))
      }
      for problem in paragraph.problems {
        var diagnostic = problem.diagnostic
        let text = text(problem.item)
        diagnostic.location =
          diagnostic.location ?? text?.fieldLocation ?? text?.location ?? owner?.location
        log.add(diagnostic)
      }
      for style in source.styles where knownLists.insert(style.font.families).inserted {
        guard !style.font.families.contains(where: fonts.knows),
          let family = style.font.families.first
        else { continue }
        log.add(fonts.unknownFamily(family, at: owner?.location))
      }
    }
    return log.sorted
  }
}
