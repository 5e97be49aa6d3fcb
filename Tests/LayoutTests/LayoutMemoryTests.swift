import Diagnostics
import Markup
import Pixels
import Styling
import Testing

@testable import Layout

/// A batch lays out thousands of slides: what one was made of ends with it.
@Suite struct LayoutMemoryTests {
  /// A page of every way to lay out, with text that is shrunk until it fits.
  private static let page = """
    <style>
      body { margin: 0; font: 16px/20px Inter; position: relative }
      #fit { font-size: 60px; height: 40px; overflow: hidden; -flint-min-font-size: 8px }
      #flex { display: flex; flex-wrap: wrap } #grid { display: grid; grid-template-columns: 1fr 1fr }
      i { display: inline-block } #at { position: absolute; right: 0; bottom: 0 }
      ul { margin: 0 } img { width: 50% }
    </style>
    <p>Text <b>bold <i>and <u>a box</u></i></b><br><img src="a.png" alt=""></p>
    <div id="fit">Words that have to shrink <b>a lot</b></div>
    <div id="flex"><p>One</p>two<p>Three</p></div>
    <div id="grid"><p>One</p><div id="at">At</div><p>Two</p></div>
    <ul><li>A point<p>A block</p></li></ul>
    """

  private final class Remembered {
    weak var object: AnyObject?
    init(_ object: AnyObject) { self.object = object }
  }

  /// Lays the page out as `SlideLayout` does.
  ///
  /// - Returns: all boxes, their results and the last fragments, none of them held.
  private func layOut() throws -> [String: [Remembered]] {
    let (document, problems) = Document.parse(Array(Self.page.utf8), file: "page.html")
    #expect(problems.isEmpty)
    let sheets = document.styleSources.compactMap { source in
      if case .inline(let text, let location) = source {
        return StyleSheet.parse(text, startingAt: location).styleSheet
      }
      return nil
    }
    let size = Size(width: 400, height: 300)
    let fonts = try Fixture.fonts.get()
    let styled = styledTree(
      document: document, rules: StyleRules(sheets), slide: nil, viewport: size, fonts: fonts)
    let (root, _) = BoxTreeBuilder.tree(of: styled.root) { (_, _) in
      Size(width: 30, height: 20)
    }
    let engine = LayoutEngine(fonts: fonts, viewport: size)
    let fitter = TextFitter(root: root, engine: engine, groupLimits: [:])
    #expect(!fitter.shrunkElements.isEmpty)
    _ = LayoutBoxBuilder.tree(of: fitter.slide)

    var found: [String: [Remembered]] = ["engine": [Remembered(engine)]]
    root.visit { box in
      found["box", default: []].append(Remembered(box))
      let results = engine.results(of: box)
      found["results", default: []].append(Remembered(results))
      found["fragment", default: []] += results.fragments.values.map(Remembered.init)
      found["source", default: []] += [results.inlineSource].compactMap { $0.map(Remembered.init) }
    }
    return found
  }

  @Test func nothingOutlivesItsLayout() throws {
    let found = try layOut()
    for kind in ["engine", "box", "results", "fragment", "source"] {
      let objects = try #require(found[kind])
      #expect(objects.count > (kind == "engine" ? 0 : 5))
      #expect(objects.filter { $0.object != nil }.isEmpty, "a \(kind) is still there")
    }
  }
}
