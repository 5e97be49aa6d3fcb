import Pixels
import Testing
import Typography

/// The repository's catalogue over the installed Debian packages.
let catalog: FontCatalog = {
  let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
  do {
    return try FontCatalog(path: root + "/fonts/fonts.yaml")
  } catch {
    preconditionFailure("the catalogue of the repository cannot be read: \(error)")
  }
}()

/// One pixel's channels, 0…255, in the order R G B A.
func pixel(_ picture: Bitmap, _ x: Int, _ y: Int) -> [UInt8] {
  let start = (y * picture.width + x) * 4
  return Array(picture.pixels[start..<start + 4])
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
