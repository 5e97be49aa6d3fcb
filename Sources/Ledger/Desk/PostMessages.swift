package import Diagnostics
import Posts

/// The sentences about posts; those of the rules are in `RefusalMessages.swift`.
extension Diagnostic {
  static func noSuchPost(_ name: String) -> Diagnostic {
    .error("there is no post \"\(name)\"", hints: ["flint post list names them"])
  }

  static func postIsThere(_ key: String) -> Diagnostic {
    .error(
      "there is a post \"\(key)\" already",
      hints: ["choose another key; if it is that post: \(Advice.publish(Key(key)).command)"])
  }

  static func notADraft(_ key: Key<Post>) -> Diagnostic {
    .error(
      "\"\(key)\" is no draft, and its story is kept",
      hints: ["when it is gone from TikTok: \(Advice.removePost(key, isForced: false).command)"])
  }

  static func wasAskedFor(_ keys: [Key<Authorization>], post: Key<Post>) -> Diagnostic {
    .error(
      "a code was asked for of \"\(post)\", and that is kept: "
        + keys.map(\.text).joined(separator: ", "),
      hints: [
        "take back an open request with: \(Advice.withdraw(keys[0]).command); the draft stays"
      ])
  }

  static func notATag(_ text: String) -> Diagnostic {
    .error(
      "\"\(text)\" cannot be a tag",
      hints: ["a tag is one word, such as summer or new-in; several are added with --add each"])
  }

  // MARK: Addresses

  static func notATikTokPost(_ text: String) -> Diagnostic {
    .error(
      "\"\(text)\" is not the address of a post on TikTok",
      hints: ["it looks like https://www.tiktok.com/@NAME/photo/ID"])
  }

  static func shortLink(_ url: String) -> Diagnostic {
    .error(
      "\"\(url)\" is a short link: only TikTok knows which post it leads to",
      hints: [
        "open it in a browser and give the address that it leads to, .../@NAME/photo/ID",
        "or add the number at its end: --item-id ID --creator @NAME",
      ])
  }

  static func linkWithoutID(_ url: String) -> Diagnostic {
    .error(
      "\"\(url)\" does not say which post it is",
      hints: [
        "a post's address ends in /photo/ID or /video/ID; for another, add --item-id ID"
      ])
  }

  static func notAnItemID(_ text: String) -> Diagnostic {
    .error(
      "\"\(text)\" is not TikTok's id of a post",
      hints: ["it is the number of up to 20 digits at the end of the post's address"])
  }

  static func otherItemID(_ itemID: String, inURL found: String) -> Diagnostic {
    .error(
      "--item-id is \(itemID), and the address says \(found)",
      hints: ["leave --item-id out, or give the address of that post"])
  }

  // MARK: Creators

  static func otherCreator(
    _ creator: Key<Creator>, of post: Key<Post>, owner: Key<Creator>
  ) -> Diagnostic {
    .error(
      "\"\(post)\" is @\(owner)'s, and this is a post of @\(creator)",
      hints: [
        "see whether the address is the right one",
        "if the post is theirs: flint post edit \(post) --creator @\(creator)",
      ])
  }

  static func otherCreatorInURL(
    _ other: Key<Creator>, creator: Key<Creator>
  ) -> Diagnostic {
    .error(
      "--creator is @\(creator), and the address is one of @\(other)",
      hints: ["leave --creator out, or give the address of the post of @\(creator)"])
  }

  // MARK: Texts

  static func captionIsNotUTF8(_ path: String) -> Diagnostic {
    .error("\"\(path)\" is not text in UTF-8", hints: ["save it as UTF-8"])
  }

  package static func captionIsTooLong(_ count: Int, limit: Int) -> Diagnostic {
    .error(
      "the caption has \(count) bytes; at most \(limit) are read",
      hints: ["TikTok takes 4,000 UTF-16 units"])
  }

  static func captionHasControls(_ scalar: Unicode.Scalar) -> Diagnostic {
    .error(
      "the caption holds the control character U+\(hexadecimal(scalar.value))",
      hints: ["take it out; line breaks and tabs may stay"])
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The fault of a caption option that begins with `@`, which names a file.
  static func captionFile(_ fault: Diagnostic) -> Diagnostic {
    .withRemedy(
      fault, "for a caption that begins with @, give it on standard input: --caption -")
  }
}
