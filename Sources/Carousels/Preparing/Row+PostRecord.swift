import Diagnostics
package import Feeds
package import Library

extension Row {
  /// The row of a post that was drawn, with its place as the user once named it.
  package init(_ record: PostRecord.Row) {
    let parts = record.location.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.reversed().prefix(2).prefix { Int($0) != nil }.compactMap { Int($0) }
    let place = SourceLocation(
      file: parts.dropLast(numbers.count).joined(separator: ":"),
      line: max(0, numbers.last ?? 0))
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
