public import Library
public import Posts

extension ResultsReport {
  /// What the library's ads did, as far as `scope` asks for it.
  public init(of reader: LibraryReader, scope: Scope, created: Moment) throws {
    var filter = ResultFilter()
    filter.brand = scope.brand
    filter.creator = scope.creator
    if scope.from != nil || scope.to != nil {
      let from = scope.from ?? Self.firstDay
      filter.days = from...max(from, scope.to ?? Self.lastDay)
    }
    let named = try reader.brands().compactMap { brand in brand.name.map { (brand.key, $0) } }
    self.init(
      try reader.results(filter), scope: scope,
      brandNames: Dictionary(named) { first, _ in first }, created: created)
    // Brands that the creator never worked for have nothing but In-Feed ads to show.
    if scope.creator != nil { brands.removeAll { $0.spark.ads == 0 } }
  }

  /// The ends of the calendar that `Day` writes.
  private static let firstDay = Day("0001-01-01") ?? Day(number: 0)
  private static let lastDay = Day("9999-12-31") ?? Day(number: 0)
}
