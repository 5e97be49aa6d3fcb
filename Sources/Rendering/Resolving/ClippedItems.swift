import Pixels
import Styling

/// Items with the clips that hold for each; `nested` turns equal neighbours into one group.
struct ClippedItems {
  private var entries: [(item: SceneItem, clips: [Clip])] = []

  mutating func append(_ item: SceneItem, clip: Clip?) {
    var clips: [Clip] = []
    var next = clip
    while let clip = next {
      clips.append(clip)
      next = clip.outer
    }
    entries.append((item, clips.reversed()))
  }

  /// The items, those below the same clip gathered in a group of that clip.
  func nested() -> [SceneItem] { Self.nest(entries[...], depth: 0) }

  /// One group of everything, or nil when there is nothing; a clip common to all becomes its own.
  func group(opacity: Double) -> SceneGroup? {
    guard let first = entries.first else { return nil }
    if let clip = first.clips.first, entries.allSatisfy({ $0.clips.first === clip }) {
      return SceneGroup(
        opacity: opacity, clip: clip.path, items: Self.nest(entries[...], depth: 1))
    }
    return SceneGroup(opacity: opacity, items: nested())
  }

  private static func nest(
    _ entries: ArraySlice<(item: SceneItem, clips: [Clip])>, depth: Int
  ) -> [SceneItem] {
    var items: [SceneItem] = []
    var start = entries.startIndex
    while start < entries.endIndex {
      guard entries[start].clips.count > depth else {
        items.append(entries[start].item)
        start += 1
        continue
      }
      let clip = entries[start].clips[depth]
      var end = start + 1
      while end < entries.endIndex, entries[end].clips.count > depth,
        entries[end].clips[depth] === clip
      {
        end += 1
      }
      items.append(
        .group(SceneGroup(clip: clip.path, items: nest(entries[start..<end], depth: depth + 1))))
      start = end
    }
    return items
  }
}
