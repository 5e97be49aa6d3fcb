import Testing

@testable import Console

@Suite struct ProgressBarTests {
  private func line(
    done: Int = 12, failed: Int = 0, total: Int = 40, seconds: Double = 1.5, width: Int = 80
  ) -> String {
    ProgressBar.line(
      done: done, failed: failed, total: total, unit: "posts", seconds: seconds, width: width)
  }

  @Test func itSaysHowFarHowFastAndHowLong() {
    #expect(line() == "█████████░░░░░░░░░░░░░░░░░░░░░░░  12/40  8.0 posts/s  4 s left")
  }

  @Test func failuresAreCounted() {
    #expect(line(failed: 2).hasSuffix("  4 s left  2 failed"))
  }

  @Test func nothingIsForetoldBeforeTimeHasPassed() {
    #expect(line(seconds: 0).hasSuffix("░  12/40"))
    #expect(line(done: 0).hasSuffix("░  0/40"))
  }

  @Test(arguments: [
    (10.0, "5 min 0 s"), (1.0, "30 s"), (2.0, "1 min 0 s"), (130.0, "1 h 5 min"),
  ])
  func timesAreInWords(seconds: Double, text: String) {
    #expect(line(done: 1, total: 31, seconds: seconds).hasSuffix("  \(text) left"))
  }

  @Test(arguments: 0...120)
  func itFitsTheTerminal(width: Int) {
    // The last cell stays free, for some terminals break the line when it is filled.
    #expect(line(failed: 3, width: width).count <= max(0, width - 1))
  }

  @Test func theCellsGoBeforeTheWordsDo() {
    #expect(line(width: 39) == "██░░░░░░  12/40  8.0 posts/s  4 s left")
    #expect(line(width: 34) == "12/40  8.0 posts/s  4 s left")
    #expect(line(width: 12) == "12/40  8.0 ")
  }

  @Test func allIsFull() {
    #expect(line(done: 40).hasPrefix(String(repeating: "█", count: 32) + "  40/40"))
  }
}
