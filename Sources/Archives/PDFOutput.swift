import CHaru
import Diagnostics

/// A PDF in the making by libharu.
///
/// No error handler is set, so that nothing jumps across Swift: libharu then keeps the first error
/// and every later call does nothing, and `HPDF_GetError` tells.
@safe final class PDFOutput {
  struct Fault: Error {
    /// libharu's, as in its `hpdf_error.h`.
    var code: UInt
  }

  private let document: HPDF_Doc
  /// The picture that the next page shows.
  private var image: HPDF_Image?

  /// `HPDF_New`, `HPDF_UseUTFEncodings`, `HPDF_SetCurrentEncoder`.
  init() throws(Diagnostic) {
    guard let document = unsafe HPDF_New(nil, nil) else { throw .pdfNotWritten(code: 0) }
    unsafe self.document = document
    // For the title, which becomes UTF-16.
    unsafe HPDF_UseUTFEncodings(document)
    unsafe HPDF_SetCurrentEncoder(document, "UTF-8")
    // Nothing but the pictures is worth compressing, and they are.
    unsafe HPDF_SetCompressionMode(document, HPDF_UINT(HPDF_COMP_NONE))
    try check()
  }

  deinit { unsafe HPDF_Free(document) }

  /// `HPDF_SetInfoAttr`.
  func setTitle(_ title: String) throws(Diagnostic) {
    if title.isEmpty { return }
    unsafe HPDF_SetInfoAttr(document, HPDF_INFO_TITLE, title)
    try check()
  }

  /// `HPDF_LoadJpegImageFromMem`: the size of the picture, in pixels.
  func load(_ jpeg: [UInt8]) throws(Fault) -> (width: Int, height: Int) {
    guard let size = UInt32(exactly: jpeg.count),
      let image = unsafe HPDF_LoadJpegImageFromMem(document, jpeg, size)
    else { throw unsafe Fault(code: UInt(HPDF_GetError(document))) }
    unsafe self.image = image
    return unsafe (Int(HPDF_Image_GetWidth(image)), Int(HPDF_Image_GetHeight(image)))
  }

  /// `HPDF_AddPage`, `HPDF_Page_DrawImage`: a page that the loaded picture fills.
  ///
  /// - Parameters: pt.
  func addPage(width: Float, height: Float) throws(Diagnostic) {
    guard let image = unsafe image, let page = unsafe HPDF_AddPage(document) else {
      throw unsafe .pdfNotWritten(code: UInt(HPDF_GetError(document)))
    }
    unsafe HPDF_Page_SetWidth(page, width)
    unsafe HPDF_Page_SetHeight(page, height)
    unsafe HPDF_Page_DrawImage(page, image, 0, 0, width, height)
    try check()
  }

  /// `HPDF_SaveToStream`, `HPDF_ReadFromStream`.
  func finish() throws(Diagnostic) -> [UInt8] {
    unsafe HPDF_SaveToStream(document)
    try check()
    unsafe HPDF_ResetStream(document)
    let size = unsafe HPDF_GetStreamSize(document)
    var read = size
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(size)) { room, count in
      unsafe HPDF_ReadFromStream(document, room.baseAddress, &read)
      count = Int(min(read, size))
    }
    guard bytes.count == Int(size) else { throw .pdfNotWritten(code: 0) }
    return bytes
  }

  private func check() throws(Diagnostic) {
    let code = unsafe HPDF_GetError(document)
    if code != 0 { throw .pdfNotWritten(code: UInt(code)) }
  }
}
