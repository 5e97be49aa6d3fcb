/// What CSS has and the profile has not, with the nearest way to the same look.
enum UnsupportedProperties {
  /// The remedy by property name.
  package static func hint(for name: String) -> String? {
    if let hint = hints[name] { return hint }
    for (prefix, hint) in prefixes where name.hasPrefix(prefix) { return hint }
    return nil
  }

  /// The remedy for a value of a supported property, by keyword or function name.
  package static func hint(for name: String, value: String) -> String? { valueHints[name]?[value] }

  private static let still = "a slide is a still picture; remove it"
  private static let noPointer = "a slide is a picture that nobody clicks; remove it"
  private static let notYet = "not supported yet"
  private static let flat = "a slide is flat; use translate, scale, rotate, skew or matrix"
  private static let horizontal = "lines are horizontal; use direction or dir for right-to-left"

  private static let hints: [String: String] = [
    "float": "use display: flex", "clear": "use display: flex",
    "transform-style": flat, "transform-box": "shapes refer to the border box; remove it",
    "background-blend-mode": "\(notYet); use mix-blend-mode on an element above",
    "clip": "use overflow: hidden",
    "columns": "use display: flex", "column-count": "use display: flex",
    "column-width": "use display: flex", "column-rule": "use a border",
    "grid-gap": "use gap", "grid-row-gap": "use row-gap",
    "grid-column-gap": "use column-gap",
    "outline": "use border or box-shadow: 0 0 0 4px teal", "outline-offset": "use box-shadow",
    "cursor": noPointer, "pointer-events": noPointer, "user-select": noPointer,
    "-webkit-user-select": noPointer, "touch-action": noPointer, "resize": noPointer,
    "appearance": noPointer, "-webkit-appearance": noPointer, "caret-color": noPointer,
    "accent-color": noPointer, "will-change": still, "transition": still, "animation": still,
    "perspective": flat, "perspective-origin": flat, "backface-visibility": flat,
    "zoom": "use font-size and px",
    "background-attachment": "a slide does not scroll; remove it",
    "background-position-x": "use background-position",
    "background-position-y": "use background-position",
    "font-stretch": "use font-variation-settings: \"wdth\" 80",
    "font-width": "use font-variation-settings: \"wdth\" 80",
    "font-variant": "use font-variant-numeric or font-feature-settings",
    "font-variant-caps": "use font-feature-settings: \"smcp\"",
    "font-variant-position": "use sub or sup", "font-synthesis": "fonts are never synthesized",
    "font-optical-sizing": "use font-variation-settings: \"opsz\" 48",
    "font-size-adjust": "use font-size", "font-display": "only @font-face has it",
    "font-smooth": "text is always smoothed; remove it",
    "-webkit-font-smoothing": "text is always smoothed; remove it",
    "-moz-osx-font-smoothing": "text is always smoothed; remove it",
    "text-rendering": "text is always shaped with kerning and ligatures; remove it",
    "text-size-adjust": "remove it", "-webkit-text-size-adjust": "remove it",
    "line-clamp": "use -webkit-line-clamp with display: -webkit-box",
    "text-underline-position": "use text-underline-offset",
    "text-align-last": "use text-align", "text-justify": "use text-align: justify",
    "text-emphasis": notYet, "-webkit-hyphens": "use hyphens",
    "hanging-punctuation": notYet,
    "initial-letter": "use font-size on a span", "writing-mode": horizontal,
    "text-orientation": horizontal, "quotes": "write the quotation marks into the page",
    "contain": "remove it", "content-visibility": "remove it",
    "all": "set the properties one by one",
    "image-rendering": "pictures are always resampled smoothly; remove it",
    "image-orientation": "a photo's own orientation is always followed; remove it",
    "border-collapse": "tables are not supported; use display: flex",
    "border-spacing": "tables are not supported; use display: flex with gap",
    "table-layout": "tables are not supported; use display: flex",
    "caption-side": "tables are not supported; use figcaption",
    "empty-cells": "tables are not supported; use display: flex",
    "border-image": "use a background gradient under padding",
    "object-view-box": "use -flint-focus",
    "color-scheme": "remove it", "orphans": "remove it", "widows": "use text-wrap: pretty",
    "page": "remove it", "size": "the slide's size is an option of the command",
    "ruby-position": notYet, "src": "only @font-face has it",
    "unicode-range": "only @font-face has it",
    "text-box-trim": "use line-height and margins", "text-box": "use line-height and margins",
    "shape-outside": "use display: flex", "-webkit-box-flex": "use flex",
    "-webkit-box-pack": "use justify-content", "-webkit-box-align": "use align-items",
  ]

  /// Whole families; the first that fits answers.
  private static let prefixes: KeyValuePairs<String, String> = [
    "animation-": still, "transition-": still,
    "column-rule-": "use a border", "outline-": "use border or box-shadow",
    "mask-border": "use mask-image", "-webkit-mask-box": "use mask-image",
    "-webkit-mask-composite": "use mask-composite",
    "scroll-": "a slide does not scroll; remove it",
    "overscroll-": "a slide does not scroll; remove it",
    "border-image-": "use a background gradient under padding",
    "break-": "slides have no pages; remove it",
    "page-break-": "slides have no pages; remove it", "offset-": notYet,
    "text-emphasis-": notYet, "view-transition-": still,
  ]

  private static let grids = [
    "subgrid": "not supported; give the inner grid the same columns",
    "masonry": "not supported; use columns of display: flex",
  ]
  private static let table = "tables are not supported; use display: flex"
  private static let scrolls = "a slide does not scroll; use hidden"

  private static let valueHints: [String: [String: String]] = [
    "transform": [
      "translate3d": flat, "translatez": flat, "scale3d": flat, "scalez": flat, "rotate3d": flat,
      "rotatex": flat, "rotatey": flat, "matrix3d": flat, "perspective": flat,
    ],
    "filter": ["url": filters], "backdrop-filter": ["url": filters],
    "clip-path": [
      "path": shapes, "shape": shapes, "url": shapes, "rect": "use inset()", "xywh": "use inset()",
      "margin-box": "use border-box", "fill-box": "use content-box",
      "stroke-box": "use border-box", "view-box": "use border-box",
    ],
    "mask": maskValues, "mask-mode": maskValues, "mask-clip": maskValues,
    "mask-origin": maskValues,
    "rotate": ["x": flat, "y": flat, "z": "write the angle alone"],
    "content": [
      "url": "use content: \"\" and a background-image with a size",
      "open-quote": "write the mark: content: \"\\201C\"",
      "close-quote": "write the mark: content: \"\\201D\"", "no-open-quote": "remove it",
      "no-close-quote": "remove it", "image-set": "use content: \"\" and a background-image",
    ],
    "counter-reset": ["reversed": "count with counter-increment: NAME -1"],
    "display": [
      "table": table, "inline-table": table,
      "table-row": table, "table-cell": table, "flow-root": "use display: flex or overflow: hidden",
      "contents": "remove the element, or make it a flex container",
      "ruby": "not supported yet",
    ],
    "position": [
      "fixed": "a slide does not scroll; use absolute",
      "sticky": "a slide does not scroll; use relative", "-webkit-sticky": "use relative",
    ],
    "overflow": ["auto": scrolls, "scroll": scrolls, "clip": "use hidden"],
    "overflow-x": ["auto": scrolls, "scroll": scrolls, "clip": "use hidden"],
    "overflow-y": ["auto": scrolls, "scroll": scrolls, "clip": "use hidden"],
    "grid-template-columns": grids, "grid-template-rows": grids, "grid-template": grids,
    "grid": grids, "visibility": ["collapse": "use hidden, or display: none"],
    "background": [
      "text": "use background-clip: text after it", "fixed": "a slide does not scroll",
    ],
    "width": stretches, "height": stretches, "min-width": stretches, "min-height": stretches,
    "word-break": [
      "break-word": "use overflow-wrap: anywhere", "auto-phrase": "use text-wrap: pretty",
    ],
    "white-space": ["pre-nowrap": "use pre"],
    "hyphens": ["auto": "write &shy; where a word may break"],
    "text-align": [
      "match-parent": "leave text-align out, it is inherited",
      "-webkit-center": "use center", "justify-all": "use justify",
    ],
    "unicode-bidi": [
      "embed": "use isolate", "bidi-override": "write the text in its reading order",
      "isolate-override": "write the text in its reading order",
      "plaintext": "write dir=\"auto\" on the element",
    ],
    "font-style": ["oblique": "write oblique without an angle"],
    "align-items": safely, "align-self": safely, "justify-content": safely,
    "justify-items": safely, "justify-self": safely,
    "align-content": safely,
    "list-style-position": ["inside": "markers stand outside; write the marker into the text"],
    "list-style": ["inside": "markers stand outside; write the marker into the text"],
    "-webkit-box-orient": ["horizontal": "use display: flex"],
    "text-transform": ["full-width": "write the characters so"],
    "border-style": lineStyles, "border": lineStyles, "border-top": lineStyles,
    "border-right": lineStyles, "border-bottom": lineStyles, "border-left": lineStyles,
    "border-top-style": lineStyles, "border-right-style": lineStyles,
    "border-bottom-style": lineStyles, "border-left-style": lineStyles,
  ]

  private static let stretches = [
    "stretch": "use 100%, or align-self: stretch in a flex container",
    "-webkit-fill-available": "use 100%", "-moz-available": "use 100%",
    "-webkit-max-content": "use max-content", "-webkit-min-content": "use min-content",
    "-webkit-fit-content": "use fit-content",
    "calc-size": "use calc()", "anchor-size": "use a length",
    "fit-content": "use fit-content "
      + "without an argument, and max-width",
  ]
  private static let filters = "SVG's filters are not supported; use functions such as blur(8px)"
  private static let shapes = "use inset(), circle(), ellipse() or polygon()"
  private static let maskValues = [
    "luminance": "masks go by alpha; use transparent instead of black",
    "no-clip": "use border-box", "fill-box": "use content-box", "stroke-box": "use border-box",
    "view-box": "use border-box", "element": "use a gradient",
  ]
  private static let safely = [
    "safe": "remove safe", "unsafe": "remove unsafe",
    "anchor-center": "use center", "legacy": "remove legacy",
  ]
  private static let lineStyles = [
    "groove": "use solid", "ridge": "use solid", "inset": "use solid", "outset": "use solid",
    "hidden": "use none",
  ]
}
