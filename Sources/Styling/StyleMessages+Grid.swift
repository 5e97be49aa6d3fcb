package import Diagnostics

extension Diagnostic {
  static func tooManyTracks(at location: SourceLocation) -> Diagnostic {
    .error("a grid has at most \(GridLimits.tracks) columns and rows", at: location)
  }

  package static func tooManyGridItems(at location: SourceLocation) -> Diagnostic {
    .error("a grid has at most \(GridLimits.items) items", at: location)
  }

  static func autoRepeatOfUnknownSize(at location: SourceLocation) -> Diagnostic {
    .error(
      "beside auto-fill and auto-fit every track needs a size of its own", at: location,
      hints: ["write repeat(auto-fill, minmax(200px, 1fr)), or a number of columns"])
  }

  static func secondAutoRepeat(at location: SourceLocation) -> Diagnostic {
    .error("only one repeat() of a template may be auto-fill or auto-fit", at: location)
  }

  static func wrongRepetition(at location: SourceLocation) -> Diagnostic {
    .error(
      "repeat() expects a number of times, auto-fill or auto-fit, a comma and tracks",
      at: location, hints: ["such as repeat(3, 1fr) or repeat(auto-fill, 200px)"])
  }

  static func wrongMinmax(at location: SourceLocation) -> Diagnostic {
    .error(
      "minmax() expects a least and a greatest size", at: location,
      hints: ["such as minmax(200px, 1fr)"])
  }

  static func flexibleMinimum(at location: SourceLocation) -> Diagnostic {
    .error(
      "the least size of minmax() cannot be in fr", at: location,
      hints: ["write minmax(0, 1fr)"])
  }

  static func wrongFitContent(at location: SourceLocation) -> Diagnostic {
    .error(
      "fit-content() expects a length or percentage", at: location,
      hints: ["such as fit-content(300px)"])
  }

  static func lineZero(at location: SourceLocation) -> Diagnostic {
    .error(
      "a grid has no line 0", at: location,
      hints: ["lines are numbered from 1 at the start and from -1 at the end"])
  }

  static func lineTooFar(_ number: Int, at location: SourceLocation) -> Diagnostic {
    .error(
      "line \(number) is too far away; a grid has at most \(GridLimits.lines) lines either way",
      at: location)
  }

  static func unevenAreas(at location: SourceLocation) -> Diagnostic {
    .error(
      "the rows of grid-template-areas have different numbers of cells", at: location,
      hints: ["write a dot for an empty cell"])
  }

  static func wrongAreaName(_ name: String, at location: SourceLocation) -> Diagnostic {
    .error(
      "\"\(name)\" is not the name of an area", at: location,
      hints: ["names have letters, digits, hyphens; a dot is an empty cell"])
  }

  static func areaNotRectangle(_ name: String, at location: SourceLocation) -> Diagnostic {
    .error("the area \"\(name)\" is not a rectangle", at: location)
  }
}
