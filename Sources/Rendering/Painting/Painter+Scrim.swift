import Pixels

extension Painter {
  /// Lays a veil behind each cluster of texts, as strong as the least readable of them needs.
  func draw(_ scrim: SceneScrim, onto picture: inout Bitmap, within clip: PixelRect) {
    for cluster in clusters(of: scrim) {
      let texts = cluster.texts
      let shade = cluster.shade
      let strength = picture.veilStrength(
        for: texts.filter { $0.shade == shade }, shade: shade, ratio: scrim.ratio, within: clip)
      guard strength > 0 else { continue }
      picture.draw(veil(behind: cluster, of: scrim, strength: strength), within: clip)
    }
  }

  /// The pixels that a scrim may change.
  func reach(of scrim: SceneScrim) -> PixelRect {
    clusters(of: scrim).reduce(PixelRect()) {
      $0.union(veil(behind: $1, of: scrim, strength: 1).reach)
    }
  }

  /// Texts near each other, which share one veil.
  private struct Cluster {
    var texts: [VeiledText] = []
    var bounds = PixelRect()

    /// That of most of the letters.
    var shade: Veil.Shade {
      let dark = texts.filter { $0.shade == .dark }.reduce(0) { $0 + $1.areas.count }
      return dark * 2 >= texts.reduce(0) { $0 + $1.areas.count } ? .dark : .light
    }
  }

  /// Parts of the frame's shorter side: how far apart texts may stand to share a veil, how far from
  /// an edge the veil still runs to it, how softly it ends at least, how much more softly at full
  /// strength, and its margin around the letters.
  private static let farthestNeighbor = 0.14
  private static let farthestEdge = 0.34
  private static let fade = 0.25
  private static let fadeOfStrength = 0.6
  private static let margin = 0.02

  private func clusters(of scrim: SceneScrim) -> [Cluster] {
    let gap = Int(
      min(1e6, max(0, min(scrim.frame.width, scrim.frame.height)) * Self.farthestNeighbor))
    var clusters: [Cluster] = []
    for glyphs in scrim.texts {
      var areas = glyphAreas(of: glyphs)
      if !transform.isIdentity { areas = areas.map { placed($0.rect) } }
      guard !areas.isEmpty else { continue }
      var cluster = Cluster(
        texts: [VeiledText(areas: areas, color: glyphs.color)],
        bounds: areas.reduce(PixelRect()) { $0.union($1) })
      // Whatever it stands near becomes one with it.
      for index in clusters.indices.reversed()
      where !clusters[index].bounds.expanded(by: gap).intersection(cluster.bounds).isEmpty {
        let other = clusters.remove(at: index)
        cluster.texts = other.texts + cluster.texts
        cluster.bounds = cluster.bounds.union(other.bounds)
      }
      clusters.append(cluster)
    }
    return clusters
  }

  private func veil(behind cluster: Cluster, of scrim: SceneScrim, strength: Double) -> Veil {
    let frame = PixelRect(covering: scrim.frame)
    let side = Double(min(frame.width, frame.height))
    let near = Int(side * Self.farthestEdge)
    var core = cluster.bounds.expanded(by: Int(side * Self.margin))
    // A band across the slide looks like light; a patch would look like a patch.
    if core.width * 2 > frame.width {
      core = PixelRect(x: frame.x, y: core.y, width: frame.width, height: core.height)
    }
    // The stronger it is, the longer it takes to end.
    let fade = side * (Self.fade + strength * Self.fadeOfStrength)
    let left = core.x - frame.x < near ? min(core.x, frame.x) : core.x
    let right = frame.maxX - core.maxX < near ? max(core.maxX, frame.maxX) : core.maxX
    let top = core.y - frame.y < near ? min(core.y, frame.y) : core.y
    let bottom = frame.maxY - core.maxY < near ? max(core.maxY, frame.maxY) : core.maxY
    return Veil(
      shade: cluster.shade, strength: strength,
      core: PixelRect(x: left, y: top, width: right - left, height: bottom - top), fadeX: fade,
      fadeY: max(fade, Double(core.height) * 0.5))
  }
}
