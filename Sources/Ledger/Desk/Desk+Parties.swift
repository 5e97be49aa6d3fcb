package import Diagnostics
import Foundation
import Library
public import Posts

/// Creators, brands and advertiser accounts. Adding one again with other values changes these; what
/// is not given stays, and an empty text takes a value away.
extension Desk {
  /// - Parameter handle: `@name`, `name` or a profile's URL.
  public func addCreator(
    _ handle: String, name: String?, contact: String?
  ) throws -> (Creator, Keeping) {
    guard let key = Creator.key(ofHandle: handle) else { throw Diagnostic.notAHandle(handle) }
    return try write { writer in
      let old = try writer.reader.creator(key)
      var creator = old ?? Creator(key: key)
      try writer.reader.refuseKnownCodes(handle, in: "the handle", ignoringCase: true)
      try Self.set(&creator.name, to: name, writer.reader)
      try Self.set(&creator.contact, to: contact, writer.reader)
      return try Self.keep(creator, instead: old, writer.save)
    }
  }

  /// - Parameter text: its key: small letters, digits and hyphens.
  public func addBrand(
    _ text: String, name: String?, contact: String?
  ) throws -> (Brand, Keeping) {
    // As keys are compared: some systems decompose what is typed.
    let text = text.precomposedStringWithCanonicalMapping
    let slug = PostKey.make(from: [text])
    guard text == slug, text.count <= Self.longestBrandKey else {
      throw Diagnostic.notABrandKey(text, slug: String(slug.prefix(Self.longestBrandKey)))
    }
    return try write { writer in
      let old = try writer.reader.brand(Key(text))
      var brand = old ?? Brand(key: Key(text))
      try writer.reader.refuseKnownCodes(text, in: "the key", ignoringCase: true)
      try Self.set(&brand.name, to: name, writer.reader)
      try Self.set(&brand.contact, to: contact, writer.reader)
      return try Self.keep(brand, instead: old, writer.save)
    }
  }

  /// - Parameters:
  ///   - id: TikTok's id of the account, digits.
  ///   - brandName: whose it is; may be left out for an account that is on record.
  ///   - currency: ISO 4217, in any letter case.
  public func addAdvertiser(
    _ id: String, brand brandName: String?, name: String?, currency: String?
  ) throws -> (Advertiser, Keeping) {
    guard Publication.isItemID(id) else { throw Diagnostic.notAnAdvertiserID(id) }
    let code = try currency.map { text throws(Diagnostic) in
      text.isEmpty ? "" : try Self.currency(text)
    }
    return try write { writer in
      let old = try writer.reader.advertiser(Key(id))
      let named = try brandName.map { try writer.reader.brand(named: $0).key }
      guard let brand = named ?? old?.brand else { throw Diagnostic.advertiserWithoutBrand(id) }
      // Ads and codes of the account were recorded for its brand.
      if let old, old.brand != brand { throw Diagnostic.advertiserOfOther(id, brand: old.brand) }
      var advertiser = old ?? Advertiser(key: Key(id), brand: brand)
      try Self.set(&advertiser.name, to: name, writer.reader)
      try Self.set(&advertiser.currency, to: code, writer.reader)
      return try Self.keep(advertiser, instead: old, writer.save)
    }
  }

  /// The code of a currency that Flint knows.
  package static func currency(_ text: String) throws(Diagnostic) -> String {
    guard let currency = Currency(code: text) else { throw .notACurrency(text) }
    return currency.code
  }

  /// Keys of authorizations are made of it, and have to be readable in a table.
  private static let longestBrandKey = 40

  /// UTF-8 bytes of a name or contact; more is a file given by mistake.
  static let longestText = 500

  private static func set(
    _ value: inout String?, to new: String?, _ reader: LibraryReader
  ) throws {
    guard let new else { return }
    guard new.utf8.count <= longestText else {
      throw Diagnostic.textTooLong(new, limit: longestText)
    }
    value = new.isEmpty ? nil : try reader.hidingCodes(new)
  }

  private static func keep<Record: Equatable>(
    _ record: Record, instead old: Record?, _ save: (Record) throws -> Void
  ) throws -> (Record, Keeping) {
    if record == old { return (record, .unchanged) }
    try save(record)
    return (record, old == nil ? .added : .updated)
  }
}
