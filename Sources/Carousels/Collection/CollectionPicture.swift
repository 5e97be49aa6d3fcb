import Diagnostics
import Feeds
import Files
import Images
import Pixels
import Templates

/// The first slides of several templates side by side.
enum CollectionPicture {
  private static let gap = 18
  private static let groupGap = 54
  private static let ground = Color(rgb: 0xe9e7e3)
  /// More would be a picture that few programs open.
  private static let mostTemplates = 200

  /// Draws each template's best sample row.
  ///
  /// - Parameters:
  ///   - size: of the slides; nil for each template's first.
  ///   - slidesEach: of a template.
  ///   - columns: templates side by side.
  /// - Returns: the picture as PNG, and the problems of templates that could not be drawn.
  package static func make(
    kit: String?, size: SlideSize?, slidesEach: Int, columns: Int, in workspace: Workspace
  ) throws(DiagnosticsError) -> (picture: [UInt8], problems: [Diagnostic]) {
    let found = Template.list(in: workspace.templateFolders)
    var problems = found.diagnostics
    var groups: [[Bitmap]] = []
    for (folder, _) in found.templates.prefix(mostTemplates) {
      do throws(DiagnosticsError) {
        let prepared = try PreparedTemplate(
          template: folder, settings: DrawSettings(size: size, kit: kit), binding: BindOptions(),
          in: workspace)
        groups.append(try prepared.firstSlides(slidesEach))
      } catch {
        problems += error.diagnostics
      }
    }
    guard !groups.isEmpty else {
      throw DiagnosticsError(problems.isEmpty ? [.noTemplates()] : problems)
    }
    do {
      let picture = sheet(of: groups, slidesEach: slidesEach, columns: columns)
      return (try picture.encoded(as: .png(.small), named: "collection.png"), problems)
    } catch {
      throw DiagnosticsError(error)
    }
  }

  private static func sheet(of groups: [[Bitmap]], slidesEach: Int, columns: Int) -> Bitmap {
    let width = groups.flatMap(\.self).map(\.width).max() ?? 1
    let height = groups.flatMap(\.self).map(\.height).max() ?? 1
    let columns = min(columns, groups.count)
    let rows = (groups.count + columns - 1) / columns
    let groupWidth = slidesEach * (width + gap) - gap
    var sheet = Bitmap(
      width: columns * (groupWidth + groupGap) + groupGap,
      height: rows * (height + groupGap) + groupGap, color: ground)
    for (index, group) in groups.enumerated() {
      let x = groupGap + index % columns * (groupWidth + groupGap)
      let y = groupGap + index / columns * (height + groupGap)
      for (number, slide) in group.enumerated() {
        sheet.draw(slide, x: x + number * (width + gap), y: y, within: sheet.bounds)
      }
    }
    return sheet
  }
}

extension PreparedTemplate {
  /// The best sample row's first slides, as small as they stand on an overview.
  fileprivate func firstSlides(_ count: Int) throws(DiagnosticsError) -> [Bitmap] {
    let sample = try samples()[0]
    let artist = SlideArtist(roots: pictureRoots)
    let drawing = drawing(
      of: try carousel(of: sample.row, pictures: artist.pictures.files))
    var slides: [Bitmap] = []
    for slide in try artist.resolve(drawing).prefix(count) {
      slides.append(OverviewPicture.thumbnail(of: try artist.paint(slide.scene)))
    }
    return slides
  }
}
