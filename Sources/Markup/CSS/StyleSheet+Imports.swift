public import Diagnostics

/// An `@import` (CSS Cascade 4 §2).
public struct ImportRule: Equatable, Sendable {
  /// Relative to the file that holds it.
  public var href: String
  /// Empty when unconditional.
  public var media: [MediaQueryList]
  /// Where the path stands.
  public var location: SourceLocation

  public init(href: String, media: [MediaQueryList] = [], location: SourceLocation) {
    self.href = href
    self.media = media
    self.location = location
  }
}

/// A style sheet's file as a loader found it.
public struct StyleSheetFile: Sendable {
  /// Tells files apart: the real path.
  public var identity: String
  /// The name to show.
  public var name: String
  /// The file's contents, UTF-8.
  public var bytes: [UInt8]

  public init(identity: String, name: String, bytes: [UInt8]) {
    self.identity = identity
    self.name = name
    self.bytes = bytes
  }
}

extension StyleSheet {
  /// Finds the file an `@import` or a `link` names; it decides where files may lie.
  public typealias Loader = (_ href: String, _ location: SourceLocation) throws(Diagnostic) ->
    StyleSheetFile

  /// Reads a style sheet's file with all it imports.
  public static func load(
    _ href: String, at location: SourceLocation, loader: Loader
  ) -> (styleSheet: StyleSheet, diagnostics: [Diagnostic]) {
    var importer = StyleSheetImporter()
    let sheet = importer.load(href, at: location, within: [], loader: loader) ?? StyleSheet()
    return (sheet, importer.diagnostics)
  }

  /// The style sheet with the rules of its imports before its own.
  ///
  /// - Parameter identity: of the sheet's own file, if it has one.
  public func importing(
    identity: String? = nil, loader: Loader
  ) -> (styleSheet: StyleSheet, diagnostics: [Diagnostic]) {
    if imports.isEmpty { return (self, []) }
    var importer = StyleSheetImporter()
    let sheet = importer.expanded(self, within: identity.map { [$0] } ?? [], loader: loader)
    return (sheet, importer.diagnostics)
  }
}

private struct StyleSheetImporter {
  private(set) var diagnostics: [Diagnostic] = []
  private var count = 0

  /// - Parameter files: identities of the files that are being read, outermost first.
  mutating func load(
    _ href: String, at location: SourceLocation, within files: [String],
    loader: StyleSheet.Loader
  ) -> StyleSheet? {
    do throws(Diagnostic) {
      let file = try loader(href, location)
      if files.contains(file.identity) { throw .importCycle(href, at: location) }
      if files.count > Budget.importDepth { throw .importsTooDeep(at: location) }
      count += 1
      if count > Budget.imports { throw .tooManyImports(at: location) }
      let (sheet, problems) = StyleSheet.parse(file.bytes, file: file.name)
      diagnostics += problems
      return expanded(sheet, within: files + [file.identity], loader: loader)
    } catch {
      diagnostics.append(error)
      return nil
    }
  }

  mutating func expanded(
    _ sheet: StyleSheet, within files: [String], loader: StyleSheet.Loader
  ) -> StyleSheet {
    var result = StyleSheet()
    for rule in sheet.imports {
      // After too many, each further one would only say so again.
      if count > Budget.imports { break }
      guard
        let imported = load(rule.href, at: rule.location, within: files, loader: loader)
      else { continue }
      for var style in imported.rules {
        style.media = rule.media + style.media
        result.rules.append(style)
      }
      if !rule.media.isEmpty, let face = imported.fontFaces.first {
        diagnostics.append(.fontFaceInMedia(at: face.location))
      }
      result.fontFaces += imported.fontFaces
    }
    result.rules += sheet.rules
    result.fontFaces += sheet.fontFaces
    return result
  }
}
