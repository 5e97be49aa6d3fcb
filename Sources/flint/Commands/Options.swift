import ArgumentParser
import Templates
import Workflow

/// `1080x1920` on the command line.
func parseSize(_ text: String) throws -> SlideSize {
  guard let size = SlideSize(text) else {
    throw ValidationError(
      "\"\(text)\" is not a size; write 1080x1920, each side \(SlideSize.range.lowerBound) to \(SlideSize.range.upperBound)"
    )
  }
  return size
}

/// Where Flint's own things are, found once a command.
func workspace() throws -> Workspace {
  try Workspace.locate(environment: ProcessEnvironment.current)
}
