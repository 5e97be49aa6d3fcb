import Pixels
import TestSupport
import Testing

@testable import Carousels

/// Colors derived of one: whatever it is, every text in them can be read.
@Suite struct KitColorsTests {
  /// All corners and edges of sRGB, its grays, and colors by chance.
  private static let colors: [Color] = {
    let steps = stride(from: 0.0, through: 1, by: 0.2)
    var colors = steps.flatMap { red in
      steps.flatMap { green in steps.map { Color(red: red, green: green, blue: $0) } }
    }
    colors += (0...64).map { Color(rgb: UInt32($0 * 4 - ($0 == 64 ? 1 : 0)) * 0x010101) }
    var numbers = SeededNumbers(seed: 11)
    colors += (0..<200).map { _ in Color(rgb: UInt32.random(in: 0...0xffffff, using: &numbers)) }
    return colors
  }()

  @Test func anyColorGivesTextThatCanBeRead() throws {
    for color in Self.colors {
      let kit = try KitColors(color: color)
      #expect(kit.color == color)
      #expect(kit.ink.contrast(with: kit.paper) >= 7, "\(color.hexadecimal)")
      #expect(kit.soft.contrast(with: kit.paper) >= 6, "\(color.hexadecimal)")
      #expect(kit.colorText.contrast(with: kit.paper) >= 5.5, "\(color.hexadecimal)")
      #expect(kit.onColor.contrast(with: color) >= 4.5, "\(color.hexadecimal)")
      #expect(color.contrast(with: kit.paper) >= 1.25, "\(color.hexadecimal)")
    }
  }

  @Test func anAccentThatCanBeReadIsItsOwnText() throws {
    let kit = try KitColors(color: Color(rgb: 0x8d2340))
    #expect(kit.colorText == kit.color)
    // A light one is darkened on paper, in its own hue.
    let orange = try KitColors(color: Color(rgb: 0xff8a00), paper: .white)
    #expect(orange.colorText.contrast(with: .white) >= 5.5)
    let hue = SpacedColor(orange.colorText).converted(to: .oklch).components[2]
    let own = SpacedColor(orange.color).converted(to: .oklch).components[2]
    #expect(abs(hue - own) < 20)
  }

  @Test func aNeonStandsOnDarkPaper() throws {
    let kit = try KitColors(color: Color(rgb: 0xc3f53c))
    #expect(kit.paper.contrast(with: .white) > 15)
    #expect(kit.ink.contrast(with: .black) > 15)
  }

  @Test func whatIsGivenIsKept() throws {
    let paper = Color(rgb: 0xfff4e0)
    let ink = Color(rgb: 0x201040)
    let kit = try KitColors(color: Color(rgb: 0xc0392b), paper: paper, ink: ink)
    #expect(kit.paper == paper)
    #expect(kit.ink == ink)
  }

  @Test func colorsThatCannotGoTogetherAreRefused() {
    func fault(_ color: UInt32, paper: UInt32? = nil, ink: UInt32? = nil) -> KitColors.Fault? {
      do throws(KitColors.Fault) {
        _ = try KitColors(
          color: Color(rgb: color), paper: paper.map { Color(rgb: $0) },
          ink: ink.map { Color(rgb: $0) })
        return nil
      } catch {
        return error
      }
    }
    guard case .accentOnPaper? = fault(0xfefefe, paper: 0xffffff) else {
      Issue.record("white on white")
      return
    }
    guard case .inkOnPaper? = fault(0x2040c0, paper: 0xffffff, ink: 0xaaaaaa) else {
      Issue.record("gray text")
      return
    }
    guard case .paperInTheMiddle? = fault(0x102040, paper: 0x808080) else {
      Issue.record("gray paper")
      return
    }
  }
}
