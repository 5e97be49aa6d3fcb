import Diagnostics
import Feeds
import Files
import Images
import Library
import Pixels
import Templates

/// Posts that are drawn: their files, their words, and what their template says of their slides.
extension Checker {
  package func check(post folder: String) -> Check {
    var check = Check(folder, .post)
    let place = SourceLocation(file: FilePath.join(folder, LibraryFolder.recordName))
    if case .write = repair, let problem = PostFix.problemOfSettling(folder) {
      check.findings = [Finding(problem)]
      return check
    }
    guard var record = LibraryFolder.record(inFolder: folder) else {
      check.findings = [
        Finding(
          .missingFile, "the post's record cannot be read",
          remedy: "render it again; this version reads schema \(PostRecord.currentSchema)",
          at: place)
      ]
      return check
    }
    if repair != .no {
      do {
        let (again, note) = try drawnAgain(record, in: folder, noteAt: place)
        check.findings += [note].compactMap(\.self)
        let fix = try PostFix(
          record: record, drawnAgain: again, folder: folder, target: target)
        check.changes = fix.changes
        if case .write(let circumstances) = repair, !fix.changes.isEmpty {
          try fix.write(to: folder, circumstances)
          record = fix.record
        }
      } catch {
        check.findings += error.diagnostics.map { Finding($0) }
      }
    }
    check.findings += [postChecks.countFinding(record.slides.count, at: place)].compactMap(\.self)
    for (index, slide) in record.slides.enumerated() {
      let number = Finding.Slide(number: index + 1, name: slide.name)
      check.findings += findings(of: slide, number, in: folder)
      for text in [slide.name, slide.text] + slide.alt {
        check.findings += codeChecks.findings(
          in: text, of: "slide \(number.number)", at: place, slide: number)
      }
    }
    check.findings += formatNote(of: record, at: place)
    check.findings += wordFindings(of: record, in: folder, at: place)
    check.findings += drawingFindings(of: record, at: place)
    check.findings = check.findings.merged
    return check
  }

  private func drawnAgain(
    _ record: PostRecord, in folder: String, noteAt place: SourceLocation
  ) throws(DiagnosticsError) -> (DrawnAgain?, note: Finding?) {
    try DiagnosticsError.catching {
      do {
        return (try drawnAgain(record, in: folder), nil)
      } catch let stays as StaysAsDrawn {
        return (nil, notDrawnAgain(because: stays.reason, at: place))
      }
    }
  }

  private func notDrawnAgain(
    because error: DiagnosticsError, at place: SourceLocation
  ) -> Finding {
    Finding(
      .safeZone,
      "it was not drawn again for \(target.rawValue): \(error.diagnostics[0].message)",
      remedy: "render it again with --target \(target.rawValue); photos are looked up in --images",
      severity: .note, at: place)
  }

  // MARK: - Files

  private func findings(
    of slide: PostRecord.Slide, _ number: Finding.Slide, in folder: String
  ) -> [Finding] {
    let path = FilePath.join(folder, slide.file)
    let place = SourceLocation(file: path)
    guard FilePath.isPlainName(slide.file), FileSystem.fileExists(path) else {
      return [
        Finding(
          .missingFile, "slide \(number.number), \"\(slide.file)\", is not there",
          remedy: "render the post again", at: place, slide: number)
      ]
    }
    let image: EncodedImage
    do {
      let bytes = try FileSystem.read(path, limit: ImageLimits.bytes, at: nil)
      image = try EncodedImage(bytes, named: path)
    } catch {
      return [Finding(error, rule: .missingFile, slide: number)]
    }
    var findings: [Finding] = []
    if sha256Hex(image.bytes) != slide.sha256 {
      findings.append(
        Finding(
          .changedFile, "slide \(number.number), \"\(slide.file)\", is not the file that was drawn",
          remedy: "render the post again, unless it was changed on purpose", at: place,
          slide: number))
    }
    let header = image.header
    findings += [
      postChecks.sizeFinding(
        width: header.width, height: header.height, slide: number, at: place)
    ].compactMap(\.self)
    if !target.formats.contains(header.format) {
      findings.append(
        Finding(
          .fileFormat,
          "slide \(number.number), \"\(slide.file)\", is a \(header.format.rawValue), which is not "
            + "taken (\(target.formats.map(\.rawValue).joined(separator: " or ")))",
          remedy:
            "flint check \(FilePath.name(of: folder)) --target \(target.rawValue) --fix makes JPEGs of the slides",
          at: place, slide: number))
    }
    if image.bytes.count > target.mostBytes {
      findings.append(
        Finding(
          .fileBytes,
          "slide \(number.number), \"\(slide.file)\", has \(megabytes(image.bytes.count)); "
            + "\(megabytes(target.mostBytes)) are taken",
          remedy:
            "flint check \(FilePath.name(of: folder)) --target \(target.rawValue) --fix makes a smaller JPEG of it",
          at: place, slide: number))
    }
    return findings
  }

  /// PNGs are fine in the app, and a surprise elsewhere.
  private func formatNote(of record: PostRecord, at place: SourceLocation) -> [Finding] {
    guard record.format == "png", target == .organic || target == .spark else { return [] }
    return [
      Finding(
        .fileFormat,
        "the slides are PNGs, which the app takes and TikTok's posting APIs do not",
        remedy: "to post by API: flint check \(record.key) --target api --fix", severity: .note,
        at: place)
    ]
  }

  private func megabytes(_ bytes: Int) -> String {
    "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
  }

  // MARK: - Words

  private func wordFindings(
    of record: PostRecord, in folder: String, at place: SourceLocation
  ) -> [Finding] {
    let captionPath = FilePath.join(folder, "caption.txt")
    var caption = record.caption
    var captionPlace = place
    // Whoever edits caption.txt posts what is in it.
    if let bytes = try? FileSystem.read(captionPath, limit: 1 << 20) {
      caption = String(decoding: bytes, as: UTF8.self)
      while caption.hasSuffix("\n") { caption.removeLast() }
      captionPlace = SourceLocation(file: captionPath)
    }
    var brand = record.kit.map { "the brand kit \"\($0.name)\"" }
    if brand == nil, record.brand != nil { brand = "its own color, font or logo" }
    if brand == nil, case .text(let name)? = record.row?.fields["brand"], !name.isEmpty {
      brand = "\"\(name)\""
    }
    return wordFindings(caption: caption, at: captionPlace, title: record.title, at: place)
      + postChecks.findings(ofDisclosure: record.disclosure, brand: brand, at: place)
  }

  // MARK: - Slides, laid out again

  private func drawingFindings(of record: PostRecord, at place: SourceLocation) -> [Finding] {
    func note(_ reason: String, _ remedy: String) -> [Finding] {
      [
        Finding(
          .notLookedInto, "text, contrast and photos were not looked into: \(reason)",
          remedy: remedy, at: place)
      ]
    }
    guard let template = record.template, let row = record.row else {
      return note("the post was made of a page", "check the page itself")
    }
    var settings = settings
    settings.target = record.drawnFor
    settings.kit = record.kit?.name
    do {
      settings.brand = try record.brandOptions(imageFolders: binding.imageFolders)
    } catch {
      return note(
        error.diagnostics[0].message, error.diagnostics[0].hints.joined(separator: "; "))
    }
    if record.size.count == 2 {
      settings.size = SlideSize(width: record.size[0], height: record.size[1])
    }
    do {
      let prepared = try PreparedTemplate(
        template: template.name, settings: settings, binding: binding, in: workspace)
      guard prepared.template.digest == template.digest else {
        return note("the template changed since", "render the post again")
      }
      let artist = SlideArtist(roots: prepared.pictureRoots)
      let carousel = try prepared.carousel(
        of: Row(row), words: PostWords(caption: ""), pictures: artist.pictures.files)
      let found = findings(of: carousel, prepared: prepared, artist: artist)
      return found.filter { $0.rule != .slideCount && $0.rule != .pixelSize }.map { finding in
        guard finding.rule == .safeZone, record.drawnFor != target else { return finding }
        var finding = finding
        finding.remedy =
          "it was drawn for \(record.drawnFor.rawValue): flint check \(record.key) "
          + "--target \(target.rawValue) --fix draws a draft again; or \(finding.remedy)"
        return finding
      }
    } catch {
      return note(
        error.diagnostics[0].message,
        "name the photos' folder with --images, or check the post file")
    }
  }
}
