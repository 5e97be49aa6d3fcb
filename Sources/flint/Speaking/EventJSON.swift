import Library
import Posts

/// An event of a post's or a code's log, for `--json`.
struct EventJSON: Encodable {
  var at: Moment
  var by: String
  var command: String
  /// For people.
  var what: String
  var event: PostEvent

  init(_ recorded: Recorded<PostEvent>) {
    at = recorded.at
    by = recorded.by
    command = recorded.command
    what = PostLogText.sentence(recorded.event, .utc)
    event = recorded.event
  }
}
