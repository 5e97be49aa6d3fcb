import Diagnostics

extension FeedReader {
  /// `image` (the first), `images` (all, by their position) and the first one's `image_alt`.
  func imageCells(
    _ records: [FeedRecord], handle: String, product: FeedRecord, _ problems: inout [Diagnostic]
  ) -> [(name: String, cell: Row.Cell)] {
    var found: [(position: Int, order: Int, cell: Row.Cell, alt: Row.Cell?)] = []
    for (order, record) in records.enumerated() {
      guard let cell = record.cell(shopify.image) else { continue }
      if found.contains(where: { $0.cell.value == cell.value }) { continue }
      let written = record.text(shopify.imagePosition)
      let position = Int(written)
      if position == nil, !written.isEmpty {
        problems.append(
          .imagePosition(written, at: record.location(shopify.imagePosition)))
      }
      found.append((position ?? .max, order, cell, record.cell(shopify.imageAlt)))
    }
    found.sort { ($0.position, $0.order) < ($1.position, $1.order) }
    if found.isEmpty, let cell = records.lazy.compactMap({ $0.cell(shopify.variantImage) }).first {
      found = [(1, 0, cell, nil)]
    }
    guard let first = found.first else {
      problems.append(.productWithoutImage(handle, at: product.location(shopify.image)))
      return []
    }
    var cells = [
      ("image", first.cell),
      ("images", Row.Cell(.list(found.map(\.cell)), at: first.cell.location)),
    ]
    if let alt = first.alt { cells.append(("image_alt", alt)) }
    return cells.map { (name: $0.0, cell: $0.1) }
  }
}
