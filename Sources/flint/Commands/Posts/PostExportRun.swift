import ArgumentParser
import Carousels
import Console
import Diagnostics
import Handoff
import Library
import Posts

/// The steps of `flint post export`.
struct PostExportRun {
  private let command: PostExportCommand
  private let store: LibraryStore
  private let circumstances: Circumstances
  private let recipient: Key<Brand>?
  private let selection: PostSelection

  /// What does not go together is found out before anything is opened.
  static func check(_ command: PostExportCommand) throws {
    let target = command.target
    let filter = command.filter
    let hasFilter =
      filter.tag != nil || filter.brand != nil || filter.creator != nil || filter.allUsable
    if command.posts.isEmpty, !hasFilter, target != .adsManager {
      throw ValidationError("name posts, or say --tag, --brand, --creator or --all-usable")
    }
    if target == .spark, command.recipient == nil {
      throw ValidationError("say for which brand: --for spark --to BRAND")
    }
    if target != .spark, command.recipient != nil {
      throw ValidationError("--to goes with --for spark; --brand chooses posts")
    }
    if command.withCode, target != .spark, target != .adsManager {
      throw ValidationError("--with-code goes with --for spark and --for ads-manager")
    }
    if command.baseUrl != nil, target != .tiktok {
      throw ValidationError("--base-url goes with --for tiktok")
    }
  }

  init(_ command: PostExportCommand) throws {
    self.command = command
    circumstances = try Clock.circumstances("post export")
    let writes = command.withCode && !command.dryRun
    let folder = LibraryFolder(path: command.library.folder)
    let store = try LibraryStore(folder, for: writes ? .writing : .reading)
    self.store = store
    recipient = try command.recipient.map { name in
      try store.read { try $0.brand(named: name).key }
    }
    selection = PostSelection(
      names: command.posts, tag: command.filter.tag, brand: command.filter.brand,
      creator: command.filter.creator, isUsable: command.filter.allUsable)
  }

  func start() throws -> Outcome {
    let place = try HandoffPlace(
      command.target, output: command.output, isMany: selection.isMany, brand: recipient,
      library: store.folder)
    return command.target == .adsManager ? try sheet(place) : try posts(place)
  }

  // MARK: - Posts

  private func posts(_ place: HandoffPlace) throws -> Outcome {
    let export = PostExport(
      PostExport.Options(
        target: command.target, brand: recipient, withCode: command.withCode,
        baseURL: command.baseUrl, imageFolders: command.images, takesChanged: command.force),
      from: store, in: try workspace())
    let found = try selection.find(in: store, recipient: recipient, at: circumstances.at)
    Report.show(found.problems)
    if found.posts.isEmpty, found.problems.isEmpty { Report.show([.noPosts()]) }
    Interrupt.watch()
    let bar = ProgressBar(total: found.posts.count, unit: "posts")
    var done: [PostExport.Exported] = []
    var failed: [FailedExportJSON] = []
    for post in found.posts where !Interrupt.isRequested {
      do {
        let exported = try export.export(
          post, to: place.path(of: post), webPath: selection.isMany ? post.text : "",
          circumstances: circumstances, isPlan: command.dryRun)
        show(exported, above: bar)
        done.append(exported)
        bar.advance()
      } catch {
        let problems = try Report.diagnostics(of: error)
        Report.show(problems, above: bar)
        failed.append(FailedExportJSON(post: post.text, problems: problems))
        bar.advance(failed: true)
      }
    }
    bar.finish()
    if command.json {
      Terminal.writeOutput(
        try JSON.document(
          ExportsJSON(
            isPlan: command.dryRun, exports: done.map { ExportJSON($0, command.target) },
            failed: failed)))
    }
    if Interrupt.isRequested { return .interrupted }
    if failed.isEmpty, found.problems.isEmpty { return done.isEmpty ? .refused : .done }
    return done.isEmpty ? .refused : .partly
  }

  private func show(_ exported: PostExport.Exported, above bar: ProgressBar) {
    Report.show(exported.warnings, above: bar)
    if command.json { return }
    bar.hide()
    let verb = command.dryRun ? "would write " : ""
    let count = exported.files.count
    let files = count == 0 ? "" : "  \(count) files"
    let code = exported.withCode ? ", with the code" : ""
    Terminal.writeOutput(VisibleText.of("\(verb)\(exported.path)\(files)\(code)\n"))
  }

  // MARK: - Codes

  private func sheet(_ place: HandoffPlace) throws -> Outcome {
    var filter = AuthorizationFilter()
    filter.brand = try command.filter.brand.map { name in
      try store.read { try $0.brand(named: name).key }
    }
    filter.creator = try command.filter.creator.map { name in
      try store.read { try $0.creator(named: name).key }
    }
    var named = selection
    named.brand = nil
    named.creator = nil
    named.isUsable = false
    let isChosen = !named.names.isEmpty || named.tag != nil
    let found =
      isChosen ? try named.find(in: store, recipient: nil, at: circumstances.at) : nil
    let sheet = try CodeSheet(
      filter, posts: found.map { Set($0.posts) }, withCodes: command.withCode, from: store,
      at: circumstances.at)
    Report.show((found?.problems ?? []) + sheet.warnings)
    guard !sheet.rows.isEmpty else {
      Report.show([.noCodes()])
      return .refused
    }
    if !command.dryRun {
      try sheet.write(to: place.sheetPath, store: store, circumstances: circumstances)
    }
    Terminal.writeOutput(
      command.json
        ? try JSON.document(SheetJSON(sheet, place.sheetPath, withCodes: command.withCode))
        : VisibleText.of(
          "\(command.dryRun ? "would write " : "")\(place.sheetPath)  \(sheet.rows.count) "
            + "code\(sheet.rows.count == 1 ? "" : "s")\(command.withCode ? "" : ", masked")\n"))
    let isPartial = found?.problems.isEmpty == false || sheet.isIncomplete
    return isPartial ? .partly : .done
  }
}
