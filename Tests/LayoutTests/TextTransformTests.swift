import Layout
import Testing
import Typography

/// CSS Text 3 §2.1.
@Suite struct TextTransformTests {
  @Test(arguments: [
    ("uppercase", "<p lang=el>Διὰ τὸ <b>θαυμάζειν</b></p>", "ΔΙΑ ΤΟ ΘΑΥΜΑΖΕΙΝ"),
    ("uppercase", "<p lang=el>ώρα <b lang=en>ώ</b></p>", "ΩΡΑ Ώ"),
    ("uppercase", "<p>naïve</p>", "NAÏVE"),
    ("lowercase", "<p lang=tr>ISI</p>", "ısı"),
    ("capitalize", "<p lang=nl>ijs in de o<b>ij</b> ij</p>", "IJs In De Oij IJ"),
    ("capitalize", "<p lang=tr>iki ile</p>", "İki İle"),
    ("capitalize", "<p>don’t o’clock élan 5th a-b I u</p>", "Don’t O’clock Élan 5th A-B I U"),
  ])
  func textIsTransformedByItsLanguage(transform: String, body: String, text: String) throws {
    let layout = try LaidOutPage.layOut(
      body, css: "p { text-transform: \(transform); font-family: Noto Sans }")
    #expect(layout.root.runs.map(\.glyphs.text).joined() == text)
  }
}
