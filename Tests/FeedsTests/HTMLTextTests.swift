import Testing

@testable import Feeds

@Suite struct HTMLTextTests {
  @Test(arguments: [
    ("<p>One</p><p>Two <b>bold</b></p>", ["One", "Two bold"]),
    ("Plain, without tags.", ["Plain, without tags."]),
    ("<div>a<br/>b<br>\n c</div>", ["a\nb\nc"]),
    ("<p>&nbsp;</p>  <p>x&amp;y &#233;&#xE9; &lt;3 &unknown; A&B</p>", ["x&y éé <3 &unknown; A&B"]),
    ("a&ensp;b&thinsp;c&#8201;d &num;1&ZeroWidthSpace;|", ["a b c d #1\u{200B}|"]),
    ("soft&shy;ened&#173; &check;&starf;&euro;&frac12;&Eacute;", ["softened ✓★€½É"]),
    ("5 < 6 and 7 > 2", ["5 < 6 and 7 > 2"]),
    ("<!-- no --><p title=\"a > b\">yes<script>var x = '<p>'</SCRIPT></p>", ["yes"]),
    ("<style>p { color: red }</style><h2>Head</h2>text", ["Head", "text"]),
    ("open <p", ["open"]), ("open <!-- never closed", ["open"]), ("&", ["&"]), ("<", ["<"]),
    ("", []), ("a&#0;b &#xD800; &#99999999999;", ["a&#0;b &#xD800; &#99999999999;"]),
    ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", ["a b", "c"]),
  ])
  func keepsTheWords(html: String, paragraphs: [String]) {
    #expect(HTMLText(html).paragraphs == paragraphs)
  }

  @Test func listItemsAreBullets() {
    let text = HTMLText("Intro. <ul>\n<li>14k gold</li>\n<li><p>12\" long</p></li></ul><p>End</p>")
    #expect(text.paragraphs == ["Intro.", "End"])
    #expect(text.items == ["14k gold", "12\" long"])
    #expect(text.bullets(limit: 12) == ["14k gold", "12\" long"])
    #expect(text.bullets(limit: 1) == ["14k gold"])
    #expect(text.description == "Intro.\n\nEnd")
  }

  @Test func aListAloneIsTheDescription() {
    #expect(HTMLText("<ol><li>a<li>b</ol>").description == "• a\n• b")
  }

  @Test(arguments: [
    ("One. Two! Three?", ["One", "Two!", "Three?"]),
    ("Weighs 2.5 kg. Made in the U.S. by hand.", ["Weighs 2.5 kg", "Made in the U.S. by hand"]),
    ("Wait... what", ["Wait... what"]), ("柔らかい。軽い。", ["柔らかい。", "軽い。"]), ("", []),
  ])
  func sentencesAreBulletsToo(text: String, sentences: [String]) {
    #expect(HTMLText(text).bullets(limit: 12) == sentences)
  }
}
