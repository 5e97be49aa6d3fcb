/// The elements and attributes of the profile, and a remedy for the others HTML has.
public enum HTMLProfile {
  /// Types of `<link>` that say something about the page and change nothing on it.
  static let inertLinkTypes: Set<String> = [
    "author", "canonical", "help", "license", "match", "mismatch", "next", "prev",
  ]

  static func isSupported(_ element: String) -> Bool { elementSet.contains(element) }

  /// Whether HTML has such an element, in the profile or not.
  static func isKnown(_ element: String) -> Bool {
    isSupported(element) || elementRemedies[element] != nil
  }

  static let elements = [
    "html", "head", "body", "title", "meta", "style", "link",
    "section", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "span", "strong", "em", "b", "i",
    "u", "s", "mark", "small", "br", "img", "ul", "ol", "li", "blockquote", "header", "footer",
    "figure", "figcaption", "a", "sup", "sub", "bdi", "svg",
  ]
  private static let elementSet = Set(elements)

  /// Elements that have neither content nor end tag, those outside the profile included.
  static let voidElements: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]

  /// Elements that belong in the head; one of them in front of the page's content opens it.
  static let headElements: Set<String> = ["title", "meta", "style", "link"]

  /// A start tag of these ends an open `p` (HTML §13.2.6.4.7).
  static let endsParagraph: Set<String> = [
    "address", "article", "aside", "blockquote", "center", "details", "dialog", "div", "dl",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "main", "nav", "ol", "p", "pre", "search", "section", "ul",
  ]

  static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

  /// Elements outside the profile whose content is skipped: one report says enough.
  static let skippedElements: Set<String> = [
    "applet", "audio", "canvas", "dl", "iframe", "math", "noscript", "object", "picture",
    "script", "select", "table", "template", "textarea", "video",
  ]

  static let elementRemedies: [String: String] = {
    var remedies: [String: String] = [:]
    for (names, remedy) in remedyGroups {
      for name in names.split(separator: " ") { remedies[String(name)] = remedy }
    }
    return remedies
  }()

  private static let remedyGroups: [(names: String, remedy: String)] = [
    ("script noscript", "slides run no scripts; fill in data with {{ field }}"),
    ("template slot", "use data-if and data-each"),
    ("math", "use an img with a picture file"),
    ("path rect circle ellipse line polyline polygon g", "put it inside an svg"),
    ("picture source", "use one img"),
    ("video audio track embed object param iframe canvas map area applet", "use an img"),
    (
      "table thead tbody tfoot tr td th caption colgroup col",
      "use div elements with display: flex"
    ),
    ("dl dt dd menu dir", "use ul and li, or div elements"),
    (
      "main article aside nav hgroup address details summary dialog search fieldset form",
      "use section or div"
    ),
    (
      "input button select option optgroup textarea label legend output progress meter datalist",
      "a slide is a picture: draw it with div and span"
    ),
    ("hr", "use a div with border-top"),
    ("pre listing xmp plaintext", "use a div with white-space: pre"),
    ("center", "use a div with text-align: center"),
    ("font big tt", "use a span with a class and CSS"),
    ("marquee blink", "a slide is a still picture: use a span"),
    ("strike del", "use s"),
    ("ins", "use u"),
    ("cite dfn var", "use em"),
    ("code kbd samp", "use a span with font-family"),
    ("q", "use a span, with the quotation marks as text"),
    ("abbr acronym time data", "use a span"),
    ("bdo", "write the text in its reading order; dir=\"rtl\" on a span sets its direction"),
    ("wbr", "use the character &ZeroWidthSpace;"),
    ("nobr", "use a span with white-space: nowrap"),
    ("ruby rt rp rb rtc", "use a span"),
    ("base", "write paths relative to the page"),
    ("frame frameset noframes noembed", "use section or div"),
    ("image", "use img"),
  ]

  // MARK: - Attributes

  static let globalAttributes = ["id", "class", "style", "lang", "dir", "title", "aria-hidden"]

  /// Attributes with a meaning on one element only.
  static let elementAttributes: [String: [String]] = [
    "img": ["src", "alt", "width", "height"],
    "a": ["href"],
    "link": ["rel", "href", "type"],
    "style": ["type"],
    "meta": ["charset", "name", "content", "http-equiv", "property"],
    "ol": ["start"],
    "li": ["value"],
  ]

  static func attributes(of element: String) -> [String] {
    globalAttributes
      + (isVector(element) ? vectorAttributes(of: element) : elementAttributes[element] ?? [])
  }

  static func isSupported(attribute: String, of element: String) -> Bool {
    attribute.hasPrefix("data-") && attribute.utf8.count > 5
      || globalAttributes.contains(attribute)
      || isVector(element) && isSupported(vectorAttribute: attribute, of: element)
      || elementAttributes[element]?.contains(attribute) == true
  }

  static func remedy(forAttribute attribute: String) -> String? {
    if attribute.hasPrefix("on") { return "slides run no scripts; remove it" }
    if attribute.hasPrefix("aria-") { return "it has no effect on a picture; remove it" }
    return attributeRemedies[attribute]
  }

  private static let attributeRemedies: [String: String] = [
    "srcset": "use src with the largest picture",
    "sizes": "use src with the largest picture",
    "loading": "pictures are always loaded; remove it",
    "decoding": "pictures are always loaded; remove it",
    "fetchpriority": "pictures are always loaded; remove it",
    "crossorigin": "pictures are local files; remove it",
    "referrerpolicy": "pictures are local files; remove it",
    "integrity": "style sheets are local files; remove it",
    "hidden": "use data-if, or display: none in CSS",
    "align": "use text-align in CSS",
    "valign": "use vertical-align or align-items in CSS",
    "bgcolor": "use background-color in CSS",
    "background": "use background-image in CSS",
    "color": "use color in CSS",
    "border": "use border in CSS",
    "width": "use width in CSS",
    "height": "use height in CSS",
    "face": "use font-family in CSS",
    "size": "use font-size in CSS",
    "media": "use @media inside the style sheet",
    "target": "a link on a picture leads nowhere; remove it",
    "rel": "a link on a picture leads nowhere; remove it",
    "download": "a link on a picture leads nowhere; remove it",
    "role": "it has no effect on a picture; remove it",
    "tabindex": "it has no effect on a picture; remove it",
    "contenteditable": "it has no effect on a picture; remove it",
    "draggable": "it has no effect on a picture; remove it",
    "translate": "it has no effect on a picture; remove it",
    "xmlns": "the page is HTML; remove it",
    "reversed": "number the items with value",
    "itemprop": "it has no effect on a picture; remove it",
  ]
}
