import Diagnostics
import Files
import Images
import Pixels
import Rendering

/// The photos and assets of the carousels one worker draws: read once, decoded as large as needed.
///
/// Only files below the given roots are opened, links followed first.
package final class PictureStore {
  /// What the last carousels used; a feed's products seldom share photos, a carousel's slides do.
  private static let scaledByteLimit = 24 << 20
  /// Decoded pictures and files kept.
  private static let pictureLimit = 2
  /// A photo is decoded at least this large for its subject to be found, px.
  private static let subjectSide = 96

  private let roots: [String]
  /// Folders of the photos of the row being drawn; binding found them to be where they may be.
  var rowFolders: [String] = []
  private var files: RecentlyUsed<String, EncodedImage>
  private var decoded: RecentlyUsed<String, Bitmap>
  private var scaled: RecentlyUsed<SceneImage, Bitmap>
  private var subjects: RecentlyUsed<String, SubjectMap>
  private(set) var decodingTime = Duration.zero

  /// - Parameter roots: folders; those that do not exist hold no pictures.
  package init(roots: [String]) {
    self.roots = roots
    files = RecentlyUsed(limit: 4 * Self.pictureLimit) { _ in 1 }
    decoded = RecentlyUsed(limit: Self.pictureLimit) { _ in 1 }
    subjects = RecentlyUsed(limit: 64) { _ in 1 }
    scaled = RecentlyUsed(limit: Self.scaledByteLimit) { $0.pixels.count }
  }

  /// Width and height in px as the picture is shown, its orientation applied.
  func naturalSize(_ path: String, _ location: SourceLocation) throws(Diagnostic) -> Size {
    let header = try file(path, at: location).header
    return Size(width: Double(header.width), height: Double(header.height))
  }

  /// Where the subject of a picture stands.
  ///
  /// Always found in the smallest decoding, so that it does not depend on what was drawn before.
  func subject(_ path: String, _ location: SourceLocation) throws(Diagnostic) -> SubjectMap {
    if let known = subjects[path] { return known }
    let start = ContinuousClock.now
    defer { decodingTime += ContinuousClock.now - start }
    let file = try file(path, at: location)
    let picture = try file.decoded(coveringWidth: Self.subjectSide, height: Self.subjectSide)
    // A picture that cannot be decoded smaller will be needed again.
    if picture.width == file.header.width, decoded[path] == nil { decoded[path] = picture }
    let subject = SubjectMap(picture)
    subjects[path] = subject
    return subject
  }

  /// The part of a picture that a slide shows, in the size it is shown at.
  func scaled(_ image: SceneImage) throws(Diagnostic) -> Bitmap {
    if let known = scaled[image] { return known }
    let start = ContinuousClock.now
    defer { decodingTime += ContinuousClock.now - start }
    let area = image.pixelRect
    let picture = try decoded(for: image, width: area.width, height: area.height)
    let header = try file(image.source, at: nil).header
    // A JPEG may have been decoded smaller than its header says.
    let scaleX = Double(picture.width) / Double(header.width)
    let scaleY = Double(picture.height) / Double(header.height)
    let crop = Rect(
      x: image.crop.x * scaleX, y: image.crop.y * scaleY, width: image.crop.width * scaleX,
      height: image.crop.height * scaleY)
    let result = picture.resampled(crop: crop, width: area.width, height: area.height)
    scaled[image] = result
    return result
  }

  /// The whole picture, at least as large as the crop is shown.
  private func decoded(
    for image: SceneImage, width: Int, height: Int
  ) throws(Diagnostic) -> Bitmap {
    let file = try file(image.source, at: nil)
    let neededWidth = Self.needed(width, crop: image.crop.width, of: file.header.width)
    let neededHeight = Self.needed(height, crop: image.crop.height, of: file.header.height)
    if let known = decoded[image.source],
      known.width >= min(neededWidth, file.header.width),
      known.height >= min(neededHeight, file.header.height)
    {
      return known
    }
    let picture: Bitmap
    do {
      picture = try file.decoded(coveringWidth: neededWidth, height: neededHeight)
    } catch {
      // The next row that shows it has its own place to blame.
      files[image.source] = nil
      throw error
    }
    decoded[image.source] = picture
    return picture
  }

  /// How large a whole side must be so that `crop` px of it still have `shown` px.
  private static func needed(_ shown: Int, crop: Double, of whole: Int) -> Int {
    guard crop > 0 else { return whole }
    let needed = (Double(shown) * Double(whole) / crop).rounded(.up)
    return needed < Double(whole) ? max(1, Int(needed)) : whole
  }

  private func file(_ path: String, at location: SourceLocation?) throws(Diagnostic) -> EncodedImage
  {
    if let known = files[path] { return known }
    let real = try FileSystem.realPath(of: path, at: location)
    guard
      rowFolders.contains(FilePath.folder(of: real))
        || roots.contains(where: { isInside(real, $0) })
    else {
      throw .pictureOutside(path, roots: roots, at: location)
    }
    let bytes = try FileSystem.read(real, limit: ImageLimits.bytes, at: location)
    let image = try EncodedImage(bytes, named: path, at: location)
    files[path] = image
    return image
  }

  private func isInside(_ real: String, _ root: String) -> Bool {
    // A root that is not there holds nothing.
    (try? FileSystem.resolve(real, inside: root)) != nil
  }
}

/// A small cache that forgets what was used longest ago.
struct RecentlyUsed<Key: Hashable, Value> {
  private var entries: [(key: Key, value: Value, cost: Int)] = []
  private var total = 0
  private let limit: Int
  private let cost: (Value) -> Int

  package init(limit: Int, cost: @escaping (Value) -> Int) {
    self.limit = limit
    self.cost = cost
  }

  package subscript(key: Key) -> Value? {
    mutating get {
      guard let index = entries.firstIndex(where: { $0.key == key }) else { return nil }
      let entry = entries.remove(at: index)
      entries.append(entry)
      return entry.value
    }
    set {
      if let index = entries.firstIndex(where: { $0.key == key }) {
        total -= entries.remove(at: index).cost
      }
      guard let newValue else { return }
      let newCost = cost(newValue)
      entries.append((key, newValue, newCost))
      total += newCost
      while total > limit, entries.count > 1 { total -= entries.removeFirst().cost }
    }
  }
}
