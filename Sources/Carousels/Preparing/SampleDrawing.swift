package import Diagnostics
package import Feeds
import Templates

/// A sample row of a template at one of its sizes.
package struct SampleDrawing {
  package var prepared: PreparedTemplate
  /// The sample's name: `best`.
  package var name: String
  package var row: Row
}

extension PreparedTemplate {
  /// Every sample row at every size of the template, or at the one that is set; size by size.
  ///
  /// All may show the same pictures, so that one artist can draw them.
  /// - Returns: never empty; the first is the best sample at the template's own size.
  /// - Throws: when the template has no samples.
  package func samples() throws(DiagnosticsError) -> [SampleDrawing] {
    guard !template.samples.isEmpty else {
      throw DiagnosticsError(.noSuchSample("", template: template.name, known: []))
    }
    let sizes = settings.size.map { [$0] } ?? template.sizes
    return sizes.flatMap { size in
      template.samples.map { SampleDrawing(prepared: at(size), name: $0.name, row: $0.post.row) }
    }
  }
}
