extension Advice {
  /// The command that does it, as it is typed; what only a person knows stands there in capitals.
  public var command: String {
    switch self {
    case .draw: "flint render POST-FILE"
    case .check(let post): "flint check \(post) --target spark"
    case .publish(let post): "flint post publish \(post) --url URL"
    case .state(let post, let fact): "flint post edit \(post) \(fact.option)"
    case .showPost(let post): "flint post show \(post)"
    case .removePost(let post, let isForced):
      "flint post remove \(post) --by creator" + (isForced ? " --force" : "")
    case .request(let post, let days):
      "flint code request \(post) --brand BRAND" + (days.map { " --days \($0)" } ?? "")
    case .addCode(let key): "flint code add \(key) --code -"
    case .withdraw(let key): "flint code withdraw \(key)"
    case .share(let key): "flint code share \(key) --how mail"
    case .apply(let key, let advertiser):
      "flint code apply \(key) --advertiser \(advertiser?.text ?? "ID")"
    case .applyAllTheSame(let key):
      "flint code apply \(key) --advertiser ID --tiktok-accepted"
    case .extend(let key, let days): "flint code extend \(key) --days \(days)"
    case .readEnd(let key): "flint code extend \(key) --read-end TIME"
    case .revoke(let key, let isForced):
      "flint code revoke \(key)" + (isForced ? " --force" : "")
    case .reissue(let key): "flint code reissue \(key) --code -"
    case .showCode(let key): "flint code show \(key)"
    case .planAd(nil, _): "flint ad plan"
    case .planAd(let key?, let advertiser):
      "flint ad plan \(key) --advertiser \(advertiser?.text ?? "ID")"
    case .submit(let ad): "flint ad submit \(ad)"
    case .identify(let ad): "flint ad submit \(ad) --tiktok-id ID"
    case .move(let ad, let status):
      "flint ad status \(ad) \(status.rawValue.replacing(" ", with: "-"))"
        + (status == .rejected ? " --reason WHY" : "")
    case .readStatus(let ad): "flint ad status \(ad) --tiktok-status WORD"
    case .end(let ad, let ending):
      "flint ad end \(ad) --because \(ending.rawValue.replacing(" ", with: "-"))"
    case .importReport: "flint ad metrics import REPORT"
    case .listAds(let post): "flint ad list --post \(post)"
    case .pay(let agreement, let money):
      "flint agreement pay \(agreement) --amount \"\(money.plain)\""
    case .explain(let word): "flint explain \(word)"
    }
  }
}

extension Advice.Fact {
  fileprivate var option: String {
    switch self {
    case .creator: "--creator @NAME"
    case .disclosure(let disclosure): "--disclosure \"\(disclosure.rawValue)\""
    case .privacy(let privacy): "--privacy \(privacy.name)"
    case .adAuthorizationIsOn: "--ad-authorization on"
    case .musicIsCleared: "--music cleared"
    }
  }
}
