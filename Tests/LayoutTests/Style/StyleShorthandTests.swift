import Pixels
import Testing
import Typography

@testable import Layout
@testable import Styling

@Suite struct StyleShorthandTests {
  private func style(_ declarations: String) throws -> ComputedStyle {
    let page = StyledPage(declarations: declarations)
    #expect(page.problems.isEmpty)
    return try #require(page.style("x"))
  }

  @Test func everyShorthandNamesLonghandsThatExist() {
    for shorthand in Shorthand.all {
      for name in shorthand.longhands {
        let exists =
          PropertyTable.indexByName[name] != nil || PropertyTable.flowRelative[name] != nil
        #expect(exists, "\(shorthand.name) → \(name)")
      }
    }
  }

  @Test func everyPropertyTakesTheWideKeywords() {
    for name in PropertyTable.names {
      for keyword in ["inherit", "initial", "unset", "revert"] {
        #expect(StyledPage(declarations: "\(name): \(keyword)").problems == [])
      }
    }
  }

  @Test func oneToFourSides() throws {
    func margin(_ value: String) throws -> [LengthPercentage?] {
      let margin = try style("margin: \(value)").box.margin
      return [margin.top, margin.right, margin.bottom, margin.left]
    }
    #expect(try margin("1px") == [.px(1), .px(1), .px(1), .px(1)])
    #expect(try margin("1px auto") == [.px(1), nil, .px(1), nil])
    #expect(try margin("1px 2% 3px") == [.px(1), .percent(2), .px(3), .percent(2)])
    #expect(try margin("1px 2px 3px 4px") == [.px(1), .px(2), .px(3), .px(4)])
  }

  @Test func flowRelativeSidesFollowTheDirection() throws {
    let left = try style("margin-inline: 1px 2px; padding-inline-start: 3px").box
    #expect(left.margin.left == .px(1) && left.margin.right == .px(2))
    #expect(left.padding.left == .px(3) && left.padding.right == .px(0))
    let right = try style("margin-inline: 1px 2px; direction: rtl; inset-inline: 4px auto").box
    #expect(right.margin.left == .px(2) && right.margin.right == .px(1))
    #expect(right.inset.right == .px(4) && right.inset.left == nil)
  }

  @Test func borderSetsAllSidesAndSidesOverride() throws {
    let box = try style("color: red; border: solid 2px; border-left: 4px dotted blue").box
    #expect(box.borderWidth == Edges(top: 2, right: 2, bottom: 2, left: 4))
    #expect(box.borderStyle.left == .dotted)
    #expect(box.borderColor.left == Color(rgb: 0x0000ff))
    #expect(box.borderColor.top == Color(rgb: 0xff0000))
  }

  @Test func borderRadiusWithTwoAxes() throws {
    let radius = try style("border-radius: 10px 20px / 5px 6px 7px 10%").box.borderRadius
    #expect(radius.topLeft == CornerRadius(horizontal: .px(10), vertical: .px(5)))
    #expect(radius.topRight == CornerRadius(horizontal: .px(20), vertical: .px(6)))
    #expect(radius.bottomRight == CornerRadius(horizontal: .px(10), vertical: .px(7)))
    #expect(radius.bottomLeft == CornerRadius(horizontal: .px(20), vertical: .percent(10)))
  }

  @Test(arguments: [
    ("none", 0, 0, FlexStyle.Basis.auto), ("auto", 1, 1, .auto),
    ("1", 1, 1, .size(.length(.percent(0)))), ("2 3", 2, 3, .size(.length(.percent(0)))),
    ("1 1 0", 1, 1, .size(.length(.px(0)))), ("0 0 50%", 0, 0, .size(.length(.percent(50)))),
    ("200px", 1, 1, .size(.length(.px(200)))), ("100px 2 3", 2, 3, .size(.length(.px(100)))),
    ("1 content", 1, 1, .content), ("1 0 min-content", 1, 0, .size(.minContent)),
    ("initial", 0, 1, .auto),
  ])
  func flex(value: String, grow: Double, shrink: Double, basis: FlexStyle.Basis) throws {
    let flex = try style("flex: \(value)").flex
    #expect(flex.grow == grow)
    #expect(flex.shrink == shrink)
    #expect(flex.basis == basis)
  }

  @Test func gapAndPlacement() throws {
    let flex = try style(
      "gap: 10px 5%; flex-flow: wrap column; place-content: center space-between; place-items: end"
    ).flex
    #expect(flex.rowGap == .px(10) && flex.columnGap == .percent(5))
    #expect(flex.direction == .column && flex.wrap == .wrap)
    #expect(flex.alignContent == .center && flex.justifyContent == .spaceBetween)
    #expect(flex.alignItems == .end)
  }

  @Test func fontSetsAllAndResetsTheRest() throws {
    let text = try style(
      """
      font-variant-numeric: tabular-nums; font: italic 650 2em/1.2 "League Spartan", Open Sans,
      sans-serif
      """
    ).text
    #expect(text.font.families == ["League Spartan", "Open Sans", "sans-serif"])
    #expect(text.font.weight == 650)
    #expect(text.font.slant == .italic)
    #expect(text.font.sizeInPx == 40)
    #expect(text.lineHeight == .number(1.2))
    #expect(text.font.features.isEmpty)
    let plain = try style("line-height: 3; font-weight: bold; font: 10px Inter").text
    #expect(plain.lineHeight == .normal)
    #expect(plain.font.weight == 400)
  }

  @Test func backgroundLayers() throws {
    let paint = try style(
      """
      background: url(a.png) right 10px top / cover no-repeat content-box,
        linear-gradient(red, blue) repeat-x border-box padding-box #123456
      """
    ).paint
    #expect(paint.backgroundColor == Color(rgb: 0x123456))
    #expect(paint.backgroundColorClip == .paddingBox)
    try #require(paint.backgrounds.count == 2)
    let top = paint.backgrounds[0]
    #expect(top.image == .url("templates/demo/a.png"))
    #expect(top.size == .cover)
    #expect(top.repeatX == .noRepeat && top.repeatY == .noRepeat)
    #expect(top.origin == .contentBox && top.clip == .contentBox)
    #expect(top.position == PositionValue(x: .sum([.percent(100), .px(-10)]), y: .percent(0)))
    let bottom = paint.backgrounds[1]
    #expect(bottom.repeatX == .repeat && bottom.repeatY == .noRepeat)
    #expect(bottom.origin == .borderBox && bottom.clip == .paddingBox)
  }

  @Test func backgroundListsRepeatToTheNumberOfImages() throws {
    let layers = try style(
      """
      background-image: url(a.png), none, url(c.png); background-size: 1px, 2px;
      background-position: top, left 5px bottom 6px
      """
    ).paint.backgrounds
    try #require(layers.count == 2)
    #expect(layers[0].size == .explicit(width: .length(.px(1)), height: .auto))
    #expect(layers[1].size == .explicit(width: .length(.px(1)), height: .auto))
    #expect(layers[1].position == PositionValue(x: .percent(50), y: .percent(0)))
  }

  @Test func backgroundResetsWhatItLeavesOut() throws {
    let paint = try style("background-image: url(a.png); background: red").paint
    #expect(paint.backgrounds.isEmpty)
    #expect(paint.backgroundColor == Color(rgb: 0xff0000))
  }

  @Test func textDecoration() throws {
    let decoration = try style("text-decoration: underline overline wavy red 10%").line.decoration
    #expect(decoration.underline && decoration.overline && !decoration.lineThrough)
    #expect(decoration.style == .wavy)
    #expect(decoration.color == Color(rgb: 0xff0000))
    #expect(decoration.thickness == .percent(10))
    #expect(try style("text-decoration: none").line.decoration == TextDecoration())
  }

  @Test func shadowsTakeTheirPartsInAnyOrder() throws {
    let shadows = try style(
      "color: blue; box-shadow: inset 1px 2px 3px 4px red, 0 0.5em; text-shadow: 1px 2px"
    )
    #expect(
      shadows.paint.boxShadows == [
        BoxShadow(x: 1, y: 2, blur: 3, spread: 4, color: Color(rgb: 0xff0000), isInset: true),
        BoxShadow(x: 0, y: 10, color: Color(rgb: 0x0000ff)),
      ])
    #expect(shadows.text.shadows == [TextShadow(x: 1, y: 2, color: Color(rgb: 0x0000ff))])
  }

  @Test func inheritedTextShadowTakesTheChildsColor() {
    let page = StyledPage(
      "#a { color: red; text-shadow: 1px 1px } #b { color: blue }", [div(id: "a", [div(id: "b")])])
    #expect(page.style("b")?.text.shadows.first?.color == Color(rgb: 0x0000ff))
  }
}
