public import Diagnostics
import Layout
public import Pixels
import Styling

/// What finds the subject of a picture by its path.
public typealias SubjectSource = (_ path: String, _ location: SourceLocation) throws(Diagnostic) ->
  SubjectMap

/// The subjects of the pictures with `-flint-focus: auto`, looked up once so that building cannot
/// fail.
struct Subjects {
  private var maps: [String: SubjectMap] = [:]

  init(of root: LayoutBox, subject: SubjectSource?) throws(Diagnostic) {
    if let subject { try collect(root, subject) }
  }

  subscript(path: String) -> SubjectMap? { maps[path] }

  private mutating func collect(
    _ box: LayoutBox, _ subject: SubjectSource
  ) throws(Diagnostic) {
    let paint = box.style.paint
    if case .image(let image) = box.content, paint.focus == .automatic, paint.objectFit == .cover,
      maps[image.source] == nil
    {
      maps[image.source] = try subject(image.source, image.location)
    }
    for child in box.children { try collect(child, subject) }
  }
}
