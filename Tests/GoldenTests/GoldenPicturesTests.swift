import Files
import Images
import Pixels
import Testing

@testable import TestSupport

/// The harness itself, on pictures and a folder of its own.
@Suite struct GoldenPicturesTests {
  private let folder: TemporaryFolder
  private static let group = "templates/card"
  private static let names = ["templates/card/01-hook", "templates/card/02-words"]

  /// Two pictures, recorded.
  init() throws {
    folder = try TemporaryFolder()
    _ = try check(Self.pictures, isRecording: true)
  }

  private func golden(isRecording: Bool = false) -> GoldenPictures {
    GoldenPictures(
      folder: folder["golden"], output: folder["output"], isRecording: isRecording)
  }

  private func check(
    _ pictures: [String: Bitmap], group name: String = group, isRecording: Bool = false
  ) throws -> [GoldenFault] {
    var group = try golden(isRecording: isRecording).group(name)
    for (name, picture) in pictures.sorted(by: { $0.key < $1.key }) {
      try group.check(picture, named: name)
    }
    return try group.finish()
  }

  private static let pictures = [
    names[0]: Bitmap(width: 540, height: 960, color: Color(rgb: 0x336699)),
    names[1]: Bitmap(width: 540, height: 960, color: Color(rgb: 0x993333)),
  ]

  /// The list and all previews.
  private func kept() throws -> [String: [UInt8]] { try folder.tree("golden") }

  // MARK: Checking

  @Test func whatIsDrawnAsBeforeHasNoFault() throws {
    let before = try kept()
    #expect(try check(Self.pictures).isEmpty)
    #expect(try kept() == before)
    #expect(folder.names(in: "output").isEmpty)
  }

  @Test func oneStepOfOneChannelIsAChange() throws {
    var pictures = Self.pictures
    pictures[Self.names[1]]!.pixels[540 * 4 * 700 + 40] += 1
    let path = folder["output/\(Self.names[1]).png"]
    #expect(try check(pictures) == [.changed(Self.names[1], difference: path)])
    #expect("\(GoldenFault.changed("a", difference: path))".contains(path))
    #expect(FileSystem.fileExists(path))
  }

  @Test func theSamePixelsInAnotherShapeAreAChange() {
    let pixels = [UInt8](repeating: 7, count: 24)
    let shapes = [(6, 1), (1, 6), (2, 3), (3, 2)]
    let hashes = shapes.map { Bitmap(width: $0.0, height: $0.1, pixels: pixels).goldenHash }
    #expect(Set(hashes).count == shapes.count)
  }

  @Test func aDifferenceShowsExpectedDifferenceAndActual() throws {
    var pictures = Self.pictures
    pictures[Self.names[0]]!.draw(
      Bitmap(width: 540, height: 480, color: Color(rgb: 0xffffff)), x: 0, y: 480,
      within: pictures[Self.names[0]]!.bounds)
    _ = try check(pictures)
    let file = try folder.bytes(of: "output/\(Self.names[0]).png")
    let sheet = try EncodedImage(file, named: "difference").decoded()
    #expect((sheet.width, sheet.height) == (3 * 270 + 4 * 10, 480 + 2 * 10))
    func colors(atRow y: Int) -> [[Int]] {
      [10, 290, 570].map { x in
        let start = (y * sheet.width + x + 135) * 4
        return sheet.pixels[start..<start + 3].map(Int.init)
      }
    }
    // Above, all is as it was, and below it is white. A JPEG may miss a color by a step or two.
    for (row, expected) in [
      (100, [[0x33, 0x66, 0x99], [0, 0, 0], [0x33, 0x66, 0x99]]),
      (400, [[0x33, 0x66, 0x99], [255, 255, 255], [255, 255, 255]]),
    ] {
      for (color, wanted) in zip(colors(atRow: row), expected) {
        #expect(zip(color, wanted).allSatisfy { abs($0 - $1) <= 3 }, "\(color) is not \(wanted)")
      }
    }
  }

  @Test func aDifferenceIsDrawnForAnotherSizeToo() throws {
    var pictures = Self.pictures
    pictures[Self.names[0]] = Bitmap(width: 540, height: 540, color: Color(rgb: 0))
    _ = try check(pictures)
    #expect(FileSystem.fileExists(folder["output/\(Self.names[0]).png"]))
  }

  @Test func aPictureWithoutALineIsAFault() throws {
    var pictures = Self.pictures
    pictures["templates/card/03-new"] = pictures[Self.names[0]]
    #expect(try check(pictures) == [.missing("templates/card/03-new")])
  }

  @Test func aLineWithoutAPreviewIsAFault() throws {
    try FileSystem.remove(folder["golden/\(Self.names[1]).jpg"])
    #expect(try check(Self.pictures) == [.withoutPreview(Self.names[1])])
  }

  @Test func aLineOrAPreviewThatNobodyDrawsIsAFault() throws {
    let drawn = Self.pictures.filter { $0.key == Self.names[0] }
    #expect(try check(drawn) == [.unused(Self.names[1])])
    try folder.write([0xff, 0xd8], to: "golden/templates/card/old/01-hook.jpg")
    #expect(try check(Self.pictures) == [.unused("templates/card/old/01-hook")])
  }

  @Test func aGroupThatIsNoMoreIsNoticed() throws {
    #expect(try golden().strangers(besides: [Self.group]).isEmpty)
    #expect(
      try golden().strangers(besides: ["templates/car"]) == Self.names.map { .unused($0) })
  }

  @Test func aSpoiledListIsRefused() throws {
    let list = try folder.text(of: "golden/pictures.txt")
    for spoiled in [list + list, list + "0000\n", "<<<<<<< HEAD of this\n" + list] {
      try folder.write(spoiled, to: "golden/pictures.txt")
      #expect(throws: (any Error).self) { try golden().group(Self.group) }
    }
  }

  // MARK: Recording

  @Test func recordingIsAFaultEvenWhenNothingChanged() throws {
    let before = try kept()
    let faults = try check(Self.pictures, isRecording: true)
    #expect(faults == [.recorded(0, removed: 0, group: Self.group)])
    #expect(try kept() == before)
  }

  @Test func recordingTakesWhatIsDrawnAndRemovesTheRest() throws {
    var changed = Self.pictures.filter { $0.key == Self.names[0] }
    changed[Self.names[0]]!.pixels[0] += 1
    changed["templates/card/02-new"] = Self.pictures[Self.names[1]]
    let faults = try check(changed, isRecording: true)
    #expect(faults == [.recorded(2, removed: 1, group: Self.group)])
    #expect(
      try kept().keys.sorted()
        == ["pictures.txt", "templates/card/01-hook.jpg", "templates/card/02-new.jpg"])
    #expect(try check(changed).isEmpty)
  }

  @Test func groupsAreRecordedWithoutTouchingOthers() throws {
    let page = ["pages/boxes/borders": Self.pictures[Self.names[0]]!]
    _ = try check(page, group: "pages/boxes", isRecording: true)
    #expect(try check(Self.pictures).isEmpty)
    #expect(try check(page, group: "pages/boxes").isEmpty)
    _ = try golden(isRecording: true).strangers(besides: ["pages/boxes"])
    #expect(try kept().keys.sorted() == ["pages/boxes/borders.jpg", "pictures.txt"])
    let list = try folder.text(of: "golden/pictures.txt")
    #expect(list == "\(page.values.first!.goldenHash)  pages/boxes/borders\n")
  }

  @Test func recordingBeginsWithoutAFolder() throws {
    let golden = GoldenPictures(
      folder: folder["none"], output: folder["output"], isRecording: true)
    #expect(try golden.strangers(besides: [Self.group]).isEmpty)
    var group = try golden.group(Self.group)
    try group.check(Self.pictures[Self.names[0]]!, named: Self.names[0])
    #expect(try group.finish() == [.recorded(1, removed: 0, group: Self.group)])
  }

  @Test func aPreviewOfNoiseIsSmallEnough() throws {
    var numbers = SeededNumbers(seed: 5)
    var noise = Bitmap(width: 270, height: 480, color: Color(rgb: 0))
    for index in noise.pixels.indices where index % 4 < 3 {
      noise.pixels[index] = UInt8(truncatingIfNeeded: numbers.next())
    }
    #expect(try GoldenPreview.bytes(of: noise).count <= GoldenPreview.byteLimit)
  }
}
