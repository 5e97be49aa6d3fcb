import Diagnostics
import Posts

extension FeedReader {
  /// More points than a carousel has slides for.
  static let maximumBullets = 12

  /// One product from its lines: the product's own, those of its variants and further images.
  func shopifyItem(_ records: [FeedRecord]) -> FeedItem {
    var problems = records.flatMap(\.problems)
    let first = records[0]
    var handle = first.text(shopify.handle)
    let product = productRecord(records, handle: handle, &problems)
    let title = product.text(shopify.title)
    if handle.isEmpty {
      handle = Self.handle(fromTitle: title)
      problems.append(.madeHandle(handle, at: first.location(shopify.handle)))
    }
    let key = handle.isEmpty ? nil : handle
    func item(_ outcome: FeedItem.Outcome) -> FeedItem {
      FeedItem(outcome: outcome, key: key, location: product.location, diagnostics: problems)
    }

    if !options.includesUnpublished, let reason = reasonToSkip(product) {
      problems.append(.skipped(handle, reason: reason.text, at: reason.location))
      return item(.skipped)
    }

    var cells = textCells(records, product: product)
    cells += priceCells(records, handle: handle, &problems)
    cells += imageCells(records, handle: handle, product: product, &problems)
    cells += optionCells(records)
    if let key {
      cells.append(("handle", Row.Cell(.text(key), at: product.location(shopify.handle))))
    }
    for (field, index) in mapped {
      cells.removeAll { $0.name == field }
      if let cell = firstCell(records, product: product, index) { cells.append((field, cell)) }
    }
    if problems.contains(where: { $0.severity == .error }) { return item(.refused) }
    return item(.row(Row(key: key, cells: cells, location: product.location)))
  }

  /// The line with the title; it is the first in a file nobody has sorted.
  private func productRecord(
    _ records: [FeedRecord], handle: String, _ problems: inout [Diagnostic]
  ) -> FeedRecord {
    guard let index = records.firstIndex(where: { !$0.text(shopify.title).isEmpty }) else {
      if !handle.isEmpty {
        problems.append(.productWithoutTitle(handle, at: records[0].location(shopify.title)))
      }
      return records[0]
    }
    let product = records[index]
    if index > 0 {
      problems.append(
        .variantBeforeProduct(handle, productLine: product.line, at: records[0].location))
    }
    let title = product.text(shopify.title)
    for record in records[(index + 1)...] {
      let other = record.text(shopify.title)
      if !other.isEmpty, other != title {
        problems.append(
          .secondTitle(other, used: title, handle: handle, at: record.location(shopify.title)))
      }
    }
    return product
  }

  private func reasonToSkip(_ product: FeedRecord) -> (text: String, location: SourceLocation)? {
    let status = product.text(shopify.status).lowercased()
    if status == "draft" || status == "archived" {
      return ("is \(status == "draft" ? "a draft" : status)", product.location(shopify.status))
    }
    let published = product.text(shopify.published).lowercased()
    if ["false", "no", "0"].contains(published) {
      return ("is not published", product.location(shopify.published))
    }
    return nil
  }

  /// The product line's cell, or the first of another line.
  private func firstCell(
    _ records: [FeedRecord], product: FeedRecord, _ index: Int?
  ) -> Row.Cell? {
    product.cell(index) ?? records.lazy.compactMap { $0.cell(index) }.first
  }

  private func textCells(
    _ records: [FeedRecord], product: FeedRecord
  ) -> [(name: String, cell: Row.Cell)] {
    var cells: [(name: String, cell: Row.Cell)] = []
    func add(_ name: String, _ value: Row.Cell.Value, at place: SourceLocation) {
      cells.append((name, Row.Cell(value, at: place)))
    }
    func list(_ texts: [String], at place: SourceLocation) -> Row.Cell.Value {
      .list(texts.map { Row.Cell(.text($0), at: place) })
    }
    let plain = [
      ("title", shopify.title), ("brand", shopify.vendor), ("category", shopify.category),
      ("type", shopify.type),
    ]
    for (name, index) in plain {
      if let cell = firstCell(records, product: product, index) { cells.append((name, cell)) }
    }
    if let body = firstCell(records, product: product, shopify.body),
      case .text(let html) = body.value
    {
      let text = HTMLText(html)
      if !text.description.isEmpty {
        add("description", .text(text.description), at: body.location)
        add(
          "bullets", list(text.bullets(limit: Self.maximumBullets), at: body.location),
          at: body.location)
      }
    }
    if let tags = firstCell(records, product: product, shopify.tags),
      case .text(let joined) = tags.value
    {
      let names = joined.split(separator: ",").map { String($0).trimmingSpaces() }
      add("tags", list(names.filter { !$0.isEmpty }, at: tags.location), at: tags.location)
    }
    for (name, index) in [("sku", shopify.sku), ("barcode", shopify.barcode)] {
      if let cell = firstCell(records, product: product, index) { cells.append((name, cell)) }
    }
    return cells
  }

  /// Each option with the values its variants have: `Color: Gold, Silver`.
  private func optionCells(_ records: [FeedRecord]) -> [(name: String, cell: Row.Cell)] {
    var items: [Row.Cell] = []
    for (nameColumn, valueColumn) in shopify.options {
      guard let name = records.lazy.compactMap({ $0.cell(nameColumn) }).first,
        case .text(let label) = name.value
      else { continue }
      var values: [String] = []
      var seen: Set<String> = []
      for record in records {
        let value = record.text(valueColumn)
        if !value.isEmpty, seen.insert(value).inserted { values.append(value) }
      }
      // What Shopify writes for a product without options.
      if values.isEmpty || (label == "Title" && values == ["Default Title"]) { continue }
      items.append(
        Row.Cell(.text("\(label): \(values.joined(separator: ", "))"), at: name.location))
    }
    return items.first.map { [("options", Row.Cell(.list(items), at: $0.location))] } ?? []
  }

  /// `Clay Plant Pot` → `clay-plant-pot`, as Shopify makes handles.
  static func handle(fromTitle title: String) -> String {
    fieldName(ofColumn: title).split(separator: "_").joined(separator: "-")
  }
}
