import Diagnostics
import Ledger
import Posts
import Templates

// Handing off.

extension Diagnostic {
  static func postIsGone(_ post: Key<Post>) -> Diagnostic {
    .error("there is no post \"\(post)\" any more")
  }

  static func brandIsGone(_ brand: Key<Brand>) -> Diagnostic {
    .error("there is no brand \"\(brand)\" any more")
  }

  static func hasNoSlides(_ post: Key<Post>) -> Diagnostic {
    .error(
      "\"\(post)\" has no slides here: it was made elsewhere",
      hints: ["take in its maker's bundle with: flint post import FILE.zip"])
  }

  static func notASlideName(_ name: String) -> Diagnostic {
    .error("\"\(name)\" cannot be the name of a slide")
  }

  static func slideIsChanged(
    _ file: String, of post: Key<Post>, isTaken: Bool
  ) -> Diagnostic {
    let message = "slide \"\(file)\" of \"\(post)\" is not the file that was recorded"
    return isTaken
      ? .warning(message)
      : .error(
        message,
        hints: [
          "see what changed with: flint verify \(post)",
          "render it again, or hand it off as it is with --force",
        ])
  }

  static func tooManySlides(
    _ count: Int, of post: Key<Post>, most: Int, platform: String
  ) -> Diagnostic {
    .error(
      "\"\(post)\" has \(count) slide\(count == 1 ? "" : "s"); \(platform) takes \(most)",
      hints: ["make a shorter carousel of it for \(platform)"])
  }

  static func madeSmaller(_ post: Key<Post>, platform: String) -> Diagnostic {
    .warning(
      "the slides of \"\(post)\" were made smaller for \(platform), not drawn again",
      hints: ["its template, row or photos are not as they were; text is a little softer"])
  }

  /// - Parameter fault: what stood in the way of drawing it again.
  static func cannotDrawAgain(
    _ fault: Diagnostic, post: Key<Post>, size: SlideSize, platform: String
  ) -> Diagnostic {
    .error(
      "the slides of \"\(post)\" have a shape that \(platform) does not take, and cannot be drawn "
        + "again at \(size): \(fault.message)", at: fault.location,
      hints: fault.hints + [
        "name the photos' folder with --images, or render the post with --size \(size)"
      ])
  }

  static func pictureIsTooLarge(_ name: String, _ bytes: Int, _ most: Int) -> Diagnostic {
    .error(
      "\"\(name)\" has \(bytes / 1_000_000) MB; \(most / 1_000_000) are taken",
      hints: ["render the post smaller, for example with --size 1080x1350"])
  }

  static func codeIsNotHere(
    _ authorization: Key<Authorization>?, _ mark: CodeMark
  ) -> Diagnostic {
    .error(
      "the code \(mark) is not in this library, only its fingerprint",
      hints: ["hand the post off without --with-code"])
  }

  static func notReady(_ post: Key<Post>, _ advice: String) -> Diagnostic {
    .warning("\"\(post)\" is not ready for a Spark ad", hints: [advice])
  }

  static func brandedForOneself(_ post: Key<Post>) -> Diagnostic {
    .error(
      "\"\(post)\" is branded content that only its maker can see; TikTok refuses that",
      hints: ["change who can see it: flint post edit \(post) --privacy everyone"])
  }

  static func captionIsTooLong(
    _ post: Key<Post>, _ count: Int, most: Int, platform: String
  ) -> Diagnostic {
    .warning(
      "the caption of \"\(post)\" has \(count) characters; \(platform) takes \(most)",
      hints: ["shorten it when you paste it"])
  }

  static func picturesHaveNoURL() -> Diagnostic {
    .warning(
      "post.json names the pictures only; TikTok's call needs their URLs",
      hints: [
        "say where they will be reachable: --base-url https://DOMAIN/FOLDER, a domain you verified"
      ])
  }

  static func privacyIsUnknown(_ post: Key<Post>) -> Diagnostic {
    .warning(
      "who can see \"\(post)\" is not known, so post.json sends it to the app's inbox",
      hints: ["to post it directly: flint post edit \(post) --privacy everyone"])
  }
}

// Where it goes.

extension Diagnostic {
  static func oneFileForMany(_ output: String) -> Diagnostic {
    .error(
      "several posts do not fit into the one file \"\(output)\"",
      hints: ["name a folder after -o; each post becomes a file in it"])
  }

  static func otherFileName(_ output: String, end: String, expected: String) -> Diagnostic {
    .error(
      "\"\(output)\" is not a name for a .\(expected) file",
      hints: ["end the name in .\(expected), or name a folder"])
  }

  static func outputIsAFile(_ output: String) -> Diagnostic {
    .error("\"\(output)\" is a file, not a folder", hints: ["name a folder after -o"])
  }

  static func folderHoldsOther(_ path: String, _ name: String) -> Diagnostic {
    .error(
      "the folder \"\(path)\" holds something else: \"\(name)\"",
      hints: ["name a new or empty folder after -o; it is replaced whole"])
  }
}

// The sheet of codes.

extension Diagnostic {
  static func codeIsLeftOut(
    _ authorization: Key<Authorization>, _ mark: CodeMark
  ) -> Diagnostic {
    .warning(
      "\(authorization) is left out: its code \(mark) is not in this library, only its fingerprint")
  }

  static func codeIsQuoted(_ authorization: Key<Authorization>) -> Diagnostic {
    .warning(
      "the code of \(authorization) begins like a formula, so an apostrophe stands before it",
      hints: ["leave the apostrophe out when you paste the code"])
  }
}

// Bundles from elsewhere.

extension Diagnostic {
  static func notABundle(at place: SourceLocation) -> Diagnostic {
    .error(
      "this archive has no manifest of Flint's", at: place,
      hints: ["a bundle is made with: flint post export POST --for spark --to BRAND"])
  }

  static func bundleIsNewer(_ schema: Int, newest: Int, at place: SourceLocation) -> Diagnostic {
    .error(
      "the bundle was made by a newer Flint (schema \(schema); this one knows \(newest))",
      at: place, hints: ["update Flint; nothing was taken over"])
  }

  static func bundleTextIsTooLong(
    _ name: String, limit: Int, at place: SourceLocation
  ) -> Diagnostic {
    .error("\"\(name)\" is larger than the limit of \(limit / 1_000_000) MB", at: place)
  }

  static func bundlePartIsUnreadable(
    _ name: String, _ field: String, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "\"\(name)\" cannot be read"
        + (field.isEmpty ? "" : ": \"\(field)\" is missing or not what it should be"),
      at: place, hints: ["ask for the bundle again"])
  }

  static func bundleValue(_ field: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "the bundle's \"\(field)\" is nothing that Flint writes", at: place,
      hints: ["ask for the bundle again; nothing was taken over"])
  }

  static func fileIsChanged(_ path: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"\(path)\" is not the file that was handed off", at: place,
      hints: ["ask for the bundle again; nothing was taken over"])
  }

  static func fileIsMissing(_ path: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"\(path)\" is missing", at: place,
      hints: ["ask for the bundle again; nothing was taken over"])
  }

  static func fileIsExtra(_ path: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"\(path)\" is not in the manifest", at: place,
      hints: ["somebody added it; nothing was taken over"])
  }

  static func fileIsNotListed(_ path: String, at place: SourceLocation) -> Diagnostic {
    .error("the manifest does not list \"\(path)\"", at: place)
  }

  static func codeIsNotTheOne(at place: SourceLocation) -> Diagnostic {
    .error(
      "the code in authorization.json is not the one that its fingerprint tells", at: place,
      hints: ["ask the creator for the code again"])
  }

  static func tooManyOfOneKey(_ key: String) -> Diagnostic {
    .error("there are too many posts named \"\(key)\"")
  }
}

// What was not taken over.

extension Diagnostic {
  static func keyWasTaken(_ key: String, now: Key<Post>) -> Diagnostic {
    .warning("another post is named \"\(key)\" here; this one is \"\(now)\"")
  }

  static func slidesDiffer(_ post: Key<Post>) -> Diagnostic {
    .warning("the slides of \"\(post)\" are others here; they stay as they are")
  }

  static func captionsDiffer(_ post: Key<Post>) -> Diagnostic {
    .warning(
      "the caption of \"\(post)\" is another one here, and stays: a code was issued for it",
      hints: ["compare it with the post on TikTok"])
  }

  static func paymentIsNotHere(
    _ payment: Agreement.Payment, agreement: Key<Agreement>
  ) -> Diagnostic {
    .warning(
      "the creator noted \(payment.amount.formatted()) on \(payment.at.day), which is not noted here",
      hints: ["if you paid it: \(Advice.pay(agreement, payment.amount).command)"])
  }

  static func bundledCodeHasEnded(_ post: Key<Post>, _ end: String) -> Diagnostic {
    .warning(
      "the code of \"\(post)\" ended on \(end), so it was not taken over",
      hints: ["ask the creator for a new one"])
  }

  static func codeIsNotInBundle(_ authorization: Key<Authorization>, end: Moment) -> Diagnostic {
    .warning(
      "the bundle speaks of a code and does not hold it",
      hints: ["when it comes: flint code add \(authorization) --code - --ends \(end)"])
  }

  static func authorizationIsOver(
    _ authorization: Key<Authorization>, _ status: Authorization.Status, bundled: String
  ) -> Diagnostic {
    .warning(
      "\(authorization) is \(status.rawValue) here; the creator has it until \(bundled)",
      hints: ["ask the creator for a new code if you want to go on"])
  }
}
