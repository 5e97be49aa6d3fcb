import Archives
import Carousels
import Diagnostics
import Files
import Foundation
import Images
import Ledger
import Library
import Pixels
import Posts

/// What a bundle is made of.
struct BundleSource {
  var stored: StoredPost
  package var creator: Creator?
  package var brand: Brand
  /// The brand's newest; nil when it has none.
  package var authorization: Authorization?
  package var agreement: Agreement?
  /// The authorization's code, when the hand-off asks for it.
  package var code: SparkCode?

  /// Masks codes in what explains: words that were kept before their code was, or by an older Flint.
  mutating func hideCodes(_ hiding: (String) throws -> String) throws {
    if let name = creator?.name { creator?.name = try hiding(name) }
    if let name = brand.name { brand.name = try hiding(name) }
    agreement = try agreement?.hidingCodes(by: hiding)
  }
}

extension SparkBundle {
  /// The archive's files: the same for the same source.
  static func entries(of source: BundleSource) throws(DiagnosticsError) -> [FileEntry] {
    let post = source.stored.post
    let (slides, pictures) = try pack(source.stored)
    var bundle = SparkBundle(
      manifest: Manifest(
        post: PostPart(post, source.stored.drawing, creator: source.creator),
        brand: Party(key: source.brand.key.text, name: source.brand.name), slides: slides,
        files: []),
      authorization: source.authorization.flatMap { authorization in
        authorization.grant.map {
          AuthorizationPart(authorization, $0, code: source.code)
        }
      },
      terms: source.agreement.map(TermsPart.init))
    let texts = BundleTexts(bundle: bundle)
    var entries = [
      FileEntry(readmeName, text: texts.readme),
      FileEntry(captionName, text: post.caption + "\n"),
      FileEntry(altTextsName, text: BundleTexts.altTexts(source.stored.slides)),
      FileEntry(disclosureName, text: texts.disclosure),
    ]
    if let authorization = bundle.authorization {
      entries.append(FileEntry(path: authorizationName, bytes: json(authorization)))
    }
    if let terms = bundle.terms {
      entries.append(FileEntry(path: termsName, bytes: json(terms)))
      entries.append(FileEntry(termsTextName, text: texts.terms(source.agreement?.hidingCodes)))
    }
    entries += pictures
    bundle.manifest.files = entries.map {
      FilePart(path: $0.path, bytes: $0.bytes.count, sha256: sha256Hex($0.bytes))
    }
    let manifest = FileEntry(path: manifestName, bytes: json(bundle.manifest))
    return [entries[0], manifest] + entries.dropFirst()
  }

  /// The slides as they are stored, beside each a PNG or JPEG of the same pixels, and the overview.
  private static func pack(
    _ stored: StoredPost
  ) throws(DiagnosticsError) -> (slides: [SlidePart], files: [FileEntry]) {
    do throws(Diagnostic) {
      var parts: [SlidePart] = []
      var files: [FileEntry] = []
      var thumbnails: [Bitmap] = []
      for slide in stored.slides {
        let bitmap = try slide.image.decoded()
        thumbnails.append(OverviewPicture.thumbnail(of: bitmap))
        let path = "\(slidesFolder)/\(slide.recorded.file)"
        files.append(FileEntry(path: path, bytes: slide.image.bytes))
        var part = SlidePart(
          name: slide.recorded.name, width: bitmap.width, height: bitmap.height, file: path,
          copies: [], alt: slide.alt, text: slide.text)
        let stem = "\(slidesFolder)/\(slide.recorded.file.withoutExtension)"
        let format = slide.image.header.format
        if format != .png {
          part.copies.append("\(stem).png")
          files.append(
            FileEntry(
              path: "\(stem).png", bytes: try bitmap.encoded(as: .png(.fast), named: stem)))
        }
        if format != .jpeg {
          part.copies.append("\(stem).jpg")
          files.append(
            FileEntry(path: "\(stem).jpg", bytes: try SlideSupply.jpeg(bitmap, named: stem)))
        }
        parts.append(part)
      }
      let overview = try OverviewPicture.make(of: thumbnails.ofOneSize)
        .encoded(as: .png(.fast), named: overviewName)
      return (parts, [FileEntry(path: overviewName, bytes: overview)] + files)
    } catch {
      throw DiagnosticsError(error)
    }
  }

  private static func json(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("texts and numbers can always be encoded")
    }
    return Array(data) + [0x0a]
  }
}

extension FileEntry {
  fileprivate init(_ path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}

extension SparkBundle.PostPart {
  fileprivate init(_ post: Post, _ drawing: Post.Drawing, creator: Creator?) {
    self.init(
      key: post.key.text,
      creator: creator.map { SparkBundle.Party(key: $0.key.text, name: $0.name) },
      caption: post.caption, title: post.title, facts: post.facts, publication: post.publication,
      template: drawing.template, kit: drawing.kit, origin: drawing.origin,
      imageFormat: drawing.format, version: drawing.version)
  }
}

extension [Bitmap] {
  /// Changed slides may have other sizes; on the overview all have the first one's.
  fileprivate var ofOneSize: [Bitmap] {
    map { bitmap in
      guard bitmap.width != self[0].width || bitmap.height != self[0].height else { return bitmap }
      return bitmap.resampled(
        crop: Rect(width: Double(bitmap.width), height: Double(bitmap.height)),
        width: self[0].width, height: self[0].height)
    }
  }
}
