import ArgumentParser
import Library
import Posts

extension KeyCompletion {
  static let codes = CompletionKind.custom { words, _, beginning in
    keys(words) { reader in
      try reader.authorizations(AuthorizationFilter(), at: try Clock.now())
        .map(\.authorization.key.text).filter { $0.hasPrefix(beginning) }
    }
  }

  static let agreements = CompletionKind.custom { words, _, _ in
    keys(words) { try $0.agreements(creator: nil, brand: nil).map(\.key.text) }
  }

  static let advertisers = CompletionKind.custom { words, _, _ in
    keys(words) { try $0.advertisers(of: nil).map(\.key.text) }
  }

  /// Codes that are valid now, which an ad can be planned on.
  static let usableCodes = CompletionKind.custom { words, _, beginning in
    keys(words) { reader in
      var usable = AuthorizationFilter()
      usable.isUsable = true
      return try reader.authorizations(usable, at: try Clock.now())
        .map(\.authorization.key.text).filter { $0.hasPrefix(beginning) }
    }
  }

  /// Ads that are not over.
  static let ads = CompletionKind.custom { words, _, beginning in
    keys(words) { reader in
      var open = AdFilter()
      open.isOpen = true
      return try reader.ads(open, at: try Clock.now()).map(\.ad.key.text)
        .filter { $0.hasPrefix(beginning) }
    }
  }
}
