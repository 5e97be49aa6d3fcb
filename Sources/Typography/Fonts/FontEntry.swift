public import Diagnostics

/// One face of the catalogue: what it serves and where its file is to be found.
struct FontEntry: Sendable {
  var family: String
  /// One value, or the range of a variable font's `wght` axis.
  var weights: ClosedRange<Int>
  var slant: FontDescription.Slant
  var file: File
  /// In a collection file.
  var faceIndex = 0

  enum File: Hashable, Sendable {
    /// Below one of the search folders; its bytes must have this SHA-256.
    case catalogued(name: String, folder: String, digest: String, package: String)
    /// A brand kit's or page's own file, already resolved.
    case given(path: String, at: SourceLocation?)
  }
}

/// A font file that a brand kit or an `@font-face` rule brings along.
public struct FontFile: Hashable, Sendable {
  /// The name by which CSS asks for it.
  public var family: String
  /// 1…1000; more than one value only for variable fonts.
  public var weights: ClosedRange<Int>
  /// The slant it serves, as the kit or rule says it.
  public var slant: FontDescription.Slant
  /// As it can be opened.
  public var path: String
  /// The place that names the file.
  public var location: SourceLocation?

  public init(
    family: String, weights: ClosedRange<Int> = 400...400,
    slant: FontDescription.Slant = .normal, path: String, location: SourceLocation? = nil
  ) {
    self.family = family
    self.weights = weights
    self.slant = slant
    self.path = path
    self.location = location
  }
}

/// What became of a face of the catalogue on this machine.
public struct FontStatus: Hashable, Sendable {
  /// What was found of the face's file.
  public enum State: Hashable, Sendable {
    /// There, with the bytes that the catalogue knows; a kit's own file only has to exist.
    case found(path: String)
    /// In none of the folders.
    case missing
    /// A file of that name exists, but its bytes are others.
    case differs(path: String)
  }

  /// The family's name in the catalogue.
  public var family: String
  /// The CSS weights that the face serves, 1…1000.
  public var weights: ClosedRange<Int>
  public var slant: FontDescription.Slant
  /// The file's name, without a folder.
  public var fileName: String
  /// Debian's; empty for a font that does not come from one.
  public var package: String
  /// What was found of the file.
  public var state: State
}
