import ArgumentParser
import Carousels
import Console
import Diagnostics
import Files
import Library
import Typography

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what is missing and how to install it.",
    discussion: """
      Also names what stopped runs left in the library, beside it and in this folder.

      EXAMPLES:
        flint doctor
        flint doctor --json
      """)

  @Flag(help: "List every font file.") var fonts = false
  @OptionGroup var library: LibraryOption
  @Flag(help: "Print one JSON document.") var json = false

  func run() throws {
    try Report.run {
      let examination = try Examination(of: workspace())
      let leftovers = try leftovers()
      Report.show(examination.problems)
      Terminal.writeOutput(
        json
          ? try JSON.document(DoctorJSON(examination, leftovers: leftovers))
          : text(examination) + LibraryText.leftovers(leftovers))
      let isWell = examination.missing.isEmpty && examination.altered.isEmpty
      return isWell && examination.problems.isEmpty ? .done : .partly
    }
  }

  /// A backup that was stopped leaves its own where it was written, which is often here.
  private func leftovers() throws -> [String] {
    let inLibrary = LibraryFolder(path: library.folder).leftovers()
    let here = FileSystem.leftovers(in: try FileSystem.realPath(of: "."))
    return inLibrary + here.filter { !inLibrary.contains($0) }
  }

  private func text(_ examination: Examination) -> String {
    let found = examination.fonts.count - examination.missing.count - examination.altered.count
    var text = "flint      \(Flint.version)\n"
    text += "fonts      \(found) of \(examination.fonts.count) files found"
    text += " (\(examination.workspace.fontCatalog))\n"
    text += "templates  \(examination.templates.joined(separator: ", "))\n"
    text +=
      "kits       \(examination.kits.isEmpty ? "none" : examination.kits.joined(separator: ", "))\n"
    let shown = fonts ? examination.fonts : examination.missing + examination.altered
    for font in shown { text += "  \(line(font))\n" }
    if let command = examination.installCommand {
      text += "install what is missing:\n  \(command)\n"
    }
    return text
  }

  private func line(_ font: FontStatus) -> String {
    switch font.state {
    case .found(let path): "found    \(font.family) \(font.weights.lowerBound)  \(path)"
    case .missing: "missing  \(font.fileName), of \(font.package)"
    case .differs(let path):
      "altered  \(path): not the file the catalogue knows; another version of \(font.package)?"
    }
  }
}

struct DoctorJSON: Encodable {
  struct FontJSON: Encodable {
    var family: String
    var file: String
    var package: String
    var state: String
  }

  var version = Flint.version
  var catalog: String
  var fonts: [FontJSON]
  var templates: [String]
  var kits: [String]
  var install: String?
  var leftovers: [String]

  init(_ examination: Examination, leftovers: [String]) {
    self.leftovers = leftovers
    catalog = examination.workspace.fontCatalog
    templates = examination.templates
    kits = examination.kits
    install = examination.installCommand
    fonts = examination.fonts.map { font in
      let state =
        switch font.state {
        case .found: "found"
        case .missing: "missing"
        case .differs: "altered"
        }
      return FontJSON(
        family: font.family, file: font.fileName, package: font.package, state: state)
    }
  }
}
