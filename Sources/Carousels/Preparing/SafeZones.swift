import Diagnostics
import Files
import Pixels
import Templates
import YAMLText

/// What TikTok's interface covers, as `data/safe-zones.yaml` says.
struct SafeZones: Sendable {
  /// A covered part of the screen.
  struct Zone: Sendable {
    /// `the caption at the bottom`.
    package var name: String
    /// Kept free to be safe on every phone; px on the slide, may reach beyond it.
    package var rect: Rect
    /// The part that every source says is covered.
    var surelyCovered: Rect
  }

  private let screen: SlideSize
  /// px to keep free, and of these what is surely covered.
  private let insets: Edges<Double>
  private let covered: Edges<Double>
  private let names: Edges<String>

  /// Where nothing is covered.
  package static let none = SafeZones()

  private init() {
    screen = .standard
    insets = Edges(all: 0)
    covered = Edges(all: 0)
    names = Edges(all: "")
  }

  /// What covers a slide at `target`.
  package init(of target: PostTarget, in workspace: Workspace) throws(DiagnosticsError) {
    guard let preset = target.safeZonePreset else {
      self = .none
      return
    }
    try self.init(path: workspace.safeZones, preset: preset)
  }

  /// - Parameter preset: a name of the file's `presets`.
  package init(path: String, preset: String) throws(DiagnosticsError) {
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try FileSystem.read(path, limit: 1 << 20)
    } catch {
      throw DiagnosticsError(error)
    }
    var log = DiagnosticLog()
    let file = try YAMLNode.parse(bytes, file: path)
    var screen = SlideSize.standard
    var insets = Edges(all: 0.0)
    var covered = Edges(all: 0.0)
    var names = Edges(all: "")
    if var reader = YAMLReader(file, what: path, log: &log) {
      if let text = reader.requiredText("screen", log: &log) {
        if let size = SlideSize(text) {
          screen = size
        } else {
          log.add(.notASize(text, at: reader.node("screen")?.location ?? file.location))
        }
      }
      if let node = reader.node("presets")?[preset],
        var sides = YAMLReader(node, what: "the preset \"\(preset)\"", log: &log)
      {
        func side(
          _ key: String, _ edge: WritableKeyPath<Edges<Double>, Double>,
          _ name: WritableKeyPath<Edges<String>, String>
        ) {
          guard let node = sides.node(key),
            var side = YAMLReader(node, what: "\"\(key)\"", log: &log)
          else { return }
          insets[keyPath: edge] = Double(side.integer("free", in: 0...4_096, log: &log) ?? 0)
          covered[keyPath: edge] = Double(side.integer("covered", in: 0...4_096, log: &log) ?? 0)
          names[keyPath: name] = side.requiredText("by", log: &log) ?? ""
        }
        side("top", \.top, \.top)
        side("right", \.right, \.right)
        side("bottom", \.bottom, \.bottom)
        side("left", \.left, \.left)
      } else {
        log.add(.noSafeZones(preset, at: file.location))
      }
    }
    try log.throwIfErrors()
    self.screen = screen
    self.insets = insets
    self.covered = covered
    self.names = names
  }

  /// How far what is free on every phone lies inside of each edge of a slide; px, never beyond the
  /// slide. 0 where the screen goes on behind the edge as far as it is covered.
  package func insets(of size: SlideSize) -> Edges<Double> {
    let width = Double(size.width)
    let height = Double(size.height)
    let picture = onScreen(size)
    func inset(_ free: Double, _ margin: Double, _ most: Double) -> Double {
      min(max(0, (free - margin) / picture.scale), most)
    }
    return Edges(
      top: inset(insets.top, picture.top, height), right: inset(insets.right, picture.left, width),
      bottom: inset(insets.bottom, picture.top, height),
      left: inset(insets.left, picture.left, width))
  }

  /// How a slide stands on the screen: as large as the screen takes it, in its middle.
  ///
  /// - Returns: px of the screen a px of the slide, and px of the screen beside and above the slide.
  private func onScreen(_ size: SlideSize) -> (scale: Double, left: Double, top: Double) {
    let scale = min(
      Double(screen.width) / Double(size.width), Double(screen.height) / Double(size.height))
    return (
      scale, (Double(screen.width) - Double(size.width) * scale) / 2,
      (Double(screen.height) - Double(size.height) * scale) / 2
    )
  }

  /// The covered parts of a slide, which TikTok shows as large as the screen takes it, in its middle.
  func zones(of size: SlideSize) -> [Zone] {
    let width = Double(screen.width)
    let height = Double(screen.height)
    let (scale, left, top) = onScreen(size)
    func place(_ x: Double, _ y: Double, _ w: Double, _ h: Double) -> Rect {
      Rect(x: (x - left) / scale, y: (y - top) / scale, width: w / scale, height: h / scale)
    }
    return [
      Zone(
        name: names.top, rect: place(0, 0, width, insets.top),
        surelyCovered: place(0, 0, width, covered.top)),
      Zone(
        name: names.bottom, rect: place(0, height - insets.bottom, width, insets.bottom),
        surelyCovered: place(0, height - covered.bottom, width, covered.bottom)),
      Zone(
        name: names.left, rect: place(0, 0, insets.left, height),
        surelyCovered: place(0, 0, covered.left, height)),
      Zone(
        name: names.right, rect: place(width - insets.right, 0, insets.right, height),
        surelyCovered: place(width - covered.right, 0, covered.right, height)),
    ].filter { !$0.rect.isEmpty }
  }
}
