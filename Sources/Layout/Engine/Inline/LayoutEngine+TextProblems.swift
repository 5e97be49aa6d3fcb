import Diagnostics
import Typography

private struct MissingKey: Hashable {
  var item: Int
  var scalar: Unicode.Scalar

  init(_ missing: Paragraph.MissingCharacter) {
    item = missing.item
    scalar = missing.scalar
  }
}

extension LayoutEngine {
  /// What typography could not do with the texts of a finished tree: characters no font has,
  /// families nobody knows, font files that are missing, text beyond its budgets.
  ///
  /// - Parameter place: finds a character of a text in its source.
  func textProblems(
    in root: Box, allowsMissingGlyphs: Bool, place: CharacterPlace?
  ) -> [Diagnostic] {
    var log = DiagnosticLog()
    var knownLists: Set<[String]> = []
    var owner: ElementIdentity?
    root.visit { box in
      owner = box.element ?? owner
      let results = results(of: box)
      guard let source = results.inlineSource, let paragraph = results.paragraphs.last else {
        return
      }
      func text(_ item: Int?) -> InlineText? {
        item.flatMap { source.owners[safe: $0]?.text } ?? box.firstText
      }
      // Each character once a text, where it stands first.
      var counts: [MissingKey: Int] = [:]
      for missing in paragraph.missing { counts[MissingKey(missing), default: 0] += 1 }
      for missing in paragraph.missing {
        guard let count = counts.removeValue(forKey: MissingKey(missing)) else { continue }
        let text = text(missing.item)
        let start = text?.fieldLocation ?? text?.location
        log.add(
          .missingCharacter(
            missing.cluster, missing.scalar, in: text, count: count,
            package: fonts.package(for: missing.scalar),
            at: start.map {
              place?(missing.scalar, text?.content.unicodeScalars.count ?? 0, $0) ?? $0
            },
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
