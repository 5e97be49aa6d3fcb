/// Why a picture cannot be read or written; sentences are in `ImagesMessages.swift`.
enum ImageFault: Error, Hashable, Sendable {
  case empty
  case unknownFormat(looksLike: ForeignFile?)
  case tooManyBytes(Int)
  case tooManyPixels(ImageFormat, width: Int, height: Int, limit: Int)
  /// The reason completes "it is a damaged PNG: …".
  case damaged(ImageFormat, String)
  /// A part of the picture is not there.
  ///
  /// - Parameter share: of the pixels, those that are there, 0…1; nil when that is not known.
  case cutOff(ImageFormat, share: Double?)
  /// A PNG as Xcode packs it into apps, which no other program reads.
  case appleInternalPNG
  /// A PNG's chunk claims more bytes than can follow it in the file.
  ///
  /// - Parameters:
  ///   - kind: four letters; nil for bytes that name no chunk.
  ///   - offset: of the chunk's length, from the file's first byte.
  ///   - room: bytes between the chunk's kind and the last that can be its checksum.
  case chunkTooLong(kind: String?, offset: Int, claimed: Int, room: Int)
  /// A PNG without an IEND.
  case endsBeforeLastChunk(byteCount: Int)
  /// A HEIF file of a sequence, without a still picture.
  case onlySequence(ImageFormat)
  /// What decodes the format is not installed.
  case missingLibrary(ImageFormat, String)
  case unwritable(ImageFormat, String)
}
