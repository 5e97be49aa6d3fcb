public import Diagnostics
import Feeds
import Files
import Markup
import Posts
import YAMLText

extension Template {
  static let manifestName = "template.yaml"
  static let pageName = "slides.html"
  static let sampleName = "sample.yaml"

  /// Reads and checks a template's folder; expressions are read once, for all rows.
  ///
  /// - Throws: all problems of all its files at once.
  public static func load(_ folder: String) throws(DiagnosticsError) -> Template {
    var log = DiagnosticLog()
    let manifest = readManifest(of: folder, log: &log)
    let samples = readSamples(of: folder, log: &log)
    let document = readPage(of: folder, log: &log)
    let sheets = StyleSheet.read(document?.styleSources ?? [], inside: folder, log: &log)

    var compiler = PageCompiler(
      fields: manifest?.fields ?? [], labels: manifest?.labels.map(\.name) ?? [], folder: folder)
    // Without the fields every name in the page would be reported as unknown.
    let page = manifest == nil ? nil : document.map { compiler.compile($0) }
    var caption: [TextPiece] = []
    if let text = manifest?.caption, let place = manifest?.captionLocation {
      caption = compiler.text(text, at: SourceLocation(file: place.file, line: place.line))
    }
    let labels = compile(manifest?.labels ?? [], with: &compiler)
    log.add(contentsOf: compiler.log.diagnostics)
    if let manifest, let page {
      checkTranslations(manifest, own: page.root.element[attribute: "lang"] ?? "", log: &log)
      for (index, label) in manifest.labels.enumerated()
      where !compiler.usedLabels.contains(index) {
        log.add(.unusedLabel(label))
      }
      if page.slides.isEmpty { log.add(.noSlides(at: page.root.element.location)) }
      for (index, field) in manifest.fields.enumerated()
      where !compiler.usedFields.contains(index) {
        log.add(.unusedField(field))
      }
    }
    var digest = ""
    do throws(Diagnostic) {
      // A fault that was reported would be found here again, without its place.
      if !log.hasErrors { digest = try TemplateFolder.digest(of: folder) }
    } catch {
      log.add(error)
    }
    try log.throwIfErrors()
    guard let manifest, let document, let page else {
      preconditionFailure("what could not be read has an error")
    }
    return Template(
      folder: folder, manifest: manifest, styleSheets: sheets, slides: page.slides,
      samples: samples, digest: digest, warnings: log.sorted,
      styleSources: document.styleSources, page: page, caption: caption,
      labels: labels)
  }

  private static func compile(
    _ labels: [WrittenLabel], with compiler: inout PageCompiler
  ) -> [Label] {
    labels.map { label in
      Label(
        name: label.name, location: label.location,
        standard: label.translations.texts.first?.text ?? "",
        texts: label.translations.texts.map {
          // Inside a YAML text, columns are not those of the file.
          let line = SourceLocation(file: $0.location.file, line: $0.location.line)
          return ($0.language, compiler.text($0.text, at: line, ofLabel: true))
        })
    }
  }

  /// A label is in the page's language, and all texts are in the same ones.
  private static func checkTranslations(
    _ manifest: TemplateManifest, own: String, log: inout DiagnosticLog
  ) {
    var texts = manifest.labels.map {
      (what: "the label \"\($0.name)\"", languages: $0.translations.languages, at: $0.location)
    }
    for field in manifest.fields where !field.translations.isEmpty {
      texts.append(("the default of \"\(field.name)\"", field.languages, field.location))
    }
    var all: [String] = []
    for tag in texts.flatMap({ $0.languages.map(\.tag) }) where !all.contains(tag) {
      all.append(tag)
    }
    for text in texts {
      let missing = all.filter { tag in !text.languages.contains { $0.tag == tag } }
      if !missing.isEmpty { log.add(.translationsMissing(text.what, missing, at: text.at)) }
    }
    guard let own = Language(own) else { return }
    for label in manifest.labels
    where own.best(of: label.translations.languages.map { ($0, true) }) == nil {
      log.add(.notInThePagesLanguage(label.name, language: own.tag, at: label.location))
    }
  }

  /// Nil after reporting a file that cannot be read at all.
  static func readManifest(of folder: String, log: inout DiagnosticLog) -> TemplateManifest? {
    let path = FilePath.join(folder, manifestName)
    do {
      guard FileSystem.fileExists(path) else { throw Diagnostic.notATemplate(folder) }
      let bytes = try FileSystem.read(path, limit: TemplateFolder.maximumTextBytes)
      let node = try YAMLNode.parse(bytes, file: path)
      // The real folder has a name even when it was given as `.`.
      let real = try FileSystem.realPath(of: folder)
      return TemplateManifest(node, folder: folder, name: FilePath.name(of: real), log: &log)
    } catch {
      log.add(contentsOf: Self.diagnostics(of: error))
      return nil
    }
  }

  private static func readSamples(
    of folder: String, log: inout DiagnosticLog
  ) -> [(name: String, post: PostFile)] {
    let path = FilePath.join(folder, sampleName)
    guard FileSystem.fileExists(path) else { return [] }
    do {
      let bytes = try FileSystem.read(path, limit: TemplateFolder.maximumTextBytes)
      return try SampleFile.parse(bytes, file: path).samples
    } catch {
      log.add(contentsOf: Self.diagnostics(of: error))
      return []
    }
  }

  private static func readPage(of folder: String, log: inout DiagnosticLog) -> Document? {
    let path = FilePath.join(folder, pageName)
    // Without the folder, one report is enough.
    guard FileSystem.folderExists(folder) else { return nil }
    do throws(Diagnostic) {
      let bytes = try FileSystem.read(path, limit: TemplateFolder.maximumTextBytes)
      let (document, diagnostics) = Document.parse(bytes, file: path)
      log.add(contentsOf: diagnostics)
      return document
    } catch {
      log.add(error)
      return nil
    }
  }

  static func diagnostics(of error: any Error) -> [Diagnostic] {
    switch error {
    case let error as DiagnosticsError: error.diagnostics
    case let error as Diagnostic: [error]
    default: [.error("\(error)")]
    }
  }
}
