import Images
import Pixels
import Testing

@Suite struct OrientationTests {
  private let picture = Samples.gradient(48, 32)

  @Test(arguments: Orientation.allCases)
  func everyFormatIsTurnedUpright(orientation: Orientation) throws {
    let expected = picture.upright(from: orientation)
    let exif = Samples.exif(Int(orientation.rawValue))
    let files = try [
      Samples.jpeg(Samples.encoded(picture, .jpeg), exif: exif),
      Samples.png(Samples.encoded(picture, .png(.fast)), exif: exif),
      Samples.webp(Samples.encoded(picture, .webp), size: (48, 32), exif: exif),
    ]
    for file in files {
      let image = try EncodedImage(file, named: "photo")
      #expect(image.header.orientation == orientation)
      #expect(image.header.width == expected.width && image.header.height == expected.height)
      #expect(try difference(image.decoded(), expected) < 3)
    }
  }

  @Test func theReducedPictureIsTurnedToo() throws {
    let file = try Samples.jpeg(Samples.encoded(picture, .jpeg), exif: Samples.exif(6))
    let image = try EncodedImage(file, named: "photo")
    let small = try image.decoded(coveringWidth: 16, height: 20).bitmap
    #expect(small.width == 16 && small.height == 24)
  }

  @Test func bothByteOrdersAreRead() throws {
    let file = try Samples.encoded(picture, .jpeg)
    let little = Samples.jpeg(file, exif: Samples.exif(8, bigEndian: false))
    #expect(try ImageHeader(little, named: "photo").orientation == .turnedRight)
  }

  @Test func hostileMetadataMeanUpright() throws {
    let file = try Samples.encoded(picture, .jpeg)
    let good = Samples.exif(6)
    var hostile = [
      Samples.exif(0), Samples.exif(9), Samples.exif(65535),
      // Directories in the header, at themselves, at the end, far away.
      Samples.exif(6, directory: 0), Samples.exif(6, directory: 4),
      Samples.exif(6, directory: good.count - 1), Samples.exif(6, directory: 0x7fff_ffff),
      Samples.exif(6, directory: 0xffff_ffff), Samples.exif(6, count: 0),
      Array("MM".utf8), Array("II*\0".utf8), Array("QQ*\0".utf8), [],
    ]
    for length in 0..<20 { hostile.append(Array(good[..<length])) }
    for exif in hostile {
      let header = try ImageHeader(Samples.jpeg(file, exif: exif), named: "photo")
      #expect(header.orientation == .up, "\(exif)")
    }
  }

  @Test func aSegmentLongerThanTheFileEndsTheSearch() throws {
    var file = try Samples.encoded(picture, .png(.fast))
    file += Samples.bigEndian(0xffff_fff0) + Array("eXIf".utf8)
    #expect(try ImageHeader(file, named: "photo").orientation == .up)
  }
}
