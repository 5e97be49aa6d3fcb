import Ledger
import Library
import Posts

/// What `flint post show --json` prints; the keys are promised. A code is never among it.
struct PostDossierJSON: Encodable {
  struct StepJSON: Encodable {
    /// nil for what is done in the app.
    var command: String?
    var reason: String
  }

  struct EventJSON: Encodable {
    var at: Moment
    var by: String
    var command: String
    /// For people.
    var what: String
    var event: PostEvent
  }

  var post: PostStateJSON
  /// nil when its files are not there.
  var folder: String?
  var codes: [CodeJSON]
  var ads: [AdSummaryJSON]
  /// Statements of the agreements that its codes are under; each covers all posts under it.
  var statements: [StatementJSON]
  /// The most urgent first.
  var next: [StepJSON]
  /// Oldest first.
  var events: [EventJSON]

  init(_ dossier: PostDossier) {
    let utc = ZonedTime.utc
    let story = dossier.story
    post = PostStateJSON(dossier.post)
    folder = dossier.folder
    codes = story.authorizations.map {
      CodeJSON(CodeRecord($0, of: story), at: dossier.now)
    }
    ads = dossier.ads.map(AdSummaryJSON.init)
    statements = dossier.statements.map(StatementJSON.init)
    next = dossier.steps.map {
      StepJSON(
        command: $0.advice(for: dossier.post.key)?.command,
        reason: $0.reason(at: dossier.now, utc.text))
    }
    events = dossier.events.map {
      EventJSON(
        at: $0.at, by: $0.by, command: $0.command, what: PostLogText.sentence($0.event, utc),
        event: $0.event)
    }
  }
}
