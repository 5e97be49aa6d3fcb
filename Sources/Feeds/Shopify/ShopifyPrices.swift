import Diagnostics
import Posts

extension FeedReader {
  /// `price` of the cheapest variant, its own `compare_at_price`, and `price_varies` when others
  /// cost more.
  func priceCells(
    _ records: [FeedRecord], handle: String, _ problems: inout [Diagnostic]
  ) -> [(name: String, cell: Row.Cell)] {
    var lowest: (price: Money, record: FeedRecord)?
    var varies = false
    for record in records {
      let text = record.text(shopify.price)
      let place = record.location(shopify.price)
      if text.isEmpty {
        let isVariant = shopify.options.contains { !record.text($0.value).isEmpty }
        if isVariant { problems.append(.variantWithoutPrice(handle, at: place)) }
        continue
      }
      guard let price = amount(text, named: "price", at: place, &problems) else { continue }
      if let current = lowest, current.price != price { varies = true }
      if price.minorUnits < lowest?.price.minorUnits ?? .max { lowest = (price, record) }
    }
    guard let lowest else {
      if !problems.contains(where: { $0.severity == .error }) {
        problems.append(.productWithoutPrice(handle, at: records[0].location(shopify.price)))
      }
      return []
    }
    let place = lowest.record.location(shopify.price)
    if lowest.price.minorUnits == 0 { problems.append(.priceIsZero(handle, at: place)) }
    var cells: [(name: String, cell: Row.Cell)] = []
    cells.append(("price", Row.Cell(.text(lowest.record.text(shopify.price)), at: place)))
    if varies { cells.append(("price_varies", Row.Cell(.text("true"), at: place))) }

    let before = lowest.record.text(shopify.compareAtPrice)
    let beforePlace = lowest.record.location(shopify.compareAtPrice)
    guard !before.isEmpty,
      let compared = amount(before, named: "compare-at price", at: beforePlace, &problems),
      // Shops write 0 for none.
      compared.minorUnits != 0
    else { return cells }
    if compared.currency == lowest.price.currency, compared.minorUnits > lowest.price.minorUnits {
      cells.append(("compare_at_price", Row.Cell(.text(before), at: beforePlace)))
    } else {
      problems.append(
        .compareAtIsNotHigher(before, price: lowest.record.text(shopify.price), at: beforePlace))
    }
    return cells
  }

  private func amount(
    _ text: String, named name: String, at place: SourceLocation, _ problems: inout [Diagnostic]
  ) -> Money? {
    do throws(Money.ParseError) {
      let money = try Money.parse(text, defaultCurrency: options.defaultCurrency)
      if money.minorUnits >= 0 { return money }
      problems.append(.negativePrice(text, named: name, at: place))
    } catch {
      problems.append(.notAnAmount(text, named: name, error, at: place))
    }
    return nil
  }
}
