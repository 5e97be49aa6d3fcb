package import Diagnostics

/// The columns of a feed by name.
package struct CSVHeader {
  /// As written, without white space around; may hold empty names.
  package let names: [String]
  package let locations: [SourceLocation]
  private let indexByName: [String: Int]

  /// - Throws: when no column has a name, or two have the same.
  package init(_ fields: [CSVReader.Field], reader: CSVReader) throws(DiagnosticsError) {
    names = fields.map { reader.text($0) }
    locations = fields.map { reader.location(of: $0) }
    var log = DiagnosticLog()
    var indexByName: [String: Int] = [:]
    for (index, name) in names.enumerated() where !name.isEmpty {
      if let first = indexByName[name] {
        log.add(.duplicateColumn(name, first: locations[first], at: locations[index]))
      } else {
        indexByName[name] = index
      }
    }
    if indexByName.isEmpty { log.add(.noHeader(at: locations[0])) }
    self.indexByName = indexByName
    try log.throwIfErrors()
  }

  /// By exact name, else by the same name in other letter case.
  package func index(of name: String) -> Int? {
    if let index = indexByName[name] { return index }
    let wanted = name.lowercased()
    return names.firstIndex { $0.lowercased() == wanted }
  }
}
