import Diagnostics
import Handoff
import Ledger
import Posts

/// What `flint post export` and `flint post import` print for programs.
struct ExportsJSON: Encodable {
  /// Whether nothing was written.
  var isPlan: Bool
  var exports: [ExportJSON]
  var failed: [FailedExportJSON]
}

struct ExportJSON: Encodable {
  var post: String
  var target: String
  var path: String
  var files: [String]
  var withCode: Bool
  var problems: [DiagnosticJSON]

  init(_ exported: PostExport.Exported, _ target: HandoffTarget) {
    post = exported.post.text
    self.target = target.rawValue
    path = exported.path
    files = exported.files
    withCode = exported.withCode
    problems = exported.warnings.map(DiagnosticJSON.init)
  }
}

struct FailedExportJSON: Encodable {
  var post: String
  var problems: [DiagnosticJSON]

  init(post: String, problems: [Diagnostic]) {
    self.post = post
    self.problems = problems.map(DiagnosticJSON.init)
  }
}

struct SheetJSON: Encodable {
  struct Row: Encodable {
    var post: String
    var authorization: String
  }

  var path: String
  var withCode: Bool
  var codes: [Row]
  var problems: [DiagnosticJSON]

  init(_ sheet: CodeSheet, _ path: String, withCodes: Bool) {
    self.path = path
    withCode = withCodes
    codes = sheet.rows.map { Row(post: $0.post.text, authorization: $0.authorization.text) }
    problems = sheet.warnings.map(DiagnosticJSON.init)
  }
}

struct ImportsJSON: Encodable {
  /// Whether nothing was written.
  var isPlan: Bool
  var imports: [ImportJSON]
  var failed: [FailedImportJSON]
}

struct ImportJSON: Encodable {
  var file: String
  var post: String
  var isNew: Bool
  var authorization: String?
  var agreement: String?
  var changes: [String]
  var problems: [DiagnosticJSON]

  init(_ file: String, _ imported: PostImport.Imported) {
    self.file = file
    post = imported.post.text
    isNew = imported.isNew
    authorization = imported.authorization?.text
    agreement = imported.agreement?.text
    changes = imported.changes
    problems = imported.warnings.map(DiagnosticJSON.init)
  }
}

struct FailedImportJSON: Encodable {
  var file: String
  var problems: [DiagnosticJSON]

  init(file: String, problems: [Diagnostic]) {
    self.file = CodeMask.hiding(file)
    self.problems = problems.map(DiagnosticJSON.init)
  }
}
