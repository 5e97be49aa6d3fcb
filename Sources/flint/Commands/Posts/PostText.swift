import Console
import Foundation
import Ledger
import Library
import Posts

/// Lists of posts in words.
enum PostText {
  static func list(_ posts: [PostSummary], at now: Moment, limit: Int?) -> String {
    let times = ZonedTime.local
    var table = Table([
      Table.Column(title: "post", leastWidth: 20),
      Table.Column(title: "stage"),
      Table.Column(title: "slides", isRightAligned: true, isEssential: false),
      Table.Column(title: "creator", leastWidth: 10, isEssential: false),
      Table.Column(title: "codes"),
      Table.Column(title: "ads", isRightAligned: true),
      Table.Column(title: "caption", leastWidth: 16, isEssential: false),
    ])
    for post in posts {
      table.add([
        post.key.text, post.stage.rawValue,
        post.slideCount == 0 ? "" : "\(post.slideCount)",
        post.creator.map { "@\($0)" } ?? "",
        codes(of: post, times),
        post.openAds == 0 ? "" : "\(post.openAds)",
        caption(post.caption),
      ])
    }
    let count = posts.count == 1 ? "1 post" : "\(posts.count) posts"
    var foot = limit == posts.count ? "the newest \(count)" : count
    if posts.contains(where: { $0.earliestEnd != nil }) {
      foot += "; days are those of \(times.zoneName(at: now))"
    }
    return "\(table.text())\n\(foot)\n"
  }

  /// How many are valid, and the day on which the first of them ends.
  private static func codes(of post: PostSummary, _ times: ZonedTime) -> String {
    guard post.validCodes > 0 else { return "" }
    return post.earliestEnd.map { "\(post.validCodes), to \(times.day($0))" }
      ?? "\(post.validCodes)"
  }

  /// In one line; a table's cell in a pipe stays readable.
  private static func caption(_ text: String) -> String {
    text.prefix(400).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .cut(toCells: 80)
  }

  static func nothing(isFiltered: Bool) -> String {
    isFiltered
      ? "no post is like that; flint post list names them all\n"
      : "no posts yet; draw the first with: flint render quote --sample\n"
        + "or follow one that was made elsewhere: flint post add KEY --url URL\n"
  }

  /// A key, and below it where the words were found: bold on a terminal.
  static func hits(_ hits: [SearchHit]) -> String {
    let lines = hits.map { hit in
      let excerpt = VisibleText.of(hit.excerpt.replacing("\n", with: " "))
        .replacing(String(SearchHit.wordStart), with: Terminal.outputHasColor ? "\u{1b}[1m" : "")
        .replacing(String(SearchHit.wordEnd), with: Terminal.outputHasColor ? "\u{1b}[0m" : "")
      return "\(hit.post)\n    \(excerpt)\n"
    }
    return lines.joined() + "\n\(hits.count) post\(hits.count == 1 ? "" : "s")\n"
  }
}

extension SearchHit {
  /// FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, as the library sets them.
  static let wordStart: Character = "\u{2068}"
  static let wordEnd: Character = "\u{2069}"
}
