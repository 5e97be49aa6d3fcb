import Ledger
import Posts

/// What is known about a post beside its pictures, in words.
enum PostFactText {
  static func words(of facts: Post.Facts) -> [String] {
    var words: [String] = []
    switch facts.disclosure {
    case Disclosure.none?: words.append("discloses nothing")
    case .yourBrand?: words.append("discloses your brand")
    case .brandedContent?: words.append("discloses branded content")
    case nil: break
    }
    if let isAI = facts.isAIGenerated { words.append(isAI ? "AI label" : "no AI label") }
    if let privacy = facts.privacy {
      words.append(privacy == .onlyMe ? "only its maker can see it" : "\(privacy.name) can see it")
    }
    if let isOn = facts.adAuthorizationIsOn {
      words.append("ad authorization \(isOn ? "on" : "off")")
    }
    if let isCleared = facts.musicIsCleared {
      words.append(isCleared ? "music cleared" : "music not cleared")
    }
    return words
  }
}
