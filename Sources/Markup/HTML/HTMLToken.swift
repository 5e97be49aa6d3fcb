import Diagnostics

/// What the tree builder is handed, one at a time; comments and the doctype are left out.
enum HTMLToken: Equatable {
  case startTag(HTMLTag)
  /// `name` is lower case.
  case endTag(name: String, location: SourceLocation)
  /// `isBlank` when nothing but white space was written.
  case text(Text, isBlank: Bool)
  case end
}

struct HTMLTag: Equatable {
  /// Lower case.
  var name: String
  var attributes: [Attribute] = []
  /// Whether it was written `<name/>`.
  var isSelfClosing = false
  var location: SourceLocation
}
