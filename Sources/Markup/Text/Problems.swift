import Diagnostics

/// The problems of one text, at most `Budget.problems` of them and a closing remark.
struct Problems {
  private(set) var diagnostics: [Diagnostic] = []

  /// Whether reading on is pointless.
  var isFull: Bool { diagnostics.count > Budget.problems }

  mutating func add(_ diagnostic: Diagnostic) {
    if diagnostics.count < Budget.problems {
      diagnostics.append(diagnostic)
    } else if diagnostics.count == Budget.problems {
      diagnostics.append(.tooManyProblems(at: diagnostic.location))
    }
  }

  /// Replaces a problem that turned out to be another one.
  mutating func replace(at index: Int, with diagnostic: Diagnostic) {
    diagnostics[index] = diagnostic
  }
}
