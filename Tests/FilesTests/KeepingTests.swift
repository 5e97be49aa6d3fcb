import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Files

/// Whatever stops or fails, one whole folder keeps its name, and nothing is removed before that.
@Suite struct KeepingTests {
  /// No process has it: Linux stops at 2^22.
  static let deadPrefix = ".flint-tmp-2147483646-"

  private static func files(_ byte: UInt8) -> [FileSystem.FolderEntry] {
    [.init(name: "a", bytes: [byte]), .init(name: "b", bytes: [byte])]
  }

  /// What the folder holds: one byte for a whole one of `files`, else nil.
  private static func content(of path: String) -> UInt8? {
    guard let a = try? FileSystem.read("\(path)/a", limit: 9), a.count == 1,
      a == (try? FileSystem.read("\(path)/b", limit: 9))
    else { return nil }
    return a[0]
  }

  /// A file system that swaps, and one that does not.
  @Test(arguments: [true, false])
  func aStopLeavesTheOldFolderOrTheNewOne(swaps: Bool) throws {
    let folder = try TemporaryFolder()
    let stops = try TemporaryFolder()
    try FileSystem.replaceFolder(folder["one"], with: Self.files(1))
    let (path, stopsPath) = (folder.path, stops.path)
    let count = try answering(
      { number, call in
        // The disk as a kill at this moment leaves it.
        try? FileManager.default.copyItem(atPath: path, toPath: "\(stopsPath)/\(number)")
        if !swaps, case .exchange = call { return .unsupported }
        return nil
      }, during: { try FileSystem.replaceFolder(folder["one"], with: Self.files(2)) })
    #expect(Self.content(of: folder["one"]) == 2)
    #expect(folder.names() == ["one"])
    #expect(count > 5)
    for number in 0..<count {
      let stopped = stops["\(number)"]
      for name in try SystemCalls.names(in: stopped) where name.hasPrefix(TemporaryName.prefix) {
        let rest = name.dropFirst(TemporaryName.prefix.count).drop { $0 != "-" }.dropFirst()
        try SystemCalls.rename("\(stopped)/\(name)", to: "\(stopped)/\(Self.deadPrefix)\(rest)")
      }
      FileSystem.removeLeftovers(in: stopped)
      #expect([1, 2].contains(Self.content(of: "\(stopped)/one")), "stop \(number)")
      #expect(stops.names(in: "\(number)") == ["one"], "stop \(number)")
    }
  }

  @Test(arguments: [true, false])
  func aFaultLeavesTheOldFolder(swaps: Bool) throws {
    var number = 0
    var hasFailed = true
    while hasFailed, number < 100 {
      hasFailed = false
      let folder = try TemporaryFolder()
      try FileSystem.replaceFolder(folder["one"], with: Self.files(1))
      let failing = number
      let problem: Diagnostic? = {
        do {
          try answering(
            { number, call in
              if number == failing { return .damagedDisk }
              if !swaps, case .exchange = call { return .unsupported }
              return nil
            }, during: { try FileSystem.replaceFolder(folder["one"], with: Self.files(2)) })
          return nil
        } catch { return error as? Diagnostic }
      }()
      if problem != nil {
        hasFailed = true
        #expect(Self.content(of: folder["one"]) == 1, "fault \(number)")
      } else {
        // A fault of the last cleaning is none: the new folder is there.
        #expect(Self.content(of: folder["one"]) == 2, "fault \(number)")
        hasFailed = folder.names() != ["one"]
      }
      number += 1
    }
    #expect(number > 5 && !hasFailed)
  }

  /// A file that was told not to be written was not; of several, none.
  @Test(arguments: [true, false], [true, false])
  func aFaultLeavesTheOldFiles(swaps: Bool, areSeveral: Bool) throws {
    var number = 0
    var hasFailed = true
    while hasFailed, number < 100 {
      let folder = try TemporaryFolder()
      try folder.write([1], to: "a")
      let failing = number
      do {
        let count = try answering(
          { number, call in
            if number == failing { return .damagedDisk }
            if !swaps, case .exchange = call { return .unsupported }
            return nil
          },
          during: {
            if areSeveral {
              try FileSystem.replaceFiles(in: folder.path, with: Self.files(2))
            } else {
              try FileSystem.write([2], to: folder["a"])
            }
          })
        // A fault of the last cleaning is none.
        hasFailed = count > failing
        #expect(try FileSystem.read(folder["a"], limit: 9) == [2])
      } catch {
        #expect(try FileSystem.read(folder["a"], limit: 9) == [1], "fault \(number)")
        #expect(folder.names() == ["a"], "fault \(number)")
      }
      number += 1
    }
    #expect(number > 3 && !hasFailed)
  }

  /// Some systems refuse an exchange before they see that there is nothing to exchange with.
  @Test func aNewFolderNeedsNoExchange() throws {
    let folder = try TemporaryFolder()
    try answering(
      { _, call in if case .exchange = call { .unsupported } else { nil } },
      during: { try FileSystem.replaceFolder(folder["one"], with: Self.files(1)) })
    #expect(Self.content(of: folder["one"]) == 1)
    #expect(folder.names() == ["one"])
  }

  @Test func theOldFolderGoesWhenTheNewOnesNameIsOnTheDisk() throws {
    let folder = try TemporaryFolder()
    try FileSystem.replaceFolder(folder["one"], with: Self.files(1))
    let log = CallLog()
    try answering(
      { _, call in
        log.add(call)
        return nil
      }, during: { try FileSystem.replaceFolder(folder["one"], with: Self.files(2)) })
    let swap = try #require(log.calls.firstIndex { if case .exchange = $0 { true } else { false } })
    #expect(log.calls[swap + 1] == .flush(folder.path))
  }

  @Test func aFolderThatIsPutAsideKeepsALastingName() throws {
    for swaps in [true, false] {
      var number = 0
      var hasFailed = true
      while hasFailed, number < 100 {
        let folder = try TemporaryFolder()
        try FileSystem.replaceFolder(folder["new"], with: Self.files(2))
        try FileSystem.replaceFolder(folder["one"], with: Self.files(1))
        let new = try FileSystem.createPrivateTemporaryFolder(in: folder.path)
        try SystemCalls.rename(folder["new"], to: new)
        let failing = number
        var problem: Diagnostic?
        do {
          try answering(
            { number, call in
              if number == failing { return .damagedDisk }
              if !swaps, case .exchange = call { return .unsupported }
              if !swaps, case .renameToFreeName = call { return .unsupported }
              return nil
            },
            during: {
              try FileSystem.exchange(
                new, with: folder["one"], keepingOldAs: folder["one.replaced"])
            })
        } catch { problem = try #require(error as? Diagnostic) }
        FileSystem.discard(new)
        let place = try #require(
          ["one", "one.replaced"].first { Self.content(of: folder[$0]) == 1 },
          "fault \(number): \(folder.names())")
        if let problem {
          #expect(
            problem.hints.contains { $0.contains("is in \"\(folder[place])\"") },
            "fault \(number): \(problem.hints)")
        } else {
          #expect(place == "one.replaced")
          #expect(Self.content(of: folder["one"]) == 2)
          #expect(folder.names() == ["one", "one.replaced"])
        }
        hasFailed = problem != nil
        number += 1
      }
      #expect(number > 3 && !hasFailed)
    }
  }

  @Test func theFirstTemporaryNameInAFolderSweepsIt() throws {
    let folder = try TemporaryFolder()
    try folder.write("#Code", to: Self.deadPrefix + "0")
    try folder.write("#Code", to: Self.deadPrefix + "0-wal")
    try folder.write("#Code", to: Self.deadPrefix + "1/library.sqlite")
    #expect(
      FileSystem.leftovers(in: folder.path)
        == ["0", "0-wal", "1"].map { folder[Self.deadPrefix + $0] })
    try FileSystem.writePrivate([1], to: folder["a"])
    #expect(folder.names() == ["a"])
    #expect(FileSystem.leftovers(in: folder.path) == [])
  }

  /// In a folder that many share, such as /tmp, somebody may lay a trap.
  @Test(.enabled(if: geteuid() == 0, "only root can give files away"))
  func leftoversOfOthersStay() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: Self.deadPrefix + "0/a")
    try unsafe #require(chown(folder[Self.deadPrefix + "0"], 65_534, 65_534) == 0)
    #expect(FileSystem.removeLeftovers(in: folder.path) == 0)
    #expect(folder.names() == [Self.deadPrefix + "0"])
  }

  @Test func aNewFolderIsFlushedIntoTheOneAboveIt() throws {
    let folder = try TemporaryFolder()
    let log = CallLog()
    try answering(
      { _, call in
        log.add(call)
        return nil
      },
      during: {
        try FileSystem.createFolder(folder["a/b"])
        try FileSystem.createPrivateFolder(folder["c/d"])
      })
    for path in [folder.path, folder["a"], folder["c"]] {
      #expect(log.calls.contains(.flush(path)), "\(path)")
    }
  }
}
