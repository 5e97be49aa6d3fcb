import Diagnostics
import Files
import Synchronization

/// Font files and fonts read so far.
struct LoadedFonts {
  struct File {
    var data: FontData
    var digest: String
    var path: String
  }

  struct Key: Hashable {
    var entry: Int
    /// 0 for fonts that do not vary.
    var weight: Int
    var variations: [FontVariation]
  }

  /// A collection is read once for all its faces.
  var files: [FontEntry.File: Result<File, Diagnostic>] = [:]
  var fonts: [Key: Result<Font, Diagnostic>] = [:]
}

extension FontCatalog {
  /// The largest CJK collections have some 30 MB.
  static let maximumFontBytes = 100_000_000

  /// The font of `entries[entry]`, read when first asked for.
  func font(
    _ entry: Int, weight: Int, variations: [FontVariation]
  ) throws(Diagnostic) -> Font {
    let range = entries[entry].weights
    let isVariable = range.lowerBound < range.upperBound
    let key = LoadedFonts.Key(
      entry: entry,
      weight: isVariable ? min(max(weight, range.lowerBound), range.upperBound) : 0,
      variations: variations)
    let result = loaded.withLock { loaded in
      if let known = loaded.fonts[key] { return known }
      let file = loaded.files[entries[entry].file] ?? read(entries[entry])
      loaded.files[entries[entry].file] = file
      let font = file.flatMap { makeFont(key, from: $0) }
      loaded.fonts[key] = font
      return font
    }
    return try result.get()
  }

  private func makeFont(
    _ key: LoadedFonts.Key, from file: LoadedFonts.File
  ) -> Result<Font, Diagnostic> {
    let entry = entries[key.entry]
    guard let plain = ShapingFace(file.data, faceIndex: entry.faceIndex) else {
      return .failure(.notAFont(file.path, at: entry.file.location))
    }
    var settings: [FontVariation] = []
    if key.weight > 0 { settings.append(FontVariation(tag: "wght", value: Double(key.weight))) }
    for wish in key.variations {
      settings.removeAll { $0.tag == wish.tag }
      settings.append(wish)
    }
    settings = settings.compactMap { setting in
      guard let axis = plain.axis(setting.tag), setting.value.isFinite else { return nil }
      let value = min(max(setting.value, axis.lowerBound), axis.upperBound)
      return FontVariation(tag: setting.tag, value: value)
    }
    let font = Font(
      family: entry.family, weight: key.weight > 0 ? key.weight : entry.weights.lowerBound,
      slant: entry.slant, digest: file.digest, data: file.data, faceIndex: entry.faceIndex,
      variations: settings)
    guard let font else { return .failure(.notAFont(file.path, at: entry.file.location)) }
    return .success(font)
  }

  private func read(_ entry: FontEntry) -> Result<LoadedFonts.File, Diagnostic> {
    do throws(Diagnostic) {
      switch entry.file {
      case .given(let path, let location):
        let bytes = try FileSystem.read(path, limit: Self.maximumFontBytes, at: location)
        return .success(
          LoadedFonts.File(data: FontData(bytes), digest: sha256Hex(bytes), path: path))
      case .catalogued(let name, let folder, let expected, let package):
        var altered: Diagnostic?
        for path in paths(name: name, folder: folder) where FileSystem.fileExists(path) {
          let bytes = try FileSystem.read(path, limit: Self.maximumFontBytes)
          let digest = sha256Hex(bytes)
          if digest == expected {
            return .success(LoadedFonts.File(data: FontData(bytes), digest: digest, path: path))
          }
          altered =
            altered
            ?? .alteredFont(path, family: entry.family, expected: expected, found: digest)
        }
        return .failure(
          altered ?? .missingFont(name, family: entry.family, package: package))
      }
    } catch {
      return .failure(error)
    }
  }

  /// Where a file of the catalogue may lie, best first.
  private func paths(name: String, folder: String) -> [String] {
    searchFolders.flatMap {
      [FilePath.join($0, name), FilePath.join(FilePath.join($0, folder), name)]
    }
  }

  /// Where each face of the catalogue stands on this machine, in the catalogue's order; reads and
  /// checks every file.
  public func status() -> [FontStatus] {
    // Faces of one collection share a file.
    var states: [FontEntry.File: FontStatus.State] = [:]
    return entries.map { entry in
      switch entry.file {
      case .given(let path, _):
        return FontStatus(
          entry, fileName: FilePath.name(of: path), package: "",
          state: FileSystem.fileExists(path) ? .found(path: path) : .missing)
      case .catalogued(let name, let folder, let expected, let package):
        let state = states[entry.file] ?? state(ofFile: name, folder: folder, expected: expected)
        states[entry.file] = state
        return FontStatus(entry, fileName: name, package: package, state: state)
      }
    }
  }

  private func state(ofFile name: String, folder: String, expected: String) -> FontStatus.State {
    var state = FontStatus.State.missing
    for path in paths(name: name, folder: folder) where FileSystem.fileExists(path) {
      // A file that cannot be read is not the catalogue's.
      let bytes = (try? FileSystem.read(path, limit: Self.maximumFontBytes)) ?? []
      if sha256Hex(bytes) == expected { return .found(path: path) }
      if state == .missing { state = .differs(path: path) }
    }
    return state
  }
}

extension FontEntry.File {
  /// The place that names the file.
  var location: SourceLocation? {
    guard case .given(_, let location) = self else { return nil }
    return location
  }
}

extension FontStatus {
  fileprivate init(_ entry: FontEntry, fileName: String, package: String, state: State) {
    self.init(
      family: entry.family, weights: entry.weights, slant: entry.slant, fileName: fileName,
      package: package, state: state)
  }
}
