import Diagnostics
import Pixels
import Testing
import Typography

@testable import Layout
@testable import Styling

/// What fixtures cannot say: broken numbers, great numbers of items, depth.
@Suite struct FlexLayoutTests {
  private let engine: LayoutEngine

  init() throws {
    engine = LayoutEngine(
      fonts: try FontCatalog(yaml: "generic: {}\nfamilies: {}\n", file: "fonts.yaml"),
      viewport: Size(width: 400, height: 300))
  }

  private func item(_ change: (inout ComputedStyle) -> Void = { _ in }) -> Box {
    var style = ComputedStyle()
    style.box.display = .block
    style.box.height = .length(.px(10))
    change(&style)
    return Box(element: nil, style: style, content: .blocks([]))
  }

  private func container(
    _ items: [Box], _ change: (inout ComputedStyle) -> Void = { _ in }
  ) -> Box {
    var style = ComputedStyle()
    style.box.display = .flex
    change(&style)
    return Box(element: nil, style: style, content: .flex(items))
  }

  private func widths(of items: [Box], in width: Double) -> [Double] {
    children(of: container(items), in: width).map(\.fragment.size.width)
  }

  private func children(of container: Box, in width: Double) -> [PlacedFragment] {
    let fragment = engine.layOut(
      container,
      in: ConstraintSpace(availableWidth: .definite(width), percentageWidth: width))
    guard case .children(let children) = fragment.content else { return [] }
    return children
  }

  @Test func frozenItemsGiveTheirRoomToTheOthers() {
    let items = [
      item {
        $0.flex.grow = 1
        $0.box.minWidth = .length(.px(200))
      },
      item {
        $0.flex.grow = 1
        $0.box.minWidth = .length(.px(95))
      },
      item { $0.flex.grow = 1 },
      item { $0.flex.grow = 2 },
    ]
    #expect(widths(of: items, in: 400) == [200, 95, 35, 70])
  }

  @Test func growFactorsBelowOneTakeTheirShareOnly() {
    let items = [item { $0.flex.grow = 0.25 }, item { $0.flex.grow = 0.25 }]
    #expect(widths(of: items, in: 400) == [100, 100])
  }

  @Test(arguments: [1e300, .infinity, .nan, -1])
  func brokenFactorsGiveFiniteSizes(_ factor: Double) {
    let items = [
      item {
        $0.flex.grow = factor
        $0.flex.shrink = factor
      },
      item {
        $0.flex.grow = factor
        $0.box.width = .length(.px(factor))
      },
      item { $0.box.margin.left = .px(factor) },
    ]
    let children = children(of: container(items), in: 400)
    #expect(children.count == 3)
    #expect(children.allSatisfy { $0.origin.x.isFinite && $0.fragment.size.width.isFinite })
  }

  @Test func orderedItemsStayInDocumentOrderInTheTree() {
    let items = [
      item {
        $0.flex.order = 2
        $0.box.width = .length(.px(10))
      },
      item {
        $0.flex.order = Int.min
        $0.box.width = .length(.px(20))
      },
      item {
        $0.flex.order = Int.max
        $0.box.width = .length(.px(30))
      },
    ]
    #expect(children(of: container(items), in: 400).map(\.origin.x) == [20, 0, 30])
  }

  @Test func thousandsOfItemsWithLimitsEnd() {
    let items = (1...2000).map { number in
      item {
        $0.flex.grow = 1
        $0.box.maxWidth = .length(.px(Double(number) / 100))
      }
    }
    let widths = widths(of: items, in: 10_000)
    #expect(widths.reduce(0, +) <= 10_000.001)
    #expect(widths.first == 0.01)
  }

  /// Each level measures its item more than once; without memory that is 2^60 layouts.
  @Test func nestedContainersDoNotMultiplyTheirWork() {
    var box = item { $0.box.width = .length(.px(10)) }
    for level in 0..<60 {
      box = container([box]) {
        $0.flex.direction = level.isMultiple(of: 2) ? .column : .row
        $0.flex.grow = 1
      }
    }
    let fragment = engine.layOut(
      box, in: ConstraintSpace(availableWidth: .definite(400), percentageWidth: 400))
    #expect(fragment.size == Size(width: 400, height: 10))
  }
}
