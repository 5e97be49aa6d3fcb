package import Library
package import Pixels
package import Rendering

/// Slides of the last drawing, to be taken again where a new one comes to the same scene.
///
/// Valid as long as the pictures that the slides show stay the same.
public final class KeptSlides {
  package struct Slide {
    package var scene: Scene
    package var record: PostRecord.Slide
    package var file: [UInt8]
    package var thumbnail: Bitmap
  }

  private var slides: [String: Slide] = [:]

  public init() {}

  /// To be called when a picture or a font changed.
  public func forgetAll() { slides = [:] }

  package func slide(named file: String, showing scene: Scene) -> Slide? {
    guard let kept = slides[file], kept.scene == scene else { return nil }
    return kept
  }

  package func keep(_ slide: Slide, named file: String) { slides[file] = slide }
}
