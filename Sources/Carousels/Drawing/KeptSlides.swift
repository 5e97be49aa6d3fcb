package import Pixels
package import Rendering

/// Slides of the last drawing, to be taken again where a new one comes to the same scene and shows
/// the same pictures.
///
/// Valid as long as the fonts stay the same.
public final class KeptSlides {
  package struct Slide {
    package var scene: Scene
    /// SHA-256 of all pictures of the carousel, by path.
    package var pictureDigests: [String: String]
    package var slide: DrawnSlide
    package var thumbnail: Bitmap
  }

  private var slides: [String: Slide] = [:]

  public init() {}

  /// To be called when a picture or a font changed.
  public func forgetAll() { slides = [:] }

  package func slide(
    named file: String, showing scene: Scene, _ pictureDigests: [String: String]
  ) -> Slide? {
    guard let kept = slides[file], kept.scene == scene, kept.pictureDigests == pictureDigests
    else { return nil }
    return kept
  }

  package func keep(_ slide: Slide, named file: String) { slides[file] = slide }
}
