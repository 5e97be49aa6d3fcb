import Diagnostics
import Testing

@testable import Markup

private func selector(_ text: String) -> Selector {
  let selectors = sheet("\(text) { a: b }").rules.first?.selectors ?? []
  #expect(selectors.count == 1, "\(text)")
  return selectors.first
    ?? Selector(
      subject: CompoundSelector([]), location: Diagnostics.SourceLocation(file: ""))
}

/// The ids of the elements of `html` that `text` selects, in document order.
private func selected(_ text: String, in html: String) -> [String] {
  let wanted = selector(text)
  var matcher = SelectorMatcher()
  var ids: [String] = []
  func walk(_ element: Element, _ index: Int, _ count: Int) {
    matcher.enter(element, index: index, siblingCount: count)
    if matcher.matches(wanted) { ids.append(element.id ?? element.name) }
    let children = element.childElements
    for (childIndex, child) in children.enumerated() { walk(child, childIndex, children.count) }
    matcher.leave()
  }
  walk(page(html).root, 0, 1)
  return ids
}

@Suite struct SelectorSyntax {
  @Test func combinatorsReadFromRightToLeft() {
    let parsed = selector("a > .b  #c+*~ i:first-child")
    #expect(parsed.subject == CompoundSelector([.type("i"), .firstChild]))
    #expect(
      parsed.ancestors.map(\.combinator) == [.laterSibling, .nextSibling, .descendant, .child])
    #expect(
      parsed.ancestors.map(\.compound) == [
        CompoundSelector([.universal]), CompoundSelector([.id("c")]),
        CompoundSelector([.class("b")]), CompoundSelector([.type("a")]),
      ])
  }

  @Test func namesOfElementsAreLowerCaseAndOthersAreNot() {
    #expect(
      selector("DIV.Ab#Cd").subject == CompoundSelector([.type("div"), .class("Ab"), .id("Cd")]))
    #expect(selector(".\\31 a").subject == CompoundSelector([.class("1a")]))
  }

  @Test(arguments: [
    ("*", 0, 0, 0), ("p", 0, 0, 1), ("ul li", 0, 0, 2), (".a.b", 0, 2, 0), ("#a .b > p", 1, 1, 1),
    (":root", 0, 1, 0), ("li:nth-child(2n+1):last-child", 0, 2, 1), ("#a#a", 2, 0, 0),
    ("[a]", 0, 1, 0), ("p::before", 0, 0, 2), (":not(p, #a .b)", 1, 1, 0), (":is(.a, p)", 0, 1, 0),
    ("p:lang(ar):dir(rtl)", 0, 2, 1), (":where(#a) p", 0, 0, 1), ("p:first-of-type:empty", 0, 2, 1),
    ("::after", 0, 0, 1),
  ])
  func specificityCountsByKind(_ text: String, _ ids: Int, _ classes: Int, _ types: Int) {
    #expect(selector(text).specificity == Specificity(ids: ids, classes: classes, types: types))
  }

  @Test func pseudoElementsBelongToTheSelector() {
    #expect(selector("a > .b::before").pseudoElement == .before)
    #expect(selector(".b:after").pseudoElement == .after)
    #expect(selector("::before").subject == CompoundSelector([.universal]))
    #expect(selector("a").pseudoElement == nil)
  }

  @Test func oneIdOutweighsAnyNumberOfClasses() {
    #expect(selector("#a").specificity > selector(".a.b.c.d.e.f.g.h.i.j.k").specificity)
  }

  @Test(arguments: [
    ("odd", 2, 1), (" EVEN ", 2, 0), ("3", 0, 3), ("+3", 0, 3), ("-3", 0, -3), ("n", 1, 0),
    ("+n", 1, 0), ("-n", -1, 0), ("2n", 2, 0), ("-2N+1", -2, 1), ("2n + 1", 2, 1), ("n- 4", 1, -4),
    ("2n-1", 2, -1), ("0n+0", 0, 0),
    ("99999999999999999999n+99999999999999999999", 1_000_000, 1_000_000),
  ])
  func numberingFormulasAreRead(_ text: String, _ a: Int, _ b: Int) {
    #expect(AnPlusB(text)?.a == a)
    #expect(AnPlusB(text)?.b == b)
  }

  @Test(arguments: [
    "", " ", "+", "- 3", "+ n", "2 n", "n+", "n + + 1", "n 1", "n+1 of p", "2n1", "m", "1.5",
    "oddly",
  ])
  func otherFormulasAreRefused(_ text: String) {
    #expect(AnPlusB(text) == nil)
  }
}

@Suite struct SelectorMatching {
  private let list = """
    <ul id=l><li id=a class=x><li id=b class="x y"><li id=c><b id=d><i id=e></i></b><li id=f class=y></ul>
    """

  @Test(arguments: [
    ("li", ["a", "b", "c", "f"]), (".x", ["a", "b"]), (".x.y", ["b"]), ("#c", ["c"]),
    ("li.y", ["b", "f"]), (":root", ["html"]), ("ul *", ["a", "b", "c", "d", "e", "f"]),
    ("li > *", ["d"]), ("ul > i", []), ("ul i", ["e"]), ("body li b > i", ["e"]),
    (":root > body > ul > li > b > i", ["e"]), (":root > ul", []), (".x + li", ["b", "c"]),
    (".x ~ li", ["b", "c", "f"]), (".x + .y", ["b"]), ("#a + #c", []), ("#a ~ #c i", ["e"]),
    ("#a + li + li > b", ["d"]), ("#a + #b ~ #f", ["f"]), ("li li", []), ("#b ~ #a", []),
    ("li:first-child", ["a"]), ("li:last-child", ["f"]), ("li *:only-child", ["d", "e"]),
    ("li:nth-child(odd)", ["a", "c"]), ("li:nth-child(even)", ["b", "f"]),
    ("li:nth-child(3)", ["c"]), ("li:nth-child(-n+2)", ["a", "b"]),
    ("li:nth-child(n+3)", ["c", "f"]), ("li:nth-child(-2n+3)", ["a", "c"]),
    ("li:nth-last-child(1)", ["f"]), ("li:nth-last-child(2n)", ["a", "c"]),
    ("li:nth-child(0)", []), ("li:nth-child(-n)", []),
    ("li:nth-child(99999999999n+1)", ["a"]),
    ("body > :first-child", ["l"]), ("html > :last-child", ["body"]),
  ])
  func selectorsSelectWhatABrowserSelects(_ text: String, _ expected: [String]) {
    #expect(selected(text, in: list) == expected)
  }

  @Test(arguments: [
    ("li:not(.x)", ["c", "f"]), ("li:not(.x, :last-child)", ["c"]),
    ("li:not(ul > .x)", ["c", "f"]),
    ("li:not(.x + li)", ["a", "f"]), (":is(#a, i)", ["a", "e"]), (":where(.y) ~ li", ["c", "f"]),
    ("li:is(.x:not(.y), .y:last-child)", ["a", "f"]), (":not(:not(#c))", ["c"]),
    ("ul :not(li)", ["d", "e"]), ("li:not(:is(.x, .y)) > :is(b)", ["d"]),
    (":is(.x + .x) + li", ["c"]), ("li:empty", ["a", "b", "f"]), ("i:empty", ["e"]),
  ])
  func argumentsAreSelectorsToo(_ text: String, _ expected: [String]) {
    let html =
      "<ul id=l><li id=a class=x></li><li id=b class=\"x y\"></li><li id=c><b id=d>"
      + "<i id=e></i></b></li><li id=f class=y></li></ul>"
    #expect(selected(text, in: html) == expected)
  }

  @Test(arguments: [
    ("p:first-of-type", ["a"]), ("p:last-of-type", ["e"]), ("i:only-of-type", ["c"]),
    ("b:nth-of-type(2)", ["d"]), ("b:nth-last-of-type(2)", ["b"]), ("p:nth-of-type(2n+1)", ["a"]),
    ("p:not(:first-of-type)", ["e"]), ("p + b:first-of-type", ["b"]),
    ("p:first-of-type ~ b", ["b", "d"]), ("b:nth-of-type(2) + p", ["e"]),
  ])
  func placesAmongTheSameNameAreCounted(_ text: String, _ expected: [String]) {
    let html = "<p id=a></p><b id=b></b><i id=c></i><b id=d></b><p id=e></p>"
    #expect(selected("body > " + text, in: html) == expected)
  }

  @Test(arguments: [
    ("[data-a]", ["a", "b", "c", "d"]), ("[data-a=one]", ["a"]), ("[data-a='one two']", ["b"]),
    ("[DATA-A=One]", []), ("[data-a=ONE i]", ["a"]), ("[data-a = \"one\" s]", ["a"]),
    ("[data-a~=two]", ["b"]), ("[data-a~='one two']", []), ("[data-a|=en]", ["c"]),
    ("[data-a|=one]", ["a"]), ("[data-a^=on]", ["a", "b"]), ("[data-a$=US]", ["c"]),
    ("[data-a*='e t']", ["b"]), ("[data-a*='']", []), ("[data-a^='']", []), ("[data-a='']", ["d"]),
    ("[lang=DE]", ["e"]), ("[lang=DE s]", []), ("[data-b]", []),
    ("i[data-a]:not([data-a^=o])", ["c", "d"]),
    ("[data-a$=ELLE i]", []),
  ])
  func attributesAreCompared(_ text: String, _ expected: [String]) {
    let html = """
      <i id=a data-a=one></i><i id=b data-a="one two"></i><i id=c data-a=en-US></i><i id=d data-a></i>
      <i id=e lang=de></i>
      """
    #expect(selected(text, in: html) == expected)
  }

  @Test(arguments: [
    (":lang(zh)", ["hans", "part", "tw"]), (":lang(ZH-hant)", ["tw"]),
    (":lang(zh-TW)", ["tw"]), (":lang(\"*-Hant\")", ["tw"]),
    (":lang(\"*\")", ["hans", "part", "tw", "de"]),
    ("i:lang(zh)", ["part"]), (":lang(de, zh-Hans)", ["hans", "part", "de"]),
    ("i:not(:lang(zh, de))", ["none"]), ("i:lang('')", ["none"]), (":lang(d)", []),
    (":lang(zh-x-TW)", []), ("p + p:lang(zh)", ["tw"]), ("p:lang(zh-Hans) + p", ["tw"]),
    (":lang(de-ch)", ["de"]), (":lang(de-b)", []),
  ])
  func languagesAreThoseAround(_ text: String, _ expected: [String]) {
    let html = """
      <p id="hans" lang="zh-Hans">a<i id="part">b</i></p><p id="tw" lang="zh-Hant-TW">c</p>
      <p id="de" lang="de-Latn-CH-x-b">d</p><i id="none" lang="">e</i>
      """
    #expect(selected(text, in: html) == expected)
  }

  @Test(arguments: [
    ("p:dir(rtl)", ["rtl", "auto", "inherits"]), ("p:dir(LTR)", ["ltr", "latin", "wrong"]),
    ("bdi:dir(rtl)", ["isolated"]), ("p:dir(rtl) + p", ["ltr", "latin"]),
  ])
  func directionsAreThoseOfTheWords(_ text: String, _ expected: [String]) {
    let html = """
      <p id="rtl" dir="RTL">a</p><p id="ltr">a <bdi id="isolated">12 \u{5d0}</bdi></p>
      <p id="auto" dir="auto">1 <b dir="ltr">x</b><bdi>y</bdi> \u{5d0} z</p>
      <p id="latin" dir="auto">x \u{5d0}</p>
      <div dir="rtl"><p id="inherits">x</p></div><p id="wrong" dir="up">x</p>
      """
    #expect(selected(text, in: html) == expected)
  }

  @Test func searchTriesFurtherAncestorsAndSiblings() {
    let html = """
      <div class=a><div class=b><div class=b><p id=p></p></div></div></div>
      <i class=c></i><i class=d></i><i class=c></i><i id=q></i>
      """
    #expect(selected(".a > .b p", in: html) == ["p"])
    #expect(selected(".c + .d ~ #q", in: html) == ["q"])
    #expect(selected("div > .c ~ #q", in: html) == [])
  }

  @Test func hopelessSelectorsFailQuickly() {
    let depth = 190
    let html = String(repeating: "<div>", count: depth) + String(repeating: "</div>", count: depth)
    #expect(selected("p " + String(repeating: "div ", count: 45) + "div", in: html) == [])
    #expect(selected("p > " + String(repeating: "div div > ", count: 20) + "div", in: html) == [])
  }
}
