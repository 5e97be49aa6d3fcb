/// A reader of what strangers give, fed with any bytes.
///
/// Refusals are what it is for; a trap, memory that is not its own, too much time or too much memory
/// is a find.
public struct FuzzTarget: Sendable, CustomStringConvertible {
  /// As `make fuzz TARGET=…` and the folders of inputs have it.
  public let name: String
  /// Bytes that a run of the fuzzer gives at most.
  public let mostBytes: Int
  private let body: @Sendable ([UInt8]) throws -> Void

  init(_ name: String, mostBytes: Int, _ body: @escaping @Sendable ([UInt8]) throws -> Void) {
    self.name = name
    self.mostBytes = mostBytes
    self.body = body
  }

  public static let all: [FuzzTarget] = [
    csv, workbook, yaml, archive, images, profiles, codes, reports, expressions, page, painting,
  ]

  public var description: String { name }

  /// - Returns: whether the input was read to its end.
  @discardableResult
  public func run(_ input: [UInt8]) -> Bool {
    do {
      try body(input)
      return true
    } catch {
      // What is wrong is told: words that cannot be made are a find too.
      _ = "\(error)"
      return false
    }
  }
}
