import Diagnostics
import Markup
import Testing

/// Expects exactly these problems, one at each `‸` of `marked`, in order.
func expectProblems(
  _ expected: [String], inPage marked: String,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let text = MarkedText(marked, file: "page.html")
  expect(
    expected, at: text.places, Document.parse(text.text, file: "page.html").diagnostics,
    sourceLocation)
}

func expectProblems(
  _ expected: [String], inSheet marked: String,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let text = MarkedText(marked, file: "style.css")
  let found = StyleSheet.parse(Array(text.text.utf8), file: "style.css").diagnostics
  expect(expected, at: text.places, found, sourceLocation)
}

private func expect(
  _ expected: [String], at places: [Diagnostics.SourceLocation], _ found: [Diagnostic],
  _ sourceLocation: Testing.SourceLocation
) {
  var log = DiagnosticLog()
  log.add(contentsOf: found)
  let sentences = log.sorted.map(\.description)
  #expect(places.count == expected.count, sourceLocation: sourceLocation)
  #expect(
    sentences == zip(places, expected).map { "\($0): \($1)" }, sourceLocation: sourceLocation)
}

@Suite struct HTMLNestingProblems {
  @Test func unclosedElementIsNamedWhereItWasOpened() {
    expectProblems(
      ["error: <div> is never closed\n  hint: write </div> before the </section> in line 3"],
      inPage: "<section>\n  ‸<div>\n</section>")
    expectProblems(
      ["error: <section> is never closed\n  hint: write </section>"], inPage: "‸<section><p>")
    expectProblems(
      ["error: <b> is never closed\n  hint: write </b> before the <p> in line 1"],
      inPage: "<p>‸<b>a<p>b")
    expectProblems(
      ["error: <i> is never closed\n  hint: write </i> before the </body> in line 1"],
      inPage: "<body>‸<i></body></html>")
    expectProblems(
      ["error: <style> is never closed\n  hint: write </style>"], inPage: "‸<style>p {}")
  }

  @Test func overlappingElementsAreOneProblem() {
    expectProblems(
      [
        "error: </b> comes while <i> is still open\n  hint: <i> begins at 1:4 and ends at 1:13; end it before"
      ],
      inPage: "<b><i>a‸</b>b</i>")
  }

  @Test func endTagOfAnElementThatAParagraphClosedIsNoSecondProblem() {
    expectProblems(
      ["error: <b> is never closed\n  hint: write </b> before the <div> in line 1"],
      inPage: "<p>‸<b>a<div></div></b>")
  }

  @Test func strayEndTagsAreNamed() {
    expectProblems(["error: </div> closes nothing"], inPage: "a‸</div>")
    expectProblems(["error: </li> closes nothing"], inPage: "<ul><li><ul>‸</li></ul></ul>")
    expectProblems(
      [
        "error: </p> closes nothing\n  hint: the <div> in line 1 has ended the <p>; use a div around it"
      ],
      inPage: "<p><div></div>‸</p>")
    expectProblems(["error: </dvi> closes nothing; did you mean </div>?"], inPage: "<div>‸</dvi>")
    expectProblems(["error: <br> has no end tag\n  hint: remove </br>"], inPage: "‸</br>")
    expectProblems(["error: </head> closes nothing"], inPage: "<p>a‸</head>")
  }

  @Test func headingsEndThemselves() {
    expectProblems(
      ["error: </h2> cannot close the <h1> of line 1\n  hint: write </h1>"], inPage: "<h1>a‸</h2>")
    expectProblems(
      [
        "error: <h1> is never closed\n  hint: write </h1>",
        "error: <h2> stands inside the <h1> of line 1\n  hint: write </h1> before it",
      ], inPage: "‸<h1>a‸<h2>b</h2>")
  }

  @Test func pageElementsHaveTheirPlace() {
    expectProblems(
      ["error: <body> cannot stand here\n  hint: a page has one, at its beginning"],
      inPage: "<body>‸<body>")
    expectProblems(
      [
        "error: text stands behind the end of the page\n  hint: move it before the end tag in line 1"
      ],
      inPage: "<body></body>‸a")
    expectProblems(["error: <a> stands inside another <a>"], inPage: "<a>‸<a></a></a>")
    expectProblems(
      ["error: <div/> does not close the element in HTML\n  hint: write <div></div>"],
      inPage: "‸<div/>a")
  }
}

@Suite struct HTMLProfileProblems {
  @Test(arguments: [
    (
      "‸<script>if (a < b) '</p>'</script>",
      "error: <script> is not supported\n  hint: slides run no scripts; fill in data with {{ field }}"
    ),
    (
      "<svg>‸<text>a</text></svg>",
      "error: <text> is not supported in an svg\n  hint: lay HTML text over the svg with position: absolute"
    ),
    (
      "<svg>‸<Use href='#a'/></svg>",
      "error: <use> is not supported in an svg\n  hint: copy the shape to where it is used"
    ),
    (
      "<svg>‸a</svg>",
      "error: an svg shows no text\n  hint: write it behind the svg, or over it with position: absolute"
    ),
    (
      "<svg>‸<div></div></svg>",
      "error: <div> is not supported in an svg\n  hint: it may have path, rect, circle, ellipse, line, polyline, polygon, g"
    ),
    ("‸<path></path>", "error: <path> is not supported\n  hint: put it inside an svg"),
    (
      "<svg><rect ‸d='x'/></svg>",
      "error: unknown attribute \"d\" on <rect>\n  hint: an attribute of your own begins with data-"
    ),
    (
      "<svg>‸<linearGradient id=a><stop/></linearGradient></svg>",
      "error: <lineargradient> is not supported in an svg\n  hint: shapes have one color; use a background gradient with clip-path"
    ),
    (
      "‸<table><tr><td>a</table>",
      "error: <table> is not supported\n  hint: use div elements with display: flex"
    ),
    ("‸<video src=a></video>", "error: <video> is not supported\n  hint: use an img"),
    (
      "‸<input type=text>",
      "error: <input> is not supported\n  hint: a slide is a picture: draw it with div and span"
    ),
    ("‸<main>a</main>", "error: <main> is not supported\n  hint: use section or div"),
    ("‸<seciton>a</seciton>", "error: unknown element <seciton>; did you mean <section>?"),
    (
      "‸<x-card>a</x-card>",
      "error: unknown element <x-card>\n  hint: use div or span with a class"
    ),
  ])
  func otherElementsComeWithARemedy(_ html: String, _ expected: String) {
    expectProblems([expected], inPage: html)
  }

  @Test(arguments: [
    (
      "<p ‸onclick='x()'>a",
      "error: attribute \"onclick\" is not supported on <p>\n  hint: slides run no scripts; remove it"
    ),
    (
      "<img ‸srcset=a>",
      "error: attribute \"srcset\" is not supported on <img>\n  hint: use src with the largest picture"
    ),
    (
      "<p ‸width=3>a",
      "error: attribute \"width\" is not supported on <p>\n  hint: use width in CSS"
    ),
    ("<p ‸clas=a>", "error: unknown attribute \"clas\" on <p>; did you mean \"class\"?"),
    ("<p ‸data_if=a>", "error: unknown attribute \"data_if\" on <p>; did you mean \"data-if\"?"),
    (
      "<p ‸blorb=a>",
      "error: unknown attribute \"blorb\" on <p>\n  hint: an attribute of your own begins with data-"
    ),
  ])
  func otherAttributesComeWithARemedy(_ html: String, _ expected: String) {
    expectProblems([expected], inPage: html)
  }

  @Test func attributesOfTheProfileAreAccepted() {
    expectProblems(
      [],
      inPage: """
        <meta name=viewport content="width=device-width"><ol start=3><li value=5>a</ol>
        <img id=a class=b style="" lang=en dir=ltr title=t src=s alt=a width=1 height=2 data-x-y=z>
        <a href="https://example.com">b</a>
        """)
  }

  @Test(arguments: [
    (
      "‸<link rel=icon href=a.png>",
      "error: <link rel=\"icon\"> is not supported\n  hint: write <link rel=\"stylesheet\" href=\"FILE.css\">, or remove it"
    ),
    ("‸<link rel=stylesheet>", "error: <link> has no href\n  hint: write href=\"FILE.css\""),
    (
      "<link rel=stylesheet href=\"‸https://fonts.example/css\">",
      "error: \"https://fonts.example/css\" is not a local file\n  hint: save the style sheet next to the page; fonts come from the font catalog"
    ),
    ("<style type=‸text/less></style>", "error: style sheet type \"text/less\" is not text/css"),
  ])
  func styleSheetsAreLocalCSS(_ html: String, _ expected: String) {
    expectProblems([expected], inPage: html)
  }
}

@Suite struct HTMLTextProblems {
  @Test(arguments: [
    ("a ‸&eacut; b", "error: unknown character reference \"&eacut;\"; did you mean \"&eacute;\"?"),
    (
      "‸&xyzzy;",
      "error: unknown character reference \"&xyzzy;\"\n  hint: write the character itself, or &amp; for a plain \"&\""
    ),
    (
      "‸&copy 2026",
      "error: \";\" is missing behind \"&copy\"\n  hint: a plain \"&\" is written &amp;"
    ),
    (
      "‸&copyright",
      "error: \";\" is missing behind \"&copy\"\n  hint: a plain \"&\" is written &amp;"
    ),
    ("‸&#65", "error: \";\" is missing behind \"&#65\"\n  hint: a plain \"&\" is written &amp;"),
    (
      "‸&#x;",
      "error: \"&#\" is not followed by a number\n  hint: a plain \"&\" is written &amp;"
    ),
    ("‸&#0;", "error: \"&#0;\" is no character\n  hint: write the character itself"),
    ("‸&#xD800;", "error: \"&#xD800;\" is no character\n  hint: write the character itself"),
    (
      "‸&#99999999999;",
      "error: \"&#99999999999;\" is no character\n  hint: write the character itself"
    ),
  ])
  func wrongReferencesAreNamed(_ html: String, _ expected: String) {
    expectProblems([expected], inPage: html)
  }

  @Test(arguments: [
    ("a‸<!-- b", "error: the comment is never closed\n  hint: end it with -->"),
    (
      "‸<?xml version='1'?>a",
      "error: \"<?xml vers\" begins no tag\n  hint: pages are HTML; remove it"
    ),
    (
      "‸<![CDATA[a]]>",
      "error: \"<![CDATA[a\" begins no tag\n  hint: a comment is written <!-- … -->, a plain \"<\" &lt;"
    ),
    ("a‸</ p>", "error: the end tag has no name\n  hint: write it without a space: </p>"),
    ("<p>‸</p class=a>", "error: end tag </p has more than a name\n  hint: write </p>"),
    ("‸<p class=a", "error: \"<p\" has no closing \">\""),
    ("‸<div <p>a</p></div>", "error: \"<div\" has no closing \">\""),
    ("<p ‸= id=a>", "error: '=' cannot stand here in tag <p>"),
    (
      "<p ‸{{ a }}>",
      "error: \"{{ … }}\" stands inside a tag\n  hint: it can stand in text and in an attribute's value: class=\"{{ … }}\""
    ),
    ("<p id=a ‸ID=b>", "error: attribute \"id\" is written twice"),
    ("<p id='a'‸class='b'>", "error: a space is missing between two attributes"),
    ("<p ‸id=>", "error: no value follows \"id=\""),
    (
      "<p class=‸\"a>b</p><p class=\"c\">d",
      "error: the quotation mark is never closed in its tag"
    ),
    ("<p class=‸'a>b</p>", "error: the quotation mark is never closed in its tag"),
    (
      "<p class=‸a\"b>",
      "error: a value with '\"' needs quotation marks\n  hint: write NAME=\"VALUE\""
    ),
    (
      "<p title=‸{{a}}>",
      "error: a value with '{' needs quotation marks\n  hint: write NAME=\"VALUE\""
    ),
  ])
  func brokenTagsAreNamed(_ html: String, _ expected: String) {
    expectProblems([expected], inPage: html)
  }

  @Test func everyProblemIsReported() {
    expectProblems(
      [
        "error: attribute \"align\" is not supported on <p>\n  hint: use text-align in CSS",
        "error: <hr> is not supported\n  hint: use a div with border-top",
        "error: unknown character reference \"&foo;\"\n  hint: write the character itself, or &amp; for a plain \"&\"",
        "error: </span> closes nothing",
      ], inPage: "<p ‸align=left>a\n‸<hr>\n<b>‸&foo;</b>‸</span>")
  }
}
