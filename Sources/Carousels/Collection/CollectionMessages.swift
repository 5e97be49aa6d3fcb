import Diagnostics
import Markup
import Pixels
import Templates

extension Diagnostic {
  static func notAName(_ name: String, of kind: String) -> Diagnostic {
    .error(
      "\"\(name)\" is not a name for a \(kind)",
      hints: ["use small letters, digits and hyphens, such as summer-sale"])
  }

  static func alreadyThere(_ path: String) -> Diagnostic {
    .error("\"\(path)\" is there already", hints: ["choose another name, or remove it first"])
  }

  static func noTemplates() -> Diagnostic {
    .error(
      "there are no templates to show",
      hints: ["set FLINT_HOME to the folder that has templates/, or: flint template new my-first"])
  }

  static func lowContrast(
    _ pair: KitExamination.Pair, in kit: BrandKit
  ) -> Diagnostic {
    let ratio = (pair.contrast * 100).rounded(.down) / 100
    let place = [pair.text, pair.ground].lazy.compactMap(kit.declaration).first?.valueLocation
    return .error(
      "\(pair.text) on \(pair.ground) has a contrast of \(ratio) : 1",
      at: place ?? kit.place,
      hints: ["make one lighter or the other darker until it is \(pair.needed) : 1"])
  }

  static func kitWithoutVariables(_ kit: BrandKit) -> Diagnostic {
    .warning(
      "\(kit.title) sets none of the variables that templates read", at: kit.place,
      hints: ["set --brand-color, --brand-paper, --brand-ink … on :root"])
  }

  static func kitChangesDisplay(_ kit: BrandKit) -> Diagnostic {
    .error(
      "\(kit.title) hides or moves the paragraphs of every page", at: kit.place,
      hints: ["set custom properties on :root only; templates decide where things stand"])
  }

  static func logoIsNotSeen(
    _ path: String, share: Double, better: Color, at place: SourceLocation
  ) -> Diagnostic {
    .warning(
      "of the logo \"\(path)\" \(Int((share * 100).rounded(.down))) % stand out from its ground",
      at: place, hints: ["give it a plate: --brand-logo-ground: \(better.hexadecimal)"])
  }
}

extension BrandKit {
  /// The kit as a whole.
  fileprivate var place: SourceLocation? { styleSheetPath.map { SourceLocation(file: $0) } }
}
