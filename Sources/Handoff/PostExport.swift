import Archives
public import Carousels
public import Diagnostics
import Files
public import Library
public import Posts

/// Hands posts off: makes of each what a target takes.
public struct PostExport: Sendable {
  /// For whom posts are made ready, and what goes along.
  public struct Options: Sendable {
    /// What takes the posts.
    public var target: HandoffTarget
    /// For Spark: who gets it.
    public var brand: Key<Brand>?
    /// For Spark: with the code's text.
    public var withCode: Bool
    /// For TikTok: where the pictures will be reachable.
    public var baseURL: BaseURL?
    /// Where photos are looked up when slides are drawn again.
    public var imageFolders: [String]
    /// Also slides that are not the files that were recorded.
    public var takesChanged: Bool

    public init(
      target: HandoffTarget, brand: Key<Brand>? = nil, withCode: Bool = false,
      baseURL: BaseURL? = nil, imageFolders: [String] = [], takesChanged: Bool = false
    ) {
      self.target = target
      self.brand = brand
      self.withCode = withCode
      self.baseURL = baseURL
      self.imageFolders = imageFolders
      self.takesChanged = takesChanged
    }
  }

  /// A post that is made ready, in memory.
  package struct Package {
    enum Content {
      case file([UInt8])
      case folder([FileSystem.FolderEntry])
    }

    var content: Content
    /// In the archive or folder; the file itself when it is one.
    package var files: [String]
    package var warnings: [Diagnostic] = []
    /// The authorization whose code leaves the house.
    package var shared: Key<Authorization>?
  }

  /// What became of a post.
  public struct Exported: Sendable {
    /// The post that was made ready.
    public var post: Key<Post>
    /// The file or folder that was written.
    public var path: String
    /// In the archive or folder; empty when it is one file.
    public var files: [String]
    /// Whether a code's text left the house.
    public var withCode: Bool
    /// What the target may not like about the post.
    public var warnings: [Diagnostic]
  }

  package let store: LibraryStore
  package let workspace: Workspace
  package let options: Options

  public init(_ options: Options, from store: LibraryStore, in workspace: Workspace) {
    self.options = options
    self.store = store
    self.workspace = workspace
  }

  /// Makes one post ready and writes it.
  ///
  /// - Parameters:
  ///   - path: of the file or folder.
  ///   - webPath: of the post's folder below the base URL; empty when it is the base.
  ///   - isPlan: everything is made and nothing is written.
  /// - Throws: `DiagnosticsError`, `Diagnostic` or `Refusal`; then nothing was written.
  public func export(
    _ post: Key<Post>, to path: String, webPath: String = "", circumstances: Circumstances,
    isPlan: Bool
  ) throws -> Exported {
    guard let story = try store.read({ try $0.story(of: post) }) else {
      throw Diagnostic.postIsGone(post)
    }
    let package =
      switch options.target {
      case .spark: try sparkBundle(of: story, at: circumstances.at)
      case .tiktok: try tikTokFolder(of: story, webPath: webPath)
      case .instagram: try instagramFolder(of: story)
      case .linkedin: try document(of: story)
      case .adsManager: preconditionFailure("codes of many posts make one sheet")
      }
    if !isPlan { try write(package, of: post, to: path, circumstances) }
    return Exported(
      post: post, path: path, files: package.files, withCode: package.shared != nil,
      warnings: package.warnings)
  }

  /// The file lies ready, the event that says so is recorded, and then the file gets its name: no code
  /// leaves the house without a trace. A trace of one that did not, because of a stop between the two,
  /// does no harm: the same command again brings the file.
  private func write(
    _ package: Package, of post: Key<Post>, to path: String, _ circumstances: Circumstances
  ) throws {
    guard let key = package.shared, case .file(let bytes) = package.content else {
      return try write(package.content, to: path)
    }
    try store.write(circumstances) { writer in
      try writer.change(post) { story, now in
        try story.share(key, how: "export", at: now)
      }
      try HandoffPlace.createFolder(FilePath.folder(of: path), in: store.folder)
      writer.makeWhenCommitted(try FileChange(stagingPrivately: bytes, at: path))
    }
  }

  private func write(_ content: Package.Content, to path: String) throws {
    switch content {
    case .file(let bytes):
      try HandoffPlace.createFolder(FilePath.folder(of: path), in: store.folder)
      // Terms are nobody else's business either.
      if options.target == .spark {
        try FileSystem.writePrivate(bytes, to: path)
      } else {
        try FileSystem.write(bytes, to: path)
      }
    case .folder(let files):
      try HandoffPlace.createFolder(FilePath.folder(of: path), in: store.folder)
      try HandoffPlace.checkReplaceable(path)
      try FileSystem.replaceFolder(path, with: files)
    }
  }

  func stored(_ story: PostStory) throws -> StoredPost {
    try StoredPost(story, in: store.folder, takesChanged: options.takesChanged)
  }
}
