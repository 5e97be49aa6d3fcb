import Posts
import TestSupport
import Testing

@Suite struct CodeFindingTests {
  private static let secret = "#Ex4mple+c0de/Kd9w="

  private func found(_ text: String) -> [String] {
    CodeShapes.builtIn.codes(in: text).map { String(text[$0]) }
  }

  // MARK: - What is a code

  @Test(arguments: [
    secret, "#Ex4mplec0deKd9wQr", "#Ex4mple+c0de/Kd9w", "Ex4mple+c0de/Kd9w=", "#v08a+b/c=",
    "%23Ex4mple%2Bc0de%2FKd9w%3D", "%23Ex4mple%2bc0de%2fKd9w", "%2523Ex4mple%252Bc0de%253D",
    "&#35;Ex4mple&#43;c0de/Kd9w&#61;", "#Ex4mple&#x2b;c0de/Kd9w=", "#Ex4\u{200b}mple+c0de/Kd9w=",
    "#Ex4mple c0de/Kd9w=", "#Ex4mple   c0de/Kd9w=", "#Ex4mple+c0de\n/Kd9w=", "＃Ex4mple＋c0de／Kd9w＝",
    "#Ex4mplе+c0dе/Kd9w=",
    "#Ex4mple_c0de-Kd9wQr", "#abcdefghijkl=", "#12345678901=", "#Ex4mplec0de/Kd9w==",
    "#ERuDnNx5guAacjegVirw", "Ex4mplec0deKd9wQr", "#Ex4mple#c0de/Kd9w=", "AbCd3fGhIjKlMnOpQ7",
    "Ex4mple+c0de/Kd9wQr",
  ])
  func aCodeIsFoundWhereverItStands(code: String) {
    for (before, after) in [
      ("", ""), ("sent ", ""), ("sent ", " by mail"), ("(", ")"), ("“", "”."), ("code=", ","),
      ("<td>", "</td>"), ("[", "]"), ("post:", ";"), ("送", "。"),
      ("\n", "\n"), ("{\"code\":\"", "\"}"), ("flint code add mug --code ", ""), ("'", "'"),
    ] {
      #expect(found(before + code + after) == [code], "\(before)\(code)\(after)")
    }
  }

  @Test func everyCodeOfATextIsMasked() {
    let shapes = CodeShapes.builtIn
    #expect(shapes.masking("sent #Ex4mplec0deKd9wQr") == "sent #Ex…Qr")
    #expect(shapes.masking("code=\(Self.secret), 4013") == "code=#Ex…w=, 4013")
    #expect(
      shapes.masking("\(Self.secret)#An0ther/Ex4mple+5Qz=, then Ex4mple+c0de/Kd9w=.")
        == "#Ex…w=#An…z=, then Ex4…w=.")
    #expect(
      shapes.masking("https://example.com/?code=%23Ex4mple%2Bc0de%2FKd9w%3D&a=b")
        == "https://example.com/?code=#Ex…w=&a=b")
    #expect(shapes.masking("é#Ex4mple+c0de/Kd9w=\u{301}e") == "é#Ex…w=\u{301}e")
    // Masked text has nothing to mask.
    let once = shapes.masking("a \(Self.secret) b #Ex4mplec0deKd9wQr c #Ab12cd9=")
    #expect(shapes.masking(once) == once && once == "a #Ex…w= b #Ex…Qr c #…")
  }

  // MARK: - What is none

  @Test(arguments: [
    "", "a plain sentence.", "#slowmornings", "#TikTokMadeMeBuyIt", "#100DaysOfCode", "#ad",
    "#coffee #slowliving #MorningRoutine2026 #OOTD #BTSxARMY #DIYHomeDecor #NYFW2026",
    "#TBThrowbackThursday", "#fyp #foryoupage #foryou", "#B2BMarketing", "#SLOWMORNINGS2026",
    "#Weihnachtsgeschenkideen", "#kahvaltılıktarifler", "#コーヒーのある暮らし", "#C3PO", "#1minuteRecipes",
    "#ff8800", "#ff8800aa", "color: #FFB703; border: 1px solid #7209b7", "#1234567890", "#4013",
    "fixes #1234567890, see #12", "https://example.com/guide#getting-started",
    "https://example.com/docs/Layout2#section-2-3", "https://www.tiktok.com/t/ZT8abcXYZ/",
    "https://example.com/#/reference/posts/7300000000000000001/slides",
    "https://example.com/a/b?utm_source=tiktok&utm_campaign=SparkAutumn2026&page=2#results",
    "https://www.tiktok.com/@mia/photo/7300000000000000001?is_from_webapp=1&sender_device=pc",
    "https://example.com/page#access_token=none", "http://tiktok.com/@mia/photo/730/#top",
    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08",
    "sha256=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "#9f86d081884c7d659a2feaa0c55ad015", "3F2504E0-4F89-11D3-9A0C-0305E82C3301/mug/slide-01.png",
    "less-but-better-1-quote@harbor", "mug@harbor", "mug-2026-11-29-harbor-2",
    "AD_STATUS_DELIVERY_OK",
    "AD_STATUS_ASSET_AUTHORIZATION_LOST", "7300000000000000001", "20261122153000000000000000",
    "p_pub_url~v2.123456789", "url_ownership_unverified", "40900-40916",
    "{\"code\":40002,\"message\":\"bad\"}", "IMG_20261129_143305.jpg",
    "Screenshot 2026-11-29 at 14.33.05.png",
    "Carousel2x4Post7Final.png",
    "templates/quote/style.css:9:3: error: unknown property \"colour\"",
    "/var/folders/zz/zyxvpxvq6csfxvn_n0000000000000/T/slides", "NotoSansCJKjp-Regular.otf",
    "PostStory+Advertising.swift", "templateFolder=", "preserveAspectRatio=\"none\"", "a=b", "==",
    "#", "#=",
    "# Heading", "## Second heading", "50% off & 3%3d", "2026-11-29T06:13:24Z", "<4025>=",
    "viewBox=\"0 0 24 24\"", "internationalization", "Donaudampfschifffahrtsgesellschaft2026",
    "#REF!", "#NAME?", "########", "1.79E+18", "#DIV/0!", "#GETTING_DATA", "&#233;&#xE9;&#X1f98A;",
    "flint code add mug@harbor --code - --days 60", "#ad code=", "rgb(0 0 0 / 50%)",
    "macOS15 iPhone16ProMax", "width=1080&height=1920", "TTAdsManagerExport2026Q4", "#Q4Report2026",
  ])
  func whatOnlyResemblesACodeStays(text: String) {
    #expect(found(text).isEmpty)
    #expect(CodeShapes.builtIn.masking(text) == text)
    #expect(!CodeShapes.builtIn.holdsCode("see \(text), thanks"))
  }

  // MARK: - Chance

  private static let words = """
    the code for this post was sent by mail yesterday please use it before Friday our brand likes \
    slow mornings and warm coffee because autumn evenings become longer thanks again best wishes \
    from harbor studio here is what you asked for valid until December see you there quickly \
    Berlin marketing campaign carousel template headline picture authorization advertiser
    """.split(separator: " ").map(String.init)

  private static let base64 = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

  @Test func aCodeThrownByChanceIsAlwaysMasked() {
    var dice = SeededNumbers(seed: 41)
    for _ in 0..<4_000 {
      // With both ends from 8 characters, with one from 20: shorter ones can be words by chance.
      let hasStart = dice.flip()
      let hasEnd = !hasStart || dice.flip()
      let length = dice.roll((hasStart && hasEnd ? 6 : 20)...64)
      let body = String((0..<length).map { _ in dice.pick(Self.base64) })
      let code = (hasStart ? "#" : "") + body + (hasEnd ? dice.pick(["=", "=="]) : "")
      let written =
        dice.flip()
        ? code
        : code.map { ["#": "%23", "+": "%2B", "/": "%2f", "=": "%3D"]["\($0)"] ?? "\($0)" }.joined()
      let around = (0..<dice.roll(0...8)).map { _ in dice.pick(Self.words) }
      let place = dice.roll(0...around.count)
      let glue = dice.pick(["", "(", "code=", "“", "code: "])
      let close = ["(": ")", "“": "”"][glue] ?? dice.pick(["", ",", "."])
      let parts = around[..<place] + [glue + written + close] + around[place...]
      let text = parts.joined(separator: dice.pick([" ", "\n", "  "]))
      let masked = CodeShapes.builtIn.masking(text)
      #expect(!masked.contains(body.dropFirst(3).prefix(3)), "\(text)")
      #expect(masked.contains(SparkCode(secret: code).masked), "\(text)")
    }
  }

  @Test func wordsAndHashtagsThrownByChanceNeverAre() {
    var dice = SeededNumbers(seed: 42)
    for _ in 0..<4_000 {
      let text = (0..<dice.roll(1...12)).map { _ in
        let words = (0..<dice.roll(1...4)).map { _ in dice.pick(Self.words) }
        let camel = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        return switch dice.roll(0...6) {
        case 0: "#" + words.joined().lowercased()
        case 1: "#" + camel
        case 2: "#" + camel + "\(dice.roll(1...2026))"
        case 3: "#" + words.joined().uppercased()
        case 4: words.joined(separator: "-") + "@" + dice.pick(Self.words)
        case 5: words.joined(separator: "_") + "=" + dice.pick(Self.words)
        default: words.joined(separator: " ") + dice.pick([".", ",", "!", ""])
        }
      }.joined(separator: " ")
      #expect(CodeShapes.builtIn.masking(text) == text)
    }
  }

  @Test func aLongTextIsSearchedInTimeThatGrowsWithIt() {
    let text = String(repeating: "#Ex4mple c0de #slow ==&#%", count: 8_000)
    let clock = ContinuousClock()
    let time = clock.measure { _ = CodeShapes.builtIn.masking(text) }
    #expect(time < .seconds(10))
  }
}
