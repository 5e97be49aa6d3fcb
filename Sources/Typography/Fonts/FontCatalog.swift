public import Diagnostics
import Files
import Synchronization
import YAMLText

/// The fonts Flint may use: `fonts/fonts.yaml`, brand kits and `@font-face`; never the system's own.
///
/// Files are read and their SHA-256 checked when a font is first asked for. Safe to share.
public final class FontCatalog: Sendable {
  /// Where Debian's packages put fonts; the catalogue's `folder`s lie below it.
  public static let systemFolder = "/usr/share/fonts"

  let entries: [FontEntry]
  let generics: [String: [String]]
  let fallbacks: FontFallbacks
  let searchFolders: [String]
  /// Indices into `entries` by lower-case family.
  private let families: [String: [Int]]
  let loaded = Mutex(LoadedFonts())

  /// - Parameters:
  ///   - yaml: text of `fonts/fonts.yaml`.
  ///   - file: the name that diagnostics give the text.
  ///   - searchFolders: where font files may lie, best first: each is tried with the catalogue's
  ///     `folder` below it and without.
  public convenience init(
    yaml: String, file: String, searchFolders: [String] = [FontCatalog.systemFolder]
  ) throws(DiagnosticsError) {
    let list = try FontList(parsing: try YAMLNode.parse(yaml, file: file))
    self.init(list: list, searchFolders: searchFolders)
  }

  /// Reads the catalogue from `path`; files are looked for beside it first, then in the system.
  public convenience init(path: String) throws(DiagnosticsError) {
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try FileSystem.read(path, limit: YAMLNode.maximumBytes)
    } catch {
      throw DiagnosticsError(error)
    }
    let list = try FontList(parsing: try YAMLNode.parse(bytes, file: path))
    self.init(list: list, searchFolders: [FilePath.folder(of: path), Self.systemFolder])
  }

  init(list: FontList, searchFolders: [String]) {
    entries = list.entries
    generics = list.generics
    fallbacks = list.fallbacks
    self.searchFolders = searchFolders
    families = Dictionary(grouping: entries.indices) { list.entries[$0].family.lowercased() }
  }

  /// This catalogue and the fonts of a brand kit or page, which hide families of the same name.
  public func adding(_ files: [FontFile]) -> FontCatalog {
    if files.isEmpty { return self }
    let names = Set(files.map { $0.family.lowercased() })
    var list = FontList(generics: generics, fallbacks: fallbacks)
    list.entries = entries.filter { !names.contains($0.family.lowercased()) }
    list.entries += files.map {
      FontEntry(
        family: $0.family, weights: $0.weights, slant: $0.slant,
        file: .given(path: $0.path, at: $0.location))
    }
    return FontCatalog(list: list, searchFolders: searchFolders)
  }

  /// Whether `family` is in the catalogue or a generic name it maps; letters' case does not count.
  public func knows(_ family: String) -> Bool {
    let name = family.lowercased()
    return families[name] != nil || generics[name] != nil
  }

  /// Every family and generic name, sorted.
  var familyNames: [String] { Set(entries.map(\.family)).sorted() + generics.keys.sorted() }

  /// The error to show for a family that `knows(_:)` denies.
  public func unknownFamily(_ family: String, at location: SourceLocation?) -> Diagnostic {
    .unknownFamily(
      family, nearest: Spelling.nearest(to: family, among: familyNames), at: location)
  }

  /// What stands in the way of setting text so: a file that is missing or altered.
  ///
  /// Checks the first family that is known, which is the one that serves nearly all text; what
  /// fallback fonts lack shows in `Paragraph.problems`.
  public func problems(with description: FontDescription) -> [Diagnostic] {
    guard let first = candidates(for: description).first else { return [.emptyCatalog()] }
    do throws(Diagnostic) {
      _ = try font(first, weight: description.weight, variations: description.variations)
      return []
    } catch {
      return [error]
    }
  }

  /// The measures that a description's first available family gives.
  ///
  /// When its font cannot be loaded (see `problems(with:)`), those of the next that can, and at last
  /// ordinary proportions.
  public func metrics(for description: FontDescription) -> FontMetrics {
    let font = primaryFont(for: description)
    return FontMetrics(font?.measures ?? .ordinary, sizeInPx: description.sizeInPx)
  }

  /// The font of a description's first family that can be loaded.
  public func primaryFont(for description: FontDescription) -> Font? {
    for candidate in candidates(for: description) {
      // What is wrong with it is told by `problems(with:)`.
      let font = try? font(
        candidate, weight: description.weight, variations: description.variations)
      if let font { return font }
    }
    return nil
  }

  /// A Debian package that may have a character that no font of the catalogue has.
  public func package(for scalar: Unicode.Scalar) -> String? {
    switch scalar.properties.generalCategory {
    case .privateUse, .unassigned: nil
    default: fallbacks.packages[TextBreak.script(of: scalar)] ?? fallbacks.packages[.common]
    }
  }

  // MARK: - Matching

  /// The face of each known family of the description, in its order; `serif` when none is known.
  func candidates(for description: FontDescription) -> [Int] {
    let found = candidates(
      families: description.families, weight: description.weight, slant: description.slant)
    if !found.isEmpty { return found }
    let last = candidates(
      families: ["serif", "sans-serif"], weight: description.weight, slant: description.slant)
    return last.isEmpty ? Array(entries.indices.prefix(1)) : last
  }

  /// The faces to try for a script that the description's own families lack, in the written order.
  ///
  /// - Parameter language: BCP 47; empty when unknown.
  func fallbackCandidates(
    for script: Script, language: String, description: FontDescription
  ) -> [Int] {
    let first = candidates(for: description).first
    let withSerifs = first.map { fallbacks.serifs.contains(entries[$0].family.lowercased()) }
    let names = fallbacks.families(
      for: script, language: language, withSerifs: withSerifs ?? false)
    return candidates(families: names, weight: description.weight, slant: description.slant)
  }

  private func candidates(
    families names: [String], weight: Int, slant: FontDescription.Slant
  ) -> [Int] {
    var result: [Int] = []
    for name in names {
      let key = name.lowercased()
      for family in families[key] == nil ? generics[key] ?? [] : [name] {
        let members = families[family.lowercased()] ?? []
        guard let best = entries.nearest(of: members, toWeight: weight, slant: slant) else {
          continue
        }
        if !result.contains(best) { result.append(best) }
      }
    }
    return result
  }
}
