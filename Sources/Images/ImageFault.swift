/// Why a picture cannot be read or written; sentences are in `ImagesMessages.swift`.
enum ImageFault: Error, Hashable, Sendable {
  case empty
  case unknownFormat(looksLike: String?)
  case tooManyBytes(Int)
  case tooManyPixels(ImageFormat, width: Int, height: Int)
  /// The reason completes "it is a damaged PNG: …".
  case damaged(ImageFormat, String)
  case animated
  case unwritable(ImageFormat, String)
}
