import Files
import TestSupport
import Testing

@Suite struct ParallelWritingTests {
  /// Writers that share a parent folder once removed each other's unfinished folders.
  @Test func foldersWrittenAtOnceAreAllWhole() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    let files = (0..<3).map { FileSystem.FolderEntry(name: "\($0).txt", bytes: [1, 2, 3]) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          for number in 0..<12 {
            try FileSystem.replaceFolder("\(path)/\(writer)-\(number)", with: files)
          }
        }
      }
      try await group.waitForAll()
    }
    let written = try FileSystem.names(in: path)
    #expect(written.count == 96)
    for name in written {
      #expect(try FileSystem.names(in: FilePath.join(path, name)) == ["0.txt", "1.txt", "2.txt"])
    }
  }
}
