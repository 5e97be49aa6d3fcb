/// Codes in every shape that `flint code add` takes, as people paste them.
///
/// Each has `song` in it, as it stands there, so that a text can be searched for it.
public struct PastedCode: Sendable, CustomStringConvertible {
  /// What is given to `flint code add`.
  public let text: String
  /// A part of the code that nothing may show.
  public let song: String
  /// Other ways to write the same code where it does not belong.
  public let spellings: [String]

  init(_ text: String, song: String, _ spellings: String...) {
    self.text = text
    self.song = song
    self.spellings = [text] + spellings
  }

  public var description: String { text }

  public static let all = [
    PastedCode(
      "#Qa7ZsRv0Kd1wHe==", song: "ZsRv0Kd1", "Qa7ZsRv0Kd1wHe==", "#Qa7ZsRv0Kd1wHe",
      "Qa7ZsRv0Kd1wHe", "code=Qa7ZsRv0Kd1wHe", "“#Qa7ZsRv0Kd1wHe==”", "(Qa7ZsRv0Kd1wHe)",
      "xQa7ZsRv0Kd1wHex"),
    PastedCode(
      "#Qb+ZsRv0Kd1w/Hex9=", song: "ZsRv0Kd1", "%23Qb%2BZsRv0Kd1w%2FHex9%3D",
      "%2523Qb%252BZsRv0Kd1w%252fHex9", "&#35;Qb&#43;ZsRv0Kd1w&#x2f;Hex9&#61;",
      "&num;Qb&plus;ZsRv0Kd1w&sol;Hex9&equals;", "#Qb ZsRv0Kd1w/Hex9=", "Qb ZsRv0Kd1w/Hex9",
      "#Qb+ZsR v0Kd1w/Hex9=", "#Qb+ZsR\nv0Kd1w/Hex9=", "Qb+ZsRv0Kd1\n  w/Hex9"),
    PastedCode("#Qc7ZsRv0Kd1wHe", song: "ZsRv0Kd1", "Qc7ZsRv0Kd1wHe"),
    PastedCode("Qd7ZsRv0Kd1wHe==", song: "ZsRv0Kd1", "Qd7ZsRv0Kd1wHe"),
    PastedCode("Qe7ZsRv0Kd1wHe", song: "ZsRv0Kd1", "#Qe7ZsRv0Kd1wHe", "Qe7Zs Rv0Kd1wHe"),
    PastedCode("7f3a9c04e1b28d56", song: "9c04e1b2", "#7f3a9c04e1b28d56"),
    PastedCode("#7F3A9C04E1B28D57=", song: "9C04E1B2", "7F3A9C04E1B28D57"),
    PastedCode("#Qf-ZsRv0_Kd1w.He~4", song: "ZsRv0_Kd", "Qf-ZsRv0_Kd1w.He~4"),
    PastedCode("-Qg.ZsRv0~Kd1w_4", song: "ZsRv0~Kd", "see:-Qg.ZsRv0~Kd1w_4"),
    PastedCode("%23Qh7ZsRv0Kd1w%3D%3D", song: "ZsRv0Kd1", "#Qh7ZsRv0Kd1w==", "Qh7ZsRv0Kd1w"),
    PastedCode("#Qi7Zs\u{200b}Rv0Kd1wHe=", song: "Rv0Kd1wH", "#Qi7ZsRv0Kd1wHe="),
    PastedCode(
      "#Qj7Zs\u{ad}Rv0Kd1wHe=", song: "Rv0Kd1wH", "Qj7Zs&shy;Rv0Kd1wHe", "Qj7ZsRv0K\u{ad}d1wHe"),
    PastedCode("＃Qk7ZsRv0Kd1wHe＝", song: "ZsRv0Kd1", "#Qk7ZsRv0Kd1wHe=", "Qk7ZsRv0Kd1wHe"),
    PastedCode("#Ql7ZsRv0Kd1wH\u{0435}=", song: "ZsRv0Kd1", "#Ql7ZsRv0Kd1wHe="),
    PastedCode("\u{0410}m7ZsRv0Kd1wH4", song: "ZsRv0Kd1", "Am7ZsRv0Kd1wH4"),
    PastedCode("#z9Kq4w=", song: "z9Kq4w", "#z9Kq4w==", "＃z9Kq4w＝", "%23z9Kq4w%3D"),
    PastedCode("#a8Xv3Rt5", song: "8Xv3Rt5", "a8Xv3Rt5"),
    PastedCode("b7Wq2Zk9", song: "7Wq2Zk9", "#b7Wq2Zk9="),
    PastedCode("#Qn7ZsRv0\nKd1wHe4=", song: "Kd1wHe4", "#Qn7ZsRv0Kd1wHe4="),
    PastedCode("Spark code: #Qo7ZsRv0Kd1wHe=", song: "ZsRv0Kd1", "#Qo7ZsRv0Kd1wHe="),
    PastedCode("the code is #Qp7ZsRv0Kd1wHe= for you", song: "ZsRv0Kd1", "Qp7ZsRv0Kd1wHe"),
    PastedCode("#ABCDEFGHJKLM=", song: "ABCDEFGHJKLM", "%23ABCDEFGHJKLM="),
    PastedCode("#zqxjkvwpbfgt=", song: "zqxjkvwpbfgt", "＃zqxjkvwpbfgt＝"),
    PastedCode("#20260301123456=", song: "20260301123456", "&#35;20260301123456&equals;"),
    PastedCode("#Qq7Zs#Rv0Kd1wHe=", song: "Rv0Kd1wH", "Qq7Zs#Rv0Kd1wHe"),
    PastedCode("QR7ZSRV0KD1WHE4", song: "ZSRV0KD1", "#QR7ZSRV0KD1WHE4"),
    PastedCode("#Qs7ZsÄv0Kd1wHe=", song: "v0Kd1wHe", "#Qs7Zs\u{c4}v0Kd1wHe"),
  ]
}
