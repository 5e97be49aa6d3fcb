package import Diagnostics
import Files
import Images
package import Library
import Markup
package import Pixels
import Styling
package import Templates
package import Typography

/// What a kit is made of, each part read and made sure of: of a run's options, or of those of
/// `flint kit new`.
package struct BrandSource: Sendable {
  /// A font that texts are to be set in.
  package enum Font: Sendable {
    /// One of the catalogue.
    case family(String)
    /// A file of one's own, and the CSS weights it varies over, if it does.
    case file(path: String, family: String, weights: ClosedRange<Int>?, bytes: [UInt8])
  }

  /// nil leaves the templates' own.
  package var colors: KitColors?
  /// nil leaves the templates' own.
  package var font: Font?
  /// nil: none.
  package var logo: BrandLogo?
  /// The plate's color under the logo.
  package private(set) var logoGround: Color?

  /// Reads what was given, all problems at once.
  ///
  /// - Parameters:
  ///   - paper: the ground as CSS writes it; nil to derive it.
  ///   - ink: text on it; nil to derive it.
  ///   - kit: what stands behind the options.
  package init(
    _ options: BrandOptions, paper: String? = nil, ink: String? = nil, over kit: BrandKit? = nil,
    catalog: FontCatalog
  ) throws(DiagnosticsError) {
    var log = DiagnosticLog()
    do throws(Diagnostic) {
      colors = try Self.colors(options.color, paper: paper, ink: ink, over: kit)
    } catch {
      log.add(error)
    }
    do throws(Diagnostic) {
      font = try options.font.map { name throws(Diagnostic) in
        try Self.font(name, catalog: catalog)
      }
    } catch {
      log.add(error)
    }
    do throws(Diagnostic) {
      logo = try options.logo.map { path throws(Diagnostic) in
        try BrandLogo(path: path, at: nil)
      }
    } catch {
      log.add(error)
    }
    try log.throwIfErrors()
    let kitPaper = kit?.color(of: "--brand-paper")
    logoGround = logo?.ground(
      preferring: [colors?.paper ?? kitPaper, colors?.ink ?? kit?.color(of: "--brand-ink")]
        .compactMap(\.self))
  }

  /// As a kit's style sheet.
  ///
  /// - Parameters:
  ///   - fontPath: what the font's file is called in it; nil for a family of the catalogue.
  ///   - logoPath: what the logo is called in it.
  package func css(fontPath: String?, logoPath: String?) -> String {
    var css = ""
    var lines: [(name: String, value: String)] = []
    if let colors {
      lines += [
        ("paper", colors.paper.hexadecimal), ("ink", colors.ink.hexadecimal),
        ("soft", colors.soft.hexadecimal), ("color", colors.color.hexadecimal),
        ("color-text", colors.colorText.hexadecimal), ("on-color", colors.onColor.hexadecimal),
      ]
    }
    switch font {
    case .family(let name): lines += [("font", quoted(name)), ("display-font", quoted(name))]
    case .file(let path, let family, let weights, _):
      let range = weights.map { " font-weight: \($0.lowerBound) \($0.upperBound);" } ?? ""
      css +=
        "@font-face { font-family: \(quoted(family)); src: url(\(quoted(fontPath ?? path)));"
        + "\(range) }\n"
      lines += [("font", quoted(family)), ("display-font", quoted(family))]
    case nil: break
    }
    if let logo {
      lines.append(("logo", "url(\(quoted(logoPath ?? logo.path)))"))
      if let logoGround { lines.append(("logo-ground", logoGround.hexadecimal)) }
    }
    return css + ":root {\n"
      + lines.map { "  --brand-\($0.name): \($0.value);\n" }.joined() + "}\n"
  }

  /// For a run: files stay where they are.
  package func addition() throws(DiagnosticsError) -> BrandKit.Addition {
    var fontPath: String?
    var contents = ""
    do throws(Diagnostic) {
      if case .file(let path, _, _, let bytes)? = font {
        fontPath = try FileSystem.realPath(of: path)
        contents += sha256Hex(bytes)
      }
      let logoPath = try logo.map { logo throws(Diagnostic) in
        try FileSystem.realPath(of: logo.path)
      }
      if let logo { contents += sha256Hex(logo.image.bytes) }
      let plain = css(
        fontPath: fontPath.map { _ in "font" }, logoPath: logoPath.map { _ in "logo" })
      return BrandKit.Addition(
        css: css(fontPath: fontPath, logoPath: logoPath),
        files: [fontPath, logoPath].compactMap(\.self),
        digest: sha256Hex(Array((plain + contents).utf8)))
    } catch {
      throw DiagnosticsError(error)
    }
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7f:
        result += "\\\(String(scalar.value, radix: 16)) "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  // MARK: - Reading

  private static func colors(
    _ color: String?, paper: String?, ink: String?, over kit: BrandKit?
  ) throws(Diagnostic) -> KitColors? {
    guard let color else {
      if paper != nil || ink != nil { throw .paperWithoutColor() }
      return nil
    }
    let accent = try opaque(color, option: "--color")
    let ground = try paper.map { text throws(Diagnostic) in try opaque(text, option: "--paper") }
    let text = try ink.map { text throws(Diagnostic) in try opaque(text, option: "--ink") }
    let kitGround = kit?.color(of: "--brand-paper")
    do {
      return try KitColors(
        color: accent, paper: ground ?? kitGround, ink: text ?? kit?.color(of: "--brand-ink"))
    } catch {
      throw .colorsDoNotFit(
        error, color: color, paper: paper ?? kitGround?.hexadecimal, ink: ink,
        kit: paper == nil && kitGround != nil ? kit?.title : nil)
    }
  }

  private static func opaque(_ text: String, option: String) throws(Diagnostic) -> Color {
    let color: Color?
    do throws(Diagnostic) {
      color = try CSSColor.parse(text)
    } catch {
      throw .notAColor(text, option: option, because: error)
    }
    guard let color else { throw .notAColor(text, option: option, because: nil) }
    guard color.isOpaque else { throw .colorIsTransparent(text, option: option) }
    return color
  }

  /// Whether a font's name means a file, which need not be there.
  static func isFontFile(_ name: String) -> Bool {
    let endings = [".ttf", ".otf", ".ttc", ".woff", ".woff2"]
    return name.contains("/") || endings.contains { name.lowercased().hasSuffix($0) }
  }

  private static func font(
    _ name: String, catalog: FontCatalog
  ) throws(Diagnostic) -> Font {
    guard isFontFile(name) else {
      guard catalog.knows(name) else {
        throw .withRemedy(
          catalog.unknownFamily(name, at: nil), "a font of your own is named by its file: acme.ttf")
      }
      return .family(name)
    }
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try FileSystem.read(name, limit: 64 << 20)
    } catch {
      throw .withRemedy(error, "a font is a TTF or OTF file, or a family such as Sora")
    }
    guard let summary = FontSummary(bytes) else { throw .notAFontFile(name, bytes) }
    guard summary.hasLetters else { throw .fontWithoutLetters(name) }
    let family = String(FilePath.name(of: name).prefix { $0 != "." })
    return .file(
      path: name, family: family.isEmpty ? "Brand" : family, weights: summary.weights,
      bytes: bytes)
  }
}

extension BrandKit {
  /// A color that the kit sets by itself or through its own properties; nil for any other.
  package func color(of name: String) -> Color? {
    var name = name
    for _ in 0..<8 {
      guard let declaration = declaration(of: name) else { return nil }
      if let color = CSSColor.value(of: declaration) { return color }
      guard case .function(name: "var", arguments: let arguments)? = declaration.value.first?.kind,
        case .identifier(let other)? = arguments.first?.kind
      else { return nil }
      name = other
    }
    return nil
  }
}
