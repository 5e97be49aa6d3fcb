import CExpat

/// What an XML file's events are given to; names are without their prefixes.
protocol XMLConsumer: AnyObject {
  func start(_ name: String, _ attributes: XMLAttributes) throws(WorkbookFault)
  /// A piece of text; one text may come in several.
  func text(_ text: String) throws(WorkbookFault)
  func end(_ name: String) throws(WorkbookFault)
}

/// An element's attributes, while its start is handled.
@safe struct XMLAttributes {
  /// Names and values in turn, then nil.
  fileprivate let pointer: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

  /// By name without its prefix.
  package subscript(name: String) -> String? {
    guard var next = unsafe pointer else { return nil }
    while let found = unsafe next[0], let value = unsafe next[1] {
      if unsafe XMLReader.localName(found) == name { return unsafe String(cString: value) }
      unsafe next += 2
    }
    return nil
  }
}

/// Reads a part of a workbook by expat.
///
/// Nothing is ever expanded or fetched: a document type, where entities would be declared, is
/// refused at its first byte.
@safe final class XMLReader {
  /// A workbook nests some ten elements; deeper ones are made to exhaust a reader.
  static let maximumDepth = 64

  private let consumer: any XMLConsumer
  private let part: String
  private var parser: XML_Parser?
  private var depth = 0
  private var fault: WorkbookFault?

  private init(_ consumer: any XMLConsumer, part: String) {
    self.consumer = consumer
    self.part = part
  }

  /// `XML_ParserCreate`, `XML_Parse`.
  ///
  /// - Parameter part: the file's name in the workbook, for diagnostics.
  package static func read(
    _ bytes: [UInt8], part: String, _ consumer: any XMLConsumer
  ) throws(WorkbookFault) {
    guard let length = CInt(exactly: bytes.count) else { throw .tooLarge }
    guard let parser = unsafe XML_ParserCreate(nil) else { throw .malformed(part, "no memory") }
    defer { unsafe XML_ParserFree(parser) }
    let reader = XMLReader(consumer, part: part)
    unsafe reader.parser = parser
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(reader).toOpaque())
    unsafe XML_SetElementHandler(
      parser, { unsafe XMLReader.of($0)?.start($1, $2) }, { unsafe XMLReader.of($0)?.end($1) })
    unsafe XML_SetCharacterDataHandler(parser) { unsafe XMLReader.of($0)?.text($1, $2) }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
      guard let reader = unsafe XMLReader.of(user) else { return }
      reader.stop(.documentType(reader.part))
    }
    // The reader must outlive the callbacks, which do not hold it.
    let status = withExtendedLifetime(reader) {
      unsafe bytes.withUnsafeBytes {
        unsafe XML_Parse(
          parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), length, 1)
      }
    }
    if let fault = reader.fault { throw fault }
    if status != XML_STATUS_OK {
      let words = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map {
        unsafe String(cString: $0)
      }
      let line = unsafe XML_GetCurrentLineNumber(parser)
      throw .malformed(part, "\(words ?? "unreadable") in line \(line)")
    }
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> XMLReader? {
    guard let user = unsafe user else { return nil }
    return unsafe Unmanaged<XMLReader>.fromOpaque(user).takeUnretainedValue()
  }

  fileprivate static func localName(_ name: UnsafePointer<XML_Char>) -> String {
    var start = unsafe name
    var next = unsafe name
    while unsafe next.pointee != 0 {
      if unsafe next.pointee == 0x3A { unsafe start = next + 1 }
      unsafe next += 1
    }
    return unsafe String(cString: start)
  }

  private func start(
    _ name: UnsafePointer<XML_Char>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard fault == nil, let name = unsafe name else { return }
    depth += 1
    if depth > Self.maximumDepth { return stop(.tooDeep(part)) }
    do throws(WorkbookFault) {
      try unsafe consumer.start(Self.localName(name), XMLAttributes(pointer: attributes))
    } catch {
      stop(error)
    }
  }

  private func text(_ bytes: UnsafePointer<XML_Char>?, _ count: CInt) {
    guard fault == nil, let bytes = unsafe bytes else { return }
    let raw = unsafe UnsafeRawBufferPointer(start: bytes, count: Int(count))
    do throws(WorkbookFault) {
      try unsafe consumer.text(String(decoding: raw, as: UTF8.self))
    } catch {
      stop(error)
    }
  }

  private func end(_ name: UnsafePointer<XML_Char>?) {
    guard fault == nil, let name = unsafe name else { return }
    depth -= 1
    do throws(WorkbookFault) {
      try unsafe consumer.end(Self.localName(name))
    } catch {
      stop(error)
    }
  }

  /// `XML_StopParser`: the first fault counts.
  private func stop(_ found: WorkbookFault) {
    if fault == nil { fault = found }
    if let parser = unsafe parser { unsafe XML_StopParser(parser, XML_Bool(XML_FALSE)) }
  }
}
