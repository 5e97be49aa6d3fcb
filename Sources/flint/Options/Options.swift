import ArgumentParser
import Carousels
import Console
import Templates

/// `1080x1920` on the command line.
func parseSize(_ text: String) throws -> SlideSize {
  guard let size = SlideSize(text) else {
    throw ValidationError(
      "\"\(text)\" is not a size; write 1080x1920 or 9:16, 3:4, 4:5, 1:1; each side is \(SlideSize.range.lowerBound) to \(SlideSize.range.upperBound)"
    )
  }
  return size
}

/// Refuses what is not `name=value` before any work is done.
func checkAssignments(_ texts: [String], option: String, form: String) throws {
  for text in texts {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count < 2 || parts[0].allSatisfy(\.isWhitespace) {
      throw ValidationError("\(option) \"\(text)\" is not of the form \(form)")
    }
  }
}

/// Where Flint's own things are, found once a command.
func workspace() throws -> Workspace {
  try Workspace.locate(environment: ProcessEnvironment.current)
}
