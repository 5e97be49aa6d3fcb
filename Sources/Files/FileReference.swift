/// The picture file that a reference means, where its name is written in another way.
public struct FileReference: Equatable, Sendable {
  /// A file that is there.
  public let path: String
  /// The reference means this file and no other; else it is likely, and worth a warning.
  public let isCertain: Bool

  /// What a picture's name may end in; converters change one into another.
  private static let endings: Set = ["jpg", "jpeg", "png", "webp", "heic", "heif", "avif", "gif"]

  /// Finds the file of a path as it stands in a page, a style sheet or a feed.
  ///
  /// Certain are: the path itself, which may hold `#`, `?` and `%`; the path without a query, its
  /// percent-encoding undone; and a name that is canonically equivalent, as macOS and Linux write
  /// accents differently. Likely is the only name that differs in case, in a shop's size such as
  /// `_1024x1024`, or in the ending that a converter changed.
  /// - Returns: nil when no file or more than one may be meant.
  public init?(to path: String) {
    let withoutQuery = FilePath.join(
      FilePath.folder(of: path),
      String(FilePath.name(of: path).prefix { $0 != "?" }))
    let decoded = FilePath.percentDecoded(withoutQuery[...])
    let spellings = [path, withoutQuery, decoded].compactMap(\.self)
    if let found = spellings.first(where: FileSystem.fileExists) {
      self.init(path: found, isCertain: true)
      return
    }
    let meant = decoded ?? withoutQuery
    let (folder, name) = (FilePath.folder(of: meant), FilePath.name(of: meant))
    // A folder that cannot be listed has no other name to give.
    guard !name.isEmpty, let names = try? FileSystem.names(in: folder) else { return nil }
    func file(_ matches: (String) -> Bool) -> String? {
      let found = names.filter(matches)
      let path = found.count == 1 ? FilePath.join(folder, found[0]) : nil
      return path.flatMap { FileSystem.fileExists($0) ? $0 : nil }
    }
    // `String` takes canonically equivalent names for the same.
    if let same = file({ $0 == name }) {
      self.init(path: same, isCertain: true)
      return
    }
    let wanted = Spelling(name)
    let likely =
      file { $0.lowercased() == name.lowercased() }
      ?? file { wanted.isPicture && Spelling($0).withoutSize == wanted.withoutSize }
      ?? file {
        wanted.isPicture && Spelling($0).withoutSizeAndEnding == wanted.withoutSizeAndEnding
      }
    guard let likely else { return nil }
    self.init(path: likely, isCertain: false)
  }

  private init(path: String, isCertain: Bool) {
    self.path = path
    self.isCertain = isCertain
  }

  /// A picture's name without what shops and converters change.
  private struct Spelling {
    private let stem: String
    private let ending: String

    init(_ name: String) {
      let lower = name.lowercased()
      if let dot = lower.lastIndex(of: "."), dot > lower.startIndex {
        stem = String(lower[..<dot])
        ending = String(lower[lower.index(after: dot)...])
      } else {
        (stem, ending) = (lower, "")
      }
    }

    var isPicture: Bool { ending.isEmpty || FileReference.endings.contains(ending) }
    var withoutSize: [String] { [bare, ending] }
    var withoutSizeAndEnding: [String]? { isPicture ? [bare] : nil }

    /// Without Shopify's `_1024x1024`, `_600x`, `_x600`, `_large`, `_crop_center`, `@2x`.
    private var bare: String {
      var bare = Substring(stem)
      if let scale = bare.firstRange(of: /@[0-9]x$/) { bare = bare[..<scale.lowerBound] }
      if let crop = bare.firstRange(of: /_crop_[a-z]+$/) { bare = bare[..<crop.lowerBound] }
      let size =
        /_([0-9]+x[0-9]*|x[0-9]+|pico|icon|thumb|small|compact|medium|large|grande|master)$/
      if let size = bare.firstRange(of: size) { bare = bare[..<size.lowerBound] }
      return String(bare)
    }
  }
}
