import Diagnostics
import Foundation
import Posts
import TestSupport
import Testing

@testable import Carousels
@testable import Handoff
@testable import Ledger

/// Whatever comes in is refused or is what was sent; it never ends the program.
@Suite struct DamagedBundleTests {
  /// xorshift64*: the same numbers in every run.
  private struct Numbers {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % limit
    }
  }

  @Test func anyDamageToTheBytesIsFound() throws {
    let handover = try Handover()
    let path = try handover.zip()
    let whole = try handover.shop.folder.bytes(of: "bundle.zip")
    let sent = try ReceivedBundle(path: path)
    var numbers = Numbers(state: 7)
    for round in 0..<150 {
      var bytes = whole
      switch round % 3 {
      case 0: bytes[numbers.next(below: bytes.count)] ^= UInt8(1 << numbers.next(below: 8))
      case 1: bytes.removeLast(numbers.next(below: bytes.count))
      default:
        let start = numbers.next(below: bytes.count)
        bytes.removeSubrange(start..<min(bytes.count, start + 1 + numbers.next(below: 64)))
      }
      try handover.shop.folder.write(bytes, to: "damaged.zip")
      do throws(DiagnosticsError) {
        let received = try ReceivedBundle(path: handover.shop.folder["damaged.zip"])
        // Some bytes of an archive say nothing, such as its dates.
        #expect(received.bundle == sent.bundle && received.slides == sent.slides)
      } catch {
        #expect(!error.diagnostics.isEmpty)
      }
    }
  }

  @Test func anyValueOfAManifestMayBeAnything() throws {
    let handover = try Handover()
    let hostile: [Any] = [
      NSNull(), -1, Int.max, 1e300, "", "\u{202E}x", [], [String: Any](), true,
      String(repeating: "é", count: 3_000), "9999-99-99T99:99:99Z", ["a": ["b": 1]],
    ]
    for part in [
      SparkBundle.manifestName, SparkBundle.authorizationName, SparkBundle.termsName,
    ] {
      var numbers = Numbers(state: 11)
      for round in 0..<36 {
        let path = try handover.zip(part) { object in
          object =
            Self.changed(object, with: hostile[round % hostile.count], &numbers)
            as? [String: Any] ?? [:]
        }
        // Either is fine; a trap is not.
        _ = try? ReceivedBundle(path: path)
      }
    }
  }

  /// One value somewhere in a tree, replaced.
  private static func changed(
    _ value: Any, with other: Any, _ numbers: inout Numbers
  ) -> Any {
    if var object = value as? [String: Any], !object.isEmpty {
      let key = object.keys.sorted()[numbers.next(below: object.count)]
      object[key] = changed(object[key] ?? 0, with: other, &numbers)
      return object
    }
    if var list = value as? [Any], !list.isEmpty {
      let index = numbers.next(below: list.count)
      list[index] = changed(list[index], with: other, &numbers)
      return list
    }
    return other
  }
}
