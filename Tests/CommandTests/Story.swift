import Foundation
import TestSupport
import Testing

/// A person at the command line, in a folder of their own, at a time of their own.
final class Story {
  let folder: TemporaryFolder
  var now = "2026-01-02T09:00:00Z"
  var library = "output"

  init() throws { folder = try TemporaryFolder.withCard() }

  /// Runs a command that is expected to succeed; gives its output.
  @discardableResult
  func flint(_ arguments: String..., input: String? = nil) throws -> String {
    let result = try run(arguments, input: input)
    #expect(result.code == 0, "flint \(arguments.joined(separator: " ")): \(result.errors)")
    return result.output
  }

  func run(_ arguments: [String], input: String? = nil) throws -> FlintProcess.Result {
    try FlintProcess.run(
      arguments, in: folder,
      environment: ["FLINT_NOW": now, "FLINT_LIBRARY": library, "TZ": "Europe/Berlin"],
      input: input)
  }

  func object(_ arguments: String...) throws -> JSONObject {
    let result = try run(arguments)
    #expect(result.code == 0, "flint \(arguments.joined(separator: " ")): \(result.errors)")
    return try JSONObject(result.output)
  }

  /// A post of the creator's on TikTok.
  static func url(_ number: Int, creator: String = "prepared") -> String {
    "https://www.tiktok.com/@\(creator)/photo/730000000000000000\(number)"
  }
}

/// A JSON document, asked for what is expected to be there.
struct JSONObject {
  let value: [String: Any]

  init(_ text: String) throws {
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    value = try #require(object as? [String: Any])
  }

  private init(_ value: Any?) { self.value = value as? [String: Any] ?? [:] }

  func text(_ key: String) -> String? { value[key] as? String }
  func number(_ key: String) -> Int? { value[key] as? Int }
  func object(_ key: String) -> JSONObject { JSONObject(value[key]) }
  func array(_ key: String) -> [JSONObject] {
    (value[key] as? [Any] ?? []).map { JSONObject($0 as Any?) }
  }
}
