/// A name that a message template may hold between `{{` and `}}`.
public enum MessagePlaceholder: String, CaseIterable, Sendable {
  case creator, brand, post, url, days, start, end, left, age, extend, terms, amount, ads, reason
  case results, code

  /// What stands in its place, for whoever writes a template.
  public var meaning: String {
    switch self {
    case .creator: "the creator's name"
    case .brand: "the brand's name"
    case .post: "the post's title, or its first words"
    case .url: "the post's address on TikTok"
    case .days: "how many days the code is for"
    case .start: "when the authorization began, with the time zone"
    case .end: "when the authorization ends, with the time zone"
    case .left: "how long until then, such as in 12 days"
    case .age: "how long ago it was asked for, such as 8 days"
    case .extend: "how many days to add"
    case .terms: "what was agreed, in one line"
    case .amount: "what is owed, with its currency"
    case .ads: "the ads that run on the post"
    case .reason: "why TikTok, or the sender, says no"
    case .results: "what the ads achieved, in one line"
    case .code: "the Spark code itself; in share.txt only"
    }
  }
}
