public import Diagnostics
import Files
public import Pixels

/// The golden pictures that are drawn together, one after the other; at last `finish()` tells what
/// is wrong.
public struct GoldenGroup {
  private let name: String
  private let golden: GoldenPictures
  private let lines: [String: String]
  private var drawn: [String: String] = [:]
  private var faults: [GoldenFault] = []
  private var recorded = 0

  init(name: String, of golden: GoldenPictures, lines: [String: String]) {
    self.name = name
    self.golden = golden
    self.lines = lines
  }

  /// Holds a picture against its line, or records it.
  ///
  /// - Parameter name: begins with the group's.
  public mutating func check(_ picture: Bitmap, named name: String) throws(Diagnostic) {
    precondition(GoldenPictures.group(of: name) == self.name, "a picture belongs to its group")
    let hash = picture.goldenHash
    precondition(drawn.updateValue(hash, forKey: name) == nil, "a picture is drawn once")
    let preview = golden.previewPath(of: name)
    let hasPreview = FileSystem.fileExists(preview)
    if golden.isRecording {
      // What did not change keeps its file, so that a review shows what did.
      if lines[name] == hash, hasPreview { return }
      try FileSystem.createFolder(FilePath.folder(of: preview))
      try FileSystem.write(try GoldenPreview.bytes(of: picture), to: preview)
      recorded += 1
    } else if lines[name] == nil {
      faults.append(.missing(name))
    } else if !hasPreview {
      faults.append(.withoutPreview(name))
    } else if lines[name] != hash {
      faults.append(.changed(name, difference: try writeDifference(of: picture, named: name)))
    }
  }

  /// What is wrong with the group; empty when all of it is as it was, and nothing else is there.
  public mutating func finish() throws(Diagnostic) -> [GoldenFault] {
    let unused = Set(lines.keys).union(try golden.previews(below: name)).subtracting(drawn.keys)
    if golden.isRecording {
      for name in unused { try golden.removePreview(name) }
      try golden.replaceLines(of: name, by: drawn)
      return [.recorded(recorded, removed: unused.count, group: name)]
    }
    return faults + unused.sorted().map { .unused($0) }
  }

  /// - Returns: the path of the picture.
  private func writeDifference(
    of picture: Bitmap, named name: String
  ) throws(Diagnostic) -> String {
    let path = FilePath.join(golden.output, "\(name).png")
    let expected = try FileSystem.read(
      golden.previewPath(of: name), limit: GoldenPreview.byteLimit)
    try FileSystem.createFolder(FilePath.folder(of: path))
    try FileSystem.write(
      try GoldenPreview.difference(from: expected, to: picture, named: name), to: path)
    return path
  }
}

extension Bitmap {
  /// SHA-256 over width and height (8 bytes each, the lowest first) and the pixels.
  public var goldenHash: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pixels.count + 16)
    for side in [width, height] {
      for shift in stride(from: 0, to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: side >> shift))
      }
    }
    bytes += pixels
    return sha256Hex(bytes)
  }
}
