public import Diagnostics
import Files
import Foundation
import Layout
import Markup
import Styling
import Templates
import Typography

/// The bound slides as HTML pages for a browser: to look into a design with its tools, or to hold
/// the drawing against it.
struct PageExport {
  package var drawing: CarouselDrawing
  /// As many as the drawing's slides; text that Flint shrank is written at its final size.
  var layouts: [SlideLayout]
  /// What relative links are relative to.
  package var folder: String
  /// Its style sheets come last.
  var kit: BrandKit?

  /// One page a slide: the others are there, since selectors count them, but not displayed.
  package func pages() throws(Diagnostic) -> [FileSystem.FolderEntry] {
    // Without a scheme, so that a local server can show the pages too.
    let base = Self.urlPath(try FileSystem.realPath(of: folder))
    let size = drawing.size
    let head = [
      Element("base", ["href": "\(base)/"]),
      Element(
        "meta", ["name": "viewport", "content": "width=\(size.width),height=\(size.height)"]),
    ]
    let kit = try kitElements()
    let names = drawing.slideNames
    let safeArea = SafeAreaPages(insets: drawing.safeArea)
    var entries: [FileSystem.FolderEntry] = []
    for index in names.indices {
      var page = drawing.document
      var sizes = ShrunkText(layouts[index])
      if drawing.hasSections {
        var number = 0
        page.root.prepareSections(showing: index, counting: &number, &sizes)
      } else {
        page.root.write(&sizes, isShrunk: false)
      }
      page.root.addToHead(first: head, last: kit)
      entries.append(
        FileSystem.FolderEntry(
          name: "\(SlideArtist.numbered(index, names[index], of: names.count)).html",
          bytes: Array(try safeArea.page(page).html().utf8)))
    }
    return entries
  }

  private func kitElements() throws(Diagnostic) -> [Element] {
    guard let kit else { return [] }
    var elements: [Element] = []
    if let path = kit.styleSheetPath {
      let href = Self.urlPath(try FileSystem.realPath(of: path))
      elements.append(Element("link", ["rel": "stylesheet", "href": href]))
    }
    var css = kit.addition?.css ?? ""
    if kit.logoRatio != nil, let logo = kit.logo {
      // A browser takes a path in a custom property from where it is used.
      let path = Self.urlPath(try FileSystem.realPath(of: logo.path))
      css += ":root { --brand-logo: url(\"\(path)\"); }\n"
    }
    if !css.isEmpty {
      var style = Element("style", [:])
      style.children = [.text(Text(content: css, location: SourceLocation(file: "<kit>")))]
      elements.append(style)
    }
    return elements
  }

  static func urlPath(_ path: String) -> String {
    URL(fileURLWithPath: path, isDirectory: false).path(percentEncoded: true)
  }
}

/// The text styles of a slide's elements, found by where the elements stand in their source.
private struct ShrunkText {
  /// The elements of one place (more than one where a list repeats it), the next one last.
  private var boxes: [SourceLocation: [LayoutBox]] = [:]
  private let shrunk: Set<Int>

  package init(_ layout: SlideLayout) {
    shrunk = layout.shrunkElements
    guard !shrunk.isEmpty else { return }
    collect(layout.root)
    for place in boxes.keys {
      boxes[place]?.sort { ($0.element?.index ?? 0) > ($1.element?.index ?? 0) }
    }
  }

  private mutating func collect(_ box: LayoutBox) {
    if let element = box.element { boxes[element.location, default: []].append(box) }
    for child in box.children { collect(child) }
  }

  /// What the next element of a place says about its text; nil for one that is not displayed.
  package mutating func next(at place: SourceLocation) -> (isShrunk: Bool, css: String)? {
    guard let box = boxes[place]?.popLast(), let index = box.element?.index else { return nil }
    let text = box.style.text
    var css = "font-size: \(text.font.sizeInPx)px; letter-spacing: \(text.letterSpacing)px"
    if case .px(let height) = text.lineHeight { css += "; line-height: \(height)px" }
    return (shrunk.contains(index), css)
  }
}

extension Element {
  fileprivate mutating func prepareSections(
    showing shown: Int, counting number: inout Int, _ sizes: inout ShrunkText
  ) {
    if isSlide {
      if number == shown {
        write(&sizes, isShrunk: false)
      } else {
        addStyle("display: none !important")
      }
      number += 1
      return
    }
    changeChildren { $0.prepareSections(showing: shown, counting: &number, &sizes) }
  }

  /// Writes the final text sizes on the shrunk elements and on all inside them.
  fileprivate mutating func write(_ sizes: inout ShrunkText, isShrunk: Bool) {
    let found = sizes.next(at: location)
    let isShrunk = isShrunk || found?.isShrunk == true
    if isShrunk, let found { addStyle(found.css) }
    changeChildren { $0.write(&sizes, isShrunk: isShrunk) }
  }

  /// Every page's first element is its head.
  fileprivate mutating func addToHead(first: [Element], last: [Element]) {
    guard case .element(var head)? = children.first else { return }
    head.children = first.map(Node.element) + head.children + last.map(Node.element)
    children[0] = .element(head)
  }

  private mutating func changeChildren(_ change: (inout Element) -> Void) {
    for index in children.indices {
      guard case .element(var child) = children[index] else { continue }
      change(&child)
      children[index] = .element(child)
    }
  }

  private mutating func addStyle(_ css: String) {
    if let index = attributes.firstIndex(where: { $0.name == "style" }) {
      attributes[index].value += "; \(css)"
    } else {
      attributes.append(
        Attribute(name: "style", value: css, location: location, valueLocation: location))
    }
  }
}

extension SingleRender {
  /// Writes one HTML page a slide into a folder, created when needed.
  ///
  /// - Returns: the paths of the pages, in order.
  public func writePages(toFolder path: String) throws(DiagnosticsError) -> [String] {
    let export = try pageExport()
    do throws(Diagnostic) {
      let pages = try export.pages()
      try FileSystem.createFolder(path)
      try FileSystem.replaceFiles(
        in: path, with: pages.map { FileSystem.FolderEntry(name: $0.name, bytes: $0.bytes) })
      return pages.map { FilePath.join(path, $0.name) }
    } catch {
      throw DiagnosticsError(error)
    }
  }
}
