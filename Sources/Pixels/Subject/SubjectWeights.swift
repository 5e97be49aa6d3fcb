/// The weight of each pixel of a small picture, as `SubjectMap` describes it.
struct SubjectWeights {
  private(set) var columns: [Int]
  private(set) var rows: [Int]

  private let width: Int
  private let height: Int
  private let pixels: [UInt8]
  private let lightness: [Int]

  /// Lightness and two opponent hues, smoothed.
  private struct Tone {
    var lightness = 0
    var redGreen = 0
    var blueYellow = 0

    /// Hues count double: a subject is often told by its color alone.
    func distance(to other: Tone) -> Int {
      abs(lightness - other.lightness) + 2 * abs(redGreen - other.redGreen)
        + 2 * abs(blueYellow - other.blueYellow)
    }
  }

  init(_ picture: Bitmap) {
    width = picture.width
    height = picture.height
    pixels = picture.pixels
    columns = Array(repeating: 0, count: picture.width)
    rows = Array(repeating: 0, count: picture.height)
    lightness = (0..<picture.width * picture.height).map { index in
      let at = index * 4
      // Rec. 601 in 256ths.
      return
        (77 * Int(picture.pixels[at]) + 150 * Int(picture.pixels[at + 1])
        + 29 * Int(picture.pixels[at + 2])) >> 8
    }
    let tones = smoothedTones()
    let border = borderTones(tones)
    var weights: [Int] = []
    weights.reserveCapacity(tones.count)
    for y in 0..<height {
      for x in 0..<width { weights.append(weight(x, y, tones, border: border)) }
    }
    // Half of every picture is background.
    let average = weights.reduce(0, +) / weights.count
    for y in 0..<height {
      for x in 0..<width {
        let weight = max(0, weights[y * width + x] - average)
        columns[x] += weight
        rows[y] += weight
      }
    }
  }

  private func weight(_ x: Int, _ y: Int, _ tones: [Tone], border: [Tone]) -> Int {
    let index = y * width + x
    let tone = tones[index]
    var weight = border.reduce(Int.max) { min($0, tone.distance(to: $1)) }
    weight += min(edge(x, y), 120)
    if isSkin(index) { weight += 40 }
    if tone.lightness > 225 { weight = weight * max(0, 255 - tone.lightness) / 30 }
    // Half as much in the corners.
    let fromMiddleX = abs(2 * x + 1 - width) * 256 / width
    let fromMiddleY = abs(2 * y + 1 - height) * 256 / height
    let distance = (fromMiddleX * fromMiddleX + fromMiddleY * fromMiddleY) >> 10
    return (weight * (256 - distance)) >> 8
  }

  private func edge(_ x: Int, _ y: Int) -> Int {
    let row = y * width
    let horizontal = lightness[row + min(x + 1, width - 1)] - lightness[row + max(x - 1, 0)]
    let vertical =
      lightness[min(y + 1, height - 1) * width + x] - lightness[max(y - 1, 0) * width + x]
    return abs(horizontal) + abs(vertical)
  }

  /// The usual box of skin tones in RGB; wood and clay fall into it too, which does no harm.
  private func isSkin(_ index: Int) -> Bool {
    let red = Int(pixels[index * 4])
    let green = Int(pixels[index * 4 + 1])
    let blue = Int(pixels[index * 4 + 2])
    return red > 95 && green > 40 && blue > 20 && green >= blue && (16..<100).contains(red - green)
  }

  /// Means of 3 by 3 pixels.
  private func smoothedTones() -> [Tone] {
    var tones: [Tone] = []
    tones.reserveCapacity(width * height)
    for y in 0..<height {
      for x in 0..<width {
        var sum = Tone()
        for row in [max(y - 1, 0), y, min(y + 1, height - 1)] {
          for column in [max(x - 1, 0), x, min(x + 1, width - 1)] {
            let index = row * width + column
            let red = Int(pixels[index * 4])
            let green = Int(pixels[index * 4 + 1])
            sum.lightness += lightness[index]
            sum.redGreen += red - green
            sum.blueYellow += (red + green) / 2 - Int(pixels[index * 4 + 2])
          }
        }
        tones.append(
          Tone(
            lightness: sum.lightness / 9, redGreen: sum.redGreen / 9,
            blueYellow: sum.blueYellow / 9))
      }
    }
    return tones
  }

  /// What the thirds of the four sides look like: most likely background.
  private func borderTones(_ tones: [Tone]) -> [Tone] {
    let depth = max(1, min(width, height) / 12)
    func third(_ part: Int, of length: Int) -> Range<Int> {
      let start = length * part / 3
      return start..<max(start + 1, length * (part + 1) / 3)
    }
    func mean(_ columns: Range<Int>, _ rows: Range<Int>) -> Tone {
      var sum = Tone()
      for row in rows {
        for column in columns {
          let tone = tones[row * width + column]
          sum.lightness += tone.lightness
          sum.redGreen += tone.redGreen
          sum.blueYellow += tone.blueYellow
        }
      }
      let count = columns.count * rows.count
      return Tone(
        lightness: sum.lightness / count, redGreen: sum.redGreen / count,
        blueYellow: sum.blueYellow / count)
    }
    return (0..<3).flatMap { part in
      let columns = third(part, of: width)
      let rows = third(part, of: height)
      return [
        mean(columns, 0..<depth), mean(columns, height - depth..<height), mean(0..<depth, rows),
        mean(width - depth..<width, rows),
      ]
    }
  }
}
