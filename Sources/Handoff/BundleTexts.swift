import Carousels
import Posts

/// The texts of a bundle for people, who may have no Flint. Times are UTC, so that the same post gives
/// the same bytes wherever it is packed.
struct BundleTexts {
  package let bundle: SparkBundle

  private var post: SparkBundle.PostPart { bundle.manifest.post }
  private var brandName: String { bundle.manifest.brand.name ?? bundle.manifest.brand.key }

  var readme: String {
    var lines = ["A TikTok post for \(brandName)" + (post.creator.map { ", by @\($0.key)" } ?? "")]
    lines.append(String(repeating: "=", count: min(lines[0].count, 78)))
    lines += ["", row("Post", post.key)]
    if let title = post.title { lines.append(row("Title", title)) }
    if let publication = post.publication {
      lines += [
        row("On TikTok", publication.url), row("Item id", publication.itemID),
        row("Published", utc(publication.at)),
      ]
    } else {
      lines.append(row("On TikTok", "not published yet"))
    }
    lines += ["", "THE SPARK CODE", ""] + code
    lines += ["", "THE FILES", ""] + files.map { row($0.0, $0.1) }
    lines += [
      "", "WITH FLINT", "", "  flint post import THIS-FILE.zip", "",
      "checks every file against manifest.json, and keeps the post, its terms and its code.",
    ]
    return text(lines)
  }

  private var code: [String] {
    guard let authorization = bundle.authorization else {
      return ["There is no code for \(brandName) yet; ask the creator for one."]
    }
    var lines = [
      row("Days", "\(authorization.days)"), row("Starts", utc(authorization.start)),
      row("Ends", utc(authorization.end) + (Self.words(authorization.endSource))),
      row(
        "Looks like",
        "\(authorization.masked)  (fingerprint \(authorization.fingerprint.prefix(8)))"),
      "",
    ]
    if authorization.code == nil {
      lines.append("The code itself is not in this archive; ask the creator for it.")
    } else {
      lines += [
        "The code itself is in authorization.json, under \"code\". Whoever has it can run ads on",
        "this post, so keep this archive to yourself. In TikTok Ads Manager: Tools, Creative library,",
        "Spark ads posts, Apply for authorization; paste the code as it is, with # and =.",
      ]
    }
    return lines
  }

  private static func words(_ source: Grant.EndSource) -> String {
    switch source {
    case .counted: " (counted from its days; TikTok shows the exact end)"
    case .creator: " (as the creator says)"
    case .tiktok: " (as TikTok shows it)"
    }
  }

  private var files: [(String, String)] {
    var files = [
      ("slides/", "each slide as PNG and as JPEG, in order"),
      (SparkBundle.overviewName, "all slides at a glance"),
      (SparkBundle.captionName, "the caption, ready to paste"),
      (SparkBundle.altTextsName, "what each slide shows, for screen readers"),
      (SparkBundle.disclosureName, "what the post discloses"),
    ]
    if bundle.authorization != nil {
      files.append((SparkBundle.authorizationName, "the authorization, for programs"))
    }
    if bundle.terms != nil {
      files.append((SparkBundle.termsTextName, "what was agreed"))
      files.append((SparkBundle.termsName, "the same, for programs"))
    }
    files.append((SparkBundle.manifestName, "SHA-256 and size of each file, for programs"))
    return files
  }

  package var disclosure: String {
    var lines: [String]
    switch post.facts.disclosure {
    case .brandedContent?:
      lines = ["Branded content: TikTok labels the post Paid partnership."]
    case .yourBrand?: lines = ["Your brand: TikTok labels the post Promotional content."]
    case Disclosure.none?: lines = ["The post discloses no brand."]
    case nil: lines = ["Not known: ask the creator what the post discloses."]
    }
    switch post.facts.isAIGenerated {
    case true?: lines.append("TikTok labels it as made by AI.")
    case false?: lines.append("It is not labeled as made by AI.")
    case nil: break
    }
    return text(lines)
  }

  package func terms(_ agreement: Agreement?) -> String {
    guard let agreement else { return "" }
    let terms = agreement.terms
    var lines = [
      row("Agreement", agreement.key.text), row("Creator", "@\(agreement.creator)"),
      row("Brand", brandName), row("Made", utc(agreement.made)),
      row("Days", "\(terms.days) for each code"),
    ]
    if let fee = terms.fee { lines.append(row("Fee", "\(fee.formatted()) (\(fee.currency))")) }
    if let share = terms.share {
      lines.append(row("Share", "\(share) of the ad spend in \(terms.currency)"))
    }
    if let rights = terms.usageRights { lines.append(row("Usage", rights)) }
    if let exclusivity = terms.exclusivity {
      lines.append(row("Exclusive", "\(exclusivity.category), until \(exclusivity.until)"))
    }
    for payment in agreement.payments {
      lines.append(
        row(
          "Paid",
          "\(payment.amount.formatted()) on \(payment.at.day)"
            + (payment.note.map { " (\($0))" } ?? "")))
    }
    return text(lines)
  }

  /// A block a slide: its number, what its pictures show, the words on it.
  static func altTexts(_ slides: [StoredPost.Slide]) -> String {
    let blocks = slides.enumerated().map { index, slide in
      let lines = slide.alt + (slide.text.isEmpty ? [] : [slide.text])
      return "Slide \(index + 1): "
        + (lines.isEmpty ? slide.recorded.name : lines.joined(separator: "\n"))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func row(_ name: String, _ value: String) -> String {
    let padding = String(repeating: " ", count: max(1, 20 - name.count))
    return "  \(name)\(padding)\(value)"
  }

  /// `2026-01-31 09:30:00 UTC`.
  private func utc(_ moment: Moment) -> String {
    "\(moment.description.replacing("T", with: " ").dropLast()) UTC"
  }

  private func text(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }
}
