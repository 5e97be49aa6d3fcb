import Diagnostics
import Pixels
import TestSupport
import Testing

@testable import Images

@Suite struct ColorProfileTests {
  private typealias Color = [UInt8]

  /// One row of colors.
  private static func png(_ colors: [[UInt8]], extra: [UInt8], colorType: UInt8 = 2) -> [UInt8] {
    let channels = [0: 1, 2: 3, 4: 2, 6: 4][colorType] ?? 0
    return Samples.png(
      width: colors.count, height: 1, depth: 8, colorType: colorType,
      rows: [0] + colors.flatMap { $0[..<channels] }, extra: extra)
  }

  /// An `iCCP` chunk, its stream without compression.
  private static func iccp(_ profile: [UInt8]) -> [UInt8] {
    Samples.chunk("iCCP", Array("test\0\0".utf8) + Samples.zlib(profile))
  }

  private func expect(
    _ file: [UInt8], is expected: [[UInt8]], within tolerance: Int = 1,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let pixels = try decode(file).pixels
    let found = stride(from: 0, to: pixels.count, by: 4).map { Array(pixels[$0..<$0 + 3]) }
    let isNear = zip(found, expected).allSatisfy { one, other in
      zip(one, other).allSatisfy { abs(Int($0) - Int($1)) <= tolerance }
    }
    #expect(
      found.count == expected.count && isNear, "\(found), not \(expected)",
      sourceLocation: sourceLocation)
    #expect(try warnings(file).isEmpty, sourceLocation: sourceLocation)
  }

  @Test func displayP3BecomesSRGB() throws {
    let file = Self.png([[200, 60, 40], [60, 150, 70]], extra: Self.iccp(ICCProfiles.displayP3))
    try expect(file, is: [[217, 42, 23], [0, 152, 58]])
  }

  @Test func adobeRGBBecomesSRGB() throws {
    let file = Self.png(
      [[173, 62, 45], [0, 0, 0], [255, 255, 255]], extra: Self.iccp(ICCProfiles.adobeRGB))
    try expect(file, is: [[200, 60, 40], [0, 0, 0], [255, 255, 255]])
  }

  @Test func theProfileOfAJPEGComesInParts() throws {
    let picture = Bitmap(
      width: 16, height: 16, pixels: (0..<256).flatMap { _ in [60, 150, 70, 255] as [UInt8] })
    let profile = ICCProfiles.displayP3
    func part(_ number: UInt8, _ bytes: ArraySlice<UInt8>) -> [UInt8] {
      let payload = Array("ICC_PROFILE\0".utf8) + [number, 2] + bytes
      return [0xff, 0xe2, UInt8((payload.count + 2) >> 8), UInt8((payload.count + 2) & 255)]
        + payload
    }
    let plain = try Samples.encoded(picture, .jpeg)
    let parts = [part(1, profile[..<100]), part(2, profile[100...])]
    // The order in the file is not the profile's.
    for order in [[0, 1], [1, 0]] {
      let file = Array(plain[..<2]) + order.flatMap { parts[$0] } + plain[2...]
      let pixel = try decode(file).pixels.prefix(3)
      #expect(zip(pixel, [0, 152, 58]).allSatisfy { abs(Int($0) - $1) <= 2 }, "\(pixel)")
    }
    let half = Array(plain[..<2]) + parts[0] + plain[2...]
    #expect(try decode(half) == decode(plain))
    #expect(
      try warnings(half).map(\.message) == [
        "\"photo\" is taken for sRGB: a part of its color profile is missing"
      ])
  }

  @Test func theProfileOfAWebPIsRead() throws {
    let picture = Bitmap(
      width: 16, height: 16, pixels: (0..<256).flatMap { _ in [60, 150, 70, 255] as [UInt8] })
    let profile = ICCProfiles.displayP3
    let plain = try Samples.encoded(picture, .webp)
    let file = Samples.webp(plain, size: (16, 16), profile: profile)
    let (before, after) = (try decode(plain), try decode(file))
    guard case .by(let conversion) = KnownProfiles.conversion(of: .profile(profile)) else {
      Issue.record("no conversion")
      return
    }
    #expect(after == before.converted(by: conversion))
    #expect(after != before)
  }

  @Test func tablesOfColorsAreFollowed() throws {
    // Lightness 39.2 and 100: luminance 0.108, then sRGB's curve.
    let file = Self.png(
      [[200, 100, 0], [255, 255, 255], [0, 0, 0]], extra: Self.iccp(ICCProfiles.lightnessTable))
    try expect(file, is: [[93, 93, 93], [255, 255, 255], [0, 0, 0]])
  }

  @Test func grayBecomesSRGB() throws {
    let colors: [[UInt8]] = [[0], [128], [255]]
    let file = Self.png(colors, extra: Self.iccp(ICCProfiles.gray(1)), colorType: 0)
    try expect(file, is: [[0, 0, 0], [188, 188, 188], [255, 255, 255]])
  }

  @Test func inksFollowTheirProfile() throws {
    // Cyan 0, magenta 100, yellow 50, black 20 %: of this profile, lightness 80 alone.
    let file = Samples.jpeg(
      Samples.bytes(hex: JPEGFiles.adobeCMYK), profile: ICCProfiles.blackInk)
    let pixel = try decode(file).pixels.prefix(4)
    #expect(zip(pixel, [198, 198, 198, 255]).allSatisfy { abs(Int($0) - $1) <= 2 }, "\(pixel)")
  }

  @Test func aProfileOfSRGBChangesNothing() throws {
    let picture = Samples.noise(64, 1)
    let colors = (0..<64).map { Array(picture.pixels[$0 * 4..<$0 * 4 + 3]) }
    let file = Self.png(colors, extra: Self.iccp(ICCProfiles.srgb))
    #expect(try decode(file).pixels == picture.pixels)
    let image = try EncodedImage(file, named: "photo").decoded(coveringWidth: 1, height: 1)
    #expect(image.conversion == nil && image.remarks.isEmpty)
  }

  @Test func otherWordsOfColorAreRead() throws {
    let color: [[UInt8]] = [[200, 60, 40], [60, 150, 70]]
    let p3: [[UInt8]] = [[217, 42, 23], [0, 152, 58]]
    let primaries = [31_270, 32_900, 68_000, 32_000, 26_500, 69_000, 15_000, 6_000]
    let points = Samples.chunk("cHRM", primaries.flatMap(Samples.bigEndian))
    let gamma = Samples.chunk("gAMA", Samples.bigEndian(45_455))
    try expect(Self.png(color, extra: Samples.chunk("cICP", [12, 13, 0, 1])), is: p3)
    // As Chromium has it.
    try expect(Self.png([[20, 40, 80]], extra: gamma + points), is: [[2, 36, 82]])
    // What is said first in this order counts: cICP, iCCP, sRGB, gAMA.
    let srgb = Samples.chunk("sRGB", [0])
    try expect(Self.png(color, extra: srgb + gamma + points), is: color, within: 0)
    try expect(
      Self.png(
        color, extra: Samples.chunk("cICP", [1, 13, 0, 1]) + Self.iccp(ICCProfiles.displayP3)),
      is: color, within: 0)
    try expect(Self.png(color, extra: gamma), is: color, within: 0)
    try expect(Self.png(color, extra: points), is: color, within: 0)
    let linear = Samples.chunk("gAMA", Samples.bigEndian(100_000))
    try expect(Self.png([[20, 40, 80]], extra: linear), is: [[79, 110, 152]])
  }

  @Test func translucentColorsAreConvertedWithoutTheirAlpha() throws {
    let colors: [[UInt8]] = [[200, 60, 40, 255], [200, 60, 40, 128], [200, 60, 40, 0]]
    let file = Self.png(colors, extra: Self.iccp(ICCProfiles.displayP3), colorType: 6)
    try expect(file, is: [[217, 42, 23], [109, 21, 12], [0, 0, 0]])
    #expect(try decode(file).pixels[7] == 128)
  }

  @Test func convertingComesAfterScaling() throws {
    let file = Self.png([[200, 60, 40]], extra: Self.iccp(ICCProfiles.displayP3))
    let image = try EncodedImage(file, named: "photo").decoded(coveringWidth: 1, height: 1)
    #expect(image.bitmap.pixels == [200, 60, 40, 255])
    #expect(image.inSRGB() == (try decode(file)))
  }

  @Test func aBrokenProfileIsIgnoredWithAWarning() throws {
    let color: [[UInt8]] = [[200, 60, 40]]
    let plain = try decode(Self.png(color, extra: []))
    let good = ICCProfiles.displayP3
    var noSpace = good
    noSpace.replaceSubrange(16..<20, with: "XYZ ".utf8)
    let unreadable = [[], [1, 2, 3], Array(good[..<130]), Array(good[..<200]), noSpace]
    for profile in unreadable {
      let file = Self.png(color, extra: Self.iccp(profile))
      #expect(try decode(file) == plain)
      let warning = try #require(try warnings(file).first)
      #expect(
        warning.message.hasPrefix("\"photo\" is taken for sRGB: its color profile cannot be "))
      #expect(warning.severity == .warning && !warning.hints.isEmpty)
    }
    let others = [
      (ICCProfiles.blackInk, "its color profile is for inks"),
      (ICCProfiles.gray(1), "its color profile is for gray"),
    ]
    for (profile, reason) in others {
      let file = Self.png(color, extra: Self.iccp(profile))
      #expect(try decode(file) == plain)
      #expect(try warnings(file).map(\.message) == ["\"photo\" is taken for sRGB: \(reason)"])
    }
  }

  @Test func changedProfilesNeverCrash() throws {
    var numbers = SeededNumbers(seed: 5)
    // Tables take their time without optimization.
    for (good, count) in [
      (ICCProfiles.displayP3, 80), (ICCProfiles.lightnessTable, 20), (ICCProfiles.blackInk, 4),
    ] {
      for _ in 0..<count {
        var profile = good
        for _ in 0..<Int.random(in: 1...4, using: &numbers) {
          let at = profile.indices.randomElement(using: &numbers)!
          profile[at] = UInt8.random(in: 0...255, using: &numbers)
        }
        let file = Self.png([[200, 60, 40]], extra: Self.iccp(profile))
        #expect(try decode(file).pixels[3] == 255)
      }
    }
  }
}
