import Archives
import Diagnostics
import Files
import Foundation
import Images
import Ledger
import Posts

/// A bundle from somebody else: every file is what its manifest says, every value within limits.
///
/// That the files fit the manifest shows damage and changes by accident, not who made them.
struct ReceivedBundle {
  package let bundle: SparkBundle
  /// One a slide, as it was drawn.
  package let slides: [[UInt8]]
  package let overview: [UInt8]
  /// Checked: nil when the bundle has none.
  package let code: SparkCode?

  /// `manifest.json` of 35 slides with long texts is far below.
  private static let textLimit = 4_000_000
  /// Told at once; a bundle with more is made to fill a screen.
  private static let mostProblems = 100

  /// - Throws: every file that is changed, missing or too much; a newer schema; a value that no Flint
  ///   writes.
  package init(path: String) throws(DiagnosticsError) {
    let place = SourceLocation(file: path)
    let archive = try ZIPReader(path: path)
    guard let bytes = try Self.file(SparkBundle.manifestName, of: archive) else {
      throw DiagnosticsError(.notABundle(at: place))
    }
    let head = try? JSONDecoder().decode(SparkBundle.Head.self, from: Data(bytes))
    guard let head, head.format == SparkBundle.format, let schema = head.schema else {
      throw DiagnosticsError(.notABundle(at: place))
    }
    guard schema <= SparkBundle.currentSchema else {
      throw DiagnosticsError(
        .bundleIsNewer(schema, newest: SparkBundle.currentSchema, at: place))
    }
    let manifest = try Self.decoded(
      SparkBundle.Manifest.self, bytes, SparkBundle.manifestName, at: place)
    let files = try Self.verified(manifest, archive, at: place)
    func part<Part: Decodable>(_ type: Part.Type, _ name: String) throws(DiagnosticsError) -> Part?
    {
      guard let bytes = files[name] else { return nil }
      return try Self.decoded(type, bytes, name, at: place)
    }
    bundle = SparkBundle(
      manifest: manifest,
      authorization: try part(
        SparkBundle.AuthorizationPart.self, SparkBundle.authorizationName),
      terms: try part(SparkBundle.TermsPart.self, SparkBundle.termsName))
    var check = BundleCheck(bundle, at: place)
    code = check.code()
    slides = manifest.slides.map { files[$0.file] ?? [] }
    overview = files[SparkBundle.overviewName] ?? []
    for (slide, bytes) in zip(manifest.slides, slides) { check.picture(slide, bytes) }
    check.overview(overview)
    try check.log.throwIfErrors()
  }

  /// The files that are needed, by path, when all of them fit the manifest.
  private static func verified(
    _ manifest: SparkBundle.Manifest, _ archive: ZIPReader, at place: SourceLocation
  ) throws(DiagnosticsError) -> [String: [UInt8]] {
    var log = DiagnosticLog()
    let known = Set(manifest.files.map(\.path)).union([SparkBundle.manifestName])
    let there = Set(archive.paths)
    for path in archive.paths.filter({ !known.contains($0) }).prefix(mostProblems) {
      log.add(.fileIsExtra(path, at: place))
    }
    let needed = Set(manifest.slides.map(\.file)).union([
      SparkBundle.overviewName, SparkBundle.authorizationName, SparkBundle.termsName,
    ])
    for path in needed.subtracting(known)
    where path != SparkBundle.authorizationName && path != SparkBundle.termsName {
      log.add(.fileIsNotListed(path, at: place))
    }
    var seen: Set<String> = []
    var files: [String: [UInt8]] = [:]
    for part in manifest.files where log.diagnostics.count < mostProblems {
      guard seen.insert(part.path).inserted else { continue }
      guard there.contains(part.path) else {
        log.add(.fileIsMissing(part.path, at: place))
        continue
      }
      do {
        guard let entry = try archive.entry(part.path) else { continue }
        if entry.bytes.count != part.bytes || sha256Hex(entry.bytes) != part.sha256 {
          log.add(.fileIsChanged(part.path, at: place))
        } else if needed.contains(part.path) {
          files[part.path] = entry.bytes
        }
      } catch {
        log.add(error)
      }
    }
    try log.throwIfErrors()
    return files
  }

  private static func file(
    _ path: String, of archive: ZIPReader
  ) throws(DiagnosticsError) -> [UInt8]? {
    do throws(Diagnostic) {
      guard let entry = try archive.entry(path) else { return nil }
      guard entry.bytes.count <= textLimit else {
        throw .bundleTextIsTooLong(path, limit: textLimit, at: SourceLocation(file: archive.file))
      }
      return entry.bytes
    } catch {
      throw DiagnosticsError(error)
    }
  }

  private static func decoded<Part: Decodable>(
    _ type: Part.Type, _ bytes: [UInt8], _ name: String, at place: SourceLocation
  ) throws(DiagnosticsError) -> Part {
    guard bytes.count <= textLimit else {
      throw DiagnosticsError(.bundleTextIsTooLong(name, limit: textLimit, at: place))
    }
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch let error as DecodingError {
      throw DiagnosticsError(.bundlePartIsUnreadable(name, error.place, at: place))
    } catch {
      throw DiagnosticsError(.bundlePartIsUnreadable(name, "", at: place))
    }
  }
}

extension DecodingError {
  /// `post.creator.key`: where in the document; never a value, for a value may be a code.
  fileprivate var place: String {
    let path: [any CodingKey]
    switch self {
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      path = context.codingPath
    case .keyNotFound(let key, let context): path = context.codingPath + [key]
    @unknown default: path = []
    }
    return path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
  }
}
