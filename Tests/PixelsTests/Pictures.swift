import Pixels

/// One pixel's channels, 0…255, in the order R G B A.
func pixel(_ picture: Bitmap, _ x: Int, _ y: Int) -> [UInt8] {
  let start = (y * picture.width + x) * 4
  return Array(picture.pixels[start..<start + 4])
}

/// One channel of a column, from top to bottom.
func column(_ picture: Bitmap, x: Int, channel: Int) -> [Int] {
  (0..<picture.height).map { Int(pixel(picture, x, $0)[channel]) }
}

func row(_ picture: Bitmap, y: Int, channel: Int) -> [Int] {
  (0..<picture.width).map { Int(pixel(picture, $0, y)[channel]) }
}

/// Many different pixels, opaque, always the same.
func patternedPicture(width: Int, height: Int) -> Bitmap {
  var picture = Bitmap(width: width, height: height)
  for index in 0..<width * height {
    picture.pixels[index * 4] = UInt8(index * 37 & 255)
    picture.pixels[index * 4 + 1] = UInt8(index * 11 & 255)
    picture.pixels[index * 4 + 2] = UInt8(index * 101 >> 2 & 255)
    picture.pixels[index * 4 + 3] = 255
  }
  return picture
}

extension ResolvedGradient {
  static func vertical(_ height: Double, _ colors: Color...) -> ResolvedGradient {
    ResolvedGradient(
      geometry: .linear(start: Point(), end: Point(y: height)), stops: evenStops(colors))
  }

  static func horizontal(_ width: Double, _ colors: Color...) -> ResolvedGradient {
    ResolvedGradient(
      geometry: .linear(start: Point(), end: Point(x: width)), stops: evenStops(colors))
  }

  private static func evenStops(_ colors: [Color]) -> [Stop] {
    colors.enumerated().map { index, color in
      Stop(offset: Double(index) / Double(max(1, colors.count - 1)), color: color)
    }
  }
}
