import Archives
import Carousels
import Diagnostics
package import Files
import Foundation
import Images
import Library
import Posts

extension PostExport {
  /// JPEGs, the caption, and the body of TikTok's photo post call.
  func tikTokFolder(of story: PostStory, webPath: String) throws -> Package {
    let post = story.post
    let stored = try stored(story)
    var supply = SlideSupply(.tiktok, imageFolders: options.imageFolders, workspace: workspace)
    let pictures = try supply.pictures(of: stored)
    var log = DiagnosticLog()
    log.add(contentsOf: stored.warnings + supply.warnings)
    log.add(contentsOf: Self.problems(of: post, slideCount: pictures.count))
    let call = TikTokPhotoPost(
      post, files: pictures.map(\.file), below: options.baseURL?.appending(webPath))
    log.add(contentsOf: call.warnings(post.key, hasBaseURL: options.baseURL != nil))
    try log.throwIfErrors()
    let files =
      pictures.map { FileSystem.FolderEntry(name: $0.file, bytes: $0.bytes) } + [
        FileSystem.FolderEntry(name: "caption.txt", text: post.caption + "\n"),
        FileSystem.FolderEntry(name: "post.json", bytes: call.json),
      ]
    return Package(content: .folder(files), files: files.map(\.name), warnings: log.sorted)
  }

  /// What TikTok would refuse, or a reader of its rules would.
  private static func problems(of post: Post, slideCount: Int) -> [Diagnostic] {
    let checks = PostChecks(target: .api)
    var findings = [checks.countFinding(slideCount, at: nil)].compactMap(\.self)
    findings += checks.findings(ofTitle: post.title, at: nil)
    findings += checks.findings(ofCaption: post.caption, at: nil)
    var problems = findings.map { finding in
      Diagnostic(
        finding.severity == .error ? .error : .warning, "\(post.key): \(finding.message)",
        hints: [finding.remedy])
    }
    if post.gaps.contains(.onlyMeAndBranded) {
      problems.append(.brandedForOneself(post.key))
    }
    return problems
  }

  /// At most ten JPEGs of one shape, the caption, and the alt texts that Instagram asks for.
  func instagramFolder(of story: PostStory) throws -> Package {
    let stored = try stored(story)
    var supply = SlideSupply(.instagram, imageFolders: options.imageFolders, workspace: workspace)
    let pictures = try supply.pictures(of: stored)
    let caption = story.post.caption
    var warnings = stored.warnings + supply.warnings
    if caption.utf16.count > Self.mostInstagramUnits {
      warnings.append(
        .captionIsTooLong(
          story.post.key, caption.utf16.count, most: Self.mostInstagramUnits,
          platform: "Instagram"))
    }
    let files =
      pictures.map { FileSystem.FolderEntry(name: $0.file, bytes: $0.bytes) } + [
        FileSystem.FolderEntry(name: "caption.txt", text: caption + "\n"),
        FileSystem.FolderEntry(
          name: "alt-texts.txt", text: BundleTexts.altTexts(stored.slides)),
      ]
    return Package(content: .folder(files), files: files.map(\.name), warnings: warnings)
  }

  private static let mostInstagramUnits = 2_200

  /// A PDF of one page a slide.
  func document(of story: PostStory) throws -> Package {
    let stored = try stored(story)
    var supply = SlideSupply(.linkedin, imageFolders: options.imageFolders, workspace: workspace)
    let pictures = try supply.pictures(of: stored)
    let title = story.post.title ?? story.post.caption.split(separator: "\n").first.map(String.init)
    let bytes = try PDFDocument.bytes(
      pages: pictures.map { FileEntry(path: $0.file, bytes: $0.bytes) },
      title: title ?? story.post.key.text)
    guard bytes.count <= SlideDemand.mostPDFBytes else {
      throw Diagnostic.pictureIsTooLarge(
        "\(story.post.key).pdf", bytes.count, SlideDemand.mostPDFBytes)
    }
    return Package(
      content: .file(bytes), files: [], warnings: stored.warnings + supply.warnings)
  }
}

extension FileSystem.FolderEntry {
  package init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }
}
