/// Why a workbook cannot be read.
package enum WorkbookFault: Error, Equatable {
  /// An archive of something else.
  case notAWorkbook
  /// A part that it names, or must have, is not in it.
  case missingPart(String)
  /// XML that is none, with expat's words; or a value that the format does not have.
  case malformed(String, String)
  /// A document type, which could declare entities.
  case documentType(String)
  case tooDeep(String)
  case noSheet
  /// Rows, cells or texts beyond the budgets.
  case tooLarge
}
