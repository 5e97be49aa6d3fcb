public import Diagnostics
import Feeds
import Files
import Markup
import Pixels
import Synchronization
public import Templates

/// What `flint kit check` finds: a kit's values, and every template drawn with it.
public struct KitCheck: Sendable {
  /// A template with the kit.
  public struct Template: Sendable {
    /// The template's name.
    public var name: String
    /// How many sample rows at how many sizes, together.
    public var drawings: Int
    /// Of text that needs 4.5 : 1; nil when there is none.
    public var leastContrast: Double?
    /// Of large text, which needs 3 : 1; nil when there is none.
    public var leastContrastOfLarge: Double?
    /// What is the kit's doing, its place the kit's line where that is known.
    public var findings: [Finding]
  }

  /// What the kit sets.
  public var examination: KitExamination
  /// By name.
  public var templates: [Template]

  /// Whether the kit is not to be used as it is.
  public var hasErrors: Bool {
    examination.hasErrors || templates.contains { $0.findings.hasErrors }
  }

  /// How many drawings there will be steps for; see `init`.
  public static func steps(
    templates folders: [String], size: SlideSize?
  ) -> Int {
    folders.reduce(0) { $0 + sizes(of: $1, only: size).count }
  }

  /// nil is a template's own, of one that cannot be read, which drawing it tells.
  private static func sizes(of folder: String, only size: SlideSize?) -> [SlideSize?] {
    if let size { return [size] }
    let sizes = (try? Templates.Template.load(folder))?.sizes ?? []
    return sizes.isEmpty ? [nil] : sizes
  }

  /// Draws every sample row of the templates at each of their sizes.
  ///
  /// - Parameters:
  ///   - folders: of the templates.
  ///   - size: the only one to be looked at; nil for all that a template declares.
  ///   - workers: how many are drawn at once.
  ///   - onStep: called when a template is done at a size, from any worker.
  /// - Throws: when the kit cannot be read.
  public init(
    of name: String, templates folders: [String], size: SlideSize?, target: PostTarget,
    in workspace: Workspace, workers: Int, onStep: @escaping @Sendable () -> Void
  ) async throws(DiagnosticsError) {
    let examination = try KitExamination(of: name, in: workspace)
    self.examination = examination
    let zones = try SafeZones(of: target, in: workspace)
    let drawing = KitDrawing(
      examination: examination, kitName: name, target: target, zones: zones, workspace: workspace)
    var jobs: [(template: Int, size: SlideSize?)] = []
    for (index, folder) in folders.enumerated() {
      jobs += Self.sizes(of: folder, only: size).map { (index, $0) }
    }
    let extremes = folders.map { _ in ContrastExtremes() }
    let results = await Self.results(of: jobs, workers: workers) { job in
      let result = drawing.findings(
        of: folders[job.template], size: job.size, extremes: extremes[job.template])
      onStep()
      return result
    }
    templates = folders.enumerated().map { index, folder in
      let own = zip(jobs, results).filter { $0.0.template == index }.map(\.1)
      var template = Template(
        name: FilePath.name(of: folder), drawings: own.reduce(0) { $0 + $1.drawings },
        leastContrast: extremes[index].small, leastContrastOfLarge: extremes[index].large,
        findings: own.flatMap(\.findings).merged)
      if template.drawings == 0, template.findings.isEmpty {
        template.findings = [.cannotBeDrawn(folder)]
      }
      let missing = extremes[index].slidesWithoutLogo
      if let logo = examination.kit.logo, missing > 0 {
        template.findings.append(.logoIsMissing(in: folder, slides: missing, at: logo.location))
      }
      return template
    }
  }

  /// In the order of the jobs.
  private static func results<Job: Sendable, Result: Sendable>(
    of jobs: [Job], workers: Int, work: @escaping @Sendable (Job) -> Result
  ) async -> [Result] {
    let queue = Queue(jobs)
    return await withTaskGroup(of: [(Int, Result)].self) { group in
      for _ in 0..<max(1, min(workers, jobs.count)) {
        group.addTask {
          var done: [(Int, Result)] = []
          while let (index, job) = queue.next() { done.append((index, work(job))) }
          return done
        }
      }
      var all: [(Int, Result)] = []
      for await part in group { all += part }
      return all.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}

/// What is yet to be done, shared by workers.
private final class Queue<Job: Sendable>: Sendable {
  private let jobs: [Job]
  private let count = Mutex(0)

  init(_ jobs: [Job]) { self.jobs = jobs }

  func next() -> (index: Int, job: Job)? {
    count.withLock { count in
      guard count < jobs.count else { return nil }
      count += 1
      return (count - 1, jobs[count - 1])
    }
  }
}

/// One template at one size with a kit.
private struct KitDrawing: Sendable {
  let examination: KitExamination
  let kitName: String
  let target: PostTarget
  let zones: SafeZones
  let workspace: Workspace

  func findings(
    of folder: String, size: SlideSize?, extremes: ContrastExtremes
  ) -> (findings: [Finding], drawings: Int) {
    let drawn = found(folder, size: size, kit: kitName, extremes: extremes)
    if drawn.findings.isEmpty { return drawn }
    // What the template does by itself is not the kit's doing.
    let alone = Set(
      found(folder, size: size, kit: nil, extremes: nil).findings.map { $0.cause(in: folder) })
    let own = drawn.findings.filter { !alone.contains($0.cause(in: folder)) }
    return (own.map { traced($0, in: folder) }, drawn.drawings)
  }

  private func found(
    _ folder: String, size: SlideSize?, kit: String?, extremes: ContrastExtremes?
  ) -> (findings: [Finding], drawings: Int) {
    do throws(DiagnosticsError) {
      let prepared = try PreparedTemplate(
        template: folder, settings: DrawSettings(size: size, target: target, kit: kit),
        binding: BindOptions(), in: workspace)
      let artist = SlideArtist(roots: prepared.pictureRoots)
      let checks = SlideChecks(
        artist: artist, target: target, zones: zones, codes: CodeChecks(), extremes: extremes)
      var findings: [Finding] = []
      let samples =
        size == nil
        ? try prepared.samples().filter { $0.prepared.size == prepared.size }
        : try prepared.samples()
      for sample in samples {
        let carousel = try sample.prepared.carousel(of: sample.row, pictures: artist.pictures.files)
        findings += checks.findings(of: sample.prepared.drawing(of: carousel)).map { finding in
          var finding = finding
          finding.drawing =
            "\(prepared.template.name), sample \(sample.name) at \(sample.prepared.size)"
          return finding
        }
      }
      return (findings, samples.count)
    } catch {
      return (error.diagnostics.map { Finding($0) }, 0)
    }
  }

  /// The finding at the kit's own line.
  private func traced(_ finding: Finding, in folder: String) -> Finding {
    var traced = finding
    traced.variant = finding.cause(in: folder)
    guard let kitFile = examination.kit.styleSheetPath, finding.location?.file != kitFile,
      let declaration = cause(of: finding).flatMap(examination.kit.declaration)
    else { return traced }
    if let location = finding.location { traced.remedy += "; it is set at \(location)" }
    traced.location = declaration.valueLocation
    return traced
  }

  /// The variable that a finding comes from.
  private func cause(of finding: Finding) -> String? {
    switch finding.rule {
    case .contrast:
      let set = KitContract.variables.filter { $0.kind == .color }.map(\.name)
        .filter { examination.kit.declaration(of: $0) != nil }
      let text = set.first { examination.color($0)?.hexadecimal == finding.look?.color.hexadecimal }
      return text ?? set.first
    case .cutText, .cannotDraw, .safeZone, .smallType, .overlappingText, .templateWarning:
      if let family = finding.look?.family {
        return examination.variables.first { $0.value == .font(family) }?.name
      }
      // What does not fit is told at the value; the kit's font has too little room for it.
      return ["--brand-display-font", "--brand-font", "--brand-logo"]
        .first { examination.kit.declaration(of: $0) != nil }
    default: return nil
    }
  }
}

extension Finding {
  /// What it is about, whatever the words on the slide are.
  fileprivate func cause(in folder: String) -> String {
    let place = location.map { "\($0)" } ?? message
    return "\(folder) \(rule.rawValue) \(place) \(slide?.name ?? "") \(variant)"
  }

  fileprivate static func cannotBeDrawn(_ folder: String) -> Finding {
    Finding(
      .notLookedInto,
      "the template \"\(FilePath.name(of: folder))\" cannot be drawn, with the kit or without",
      remedy: "see why: flint template check \(folder)",
      at: SourceLocation(file: FilePath.join(folder, "template.yaml")))
  }

  fileprivate static func logoIsMissing(
    in folder: String, slides: Int, at location: SourceLocation
  ) -> Finding {
    var finding = Finding(
      .templateWarning,
      "the template \"\(FilePath.name(of: folder))\" shows no logo on \(slides) of its slides",
      remedy: "draw var(--brand-logo) there, under :root[\(KitContract.logoAttribute)]",
      at: location)
    finding.variant = folder
    return finding
  }
}
