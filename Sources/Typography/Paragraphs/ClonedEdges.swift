/// The edges that lines show again because their box goes on from the line before or into the next
/// one (`box-decoration-break: clone`).
struct ClonedEdges: Sendable {
  private let edges: [ParagraphText.Edge]
  /// By edge: the other edge of its box.
  private let partners: [Int]
  /// px of the start / end edges of the cloned boxes that are open before each edge and after the
  /// last.
  private let startWidths: [Double]
  private let endWidths: [Double]

  /// nil when no box is cloned.
  init?(_ edges: [ParagraphText.Edge]) {
    guard edges.contains(where: \.isCloned) else { return nil }
    self.edges = edges
    var partners = Array(edges.indices)
    var open: [Int] = []
    for (index, edge) in edges.enumerated() {
      if edge.isStart {
        open.append(index)
      } else if let start = open.popLast() {
        partners[start] = index
        partners[index] = start
      }
    }
    var start = 0.0
    var end = 0.0
    var startWidths = [0.0]
    var endWidths = [0.0]
    for (index, edge) in edges.enumerated() {
      if edge.isCloned {
        let other = edges[partners[index]]
        start += edge.isStart ? edge.width : -other.width
        end += edge.isStart ? other.width : -edge.width
      }
      startWidths.append(start)
      endWidths.append(end)
    }
    self.partners = partners
    self.startWidths = startWidths
    self.endWidths = endWidths
  }

  /// px of the start edges that a line beginning before the edge `edge` shows again.
  func startWidth(before edge: Int) -> Double { startWidths[edge] }

  /// px of the end edges that a line ending before the edge `edge` shows already.
  func endWidth(before edge: Int) -> Double { endWidths[edge] }

  /// The start edges of the boxes that a line beginning before the edge `edge` goes on with,
  /// outermost first; nil for a box that is not cloned.
  func openBoxes(before edge: Int) -> [Int?] {
    var open: [Int?] = []
    for index in 0..<edge {
      if edges[index].isStart {
        open.append(edges[index].isCloned ? index : nil)
      } else {
        _ = open.popLast()
      }
    }
    return open
  }

  /// The end edge that the box of a start edge shows in a line it does not end in; nil when none.
  func end(of start: Int) -> Int? { edges[start].isCloned ? partners[start] : nil }
}
