import Feeds
import Library

extension PostRecord.Row {
  init(of carousel: BoundCarousel) {
    self.init(carousel.row, photos: carousel.photos)
  }

  private init(_ row: Row, photos: [String: String]) {
    self.init(
      location: row.location,
      fields: Dictionary(
        row.cells.map { ($0.name, PostRecord.Value($0.cell)) },
        uniquingKeysWith: { first, _ in first }), photos: photos)
  }
}

extension PostRecord.Value {
  fileprivate init(_ cell: Row.Cell) {
    switch cell.value {
    case .text(let text): self = .text(text)
    case .list(let cells):
      self = .list(cells.map { if case .text(let text) = $0.value { text } else { "" } })
    }
  }
}

extension Row {
  /// The row of a post that was drawn, all its cells where the row once stood.
  init(_ record: PostRecord.Row) {
    let place = record.location
    let cells = record.fields.sorted { $0.key < $1.key }.map { name, value in
      let cell: Row.Cell =
        switch value {
        case .text(let text): Row.Cell(.text(text), at: place)
        case .list(let items):
          Row.Cell(.list(items.map { Row.Cell(.text($0), at: place) }), at: place)
        }
      return (name: name, cell: cell)
    }
    self.init(key: nil, cells: cells, location: place)
  }
}
