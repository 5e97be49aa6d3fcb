import Diagnostics

extension Diagnostic {
  static func notAColor(_ text: String, option: String, because fault: Diagnostic?) -> Diagnostic {
    let isBare = (3...8).contains(text.count) && text.allSatisfy(\.isHexDigit)
    return .error(
      "\(option) \"\(text)\" is not a color",
      hints: isBare
        ? ["write '#\(text)'; quotes keep the shell from taking # for a comment"]
        : [fault?.message, "write '#c3f53c', tomato, 'rgb(195 245 60)' or 'oklch(0.9 0.2 120)'"]
          .compactMap(\.self))
  }

  static func colorIsTransparent(_ text: String, option: String) -> Diagnostic {
    .error("\(option) \"\(text)\" can be seen through", hints: ["use an opaque color"])
  }

  static func paperWithoutColor() -> Diagnostic {
    .error("--paper and --ink need --color", hints: ["add the brand's color: --color '#c3f53c'"])
  }

  static func colorsDoNotFit(
    _ fault: KitColors.Fault, color: String, paper: String?, ink: String?, kit: String?
  ) -> Diagnostic {
    let ground = kit.map { "\(paper ?? "") of \($0)" } ?? paper ?? "its paper"
    let whose = kit == nil ? "--paper" : "--kit"
    return switch fault {
    case .accentOnPaper(let contrast):
      .error(
        "the color \(color) is lost on the paper \(ground): \(ratio(contrast))",
        hints: ["leave \(whose) out, and a paper is derived; or choose colors further apart"])
    case .inkOnPaper(let contrast):
      .error(
        "the ink \(ink ?? "") cannot be read on the paper \(ground): \(ratio(contrast))",
        hints: ["leave --ink out, and one is derived; or make it \(ratio(7))"])
    case .paperInTheMiddle(let contrast):
      .error(
        "no text can be read well on the paper \(ground): \(ratio(contrast)) at best",
        hints: ["choose a lighter or a darker paper; as an accent it will do: --color"])
    }
  }

  private static func ratio(_ contrast: Double) -> String {
    let tenths = Int((contrast * 10).rounded(.down))
    return tenths % 10 == 0 ? "\(tenths / 10) : 1" : "\(tenths / 10).\(tenths % 10) : 1"
  }
}

extension Diagnostic {
  static func notAFontFile(_ path: String, _ bytes: [UInt8]) -> Diagnostic {
    let isWoff = bytes.starts(with: Array("wOF".utf8))
    return .error(
      bytes.isEmpty
        ? "\"\(path)\" is empty, not a font"
        : "\"\(path)\" is \(isWoff ? "a packed web font (WOFF)" : "not a font")",
      hints: [
        isWoff
          ? "use the TTF or OTF that it was made of" : "use a .ttf or .otf file, or a family's name"
      ])
  }

  static func fontWithoutLetters(_ path: String) -> Diagnostic {
    .error(
      "the font \"\(path)\" has no letters",
      hints: ["use a font for text, not for symbols or icons"])
  }

  static func logoIsDrawing(_ path: String, at location: SourceLocation?) -> Diagnostic {
    .error(
      "the logo \"\(path)\" is an SVG, which is not read yet", at: location,
      hints: ["export it as a PNG of at least 600 px, its ground transparent"])
  }

  static func logoTooLong(
    _ path: String, _ width: Int, _ height: Int, at location: SourceLocation?
  ) -> Diagnostic {
    .error(
      "the logo \"\(path)\" is \(width) × \(height) px; from 5 : 1 to 1 : 5 it can be seen",
      at: location, hints: ["crop empty edges, or use a shorter form of the logo"])
  }

  static func logoShowsNothing(_ path: String, at location: SourceLocation?) -> Diagnostic {
    .error("the logo \"\(path)\" is transparent all over", at: location)
  }
}
