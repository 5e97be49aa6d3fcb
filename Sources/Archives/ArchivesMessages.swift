import Diagnostics

// The archive as a whole.

extension Diagnostic {
  static func damaged(_ damage: ZIPDamage, at place: SourceLocation) -> Diagnostic {
    switch damage {
    case .notAZIP:
      .error(
        "this is no ZIP archive, or its end is missing", at: place,
        hints: ["copy or download the file again, whole"])
    case .severalDisks:
      .error("the archive is a part of several", at: place, hints: ["pack it into one file"])
    case .directory:
      .error(
        "the archive's list of files is damaged", at: place,
        hints: ["copy or download the file again, whole"])
    case .tooManyEntries(let count, let limit):
      .error("the archive has \(count) entries; \(limit) at most are read", at: place)
    case .tooLarge(let bytes, let limit):
      .error("the archive has \(bytes) bytes; \(limit) at most are read", at: place)
    case .library(let words):
      .error("the archive cannot be opened: \(words.lowercased())", at: place)
    }
  }

  static func clash(_ first: String, _ second: String, at place: SourceLocation?) -> Diagnostic {
    first.utf8.elementsEqual(second.utf8)
      ? .error("the archive has two files \"\(first)\"", at: place)
      : .error(
        "\"\(first)\" and \"\(second)\" are the same name on some systems", at: place,
        hints: ["rename one of the two"])
  }

  static func overlap(_ first: String, _ second: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "the entries \"\(first)\" and \"\(second)\" share bytes of the archive", at: place,
      hints: ["no honest program writes such an archive; nothing was unpacked"])
  }

  static func unwritable(_ damage: ZIPDamage) -> Diagnostic {
    if case .library(let words) = damage {
      return .error("the archive cannot be written: \(words.lowercased())")
    }
    return .error("the archive cannot be written")
  }
}

// Entries.

extension Diagnostic {
  /// - Parameter name: fit to be shown.
  static func refused(
    _ fault: ZIPEntryFault, _ name: String, at place: SourceLocation?
  ) -> Diagnostic {
    let entry = "the entry \"\(name)\""
    return switch fault {
    case .path(let fault): .error("\(entry) \(words(fault))", at: place)
    case .link:
      .error(
        "\(entry) is a link, not a file", at: place, hints: ["pack the file that it leads to"])
    case .special: .error("\(entry) is neither a file nor a folder", at: place)
    case .encrypted:
      .error("\(entry) is encrypted", at: place, hints: ["pack it without a password"])
    case .method(let method):
      .error(
        "\(entry) is compressed by method \(method); only stored and deflated ones are read",
        at: place)
    case .headersDiffer:
      .error("the archive describes \(entry) in two ways that differ", at: place)
    case .outside: .error("the bytes of \(entry) reach beyond their place", at: place)
    case .folderWithBytes: .error("\(entry) is a folder that holds bytes", at: place)
    case .tooLarge(let limit):
      .error("\(entry) unpacks to more than \(limit) bytes", at: place)
    case .bomb(let ratio):
      .error(
        "\(entry) unpacks to more than \(ratio) times its packed size", at: place,
        hints: ["an archive like this is made to fill a disk; unpacking was stopped"])
    case .totalTooLarge(let limit):
      .error("the archive unpacks to more than \(limit) bytes, at \(entry)", at: place)
    case .damaged(let words):
      .error(
        "\(entry) is damaged: \(words.lowercased())", at: place,
        hints: ["copy or download the file again, whole"])
    }
  }

  private static func words(_ fault: EntryPath.Fault) -> String {
    switch fault {
    case .empty: "has no name"
    case .notUTF8: "has a name that is not UTF-8"
    case .tooLong: "has a name that is too long"
    case .tooDeep: "lies in more than \(EntryPath.maximumParts - 1) folders"
    case .absolute: "has an absolute path; paths start in the archive"
    case .dots: "has a part that is empty, \".\" or \"..\" in its path"
    case .backslash: "has a backslash in its path; folders end with /"
    case .colon: "has a colon in its path, as drives have"
    case .invisible: "has a control character in its path"
    case .trailingDot: "has a part that ends with a dot or a space in its path"
    case .device: "is named like a device of Windows"
    }
  }
}

// PDFs.

extension Diagnostic {
  static let noPages = Diagnostic.error("a PDF needs at least one page")

  static func tooManyPages(_ count: Int) -> Diagnostic {
    .error("\(count) pages; \(PDFDocument.maximumPages) at most fit into a PDF for LinkedIn")
  }

  static func pageIsNoJPEG(_ path: String) -> Diagnostic {
    .error("the page \"\(path)\" is no JPEG")
  }

  static func pageIsDamaged(_ path: String, code: UInt) -> Diagnostic {
    .error("the page \"\(path)\" is no JPEG that a PDF can hold (\(hexadecimal(code)))")
  }

  static func pageOfOtherSize(
    _ path: String, _ size: (width: Int, height: Int), first: String,
    _ firstSize: (width: Int, height: Int)
  ) -> Diagnostic {
    .error(
      "the page \"\(path)\" has \(size.width)x\(size.height) px, \"\(first)\" has "
        + "\(firstSize.width)x\(firstSize.height) px",
      hints: ["all pages of a document need one size"])
  }

  static func pageOfUnusableSize(
    _ path: String, _ size: (width: Int, height: Int), pixelsPerInch: Int
  ) -> Diagnostic {
    .error(
      "the page \"\(path)\" of \(size.width)x\(size.height) px at \(pixelsPerInch) px an inch has "
        + "a side below 3 pt or above 14400 pt")
  }

  static func pdfNotWritten(code: UInt) -> Diagnostic {
    .error("the PDF cannot be written (\(hexadecimal(code)))")
  }

  private static func hexadecimal(_ code: UInt) -> String { "0x" + String(code, radix: 16) }
}
