import Diagnostics
import Files
import Images
import Layout
import Markup
import Pixels
import Rendering
import Templates
import Typography

/// Lays out and paints slides: one for each worker, with its own rasterizer and pictures.
package final class SlideArtist {
  let painter = Painter()
  package let pictures: PictureStore
  /// nil: every slide is drawn.
  package var kept: KeptSlides?
  var times = StageTimes()

  package var stageTimes: StageTimes { times }

  /// - Parameter roots: the folders that pictures may come from.
  package init(roots: [String]) {
    ProcessMemory.keepFreedBlocks()
    pictures = PictureStore(roots: roots)
  }

  /// What a slide is before it has pixels.
  func resolve(
    slide: Int?, of document: Document, style: PageStyle, size: SlideSize,
    safeArea: Edges<Double> = Edges(all: 0),
    allowsMissingGlyphs: Bool, allowsCutText: Bool = false,
    fitGroupLimits: [String: Double] = [:]
  ) throws(DiagnosticsError) -> ResolvedSlide {
    let start = ContinuousClock.now
    defer { times.layout += ContinuousClock.now - start }
    let layout = try SlideLayout(
      document: document, rules: style.rules, slide: slide,
      size: Size(width: Double(size.width), height: Double(size.height)), safeArea: safeArea,
      fonts: style.fonts,
      allowsMissingGlyphs: allowsMissingGlyphs, allowsCutText: allowsCutText,
      fitGroupLimits: fitGroupLimits, characterPlace: SourceText.place,
      naturalSize: pictures.naturalSize)
    do {
      let scene = try Scene(
        layout: layout.root, width: size.width, height: size.height,
        naturalSize: pictures.naturalSize, subject: pictures.subject)
      return ResolvedSlide(layout: layout, scene: scene)
    } catch {
      throw DiagnosticsError(error)
    }
  }

  func paint(_ scene: Scene) throws(DiagnosticsError) -> Bitmap {
    let start = ContinuousClock.now
    let decodedBefore = pictures.decodingTime
    defer {
      let decoding = pictures.decodingTime - decodedBefore
      times.decode += decoding
      times.paint += ContinuousClock.now - start - decoding
    }
    do {
      return try painter.paint(scene, images: pictures.scaled)
    } catch {
      throw DiagnosticsError(error)
    }
  }

  /// Where a slide's texts stand and how they stand out.
  func measureTexts(of slide: ResolvedSlide) throws(DiagnosticsError) -> [MeasuredText] {
    do {
      return try painter.measureTexts(
        of: slide.layout.root, width: slide.scene.width, height: slide.scene.height,
        naturalSize: pictures.naturalSize, images: pictures.scaled)
    } catch {
      throw DiagnosticsError(error)
    }
  }

  func encode(
    _ bitmap: Bitmap, as encoding: ImageEncoding, named name: String
  ) throws(DiagnosticsError) -> [UInt8] {
    let start = ContinuousClock.now
    defer { times.encode += ContinuousClock.now - start }
    do {
      return try bitmap.encoded(as: encoding, named: name)
    } catch {
      throw DiagnosticsError(error)
    }
  }
}

package struct ResolvedSlide {
  var layout: SlideLayout
  var scene: Scene
}
