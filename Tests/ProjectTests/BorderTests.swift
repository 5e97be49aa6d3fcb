import Foundation
import Testing

/// The borders that the compiler does not hold: where C, unsafe code and Foundation may be.
///
/// Whoever extends a list says in the commit why the module needs it.
@Suite struct BorderTests {
  /// Files that import a C library, each its owner or one function a C call.
  static let importC: Set<String> = [
    "Tables/Workbook/XMLReader.swift",
    "Archives/PDFOutput.swift",
    "Archives/ZIPInput.swift",
    "Archives/ZIPOutput.swift",
    "Files/System/Digest.swift",
    "Files/System/FileDescriptor.swift",
    "Files/System/ProcessMemory.swift",
    "Files/System/SystemCalls.swift",
    "Images/Codecs/DecodingReport.swift",
    "Images/Streams/Deflate.swift",
    "Images/Codecs/GIFReader.swift",
    "Images/Codecs/HEIFReader.swift",
    "Images/Codecs/JPEGReader.swift",
    "Images/Codecs/JPEGWriter.swift",
    "Images/Codecs/PNGReader.swift",
    "Images/Codecs/PNGWriter.swift",
    "Images/Codecs/WebPReader.swift",
    "Images/Codecs/WebPWriter.swift",
    "Images/Streams/Zlib.swift",
    "Images/Profiles/ColorProfile.swift",
    "Typography/Coverage/FreeTypeFace.swift",
    "Typography/Coverage/FreeTypeLibrary.swift",
    "Typography/Coverage/OutlineBuffer.swift",
    "Typography/Fonts/FontMeasures.swift",
    "Typography/Fonts/ShapingFace.swift",
    "Typography/Shaping/ShapingFace+Shaping.swift",
    "Typography/Text/TextBreak.swift",
  ]

  /// Files that work on raw memory beside those: system calls and pixel loops.
  static let unsafe: Set<String> = importC.union([
    "Archives/StableBytes.swift",
    "Library/Database/DatabaseFault.swift",
    "Pixels/Bitmap+PNGRows.swift",
    "Pixels/Bitmap+Resampling.swift",
    "Pixels/Blur/Bitmap+Shadow.swift",
    "Pixels/Blur/Mask+Convolution.swift",
    "Pixels/Compositing/Bitmap+Blending.swift",
    "Pixels/Compositing/Bitmap+Color.swift",
    "Pixels/Compositing/Bitmap+Picture.swift",
    "Pixels/Compositing/Bitmap+Transformed.swift",
    "Pixels/Compositing/PixelLanes.swift",
    "Pixels/Contrast/Veil.swift",
    "Pixels/Filters/Bitmap+ColorMatrix.swift",
    "Pixels/Filters/Layer+Blur.swift",
    "Pixels/Gradients/Bitmap+Gradient.swift",
    "Pixels/Gradients/Bitmap+Ramp.swift",
    "Pixels/Gradients/GradientIndices.swift",
    "Pixels/Mask.swift",
    "Pixels/Orientation.swift",
    "Pixels/PixelFormats.swift",
    "Pixels/Profiles/Bitmap+Profile.swift",
    "Pixels/Profiles/ColorGrid.swift",
    "Pixels/Profiles/LightTables.swift",
    "Typography/Coverage/CoverageRasterizer.swift",
    "Typography/Fonts/FontData.swift",
    "Console/Terminal.swift",
  ])

  /// Immutable memory that C reads from several workers.
  static let unchecked: Set<String> = [
    "Typography/Fonts/FontData.swift", "Typography/Fonts/ShapingFace.swift",
  ]

  static let foundationModules: Set<String> = [
    "Carousels", "Console", "Handoff", "Ledger", "Library", "flint",
  ]

  @Test func onlyOwnersImportC() throws {
    let found = try files(matching: /(?m)^ *(@\w+ )?((public|package|internal) )?import C[A-Z]/)
    #expect(found.subtracting(Self.importC).isEmpty)
  }

  @Test func unsafeCodeStaysInItsFiles() throws {
    let found = try files(matching: /(?m)^[^\/\n]*(\bunsafe [a-z(&]|@unsafe|nonisolated\(unsafe\))/)
    #expect(found.subtracting(Self.unsafe).isEmpty)
  }

  @Test func uncheckedSendableStaysInItsFiles() throws {
    let found = try files(matching: /@unchecked Sendable/)
    #expect(found.subtracting(Self.unchecked).isEmpty)
  }

  @Test func theEngineDoesNotImportFoundation() throws {
    let found = try files(matching: /(?m)^((public|package|internal) )?import Foundation/)
    let others = found.filter { path in
      !Self.foundationModules.contains(String(path.prefix { $0 != "/" }))
    }
    #expect(others.isEmpty)
  }

  @Test func listsNameOnlyWhatIsThere() throws {
    let all = try files(matching: /./)
    #expect(all.count > 100)
    #expect(Self.unsafe.union(Self.unchecked).subtracting(all).isEmpty)
  }

  @Test func pixelsAndLayoutTakeNoAnglesFromTheCLibrary() throws {
    // Their last bits differ between machines' libraries.
    let found = try files(
      matching: /(?m)^[^\/\n]*\b(sin|cos|tan|atan|atan2|exp|exp2|pow|log|log2)\(/)
    // Above the engine, `log` writes an event.
    let engine = found.filter { !Self.foundationModules.contains(String($0.prefix { $0 != "/" })) }
    #expect(engine.isEmpty)
  }

  /// Paths below `Sources` of the Swift files whose text has a match.
  private func files(matching pattern: some RegexComponent) throws -> Set<String> {
    let sources = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    var found: Set<String> = []
    for path in paths where path.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
      if text.firstMatch(of: pattern) != nil { found.insert(path) }
    }
    return found
  }
}
