import Diagnostics
import Files
import Images
import Ledger
import Posts

/// Holds the values of a bundle from somebody else to what Flint itself writes.
struct BundleCheck {
  private let bundle: SparkBundle
  private let place: SourceLocation
  private(set) var log = DiagnosticLog()

  /// Far above anything real: a file's name has 255 bytes, TikTok's captions 4,000 units.
  private static let mostKeyBytes = 200
  private static let mostNameBytes = 1_000
  private static let mostTextBytes = 100_000
  /// 2000 to 2200.
  private static let moments = Moment(seconds: 946_684_800)...Moment(seconds: 7_258_118_400)

  package init(_ bundle: SparkBundle, at place: SourceLocation) {
    self.bundle = bundle
    self.place = place
    post()
    slides()
    party(bundle.manifest.brand, "brand")
    if let part = bundle.authorization { authorization(part) }
    if let part = bundle.terms { terms(part) }
  }

  private mutating func expect(_ isFine: Bool, _ field: String) {
    if !isFine { log.add(.bundleValue(field, at: place)) }
  }

  private mutating func text(_ text: String?, _ field: String, most: Int = mostTextBytes) {
    expect((text?.utf8.count ?? 0) <= most, field)
  }

  private mutating func moment(_ moment: Moment, _ field: String) {
    expect(Self.moments.contains(moment), field)
  }

  /// Letters and digits of every script, and what keys are joined with.
  static func isKey(_ key: String) -> Bool {
    FilePath.isPlainName(key) && key.utf8.count <= mostKeyBytes
      && key.first.map { $0.isLetter || $0.isNumber } == true
      && key.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
  }

  private mutating func party(_ party: SparkBundle.Party, _ field: String) {
    expect(Self.isKey(party.key), "\(field).key")
    text(party.name, "\(field).name", most: Self.mostNameBytes)
  }

  private mutating func post() {
    let post = bundle.manifest.post
    expect(Self.isKey(post.key), "post.key")
    if let creator = post.creator {
      party(creator, "post.creator")
      expect(Creator.key(ofHandle: creator.key)?.text == creator.key, "post.creator.key")
    }
    text(post.caption, "post.caption")
    text(post.title, "post.title", most: Self.mostNameBytes)
    for (value, field) in [
      (post.template, "template"), (post.kit, "kit"), (post.origin, "origin"),
    ] {
      text(value, "post.\(field)", most: Self.mostNameBytes)
    }
    expect(["png", "jpg", "webp"].contains(post.imageFormat), "post.imageFormat")
    expect((1...1_000_000).contains(post.version), "post.version")
    guard let publication = post.publication else { return }
    moment(publication.at, "post.publication.at")
    expect(Publication.isItemID(publication.itemID), "post.publication.itemID")
    let url = publication.url
    let isPlain = url.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7f }
    let isWeb = url.hasPrefix("https://") || url.hasPrefix("http://")
    expect(isWeb && isPlain && url.utf8.count <= Self.mostNameBytes * 2, "post.publication.url")
  }

  private mutating func slides() {
    let slides = bundle.manifest.slides
    expect((1...35).contains(slides.count), "slides")
    var names: Set<String> = []
    for (index, slide) in slides.enumerated() {
      let prefix = "\(SparkBundle.slidesFolder)/"
      let name = String(slide.file.dropFirst(prefix.count))
      let isPicture = [".png", ".jpg", ".webp"].contains { name.hasSuffix($0) }
      expect(
        slide.file.hasPrefix(prefix) && FilePath.isPlainName(name) && isPicture
          && name.first != "." && name.utf8.count <= Self.mostKeyBytes
          && names.insert(name).inserted, "slides.\(index).file")
      text(slide.name, "slides.\(index).name", most: Self.mostNameBytes)
      text(slide.text, "slides.\(index).text")
      expect(
        slide.alt.count <= 1_000 && slide.alt.allSatisfy { $0.utf8.count <= Self.mostTextBytes },
        "slides.\(index).alt")
    }
  }

  private mutating func authorization(_ part: SparkBundle.AuthorizationPart) {
    expect(part.brand == bundle.manifest.brand.key, "authorization.brand")
    expect((1...Authorization.mostDays).contains(part.days), "authorization.days")
    moment(part.start, "authorization.start")
    moment(part.end, "authorization.end")
    expect(part.start < part.end, "authorization.end")
    let isDigest =
      part.fingerprint.utf8.count == 64
      && part.fingerprint.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
    expect(isDigest, "authorization.fingerprint")
    text(part.masked, "authorization.masked", most: 100)
    for (key, field) in [
      (part.key, "key"), (part.agreement ?? "", "agreement"), (part.replaces ?? "", "replaces"),
    ] {
      text(key, "authorization.\(field)", most: Self.mostKeyBytes * 2)
    }
  }

  private mutating func terms(_ part: SparkBundle.TermsPart) {
    expect(part.brand == bundle.manifest.brand.key, "terms.brand")
    expect(part.creator == bundle.manifest.post.creator?.key, "terms.creator")
    // `CREATOR@BRAND`, or with `.2`.
    expect(part.key.split(separator: "@").allSatisfy { Self.isKey(String($0)) }, "terms.key")
    text(part.key, "terms.key", most: Self.mostKeyBytes * 2)
    moment(part.made, "terms.made")
    expect(Currency(code: part.currency)?.code == part.currency, "terms.currency")
    let amounts = 0...Money.maximumMinorUnits
    expect(part.feeInMinorUnits.map(amounts.contains) ?? true, "terms.feeInMinorUnits")
    expect(
      part.shareInBasisPoints.map { SpendShare(basisPoints: $0) != nil } ?? true,
      "terms.shareInBasisPoints")
    expect(
      part.feeInMinorUnits != nil || part.shareInBasisPoints != nil, "terms.feeInMinorUnits")
    expect((1...Authorization.mostDays).contains(part.days), "terms.days")
    text(part.usageRights, "terms.usageRights")
    text(part.exclusivity?.category, "terms.exclusivity.category")
    expect(part.payments.count <= 10_000, "terms.payments")
    for payment in part.payments.prefix(10_000) {
      expect(
        payment.amount.currency == part.currency && payment.amount.minorUnits > 0
          && payment.amount.minorUnits <= Money.maximumMinorUnits, "terms.payments")
      moment(payment.at, "terms.payments")
      text(payment.note, "terms.payments")
    }
  }

  /// The code, when there is one and it is the one that the authorization speaks of.
  package mutating func code() -> SparkCode? {
    guard let part = bundle.authorization, let text = part.code else { return nil }
    // What a bundle of an older Flint holds was read by that one's rules; the fingerprint decides.
    let code = SparkCode(secret: text)
    guard sha256Hex(Array(text.utf8)) == part.fingerprint, code.masked == part.masked
    else {
      log.add(.codeIsNotTheOne(at: place))
      return nil
    }
    return code
  }

  package mutating func picture(_ slide: SparkBundle.SlidePart, _ bytes: [UInt8]) {
    do {
      let header = try EncodedImage(bytes, named: slide.file, at: place).header
      // What slides are written as.
      let format: String? =
        switch header.format {
        case .png: "png"
        case .jpeg: "jpg"
        case .webp: "webp"
        case .gif, .heic, .avif: nil
        }
      expect(
        header.width == slide.width && header.height == slide.height
          && format.map { slide.file.hasSuffix(".\($0)") } == true, slide.file)
    } catch {
      log.add(error)
    }
  }

  package mutating func overview(_ bytes: [UInt8]) {
    do {
      let header = try EncodedImage(bytes, named: SparkBundle.overviewName, at: place).header
      expect(header.format == .png, SparkBundle.overviewName)
    } catch {
      log.add(error)
    }
  }
}
