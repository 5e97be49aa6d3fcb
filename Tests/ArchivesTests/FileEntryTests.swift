import Archives
import Testing

@Suite struct FileEntryTests {
  @Test func entriesAreComparedByTheirBytes() {
    #expect(FileEntry(path: "a", bytes: [1]) != FileEntry(path: "a", bytes: [2]))
  }
}
