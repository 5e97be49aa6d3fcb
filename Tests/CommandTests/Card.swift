import Foundation
import TestSupport

extension TemporaryFolder {
  /// A folder with the small template `card` and the photo `blue.png` of 1 × 1 px.
  static func withCard() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      sizes: [160x240]
      fields:
        title: { type: text, required: true, limit: 40 }
        image: { type: image }
      """, to: "card/template.yaml")
    try folder.write(
      """
      <link rel="stylesheet" href="style.css">
      <section id="hook" class="slide"><img src="{{ image }}" alt="{{ title }}"></section>
      <section id="words" class="slide"><h1>{{ title }}</h1></section>
      """, to: "card/slides.html")
    try folder.write("h1 { font: 700 20px Inter; margin: 0 }\n", to: "card/style.css")
    try folder.write("best:\n  title: Best\n", to: "card/sample.yaml")
    try folder.write(bluePixel, to: "blue.png")
    return folder
  }

  /// A PNG of 1 × 1 px.
  private static let bluePixel = [UInt8](
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNQSFgAAAHEASFiX4r9AAAA"
        + "AElFTkSuQmCC") ?? Data())
}
