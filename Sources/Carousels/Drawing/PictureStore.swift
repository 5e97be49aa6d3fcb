import Diagnostics
import Files
import Images
import Pixels
import Rendering

/// The pictures of the carousels one worker draws: decoded as large as needed.
///
/// What is decoded is remembered by the digest of the bytes, never by a path, whose file may be
/// another one a row later.
package final class PictureStore {
  /// What the last carousels used; a feed's products seldom share photos, a carousel's slides do.
  private static let scaledByteLimit = 24 << 20
  /// Decoded pictures kept.
  private static let pictureLimit = 2
  /// A photo is decoded at least this large for its subject to be found, px.
  private static let subjectSide = 96

  package let files: PictureFiles
  /// By path, the pictures of the drawing at hand: those hashed with the row, then all it shows.
  private(set) var digests: [String: String] = [:]
  /// Where the drawing at hand asks for a picture first.
  private var places: [String: SourceLocation] = [:]
  private var headers: RecentlyUsed<String, ImageHeader>
  private var decoded: RecentlyUsed<String, DecodedImage>
  /// Named by their digests.
  private var scaled: RecentlyUsed<SceneImage, Bitmap>
  private var subjects: RecentlyUsed<String, SubjectMap>
  /// What is odd about files that could be drawn; most are not here.
  private var remarks: RecentlyUsed<String, [ImageRemark]>
  /// What is odd about the pictures that the drawing at hand shows.
  private(set) var warnings: [Diagnostic] = []
  private(set) var decodingTime = Duration.zero

  /// - Parameter roots: folders; those that do not exist hold no pictures.
  package init(roots: [String]) {
    files = PictureFiles(roots: roots)
    headers = RecentlyUsed(limit: 64) { _ in 1 }
    decoded = RecentlyUsed(limit: Self.pictureLimit) { _ in 1 }
    subjects = RecentlyUsed(limit: 64) { _ in 1 }
    remarks = RecentlyUsed(limit: 64) { _ in 1 }
    scaled = RecentlyUsed(limit: Self.scaledByteLimit) { $0.pixels.count }
  }

  /// Begins a drawing that shows these bytes and no others.
  ///
  /// - Parameter digests: of the row's own pictures, by path.
  func begin(_ digests: [String: String]) {
    self.digests = digests
    places = [:]
    warnings = []
  }

  /// Width and height in px as the picture is shown, its orientation applied.
  func naturalSize(_ path: String, _ location: SourceLocation) throws(Diagnostic) -> Size {
    if places[path] == nil { places[path] = location }
    let header = try header(path, at: location)
    return Size(width: Double(header.width), height: Double(header.height))
  }

  /// Where the subject of a picture stands.
  ///
  /// Always found in the smallest decoding, so that it does not depend on what was drawn before.
  func subject(_ path: String, _ location: SourceLocation) throws(Diagnostic) -> SubjectMap {
    let digest = try digest(of: path, at: location)
    if let known = subjects[digest] { return known }
    let start = ContinuousClock.now
    defer { decodingTime += ContinuousClock.now - start }
    let image = try image(path, at: location)
    let picture = try decode(
      image, digest: digest, coveringWidth: Self.subjectSide, height: Self.subjectSide)
    // A picture that cannot be decoded smaller will be needed again.
    if picture.bitmap.width == image.header.width, decoded[digest] == nil {
      decoded[digest] = picture
    }
    let subject = SubjectMap(picture.bitmap)
    subjects[digest] = subject
    return subject
  }

  /// The part of a picture that a slide shows, in the size it is shown at, in sRGB.
  func scaled(_ image: SceneImage) throws(Diagnostic) -> Bitmap {
    let place = places[image.source]
    let area = image.pixelRect
    var part = image
    part.source = try digest(of: image.source, at: place)
    defer { warn(of: image.source, digest: part.source) }
    if let known = scaled[part] { return known }
    let start = ContinuousClock.now
    defer { decodingTime += ContinuousClock.now - start }
    let header = try header(image.source, at: place)
    let picture = try decoded(part, of: image.source, header: header, at: place)
    // A JPEG may have been decoded smaller than its header says.
    let scaleX = Double(picture.bitmap.width) / Double(header.width)
    let scaleY = Double(picture.bitmap.height) / Double(header.height)
    let crop = Rect(
      x: image.crop.x * scaleX, y: image.crop.y * scaleY, width: image.crop.width * scaleX,
      height: image.crop.height * scaleY)
    let resampled = picture.bitmap.resampled(crop: crop, width: area.width, height: area.height)
    let result = picture.conversion.map(resampled.converted) ?? resampled
    scaled[part] = result
    return result
  }

  /// The whole picture, at least as large as the part of it is shown.
  private func decoded(
    _ part: SceneImage, of path: String, header: ImageHeader, at place: SourceLocation?
  ) throws(Diagnostic) -> DecodedImage {
    let area = part.pixelRect
    let neededWidth = Self.needed(area.width, crop: part.crop.width, of: header.width)
    let neededHeight = Self.needed(area.height, crop: part.crop.height, of: header.height)
    if let known = decoded[part.source],
      known.bitmap.width >= min(neededWidth, header.width),
      known.bitmap.height >= min(neededHeight, header.height)
    {
      return known
    }
    let picture = try decode(
      try image(path, at: place), digest: part.source, coveringWidth: neededWidth,
      height: neededHeight)
    decoded[part.source] = picture
    return picture
  }

  private func decode(
    _ image: EncodedImage, digest: String, coveringWidth width: Int, height: Int
  ) throws(Diagnostic) -> DecodedImage {
    let picture = try image.decoded(coveringWidth: width, height: height)
    if !picture.remarks.isEmpty { remarks[digest] = picture.remarks }
    return picture
  }

  /// Adds what is odd about a picture to the drawing's warnings, once.
  private func warn(of path: String, digest: String) {
    for remark in remarks[digest] ?? [] {
      add(remark.warning(named: path, at: places[path]))
    }
  }

  private func add(_ warning: Diagnostic) {
    if !warnings.contains(warning) { warnings.append(warning) }
  }

  /// How large a whole side must be so that `crop` px of it still have `shown` px.
  private static func needed(_ shown: Int, crop: Double, of whole: Int) -> Int {
    guard crop > 0 else { return whole }
    let needed = (Double(shown) * Double(whole) / crop).rounded(.up)
    return needed < Double(whole) ? max(1, Int(needed)) : whole
  }

  // MARK: - Files

  private func image(_ path: String, at place: SourceLocation?) throws(Diagnostic) -> EncodedImage {
    try EncodedImage(try file(path, at: place).bytes, named: path, at: place)
  }

  private func header(_ path: String, at place: SourceLocation?) throws(Diagnostic) -> ImageHeader {
    let digest = try digest(of: path, at: place)
    if let known = headers[digest] { return known }
    let header = try ImageHeader(try file(path, at: place).bytes, named: path, at: place)
    headers[digest] = header
    return header
  }

  private func digest(of path: String, at place: SourceLocation?) throws(Diagnostic) -> String {
    if let known = digests[path] { return known }
    return try file(path, at: place).digest
  }

  private func file(
    _ path: String, at place: SourceLocation?
  ) throws(Diagnostic) -> PictureFiles.File {
    let file = try files.file(path, digest: digests[path], at: place)
    digests[path] = file.digest
    if let likely = file.likelyPath { add(.likelyFile(path, found: likely, at: place)) }
    return file
  }
}
