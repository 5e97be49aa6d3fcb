import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Files

/// What `work` complains about.
func complaint(_ work: () throws -> Void) throws -> Diagnostic {
  try #require(throws: Diagnostic.self, performing: work)
}

@Suite struct ReadingTests {
  @Test func whatIsWrittenIsRead() throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try FileSystem.write(bytes, to: folder["a.bin"])
    try FileSystem.write([], to: folder["empty"])
    #expect(try FileSystem.read(folder["a.bin"], limit: 200_000) == bytes)
    #expect(try FileSystem.read(folder["empty"], limit: 0) == [])
  }

  @Test func aFileAboveTheLimitIsRefused() throws {
    let folder = try TemporaryFolder()
    try FileSystem.write([1, 2, 3], to: folder["a"])
    let problem = try complaint { _ = try FileSystem.read(folder["a"], limit: 2) }
    #expect(problem.message == "\"\(folder["a"])\" is larger than the limit of 2 bytes")
    let endless = try complaint { _ = try FileSystem.read("/dev/zero", limit: 1_000_000) }
    #expect(endless.message == "\"/dev/zero\" is larger than the limit of 1 MB")
  }

  @Test func aMissingFileSuggestsItsNeighbor() throws {
    let folder = try TemporaryFolder()
    try FileSystem.write([], to: folder["lamp.jpg"])
    let place = SourceLocation(file: "feed.csv", line: 3, column: 9)
    let problem = try complaint {
      _ = try FileSystem.read(folder["lamb.jpg"], limit: 9, at: place)
    }
    #expect(problem.location == place)
    #expect(
      problem.message == "there is no file \"\(folder["lamb.jpg"])\"; did you mean \"lamp.jpg\"?")
  }

  @Test func foldersAndPipesAreNotRead() throws {
    let folder = try TemporaryFolder()
    try folder.makePipe("pipe")
    let aFolder = try complaint { _ = try FileSystem.read(folder.path, limit: 9) }
    #expect(aFolder.message == "cannot read \"\(folder.path)\": it is a folder")
    let aPipe = try complaint { _ = try FileSystem.read(folder["pipe"], limit: 9) }
    #expect(aPipe.message == "cannot read \"\(folder["pipe"])\": it is not a regular file")
  }

  @Test func aPathIsNotCutAtAZeroByte() throws {
    let folder = try TemporaryFolder()
    try FileSystem.write([1], to: folder["a"])
    let problem = try complaint { _ = try FileSystem.read(folder["a\0.png"], limit: 9) }
    #expect(problem.message.hasSuffix("the path holds a zero byte"))
    #expect(!FileSystem.fileExists(folder["a\0"]))
  }

  @Test func namesAreSortedByTheirBytes() throws {
    let folder = try TemporaryFolder()
    for name in ["b", "ä", "B", "a10", "a9", ".flint-tmp-1-0", ".hidden"] {
      try FileSystem.write([], to: folder[name])
    }
    #expect(try FileSystem.names(in: folder.path) == [".hidden", "B", "a10", "a9", "b", "ä"])
    let problem = try complaint { _ = try FileSystem.names(in: folder["none"]) }
    #expect(problem.message == "there is no folder \"\(folder["none"])\"")
  }

  @Test func existenceTellsFilesFromFolders() throws {
    let folder = try TemporaryFolder()
    try FileSystem.write([], to: folder["a"])
    try folder.link("dangling", to: "nowhere")
    #expect(FileSystem.fileExists(folder["a"]) && !FileSystem.folderExists(folder["a"]))
    #expect(!FileSystem.fileExists(folder.path) && FileSystem.folderExists(folder.path))
    #expect(!FileSystem.fileExists(folder["dangling"]))
  }
}

@Suite struct ResolvingTests {
  @Test func whatLeavesTheRootIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("root")
    try folder.makeFolder("rootless")
    try FileSystem.write([1], to: folder["root/in.png"])
    try FileSystem.write([1], to: folder["rootless/secret.png"])
    try folder.link("root/out.png", to: "../rootless/secret.png")
    try folder.link("root/loop", to: "loop")
    let root = folder["root"]
    for path in ["../rootless/secret.png", "out.png", folder["rootless/secret.png"], "..", "/"] {
      let problem = try complaint { _ = try FileSystem.resolve(path, inside: root) }
      #expect(problem.message == "\"\(path)\" lies outside the folder \"\(root)\"")
    }
    let circle = try complaint { _ = try FileSystem.resolve("loop", inside: root) }
    #expect(circle.message.hasSuffix("its symbolic links lead in a circle"))
  }

  @Test func whatStaysInsideIsResolved() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("root")
    try FileSystem.write([1], to: folder["root/in.png"])
    try folder.link("root/link.png", to: "../root/in.png")
    try folder.link("alias", to: "root")
    let real = folder["root/in.png"]
    for path in ["in.png", "./in.png", "link.png", "../root/in.png", real] {
      #expect(try FileSystem.resolve(path, inside: folder["alias"]) == real)
    }
    #expect(try FileSystem.resolve(real, inside: "/") == real)
  }
}

@Suite struct WritingTests {
  @Test func writingReplacesAndLeavesNothingBehind() throws {
    let folder = try TemporaryFolder()
    try FileSystem.write([1], to: folder["a"])
    try FileSystem.write([2, 3], to: folder["a"])
    #expect(try FileSystem.read(folder["a"], limit: 9) == [2, 3])
    #expect(try SystemCalls.names(in: folder.path) == ["a"])
  }

  @Test func aLinkIsReplacedNotFollowed() throws {
    let folder = try TemporaryFolder()
    try FileSystem.write([1], to: folder["kept"])
    try folder.link("link", to: "kept")
    try FileSystem.write([2], to: folder["link"])
    #expect(try FileSystem.read(folder["kept"], limit: 9) == [1])
  }

  @Test func faultsNameThePathAndTheReason() throws {
    let folder = try TemporaryFolder()
    try FileSystem.write([1], to: folder["file"])
    let below = try complaint { try FileSystem.write([1], to: folder["file/a"]) }
    #expect(
      below.message
        == "cannot write \"\(folder["file/a"])\": a part of the path is a file, not a folder")
    let missing = try complaint { try FileSystem.write([1], to: folder["none/a"]) }
    #expect(missing.message == "cannot write \"\(folder["none/a"])\": its folder does not exist")
    let aFolder = try complaint { try FileSystem.write([1], to: folder.path) }
    #expect(aFolder.message == "cannot write \"\(folder.path)\": it is a folder")
    let long = String(repeating: "x", count: 300)
    let tooLong = try complaint { try FileSystem.write([1], to: folder[long]) }
    #expect(tooLong.message.hasSuffix("the name is too long"))
    #expect(try SystemCalls.names(in: folder.path) == ["file"])
  }

  @Test func faultsOfTheDiskHaveRemedies() {
    let full = Diagnostic.unwritable("a.png", .noSpace, at: nil)
    #expect(full.message == "cannot write \"a.png\": no space is left on the disk")
    #expect(full.hints == ["free some space, or choose another disk"])
    let readOnly = Diagnostic.unwritable("a.png", .readOnly, at: nil)
    #expect(readOnly.message == "cannot write \"a.png\": the file system is read-only")
    let denied = Diagnostic.unwritable("a.png", .notPermitted, at: nil)
    #expect(denied.message == "cannot write \"a.png\": permission denied")
    #expect(denied.hints == ["choose another folder, or see who may write there with: ls -ld"])
  }

  /// What may come of any disk, limit or server has words of its own, and no two the same.
  @Test func eachFaultOfTheSystemHasItsSentence() {
    let codes = [
      ENOENT, ENOTDIR, EISDIR, EACCES, EROFS, ENOSPC, EDQUOT, EEXIST, ENOTEMPTY, ENAMETOOLONG,
      ELOOP, EMFILE, ENFILE, EFBIG, EXDEV, ENOTSUP, EIO, ESTALE, EBUSY, ENOLCK, ENOMEM,
    ]
    let reasons = codes.map { SystemFault(code: $0).reason }
    #expect(Set(reasons).count == codes.count)
    #expect(!reasons.contains { $0.contains("system error") })
    #expect(SystemFault(code: EPROTO).reason == "system error \(EPROTO), protocol error")
  }

  @Test func foldersAreCreatedToAnyDepth() throws {
    let folder = try TemporaryFolder()
    try FileSystem.createFolder(folder["a/b/c/"])
    try FileSystem.createFolder(folder["a/b"])
    #expect(FileSystem.folderExists(folder["a/b/c"]))
    try FileSystem.write([], to: folder["file"])
    for path in [folder["file"], folder["file/x"]] {
      let problem = try complaint { try FileSystem.createFolder(path) }
      #expect(problem.message.hasSuffix("a part of the path is a file, not a folder"))
    }
  }
}

@Suite struct FolderReplacementTests {
  @Test func aFolderIsReplacedAsAWhole() throws {
    let folder = try TemporaryFolder()
    let post = folder["posts/one"]
    try FileSystem.replaceFolder(
      post, with: [.init(name: "01.png", bytes: [1]), .init(name: "02.png", bytes: [2])])
    #expect(try FileSystem.names(in: post) == ["01.png", "02.png"])
    try FileSystem.replaceFolder(post, with: [.init(name: "02.png", bytes: [3])])
    #expect(try FileSystem.names(in: post) == ["02.png"])
    #expect(try FileSystem.read(post + "/02.png", limit: 9) == [3])
    #expect(try SystemCalls.names(in: folder["posts"]) == ["one"])
  }

  @Test func aPrivateFolderIsItsOwnersAlone() throws {
    let folder = try TemporaryFolder()
    try FileSystem.replaceFolder(
      folder["one"], with: [.init(name: "a", bytes: [1])], isPrivate: true)
    #expect(FileSystem.permissions(of: folder["one"]) == 0o700)
    #expect(FileSystem.permissions(of: folder["one/a"]) == 0o600)
  }

  @Test func aReaderNeverMissesTheFolder() async throws {
    let folder = try TemporaryFolder()
    let post = folder["one"]
    let path = folder["one/a"]
    try FileSystem.replaceFolder(post, with: [.init(name: "a", bytes: [0, 0])])
    let writer = Task.detached {
      for round in 1...60 {
        let byte = UInt8(round)
        try FileSystem.replaceFolder(post, with: [.init(name: "a", bytes: [byte, byte])])
      }
    }
    for _ in 0..<2_000 {
      #expect(FileSystem.folderExists(post))
      await Task.yield()
    }
    try await writer.value
    #expect(try FileSystem.read(path, limit: 9) == [60, 60])
  }

  @Test func namesThatLeaveTheFolderAreRefused() throws {
    let folder = try TemporaryFolder()
    for name in ["../x", "", ".", "..", "a/b", "a\0"] {
      let problem = try complaint {
        try FileSystem.replaceFolder(folder["p"], with: [.init(name: name, bytes: [])])
      }
      #expect(problem.message == "\"\(name)\" cannot be the name of a file")
    }
    let twice = try complaint {
      try FileSystem.replaceFolder(
        folder["p"], with: [.init(name: "a", bytes: []), .init(name: "a", bytes: [])])
    }
    #expect(twice.message == "two files of \"\(folder["p"])\" would be named \"a\"")
    #expect(try SystemCalls.names(in: folder.path) == [])
  }

  @Test func aFileInTheWayIsAnError() throws {
    let folder = try TemporaryFolder()
    try FileSystem.write([7], to: folder["p"])
    let problem = try complaint { try FileSystem.replaceFolder(folder["p"], with: []) }
    #expect(problem.message == "cannot write \"\(folder["p"])\": a file of that name exists")
    #expect(try FileSystem.read(folder["p"], limit: 9) == [7])
    #expect(try SystemCalls.names(in: folder.path) == ["p"])
  }

  @Test func onlyLeftoversOfDeadProcessesAreRemoved() throws {
    let folder = try TemporaryFolder()
    // No process has the largest number: Linux stops at 2^22.
    let dead = ".flint-tmp-2147483646-0"
    let alive = ".flint-tmp-\(SystemCalls.processID)-99"
    for name in [dead + "/half.png", alive, "post", ".flint-tmp-x"] {
      try folder.write("", to: name)
    }
    #expect(FileSystem.removeLeftovers(in: folder.path) == 1)
    #expect(try Set(SystemCalls.names(in: folder.path)) == [alive, "post", ".flint-tmp-x"])
    #expect(FileSystem.removeLeftovers(in: folder["none"]) == 0)
  }
}

@Suite struct FileReplacementTests {
  @Test func filesAreReplacedBesideOthers() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "other"] { try FileSystem.write([1], to: folder[name]) }
    try FileSystem.replaceFiles(
      in: folder.path, with: [.init(name: "a", bytes: [2]), .init(name: "b", bytes: [3])])
    #expect(try Set(SystemCalls.names(in: folder.path)) == ["a", "b", "other"])
    #expect(try FileSystem.read(folder["a"], limit: 9) == [2])
    #expect(try FileSystem.read(folder["b"], limit: 9) == [3])
    #expect(try FileSystem.read(folder["other"], limit: 9) == [1])
  }

  @Test func whatCannotBeWrittenChangesNothing() throws {
    let folder = try TemporaryFolder()
    try FileSystem.write([1], to: folder["a"])
    try folder.makeFolder("b")
    let problem = try complaint {
      try FileSystem.replaceFiles(
        in: folder.path, with: [.init(name: "a", bytes: [2]), .init(name: "b", bytes: [3])])
    }
    #expect(problem.message.contains("b"))
    #expect(try FileSystem.read(folder["a"], limit: 9) == [1])
    #expect(try Set(SystemCalls.names(in: folder.path)) == ["a", "b"])
    #expect(throws: Diagnostic.self) {
      try FileSystem.replaceFiles(in: folder.path, with: [.init(name: "../c", bytes: [])])
    }
  }
}

@Suite struct DigestTests {
  // The examples of FIPS 180-2, appendix B.
  @Test func sha256MatchesTheStandard() {
    #expect(
      sha256Hex(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      sha256Hex([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
}

@Suite struct FilePathTests {
  @Test func pathsAreTakenApart() {
    #expect(FilePath.folder(of: "a/b/c.png") == "a/b" && FilePath.name(of: "a/b/c.png") == "c.png")
    #expect(FilePath.folder(of: "c.png") == "." && FilePath.folder(of: "/c.png") == "/")
    #expect(FilePath.folder(of: "a//b//") == "a" && FilePath.name(of: "a/b//") == "b")
    #expect(FilePath.folder(of: "/") == "/" && FilePath.join("a", "/b") == "/b")
  }
}
