/// What a message is for; the name of its template file without `.txt`.
public enum MessageKind: String, CaseIterable, Sendable, Codable {
  case ask, remind, share, renew, offer, reissue, recopy, unavailable, another, music, stop, pay
  case thank

  /// Who writes it; the other one reads it.
  public enum Party: String, CaseIterable, Sendable, Codable {
    case brand, creator

    public var other: Party { self == .brand ? .creator : .brand }
  }

  /// Who writes it.
  public var sender: Party {
    switch self {
    case .share, .offer, .stop, .pay: .creator
    case .ask, .remind, .renew, .reissue, .recopy, .unavailable, .another, .music, .thank: .brand
    }
  }

  public var purpose: String {
    switch self {
    case .ask: "asks for a Spark code and says where the app makes it"
    case .remind: "asks again when no answer came"
    case .share: "hands a code over; the only one that may hold it"
    case .renew: "asks to extend before the code ends"
    case .offer: "tells that the code ends and offers to extend it"
    case .reissue: "asks for a new code because the old one ended"
    case .recopy: "asks to copy the code again because it is damaged"
    case .unavailable: "tells that TikTok does not show the post any more"
    case .another: "asks for another post because this one cannot be an ad"
    case .music: "tells that the music is not cleared for ads"
    case .stop: "asks to end the ads because the code is withdrawn"
    case .pay: "asks for what is owed"
    case .thank: "thanks when the ads have ended"
    }
  }
}
