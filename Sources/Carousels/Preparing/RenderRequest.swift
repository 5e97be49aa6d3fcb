public import Diagnostics
public import Feeds
import Files
public import Templates

/// What `flint render` was asked for, understood.
public enum RenderRequest {
  /// A page without a template.
  case page(path: String)
  /// A template, named or found in a post file, with the row for it.
  case template(
    name: String, at: SourceLocation?, row: Row, size: SlideSize?, kit: String?,
    words: PostWords)

  /// Above any post file; the reader has its own budgets within.
  private static let fileLimit = 2 << 20

  /// - Parameters:
  ///   - subject: a page (`.html`), a post file (`.yaml`) that names its template, or a template.
  ///   - data: a file of values for a template.
  ///   - sample: the name of one of the template's sample rows; empty for the first.
  ///   - assignments: `key=value`.
  public static func parse(
    subject: String, data: String?, sample: String?, assignments: [String], in workspace: Workspace
  ) throws(DiagnosticsError) -> RenderRequest {
    let cells = try Row.assignments(assignments)
    if subject.hasSuffix(".html") || subject.hasSuffix(".htm") {
      guard data == nil, sample == nil, cells.isEmpty else {
        throw DiagnosticsError(.pageTakesNoData(subject))
      }
      return .page(path: subject)
    }
    if subject.hasSuffix(".yaml") || subject.hasSuffix(".yml") {
      guard data == nil, sample == nil else { throw DiagnosticsError(.postFileIsData(subject)) }
      let post = try postFile(subject)
      guard let template = post.template else {
        throw DiagnosticsError(.postFileWithoutTemplate(subject, at: post.row.location))
      }
      return try request(template.text, at: template.location, post: post, cells: cells)
    }
    if let data {
      guard sample == nil else { throw DiagnosticsError(.dataAndSample()) }
      return try request(subject, at: nil, post: try postFile(data), cells: cells)
    }
    if let sample {
      return try sampleRequest(subject, named: sample, cells: cells, in: workspace)
    }
    let row = Row(key: nil, cells: [], location: Row.commandLine).replacing(cells)
    return .template(name: subject, at: nil, row: row, size: nil, kit: nil, words: PostWords())
  }

  static func postFile(_ path: String) throws(DiagnosticsError) -> PostFile {
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try FileSystem.read(path, limit: fileLimit)
    } catch {
      throw DiagnosticsError(error)
    }
    return try PostFile.parse(bytes, file: path)
  }

  private static func request(
    _ template: String, at location: SourceLocation?, post: PostFile,
    cells: [(name: String, cell: Row.Cell)]
  ) throws(DiagnosticsError) -> RenderRequest {
    var size: SlideSize?
    if let setting = post.size {
      size = SlideSize(setting.text)
      if size == nil {
        throw DiagnosticsError(.notASize(setting.text, at: setting.location))
      }
    }
    return .template(
      name: template, at: location, row: post.row.replacing(cells), size: size,
      kit: post.kit?.text, words: PostWords(post))
  }

  private static func sampleRequest(
    _ name: String, named sample: String, cells: [(name: String, cell: Row.Cell)],
    in workspace: Workspace
  ) throws(DiagnosticsError) -> RenderRequest {
    let template: Template
    do {
      template = try Template.load(try Template.find(name, in: workspace.templateFolders))
    } catch let diagnostic as Diagnostic {
      throw DiagnosticsError(diagnostic)
    } catch let error as DiagnosticsError {
      throw error
    } catch {
      preconditionFailure("finding and loading a template throws diagnostics only")
    }
    let found =
      sample.isEmpty ? template.samples.first : template.samples.first { $0.name == sample }
    guard let found else {
      throw DiagnosticsError(
        .noSuchSample(sample, template: name, known: template.samples.map(\.name)))
    }
    var post = found.post
    post.row.key = "sample-\(found.name)"
    return try request(name, at: nil, post: post, cells: cells)
  }
}
