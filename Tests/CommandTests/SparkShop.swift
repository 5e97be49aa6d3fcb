import Foundation
import TestSupport
import Testing

/// A folder with a library of a creator, brands and posts, and a day at which commands run in it.
final class SparkShop {
  let folder: TemporaryFolder
  var now = "2026-03-01T12:00:00Z"
  var zone = "UTC"

  init() throws {
    folder = try TemporaryFolder()
    for arguments in [
      ["creator", "add", "@mia", "--name", "Mia"],
      ["brand", "add", "harbor", "--name", "Harbor Goods"], ["brand", "add", "atelier"],
      ["advertiser", "add", "7000001", "--brand", "harbor", "--currency", "USD"],
      ["advertiser", "add", "7000002", "--brand", "harbor", "--currency", "USD"],
      ["post", "add", "mug", "--url", Self.url(1), "--caption", "A mug for slow mornings"],
      ["post", "add", "vase", "--url", Self.url(2)],
    ] {
      let result = try run(arguments)
      try #require(result.code == 0, "\(arguments): \(result.errors)")
    }
  }

  static func url(_ number: Int) -> String {
    "https://www.tiktok.com/@mia/photo/730000000000000000\(number)"
  }

  func run(_ arguments: [String], input: String? = nil) throws -> FlintProcess.Result {
    try FlintProcess.run(
      arguments, in: folder, environment: ["FLINT_NOW": now, "TZ": zone, "USER": "tester"],
      input: input)
  }

  func run(_ arguments: String..., input: String? = nil) throws -> FlintProcess.Result {
    try run(arguments, input: input)
  }

  /// Adds a code that must be taken.
  func issue(_ number: Int = 1, post: String = "mug", brand: String = "harbor") throws {
    let result = try run(
      "code", "add", post, "--brand", brand, "--days", "30", "--code", "-",
      input: Canary.code(number))
    try #require(result.code == 0, "\(result.errors)")
  }

  /// One clear refusal, exit code 2, nothing on the output.
  func expectRefusal(
    _ arguments: [String], input: String? = nil, _ texts: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let result = try run(arguments, input: input)
    #expect(result.code == 2, sourceLocation: sourceLocation)
    #expect(result.output.isEmpty, sourceLocation: sourceLocation)
    for text in texts {
      #expect(result.errors.contains(text), "\(result.errors)", sourceLocation: sourceLocation)
    }
    let errors = result.errors.split(separator: "\n").filter { $0.hasPrefix("error: ") }
    #expect(errors.count == 1, "\(result.errors)", sourceLocation: sourceLocation)
  }

  func json(
    _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [String: Any] {
    let result = try run(arguments + ["--json"])
    #expect(result.code == 0, "\(result.errors)", sourceLocation: sourceLocation)
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(object as? [String: Any], sourceLocation: sourceLocation)
  }
}
