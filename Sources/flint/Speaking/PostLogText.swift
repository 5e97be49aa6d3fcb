import Console
import Ledger
import Library
import Posts

/// Everything that happened to a post.
enum PostLogText {
  static func text(of dossier: PostDossier) -> String {
    let times = ZonedTime.local
    var table = Table([
      Table.Column(title: "when"), Table.Column(title: "who", isEssential: false),
      Table.Column(title: "command"), Table.Column(title: "what", leastWidth: 30),
    ])
    for recorded in dossier.events {
      table.add([
        times.text(recorded.at), recorded.by, recorded.command,
        sentence(recorded.event, times),
      ])
    }
    let count = dossier.events.count
    return "\(table.text())\n\(count) event\(count == 1 ? "" : "s")\n"
  }

  /// What happened: one line, lower case, no full stop.
  static func sentence(_ event: PostEvent, _ times: ZonedTime) -> String {
    switch event {
    case .drawn(let drawing, _, _, _):
      "drawn: \(drawing.slides.count) slides"
        + (drawing.template.map { " from the template \($0)" } ?? "")
        + (drawing.version > 1 ? ", version \(drawing.version)" : "")
    case .noted: "noted: it was made elsewhere"
    case .assigned(let creator): "is @\(creator)'s"
    case .worded(let caption, let title):
      "words: " + (title.map { "\($0); " } ?? "") + (caption.isEmpty ? "no caption" : caption)
    case .factsChanged(let facts):
      "known: " + PostFactText.words(of: facts).joined(separator: "; ")
    case .tagged(let tags):
      tags.isEmpty ? "no tags any more" : "tags: \(tags.joined(separator: ", "))"
    case .published(let publication):
      "published \(times.text(publication.at)): \(publication.url)"
    case .removed(let remover):
      "gone from TikTok: removed by \(remover == .unknown ? "somebody" : remover.rawValue)"
    case .requested(let terms):
      "\(terms.authorization): \(terms.brand) asked for \(terms.days) days"
    case .issued(let terms, let code, _, let end, _):
      "\(terms.authorization): code \(code) for \(terms.days) days, until \(times.text(end))"
    case .withdrawn, .shared, .applied, .extended, .endRead, .revoked, .voided:
      codeSentence(event, times)
    case .adPlanned, .adReplanned, .adSubmitted, .adIdentified, .adMoved, .adStatusRead, .adEnded:
      adSentence(event, times)
    }
  }

  private static func codeSentence(_ event: PostEvent, _ times: ZonedTime) -> String {
    switch event {
    case .withdrawn(let key): "\(key): the request was withdrawn"
    case .shared(let key, let how): "\(key): sent to the brand (\(how))"
    case .applied(let key, let advertiser, .accepted): "\(key): applied by \(advertiser)"
    case .applied(let key, let advertiser, .refused(let words)):
      "\(key): refused to \(advertiser): \(words)"
    case .extended(let key, let days): "\(key): \(days) days added"
    case .endRead(let key, let end, let source):
      "\(key): ends \(times.text(end)), as \(source == .tiktok ? "TikTok" : "the \(source)") says"
    case .revoked(let key): "\(key): revoked"
    case .voided(let key): "\(key): void, for the post is gone"
    default: ""
    }
  }

  private static func adSentence(_ event: PostEvent, _ times: ZonedTime) -> String {
    switch event {
    case .adPlanned(let key, let plan), .adReplanned(let key, let plan):
      "ad \(key): planned on \(plan.authorization), \(times.text(plan.start)) to "
        + times.text(plan.end)
    case .adSubmitted(let key, let id):
      "ad \(key): submitted" + (id.map { " as \($0)" } ?? "")
    case .adIdentified(let key, let id): "ad \(key): TikTok's id is \(id)"
    case .adMoved(let key, let status, let reasons):
      "ad \(key): \(status.rawValue)"
        + (reasons.isEmpty ? "" : " (\(reasons.joined(separator: "; ")))")
    case .adStatusRead(let key, let word): "ad \(key): TikTok says \(word)"
    case .adEnded(let key, let ending): "ad \(key): ended, \(ending.rawValue)"
    default: ""
    }
  }
}
