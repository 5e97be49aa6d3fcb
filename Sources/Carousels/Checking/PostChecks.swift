package import Diagnostics
import Library
import Posts
import Templates

/// Finds what TikTok refuses about a post's words, count and sizes.
package struct PostChecks {
  let target: PostTarget

  package init(target: PostTarget) { self.target = target }

  package func countFinding(_ count: Int, at location: SourceLocation?) -> Finding? {
    guard target.isTikTok, !Post.slideCounts.contains(count) else { return nil }
    return Finding(
      .slideCount,
      count == 1 ? "there is one slide" : "there are \(count) slides",
      remedy: count < 2
        ? "add a slide; TikTok's carousels have 2 to 35" : "leave slides out; TikTok takes 35",
      at: location)
  }

  /// - Parameter slide: nil for a size that all slides have.
  func sizeFinding(
    width: Int, height: Int, slide: Finding.Slide?, at location: SourceLocation?
  ) -> Finding? {
    guard !target.takes(width: width, height: height) else { return nil }
    let most = target.largestPicture
    return Finding(
      .pixelSize,
      "\(slide.map { "slide \($0.number), \"\($0.name)\"," } ?? "every slide") is \(width) × "
        + "\(height) px; at most \(most.width) × \(most.height) are taken",
      remedy: "draw it smaller, for example with --size 1080x1920",
      at: location, slide: slide)
  }

  package func findings(ofTitle title: String?, at location: SourceLocation?) -> [Finding] {
    findings(of: WordProblem.problems(ofTitle: title), at: location)
  }

  package func findings(ofCaption caption: String, at location: SourceLocation?) -> [Finding] {
    findings(of: WordProblem.problems(ofCaption: caption), at: location)
  }

  /// A code is a secret everywhere; the rest are TikTok's limits.
  private func findings(of problems: [WordProblem], at location: SourceLocation?) -> [Finding] {
    problems.map { Finding($0, at: location) }.filter {
      target.isTikTok || $0.rule == .publishedCode
    }
  }

  /// - Parameters:
  ///   - disclosure: as the post says it; nil when it says nothing.
  ///   - brand: what makes it look like a post for a brand, such as `the kit "acme"`.
  package func findings(
    ofDisclosure disclosure: String?, brand: String?, at location: SourceLocation?
  ) -> [Finding] {
    guard target.isTikTok else { return [] }
    let known = Disclosure.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    if let disclosure, Disclosure(rawValue: disclosure.lowercased()) == nil {
      return [
        Finding(
          .unknownDisclosure, "\"\(disclosure)\" is not a disclosure that TikTok knows",
          remedy: "write one of \(known)", at: location)
      ]
    }
    guard disclosure == nil, let brand else { return [] }
    return [
      Finding(
        .missingDisclosure, "the post shows \(brand) and discloses nothing",
        remedy:
          "add to the post file \"disclosure: your brand\" (TikTok says Promotional content), "
          + "\"branded content\" (Paid partnership), or \"none\"",
        at: location)
    ]
  }
}

extension Finding {
  fileprivate init(_ problem: WordProblem, at location: SourceLocation?) {
    let rule: CheckRule =
      switch problem {
      case .titleIsTooLong: .titleLength
      case .captionIsTooLong: .captionLength
      case .tooManyHashtags: .hashtagCount
      case .holdsCode: .publishedCode
      }
    self.init(rule, problem.message, remedy: problem.remedy, at: location)
  }
}
