import GRDB
public import Posts

/// What can be written, inside of `LibraryStore.write`.
public struct LibraryWriter {
  let db: Database
  public let circumstances: Circumstances

  /// Sees what was written so far.
  public var reader: LibraryReader { LibraryReader(db: db) }
}

extension LibraryWriter {
  /// Changes a post: reads its story (a new one when there is none), lets `change` call its verbs,
  /// and writes the new state with the events they returned. Without events nothing is written.
  ///
  /// - Returns: the story afterwards.
  @discardableResult
  public func change(
    _ post: Key<Post>, _ change: (inout PostStory, Moment) throws -> [PostEvent]
  ) throws -> PostStory { fatalError("to come") }

  /// Puts a code into the vault; before the event that speaks of its fingerprint.
  public func keep(_ code: SparkCode, fingerprint sha256: String) throws { fatalError("to come") }

  /// What search finds of a drawn post: the words of its slides in order.
  public func index(_ post: Key<Post>, slideTexts: [String]) throws { fatalError("to come") }

  public func save(_ agreement: Agreement, events: [AgreementEvent]) throws {
    fatalError("to come")
  }

  public func save(_ creator: Creator) throws { fatalError("to come") }
  public func save(_ brand: Brand) throws { fatalError("to come") }
  public func save(_ advertiser: Advertiser) throws { fatalError("to come") }
  public func save(_ ad: StandardAd) throws { fatalError("to come") }

  /// Forgets a draft: its records, not its events.
  public func discard(_ post: Key<Post>) throws { fatalError("to come") }

  /// Adds a report's snapshots; those that are there already, with the same figures from a report
  /// of the same bytes, change nothing. Decides again what is counted for the ads it touches.
  public func add(_ report: ReportImport) throws -> ReportImport.Outcome { fatalError("to come") }
}

/// A report that was read, with its lines matched to ads.
public struct ReportImport: Equatable, Sendable {
  /// As the user named it, without folders.
  public var file: String
  /// 64 hexadecimal digits, of its bytes.
  public var sha256: String
  /// In the file's order; their `importNumber` is set by the library.
  public var snapshots: [MetricsSnapshot]

  public init(file: String, sha256: String, snapshots: [MetricsSnapshot]) {
    self.file = file
    self.sha256 = sha256
    self.snapshots = snapshots
  }

  public struct Outcome: Equatable, Sendable {
    public var added: Int
    /// Were there already.
    public var unchanged: Int
    /// Of those added, covered by others for the same days, so not counted.
    public var notCounted: Int
  }
}
