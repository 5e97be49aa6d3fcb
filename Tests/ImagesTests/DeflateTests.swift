import Pixels
import TestSupport
import Testing

@testable import Images

@Suite struct DeflateTests {
  /// Each place in memory stands for a process: an operating system puts each elsewhere.
  ///
  /// ISA-L spread the third byte's entry over its hash table by the stream's address. The fewer
  /// bytes, the smaller its table: about one place in twenty, and in three hundred, then gave other
  /// bytes.
  @Test(arguments: [(length: 26, places: 300), (length: 320, places: 1500)])
  func bytesDoNotDependOnThePlaceInMemory(length: Int, places: Int) {
    let input = Self.startThatReturns(length)
    // All are held, so that no two lie in the same place.
    var streams: [Deflate] = []
    var files: Set<[UInt8]> = []
    for _ in 0..<places {
      let stream = Deflate()
      var file: [UInt8] = []
      stream.compress(input, isLast: true, into: &file)
      streams.append(stream)
      files.insert(file)
    }
    #expect(streams.count == places)
    #expect(files.count == 1)
  }

  /// The sizes of a first piece around which the stream begins in another way.
  @Test(arguments: [1, 16, 17, 288, 289, 290, 306, 577, 20_000])
  func aStreamBeginsWithAnySize(length: Int) throws {
    // One row of a gray PNG: its filter, which is none, and its pixels.
    let row = Self.startThatReturns(20_000) + [UInt8](repeating: 9, count: 5_000)
    let stream = Deflate()
    var data: [UInt8] = []
    stream.compress(Array(row[..<length]), isLast: false, into: &data)
    stream.compress(Array(row[length...]), isLast: true, into: &data)
    let file = Samples.png(
      width: row.count - 1, height: 1, depth: 8, colorType: 0, stream: data)
    let pixels = try decode(file).pixels
    #expect(stride(from: 0, to: pixels.count, by: 4).map { pixels[$0] } == Array(row[1...]))
  }

  /// Bytes of which only those that begin at the first, second and third come again.
  private static func startThatReturns(_ length: Int) -> [UInt8] {
    var numbers = SeededNumbers(seed: 3)
    var bytes: [UInt8] = [0, 1, 2, 3, 4, 5, 6]
    bytes += [101, 0, 1, 2, 3, 102]
    if length > 26 {
      bytes += (0..<200).map { _ in UInt8.random(in: 128...255, using: &numbers) }
    }
    bytes += [103, 1, 2, 3, 4, 104, 105, 2, 3, 4, 5, 106]
    while bytes.count < length { bytes.append(UInt8.random(in: 128...255, using: &numbers)) }
    return Array(bytes[..<length])
  }
}
