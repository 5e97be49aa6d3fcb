/// What `flint check` looks for. The raw value is the rule's stable id.
public enum CheckRule: String, CaseIterable, Sendable {
  /// Flint has an error drawing it.
  case cannotDraw = "cannot-draw"
  /// Flint drew it, with a warning.
  case templateWarning = "template-warning"
  /// Too few or too many slides.
  case slideCount = "slide-count"
  /// A slide of a size that is not taken.
  case pixelSize = "pixel-size"
  /// A slide's file of a format that is not taken.
  case fileFormat = "file-format"
  /// A slide's file that is too large.
  case fileBytes = "file-bytes"
  /// A slide of the record is not in the post's folder.
  case missingFile = "missing-file"
  /// A slide is not the file that was drawn.
  case changedFile = "changed-file"
  /// A title longer than TikTok takes.
  case titleLength = "title-length"
  /// A caption longer than TikTok takes.
  case captionLength = "caption-length"
  /// More hashtags than the app takes.
  case hashtagCount = "hashtag-count"
  /// A title, a caption or a slide with a Spark code, or with what looks like one.
  case publishedCode = "published-code"
  /// The post does not say what it discloses.
  case missingDisclosure = "missing-disclosure"
  /// The post discloses what TikTok has no word for.
  case unknownDisclosure = "unknown-disclosure"
  /// Text where TikTok's interface covers the picture.
  case safeZone = "safe-zone"
  /// Text that lies on other text.
  case overlappingText = "overlapping-text"
  /// Letters that touch those of another line or text.
  case inkCollision = "ink-collision"
  /// A letter of which a part is cut off.
  case inkClipped = "ink-clipped"
  /// A word whose letters come from several typefaces.
  case mixedFontsInWord = "mixed-fonts-in-word"
  /// Text that stands out too little from its ground.
  case contrast
  /// Text that is small on a phone.
  case smallType = "small-type"
  /// Text that is cut off.
  case cutText = "cut-text"
  /// A photo enlarged so much that it looks soft.
  case upscaledPhoto = "upscaled-photo"
  /// A picture without a text for those who cannot see it.
  case missingAlt = "missing-alt"
  /// Something could not be checked.
  case notLookedInto = "not-looked-into"

  /// How bad it is at its worst; a finding may be milder.
  public var severity: Finding.Severity {
    switch self {
    case .cannotDraw, .slideCount, .pixelSize, .fileFormat, .fileBytes, .missingFile,
      .titleLength, .captionLength, .publishedCode, .unknownDisclosure, .safeZone, .contrast,
      .overlappingText, .inkCollision, .inkClipped, .mixedFontsInWord, .cutText, .smallType:
      .error
    case .templateWarning, .changedFile, .hashtagCount, .missingDisclosure, .upscaledPhoto,
      .missingAlt:
      .warning
    case .notLookedInto: .note
    }
  }

  /// Why it is a rule.
  public var reason: String {
    switch self {
    case .cannotDraw: "a slide that Flint cannot draw is not posted at all"
    case .templateWarning: "Flint drew it, but something is probably not as meant"
    case .slideCount: "TikTok takes 2 to 35 pictures a carousel"
    case .pixelSize:
      "TikTok refuses a whole carousel for one picture that is too large, and does not name it"
    case .fileFormat: "TikTok's posting APIs refuse PNG, its ads refuse WebP"
    case .fileBytes: "TikTok refuses larger files"
    case .missingFile: "a post lacks a slide that its record names"
    case .changedFile: "a slide is not the file that was drawn"
    case .titleLength: "TikTok takes at most 90 UTF-16 units as a photo post's title"
    case .captionLength: "TikTok takes at most 4,000 UTF-16 units as a caption"
    case .hashtagCount: "the app takes at most 5 hashtags a post"
    case .publishedCode: "a Spark code is a secret: whoever has it can run the post as an ad"
    case .missingDisclosure:
      "TikTok asks posts that promote a brand to disclose it, and may remove those that do not"
    case .unknownDisclosure: "TikTok knows two disclosures: your brand, and branded content"
    case .safeZone: "TikTok's own interface covers the picture's edges"
    case .overlappingText: "of two texts on each other neither can be read"
    case .inkCollision: "letters that touch across lines read as a mistake, and as other letters"
    case .inkClipped: "an accent, a descender or a dot that is missing makes another letter"
    case .mixedFontsInWord: "a letter of another typeface looks like a fault in the word"
    case .contrast:
      "text below 4.5 : 1 (large type 3 : 1) is hard to read in daylight and for weak eyes"
    case .smallType: "a slide of 1080 px is 65 mm wide on a phone"
    case .cutText: "a clipped word reads as a mistake"
    case .upscaledPhoto: "a photo enlarged more than 1.5 times looks soft"
    case .missingAlt: "screen readers and search say what alt says"
    case .notLookedInto:
      "a finished slide is only pixels; to look into it, Flint lays it out again from its template"
    }
  }

  /// Where the rule comes from.
  public var source: String {
    switch self {
    case .cannotDraw, .templateWarning, .missingFile, .changedFile, .cutText,
      .overlappingText, .inkCollision, .inkClipped, .mixedFontsInWord,
      .publishedCode, .notLookedInto:
      "Flint"
    case .slideCount:
      "developers.tiktok.com, Content Posting API, photo post: at most 35; a carousel has two"
    case .pixelSize:
      "Business API, photo publish: at most 1080x1920 or 1920x1080; Ads API, carousel: at most "
        + "1242x2340"
    case .fileFormat:
      "developers.tiktok.com, media transfer guide: JPEG or WebP; Ads API, carousel: JPG or PNG"
    case .fileBytes:
      "developers.tiktok.com, media transfer guide: 20 MB; Ads API, carousel: 50 MB"
    case .titleLength, .captionLength:
      "developers.tiktok.com, Content Posting API, photo post, 2026-09"
    case .hashtagCount: "reported from in-app notices since August 2025; no page of TikTok's"
    case .missingDisclosure, .unknownDisclosure:
      "developers.tiktok.com, content sharing guidelines"
    case .safeZone: "data/safe-zones.yaml, which names its own sources"
    case .contrast: "WCAG 2.2, 1.4.3; large is 24 CSS px, bold 18.7, on a phone 390 CSS px wide"
    case .smallType: "36 px of 1080 are 13 CSS px on a phone 390 CSS px wide"
    case .upscaledPhoto: "resampling: more than 1.5 times invents every second pixel"
    case .missingAlt: "WCAG 2.2, 1.1.1"
    }
  }
}
