import Posts
import Testing

@Suite struct SaturatingTests {
  @Test(arguments: [
    (1, 2, 3), (-5, 3, -2), (.max, 0, .max), (.max, 1, .max), (.max, .max, .max),
    (.max, -1, .max - 1), (-.max, -1, -.max), (.min, .min, -.max), (.min, 0, -.max),
    (.min, .max, -1),
  ])
  func aSumIsHeldAtTheEnds(left: Int, right: Int, sum: Int) {
    #expect(left.addingSaturated(right) == sum)
    #expect(right.addingSaturated(left) == sum)
    // Never a trap.
    #expect(-left.addingSaturated(right) == -sum)
  }
}
