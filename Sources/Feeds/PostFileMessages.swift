import Diagnostics

// Post files, sample files and `--set`.

extension Diagnostic {
  static func fieldTwice(
    _ name: String, first: SourceLocation, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "the field \"\(name)\" has two values", at: place,
      hints: ["the other one stands on line \(first.line)"])
  }

  static func fieldIsMapping(_ name: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "the field \"\(name)\" must be text or a list, not a mapping", at: place,
      hints: ["put text that contains \": \" in quotes"])
  }

  static func notAHashtag(_ text: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"\(text)\" is no hashtag", at: place,
      hints: ["a hashtag is one word, such as coldbrew; list several as [coldbrew, coffee]"])
  }

  static func noSamples(at place: SourceLocation) -> Diagnostic {
    .error(
      "the sample file has no sample", at: place,
      hints: ["write \"good:\" and, below it, the fields"])
  }

  static func notAnAssignment(_ argument: String) -> Diagnostic {
    .error(
      "--set \"\(argument)\" is not of the form key=value", at: Row.commandLine,
      hints: ["write --set \"title=Clay pot\""])
  }

  static func setTwice(_ name: String) -> Diagnostic {
    .error("--set gives the field \"\(name)\" two values", at: Row.commandLine)
  }
}
