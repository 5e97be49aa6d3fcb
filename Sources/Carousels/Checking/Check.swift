public import Diagnostics
package import Feeds
import Files
public import Library
package import Templates
import Typography

/// What `flint check` found about one thing.
public struct Check: Sendable {
  /// What was checked.
  public enum Kind: String, Sendable {
    /// A template's samples, or a bare page.
    case template, page
    /// A post written by hand, drawn to be checked.
    case postFile = "post file"
    /// A finished post, checked by its files.
    case post
  }

  /// As it was named, or the path of a post in a folder of posts.
  public var subject: String
  /// What was checked.
  public var kind: Kind
  /// What was found, of any severity; empty when all is well.
  public var findings: [Finding]
  /// What `--fix` changed, or would change.
  public var changes: [String] = []

  package init(_ subject: String, _ kind: Kind, _ findings: [Finding] = []) {
    self.subject = subject
    self.kind = kind
    self.findings = findings
  }
}

/// Checks whatever a user names.
public struct Checker: Sendable {
  /// Whether what can be mended without anybody's judgment is changed.
  public enum Repair: Equatable, Sendable {
    /// Only look; or say what would be changed too.
    case no, plan
    /// Change it, and write down when and by whom.
    case write(Circumstances)
  }

  package let workspace: Workspace
  package let library: LibraryFolder
  package let settings: DrawSettings
  package let binding: BindOptions
  package let repair: Repair
  let zones: SafeZones
  let codeChecks: CodeChecks
  package var target: PostTarget { settings.target }
  var postChecks: PostChecks { PostChecks(target: target) }

  /// - Parameters:
  ///   - settings: of drawing; a post file's and a post's own size and kit stand behind them.
  ///   - repair: whether to change what can be changed without anybody's judgement.
  public init(
    target: PostTarget, settings: DrawSettings, imageFolders: [String], library: LibraryFolder,
    repair: Repair, in workspace: Workspace
  ) throws(DiagnosticsError) {
    self.workspace = workspace
    self.library = library
    var settings = settings
    settings.target = target
    self.settings = settings
    self.repair = repair
    binding = BindOptions(imageFolders: imageFolders, allowsUnknownFields: true)
    zones = try SafeZones(of: target, in: workspace)
    codeChecks = CodeChecks(library)
  }

  /// - Parameter subject: a template, a page, a post file, a post's key or folder, or a folder of
  ///   posts, which gives a check for each.
  /// - Throws: when it is none of them.
  public func check(_ subject: String) throws(DiagnosticsError) -> [Check] {
    let name = subject.lowercased()
    if name.hasSuffix(".html") || name.hasSuffix(".htm") { return [check(page: subject)] }
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return [check(postFile: subject)] }
    if isPost(subject) { return [check(post: subject)] }
    // What is not found as a template may be a post.
    if (try? Template.find(subject, in: workspace.templateFolders)) != nil {
      return [check(template: subject)]
    }
    if FilePath.isPlainName(subject), isPost(library.postPath(subject)) {
      return [check(post: library.postPath(subject))]
    }
    let posts = posts(in: subject)
    if posts.isEmpty { throw DiagnosticsError(.nothingToCheck(subject, library: library.path)) }
    return posts.map(check(post:))
  }

  private func isPost(_ folder: String) -> Bool {
    FileSystem.fileExists(FilePath.join(folder, LibraryFolder.recordName))
  }

  /// The posts of a folder, or of the library in it.
  private func posts(in folder: String) -> [String] {
    for parent in [folder, FilePath.join(folder, "posts")] {
      // A folder that is not there holds none.
      let names = (try? FileSystem.names(in: parent)) ?? []
      let posts = names.map { FilePath.join(parent, $0) }.filter(isPost)
      if !posts.isEmpty { return posts }
    }
    return []
  }

  // MARK: - What is yet to be drawn

  /// Every sample row at every size.
  private func check(template name: String) -> Check {
    var check = Check(name, .template)
    do throws(DiagnosticsError) {
      let first = try PreparedTemplate(
        template: name, settings: settings, binding: binding, in: workspace)
      check.findings += first.warnings.map { Finding($0) }
      let artist = SlideArtist(roots: first.pictureRoots)
      for sample in try first.samples() {
        let found = findings(
          of: sample.row, words: PostWords(), prepared: sample.prepared, artist: artist)
        check.findings += found.map { finding in
          var finding = finding
          finding.drawing = "sample \(sample.name) at \(sample.prepared.size)"
          return finding
        }
      }
    } catch {
      check.findings += error.diagnostics.map { Finding($0) }
    }
    check.findings = check.findings.merged
    return check
  }

  private func check(page path: String) -> Check {
    var check = Check(path, .page)
    do throws(DiagnosticsError) {
      let kit = try workspace.kit(of: settings)
      let page = try Page(
        path: path, kit: kit, catalog: try FontCatalog(path: workspace.fontCatalog))
      check.findings += page.warnings.map { Finding($0) }
      let place = SourceLocation(file: path)
      if !page.sections.isEmpty,
        let finding = postChecks.countFinding(page.sections.count, at: place)
      {
        check.findings.append(finding)
      }
      let size = settings.size ?? .standard
      check.findings += [sizeFinding(size, at: place)].compactMap(\.self)
      let drawing = try page.drawing(settings: settings, in: workspace)
      let artist = SlideArtist(roots: page.pictureRoots)
      check.findings += slideChecks(artist).findings(of: drawing)
    } catch {
      check.findings += error.diagnostics.map { Finding($0) }
    }
    check.findings = check.findings.merged
    return check
  }

  private func check(postFile path: String) -> Check {
    var check = Check(path, .postFile)
    do throws(DiagnosticsError) {
      let post = try RenderRequest.postFile(path)
      guard let template = post.template else {
        throw DiagnosticsError(.postFileWithoutTemplate(path, at: post.row.location))
      }
      var settings = settings
      settings.kit = settings.kit ?? post.kit?.text
      if settings.size == nil, let size = post.size {
        settings.size = SlideSize(size.text)
        if settings.size == nil { throw DiagnosticsError(.notASize(size.text, at: size.location)) }
      }
      var binding = binding
      binding.allowsUnknownFields = false
      let prepared = try PreparedTemplate(
        template: template.text, settings: settings, binding: binding, in: workspace,
        at: template.location)
      let words = PostWords(post)
      check.findings = prepared.warnings.map { Finding($0) }
      check.findings += findings(
        of: post.row, words: words, prepared: prepared,
        artist: SlideArtist(roots: prepared.pictureRoots), captionPlace: post.caption?.location)
      check.findings += wordFindings(
        caption: "", at: nil, title: words.title, at: post.postTitle?.location)
      check.findings += postChecks.findings(
        ofDisclosure: words.disclosure, brand: brand(of: settings, row: post.row),
        at: post.disclosure?.location ?? post.row.location)
    } catch {
      check.findings += error.diagnostics.map { Finding($0) }
    }
    check.findings = check.findings.merged
    return check
  }

  /// A row's carousel: its caption, count, size and slides.
  package func findings(
    of row: Row, words: PostWords, prepared: PreparedTemplate, artist: SlideArtist,
    captionPlace: SourceLocation? = nil
  ) -> [Finding] {
    do {
      let carousel = try prepared.carousel(
        of: row, words: words, pictures: artist.pictures.files)
      return findings(
        of: carousel, prepared: prepared, artist: artist, captionPlace: captionPlace)
    } catch {
      return error.diagnostics.map { Finding($0) }
    }
  }

  func findings(
    of carousel: BoundCarousel, prepared: PreparedTemplate, artist: SlideArtist,
    captionPlace: SourceLocation? = nil
  ) -> [Finding] {
    let slides = carousel.bound.slides.count
    let place = carousel.row.location
    let manifest = SourceLocation(file: FilePath.join(prepared.template.folder, "template.yaml"))
    // That there is one slide only is the count's finding.
    var findings = carousel.bound.warnings.filter { slides > 1 || $0.location != place }
      .map { Finding($0) }
    findings += [
      postChecks.countFinding(slides, at: place), sizeFinding(prepared.size, at: manifest),
    ].compactMap(\.self)
    findings += wordFindings(
      caption: carousel.caption, at: captionPlace ?? manifest, title: nil, at: nil)
    return findings + slideChecks(artist).findings(of: prepared.drawing(of: carousel))
  }

  /// What TikTok refuses of a caption and a title, and what nobody should read there.
  func wordFindings(
    caption: String, at captionPlace: SourceLocation?, title: String?,
    at titlePlace: SourceLocation?
  ) -> [Finding] {
    let words =
      postChecks.findings(ofCaption: caption, at: captionPlace)
      + postChecks.findings(ofTitle: title, at: titlePlace)
    if words.contains(where: { $0.rule == .publishedCode }) { return words }
    return words
      + codeChecks.findings(in: caption, of: "the caption", onlyKnown: true, at: captionPlace)
      + codeChecks.findings(in: title ?? "", of: "the title", onlyKnown: true, at: titlePlace)
  }

  private func sizeFinding(_ size: SlideSize, at location: SourceLocation) -> Finding? {
    postChecks.sizeFinding(width: size.width, height: size.height, slide: nil, at: location)
  }

  private func slideChecks(_ artist: SlideArtist) -> SlideChecks {
    SlideChecks(artist: artist, target: target, zones: zones, codes: codeChecks)
  }

  /// What makes a row's post one for a brand, in words; nil for any other.
  private func brand(of settings: DrawSettings, row: Row) -> String? {
    if let kit = settings.kit { return "the brand kit \"\(kit)\"" }
    if !settings.brand.isEmpty { return "its own color, font or logo" }
    if case .text(let brand)? = row["brand"]?.value, !brand.isEmpty { return "\"\(brand)\"" }
    return nil
  }
}
