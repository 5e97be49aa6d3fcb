import Carousels
import Console
import Handoff
import Ledger
import Library
import Posts

/// A post's whole story on one page.
struct PostPage {
  let dossier: PostDossier
  let width: Int
  let times: ZonedTime
  var post: Post { dossier.post }
  var now: Moment { dossier.now }

  /// How wide the labels are, with the blanks behind them.
  private static let labelWidth = 11
  /// More of a caption is in the folder.
  private static let captionLines = 8

  init(_ dossier: PostDossier, times: ZonedTime = .local) {
    self.dossier = dossier
    self.times = times
    width = min(Terminal.outputWidth, 110)
  }

  var text: String {
    [head, readiness, codes, ads, money, next].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  // MARK: - What it is

  private var head: String {
    var text = "\(StyledText.bold(post.key.text))  \(stage)\n"
    if let creator = dossier.creator {
      text += line("creator", "@\(creator.key)" + (creator.name.map { ", \($0)" } ?? ""))
    }
    if let publication = post.publication {
      text += line("on TikTok", publication.url)
      text += line("", "since \(moment(publication.at))")
    }
    text += slides
    if let title = post.title { text += line("title", title) }
    text += caption
    if !post.tags.isEmpty { text += line("tags", post.tags.joined(separator: ", ")) }
    let facts = PostFactText.words(of: post.facts)
    if !facts.isEmpty { text += line("says", facts.joined(separator: "; ")) }
    return text
  }

  private var stage: String {
    switch post.stage {
    case .draft: "draft"
    case .published: "published"
    case .removed(_, let at, let remover):
      "removed from TikTok "
        + (remover == .unknown ? "" : "by \(remover == .creator ? "the creator" : "TikTok") ")
        + "on \(times.text(at))"
    }
  }

  private var slides: String {
    guard let drawing = post.drawing else {
      return line("slides", "made elsewhere; Flint has no pictures of it")
    }
    let bytes = drawing.slides.reduce(0) { $0 + $1.bytes }
    let sizes = Set(drawing.slides.map { "\($0.width) × \($0.height) px" }).sorted()
    let format = drawing.format == "jpg" ? "JPEG" : drawing.format.uppercased()
    var text = line(
      "slides",
      ["\(drawing.slides.count) \(format)", sizes.joined(separator: ", "), size(bytes)]
        .joined(separator: ", "))
    text += line("", names(of: drawing.slides))
    if let folder = dossier.folder {
      text += line("folder", folder)
    } else {
      text += line("folder", "it is gone; render the post again")
    }
    var origin = drawing.template.map { "the template \($0)" } ?? "a page"
    if let kit = drawing.kit { origin += ", kit \(kit)" }
    if drawing.version > 1 {
      origin += "; version \(drawing.version)" + (drawing.previous.map { " of \($0)" } ?? "")
    }
    return text + line("made from", origin)
  }

  /// The first ones, so that there are two lines at most.
  private func names(of slides: [Slide]) -> String {
    var text = ""
    for (index, slide) in slides.enumerated() {
      let name = index == 0 ? slide.file : ", \(slide.file)"
      let rest = slides.count - index - 1
      if text.cells + name.cells + 16 > 2 * (width - Self.labelWidth), rest > 0 {
        return "\(text) and \(rest + 1) more"
      }
      text += name
    }
    return text
  }

  private func size(_ bytes: Int) -> String {
    bytes < 1_000_000
      ? "\((bytes + 999) / 1000) kB" : "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
  }

  private var caption: String {
    var text = line("caption", "none")
    if !post.caption.isEmpty {
      let lines = StyledText.lines(post.caption, width: width - Self.labelWidth)
      let shown = lines.prefix(Self.captionLines).joined(separator: "\n")
      text = line("caption", shown)
      if lines.count > Self.captionLines {
        text += line("", "… and \(lines.count - Self.captionLines) lines more: --json has all")
      }
    }
    if let folder = dossier.folder, dossier.otherCaption != nil {
      let indent = String(repeating: " ", count: Self.labelWidth)
      text += line("", "caption.txt says something else; to take that over:")
      // In one piece, to be copied.
      text += "\(indent)flint post edit \(post.key) --caption "
      text += "@\(folder)/\(LibraryFolder.captionName)\n"
    }
    return text
  }

  // MARK: - Sections

  private var readiness: String {
    if case .removed = post.stage { return "" }
    let gaps = dossier.story.gaps(at: now)
    var text = StyledText.bold("before a Spark ad") + "\n"
    if gaps.isEmpty { return text + "  nothing is missing\n" }
    for gap in gaps {
      text += StyledText.block(
        gap.isCertain ? "  missing  " : "  unknown  ", gap.reason, width: width)
      if let command = gap.advice(for: post.key)?.command { text += "           \(command)\n" }
    }
    return text
  }

  private var codes: String {
    guard !dossier.story.authorizations.isEmpty else { return "" }
    return StyledText.bold("codes") + "\n"
      + dossier.story.authorizations.map { PostPageSections.authorization($0, self) }.joined()
  }

  private var ads: String {
    guard !dossier.ads.isEmpty else { return "" }
    return StyledText.bold("ads") + "\n"
      + dossier.ads.map { PostPageSections.ad($0, self) }.joined()
  }

  private var money: String {
    guard !dossier.statements.isEmpty else { return "" }
    return StyledText.bold("money") + "\n"
      + dossier.statements.map { PostPageSections.statement($0, self) }.joined()
  }

  private var next: String {
    let steps = dossier.steps.prefix(2)
    guard !steps.isEmpty else { return "" }
    return StyledText.bold("next") + "\n"
      + steps.map { step in
        let reason = step.reason(at: now, times.text)
        guard let command = step.advice(for: post.key)?.command else {
          return StyledText.block("  ", reason, width: width)
        }
        return "  \(command)\n" + StyledText.block("      ", reason, width: width)
      }.joined()
  }

  // MARK: - Lines

  private func line(_ label: String, _ text: String) -> String {
    StyledText.block(label.padding(to: Self.labelWidth), text, width: width)
  }

  /// In the user's zone, and how far away it is.
  func moment(_ moment: Moment) -> String {
    let distance = ZonedTime.distance(from: now, to: moment)
    return distance == "now"
      ? times.text(moment) : "\(times.text(moment)), \(distance)"
  }
}
