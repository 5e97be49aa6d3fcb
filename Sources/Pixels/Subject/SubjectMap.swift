/// How much of a picture's subject stands where, for a crop that keeps it.
///
/// Counted in whole numbers on a small copy of the picture, so that every machine crops alike: what
/// differs in color from the picture's border, edges, the hues of skin, and a little more in the
/// middle; glare counts for less.
public struct SubjectMap: Sendable {
  /// px of the small copy's longer side.
  private static let side = 96

  /// Sums of the weights of each column and row, >= 0.
  let columns: [Int]
  let rows: [Int]

  /// - Parameter picture: any size; reading it costs more than what follows.
  public init(_ picture: Bitmap) {
    let longest = max(picture.width, picture.height)
    func scaled(_ length: Int) -> Int { max(1, (length * Self.side + longest / 2) / longest) }
    let whole = Rect(width: Double(picture.width), height: Double(picture.height))
    let weights = SubjectWeights(
      picture.resampled(
        crop: whole, width: scaled(picture.width), height: scaled(picture.height)))
    columns = weights.columns
    rows = weights.rows
  }

  init(columns: [Int], rows: [Int]) {
    self.columns = columns
    self.rows = rows
  }

  /// The middle of the best crop, as fractions of the picture's width and height.
  ///
  /// - Parameter visible: how much of the width and of the height the crop shows, 0 to 1.
  public func center(visible: Size) -> Point {
    Point(
      x: Self.center(of: columns, visible: visible.width),
      y: Self.center(of: rows, visible: visible.height))
  }

  /// The middle of the window with the most weight, where what is nearer to it weighs more; of
  /// equal ones that nearest to the picture's middle.
  private static func center(of weights: [Int], visible: Double) -> Double {
    let count = weights.count
    guard visible > 0, visible < 1 else { return 0.5 }
    let size = max(1, min(count, Int((visible * Double(count)).rounded())))
    var best = (weight: -1, distance: 0, start: 0)
    for start in 0...count - size {
      var weight = 0
      for offset in 0..<size {
        let fromMiddle = 2 * offset + 1 - size
        weight += weights[start + offset] * (4 * size * size - 3 * fromMiddle * fromMiddle)
      }
      let distance = abs(2 * start + size - count)
      if weight > best.weight || (weight == best.weight && distance < best.distance) {
        best = (weight, distance, start)
      }
    }
    return Double(2 * best.start + size) / Double(2 * count)
  }
}
