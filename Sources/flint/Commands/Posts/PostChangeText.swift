import Console
import Diagnostics
import Ledger
import Library
import Posts

/// What a command changed of a post, in words or as JSON.
enum PostChangeText {
  static func show(_ change: Desk.PostChange, isPlan: Bool, json: Bool) throws {
    Report.show(change.warnings)
    if json { return try showJSON([change], isPlan: isPlan) }
    tellNewCreator(change, isPlan: isPlan)
    let names = changedNames(change).joined(separator: ", ")
    Terminal.writeOutput(
      names.isEmpty
        ? "\(change.key): nothing to change\n"
        : "\(change.key): \(names) \(isPlan ? "would be " : "")changed\n")
  }

  static func show(tagged changes: [Desk.PostChange], isPlan: Bool, json: Bool) throws {
    if json { return try showJSON(changes, isPlan: isPlan) }
    for change in changes where !change.isEmpty {
      let tags = change.after.post.tags
      Terminal.writeOutput(
        "\(change.key)  \(tags.isEmpty ? "no tags" : tags.joined(separator: ", "))\n")
    }
    let count = changes.filter { !$0.isEmpty }.count
    let rest = changes.count - count
    Report.note(
      "\(count) post\(count == 1 ? "" : "s") \(isPlan ? "would change" : "changed")"
        + (rest > 0 ? ", \(rest) as before" : "") + "\n")
  }

  /// - Parameter warnings: what `flint check` has against it.
  static func show(
    published change: Desk.PostChange, warnings: [Diagnostic], isPlan: Bool, json: Bool
  ) throws {
    Report.show(warnings)
    if json { return try showJSON([change], isPlan: isPlan) }
    tellNewCreator(change, isPlan: isPlan)
    let post = change.after.post
    guard let publication = post.publication else { return }
    let word = change.isEmpty ? "is published already" : isPlan ? "would be" : "is"
    var text = "\(post.key) \(word)"
    text += change.isEmpty ? "" : " published"
    text += ": \(publication.url)\n"
    text += "since \(ZonedTime.local.text(publication.at)), id \(publication.itemID)"
    text += (post.creator.map { ", by @\($0)" } ?? "") + "\n"
    let gaps = post.gaps
    if gaps.isEmpty {
      text +=
        "ready for a Spark ad; when a brand asks: flint code request \(post.key) "
        + "--brand BRAND\n"
    } else {
      text += "\nbefore a Spark ad:\n"
      text += gaps.map { "  \($0.sentence(for: post.key))\n" }.joined()
    }
    Terminal.writeOutput(text)
  }

  static func show(
    removed change: Desk.PostChange, at now: Moment, isPlan: Bool, json: Bool
  ) throws {
    if json { return try showJSON([change], isPlan: isPlan) }
    let would = isPlan ? "would be" : "is"
    var text = "\(change.key) \(would) noted as removed from TikTok\n"
    for old in change.before.authorizations where !old.status(at: now).isFinal {
      text += "\(old.key) \(isPlan ? "would become" : "is") void\n"
    }
    for old in change.before.ads
    where change.before.stage(of: old, at: now).status != .ended
      && change.after.ad(old.key)?.status == .ended
    {
      text += "ad \(old.key) \(isPlan ? "would end" : "ended"): post removed\n"
    }
    Terminal.writeOutput(text)
  }

  static func show(discarded post: Post, isPlan: Bool, json: Bool) throws {
    Terminal.writeOutput(
      json
        ? try JSON.document(["discarded": [post.key.text]])
        : "\(post.key) \(isPlan ? "would be" : "is") discarded\n")
  }

  /// What `flint post edit` can change, with what it is now.
  static func choices(of post: Post) -> String {
    let facts = post.facts
    func word(_ isOn: Bool?, _ on: String, _ off: String) -> String {
      isOn.map { $0 ? on : off } ?? "not known"
    }
    let caption = post.caption.split(whereSeparator: \.isNewline).first.map(String.init) ?? "none"
    let rows = [
      ("--caption TEXT|@FILE|-", caption.cut(toCells: 50)),
      ("--title TEXT", post.title ?? "none"),
      (
        "--disclosure \"\(Disclosure.names.joined(separator: "\"|\""))\"",
        facts.disclosure?.rawValue ?? "not known"
      ),
      ("--ai-label on|off", word(facts.isAIGenerated, "on", "off")),
      (
        "--privacy \(Post.Privacy.allCases.map(\.name).joined(separator: "|"))",
        facts.privacy?.name ?? "not known"
      ),
      ("--ad-authorization on|off", word(facts.adAuthorizationIsOn, "on", "off")),
      ("--music cleared|not-cleared", word(facts.musicIsCleared, "cleared", "not-cleared")),
      ("--creator @NAME", post.creator.map { "@\($0)" } ?? "not known"),
    ]
    let lines = rows.map { "  \($0)\n      now: \(VisibleText.of($1))\n" }
    return "what can be changed of \(post.key):\n" + lines.joined()
  }

  private static func tellNewCreator(_ change: Desk.PostChange, isPlan: Bool) {
    guard let creator = change.newCreator else { return }
    Report.note("@\(creator) is new in this library\(isPlan ? "" : " and was added")\n")
  }

  private static func changedNames(_ change: Desk.PostChange) -> [String] {
    let (old, new) = (change.before.post, change.after.post)
    let pairs = [
      ("creator", old.creator != new.creator), ("caption", old.caption != new.caption),
      ("title", old.title != new.title),
      ("disclosure", old.facts.disclosure != new.facts.disclosure),
      ("AI label", old.facts.isAIGenerated != new.facts.isAIGenerated),
      ("privacy", old.facts.privacy != new.facts.privacy),
      ("ad authorization", old.facts.adAuthorizationIsOn != new.facts.adAuthorizationIsOn),
      ("music", old.facts.musicIsCleared != new.facts.musicIsCleared),
    ]
    return pairs.filter(\.1).map(\.0)
  }

  private static func showJSON(_ changes: [Desk.PostChange], isPlan: Bool) throws {
    Terminal.writeOutput(try JSON.document(PostChangesJSON(changes, isPlan: isPlan)))
  }
}
