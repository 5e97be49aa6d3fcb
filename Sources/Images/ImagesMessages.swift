import Diagnostics

extension Diagnostic {
  static func image(_ name: String, _ fault: ImageFault, at location: SourceLocation?) -> Self {
    let formats = "use a PNG, JPEG, WebP, HEIC, AVIF or GIF file"
    switch fault {
    case .empty:
      return .error("\"\(name)\" is empty, not a picture", at: location)
    case .unknownFormat(let guess?):
      return .error(
        "\"\(name)\" is \(guess.name), which Flint does not read", at: location,
        hints: [guess.remedy, formats])
    case .unknownFormat(nil):
      return .error("\"\(name)\" is not a picture Flint knows", at: location, hints: [formats])
    case .tooManyBytes(let count):
      return .error(
        "\"\(name)\" has \(grouped(count)) bytes; the limit for a picture is"
          + " \(grouped(ImageLimits.bytes))", at: location,
        hints: ["save it as a JPEG, or scale it down"])
    case .tooManyPixels(let format, let width, let height, let most):
      let megapixels = (width.multipliedReportingOverflow(by: height).partialValue) / 1_000_000
      let limit =
        max(width, height) > ImageLimits.side
        ? "the limit is \(grouped(ImageLimits.side)) px a side"
        : "the limit for such a file is \(most / 1_000_000) megapixels"
      return .error(
        "\"\(name)\" is \(format.withArticle) of \(grouped(width)) × \(grouped(height)) px"
          + " (\(grouped(megapixels)) megapixels); \(limit)",
        at: location, hints: ["scale it down; a slide shows at most some 4,000 px a side"])
    case .damaged(let format, let reason):
      return .error(
        "\"\(name)\" is a damaged \(format.rawValue): \(reason)", at: location,
        hints: ["export or download it again"])
    case .cutOff(let format, let share):
      let percent = share.map { Int(($0 * 100).rounded(.down)) }
      let reason =
        switch percent {
        case nil: "it ends before its picture does"
        case 0: "it ends before its pixels begin"
        case let percent?: "only \(percent) % of its pixels are there"
        }
      return .image(name, .damaged(format, reason), at: location)
    case .appleInternalPNG:
      return .error(
        "\"\(name)\" is a PNG packed for an iPhone's app, which no other program reads",
        at: location, hints: ["export the picture again from where it was made"])
    case .chunkTooLong(let kind, let offset, let claimed, let room):
      let chunk = kind.map { "chunk \"\($0)\"" } ?? "chunk"
      return .image(
        name,
        .damaged(
          .png,
          "its \(chunk) at byte \(grouped(offset)) claims \(grouped(claimed)) bytes, but"
            + " \(grouped(room)) can follow"), at: location)
    case .endsBeforeLastChunk(let count):
      return .image(
        name, .damaged(.png, "it ends at byte \(grouped(count)), before its last chunk"),
        at: location)
    case .onlySequence(let format):
      return .error(
        "\"\(name)\" is \(format.withArticle) sequence without a still picture", at: location,
        hints: ["save one frame of it as a picture"])
    case .missingLibrary(let format, let part):
      return .error(
        "\"\(name)\" is \(format.withArticle), and what reads it is not installed (\(part))",
        at: location, hints: ["on Debian: apt-get install libheif1", "or save it as a JPEG"])
    case .unwritable(let format, let reason):
      return .error("cannot write \"\(name)\" as \(format.rawValue): \(reason)", at: location)
    }
  }

  static func image(_ name: String, _ remark: ImageRemark, at location: SourceLocation?) -> Self {
    switch remark {
    case .oddity(let format, let reason):
      return .warning(
        "\"\(name)\" is an odd \(format.rawValue), drawn all the same: \(reason)", at: location,
        hints: ["look at the slide; export the picture again if anything is wrong"])
    case .firstFrame(let format):
      return .warning(
        "\"\(name)\" is an animated \(format.rawValue), of which the first frame is drawn",
        at: location, hints: ["save the frame that you mean as a picture"])
    case .profileIgnored(let reason):
      return .warning(
        "\"\(name)\" is taken for sRGB: \(reason)", at: location,
        hints: ["export the picture in sRGB if its colors are wrong"])
    }
  }

  /// 12,345,678.
  private static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    for i in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: i) }
    return String(digits)
  }
}
