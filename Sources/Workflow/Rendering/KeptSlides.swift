import Library
import Pixels
import Rendering

/// Slides of the last drawing, to be taken again where a new one comes to the same scene.
///
/// Valid as long as the pictures that the slides show stay the same.
public final class KeptSlides {
  struct Slide {
    var scene: Scene
    var record: PostRecord.Slide
    var file: [UInt8]
    var thumbnail: Bitmap
  }

  private var slides: [String: Slide] = [:]

  public init() {}

  /// To be called when a picture or a font changed.
  public func forgetAll() { slides = [:] }

  func slide(named file: String, showing scene: Scene) -> Slide? {
    guard let kept = slides[file], kept.scene == scene else { return nil }
    return kept
  }

  func keep(_ slide: Slide, named file: String) { slides[file] = slide }
}
