public import Posts

/// How a row's values become a template's.
public struct BindOptions: Sendable {
  /// For amounts without a currency; ISO 4217.
  public var defaultCurrency: String
  /// Of rows that name none; nil goes by the script of their words.
  public var language: Language?
  /// Where image values are looked up; when empty, the folder of the file that holds the value.
  public var imageFolders: [String]
  /// For feeds: they have columns the template does not ask for, which a post file or `--set` should
  /// not; and lists they are made into (pictures, sentences) are cut at a field's limit, with a
  /// warning.
  public var allowsUnknownFields: Bool

  public init(
    defaultCurrency: String = "USD", language: Language? = nil, imageFolders: [String] = [],
    allowsUnknownFields: Bool = false
  ) {
    self.defaultCurrency = defaultCurrency
    self.language = language
    self.imageFolders = imageFolders
    self.allowsUnknownFields = allowsUnknownFields
  }
}
