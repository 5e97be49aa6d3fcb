/// The words of CSS's syntax that the profile has, and those it answers with a remedy.
enum CSSProfile {
  static let mediaFeatures: [String: MediaQuery.Feature] = [
    "width": .width, "height": .height, "aspect-ratio": .aspectRatio, "orientation": .orientation,
  ]

  /// Other features of Media Queries 5: right in a browser, without meaning for a picture.
  static let otherMediaFeatures: Set<String> = [
    "any-hover", "any-pointer", "color", "color-gamut", "color-index", "device-aspect-ratio",
    "device-height", "device-width", "display-mode", "dynamic-range", "forced-colors", "grid",
    "hover", "inverted-colors", "max-resolution", "min-resolution", "monochrome",
    "overflow-block", "overflow-inline", "pointer", "prefers-color-scheme", "prefers-contrast",
    "prefers-reduced-data", "prefers-reduced-motion", "prefers-reduced-transparency",
    "resolution", "scan", "scripting", "update", "-webkit-device-pixel-ratio",
    "-webkit-min-device-pixel-ratio",
  ]

  /// CSS Values 4 §6; `em` and `rem` are the initial font size here (Media Queries 4 §1.3).
  static let pxPerMediaUnit: [String: Double] = [
    "px": 1, "em": 16, "rem": 16, "in": 96, "cm": 96 / 2.54, "mm": 9.6 / 2.54, "q": 2.4 / 2.54,
    "pt": 96.0 / 72, "pc": 16,
  ]

  static let atRules = ["media", "font-face", "import"]

  /// Remedies for the at-rules outside the profile; vendor prefixes left off.
  static let atRuleRemedies: [String: String] = [
    "keyframes": "a slide is a still picture: remove the animation",
    "supports": "write its rules without the condition",
    "layer": "write its rules without the layer, in the order they should apply",
    "container": "use @media: the viewport is the slide's size",
    "scope": "begin its selectors with the scope's class",
    "page": "the slide's size comes from the template or from --size",
    "property": "give the custom property its value on :root",
    "namespace": "remove it; pages have only HTML elements",
    "font-feature-values": "use font-feature-settings",
    "font-palette-values": "remove it; color fonts keep their own colors",
    "counter-style": "write the markers as text",
    "starting-style": "a slide is a still picture: remove it",
    "view-transition": "a slide is a still picture: remove it",
    "position-try": "use position: absolute with inset",
    "tailwind": "link the finished CSS, not its source",
    "apply": "write the declarations themselves",
    "mixin": "write the declarations themselves",
    "include": "write the declarations themselves; Sass has to be compiled first",
    "use": "link the compiled CSS; Sass has to be compiled first",
    "extend": "add the selector to the rule; Sass has to be compiled first",
  ]

  static let pseudoClasses =
    plainPseudoClasses + functionalPseudoClasses.map { "\($0)()" }

  static let plainPseudoClasses = [
    "root", "first-child", "last-child", "only-child", "first-of-type", "last-of-type",
    "only-of-type", "empty",
  ]

  static let functionalPseudoClasses = [
    "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type", "not", "is", "where",
    "lang", "dir",
  ]

  /// Pseudo-classes of a page in use; a slide is never hovered, visited or filled in.
  static let interactivePseudoClasses: Set<String> = [
    "active", "any-link", "autofill", "checked", "default", "disabled", "enabled", "focus",
    "focus-visible", "focus-within", "fullscreen", "hover", "in-range", "indeterminate",
    "invalid", "link", "local-link", "modal", "open", "optional", "out-of-range", "paused",
    "placeholder-shown", "playing", "popover-open", "read-only", "read-write", "required",
    "target", "user-invalid", "user-valid", "valid", "visited",
  ]

  static let pseudoClassRemedies: [String: String] = [
    "has": "give the element a class, or leave it out with data-if",
    "host": "use :root",
    "scope": "use :root",
    "defined": "remove it",
  ]

  static let pseudoElementRemedies: [String: String] = [
    "marker": "use list-style-type: none and li::before",
    "backdrop": "use an element with a background",
    "selection": "a slide is a still picture: remove the rule",
    "placeholder": "a slide is a still picture: remove the rule",
    "file-selector-button": "a slide is a still picture: remove the rule",
    "-webkit-scrollbar": "a slide does not scroll: remove the rule",
  ]

  static let pseudoElements: Set<String> = [
    "after", "backdrop", "before", "cue", "file-selector-button", "first-letter", "first-line",
    "grammar-error", "highlight", "marker", "part", "placeholder", "selection", "slotted",
    "spelling-error", "target-text", "-webkit-scrollbar", "-moz-selection",
  ]
}
