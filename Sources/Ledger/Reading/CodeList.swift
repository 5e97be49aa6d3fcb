import Diagnostics
public import Library
public import Posts

/// Which codes to list, as a person names things.
public struct CodeQuery: Equatable, Sendable {
  public var isUsable: Bool?
  /// Seconds from now within which they end.
  public var endsWithin: Int?
  public var status: Authorization.Status?
  public var brand: String?
  public var creator: String?
  public var post: String?
  public var advertiser: String?
  public var agreement: String?

  public init() {}

  /// Those that end first come first.
  public func codes(in store: LibraryStore, at now: Moment) throws -> [CodeRecord] {
    try store.read { reader in
      var filter = AuthorizationFilter()
      filter.isUsable = isUsable
      filter.endsBefore = endsWithin.map {
        // To the second, the last one included.
        Moment(seconds: now.seconds + min($0, Self.longest) + 1)
      }
      filter.status = status
      filter.brand = try brand.map { try reader.brand(named: $0).key }
      filter.creator = try creator.map { try reader.creator(named: $0).key }
      filter.post = try post.map { try reader.post(named: $0) }
      filter.advertiser = try advertiser.map { try reader.advertiser(named: $0).key }
      filter.agreement = try agreement.map { try reader.agreement(named: $0).key }
      return try reader.authorizations(filter, at: now).map(CodeRecord.init)
    }
  }

  /// A thousand years: beyond it nothing is to be found, and sums stay small.
  private static let longest = 366_000 * 86_400
}
