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
    events = dossier.events.map(EventJSON.init)
  }
}
