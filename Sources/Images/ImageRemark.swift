public import Diagnostics

/// What is odd about a picture that is drawn all the same; sentences are in `ImagesMessages.swift`.
public enum ImageRemark: Hashable, Sendable {
  /// Every pixel is there. The reason completes "is an odd PNG, drawn all the same: …".
  case oddity(ImageFormat, String)
  /// It is an animation.
  case firstFrame(ImageFormat)
  /// What the file says about its colors is of no use. The reason completes "is taken for sRGB: …".
  case profileIgnored(String)

  /// The warning about a file.
  public func warning(named name: String, at location: SourceLocation?) -> Diagnostic {
    .image(name, self, at: location)
  }
}
