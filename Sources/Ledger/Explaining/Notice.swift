/// A number or word that TikTok, or Flint, answers with, and what to do about it.
public struct Notice: Hashable, Sendable {
  /// Who must act.
  public enum Actor: String, CaseIterable, Sendable, Codable {
    case creator, brand, both, caller, tiktok, wait

    public var words: String {
      switch self {
      case .creator: "the creator"
      case .brand: "the brand"
      case .both: "the creator and the brand"
      case .caller: "whoever runs the tool that asked TikTok"
      case .tiktok: "TikTok"
      case .wait: "nobody; wait"
      }
    }
  }

  /// How well what is said is known.
  public enum Standing: String, CaseIterable, Sendable, Codable {
    /// TikTok's own page, or an interface's specification, says so.
    case documented
    /// Others say so.
    case reported
    /// TikTok names the word only.
    case judged
    /// A rule of Flint's own.
    case own

    public var words: String {
      switch self {
      case .documented: "documented by TikTok"
      case .reported: "not documented by TikTok; reported by others"
      case .judged: "TikTok names it without explaining it; this is our judgment"
      case .own: "a rule of Flint's own"
      }
    }
  }

  /// A short name of ours where TikTok gives none; otherwise the first code and name.
  public var id: String
  public var codes: [ClosedRange<Int>]
  /// In TikTok's spelling.
  public var names: [String]
  /// `Spark code`, `state of an ad`, …
  public var area: String
  /// What it says, in plain words.
  public var means: String
  /// What it may come from.
  public var causes: [String]
  /// Who must act.
  public var actor: Actor
  /// What to do, in that order.
  public var steps: [String]
  public var message: MessageKind?
  /// What the message says in the place of `{{ reason }}`.
  public var reason: String?
  public var note: String?
  /// How well all of this is known.
  public var standing: Standing
  /// Each with the day it was read.
  public var sources: [String]
  /// Words that mean it when all of one list stand in a text; lower case.
  var phrases: [[String]]

  func hasCode(_ number: Int) -> Bool { codes.contains { $0.contains(number) } }

  /// `4025 auth_code_expired`.
  public var title: String {
    let numbers = codes.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
    }
    let parts = [numbers.joined(separator: ", "), names.joined(separator: ", ")]
    let title = parts.filter { !$0.isEmpty }.joined(separator: "  ")
    return title.isEmpty ? id : title
  }
}
