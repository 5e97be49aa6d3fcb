import Diagnostics
import Feeds
import Posts

// Values of a row.

extension Diagnostic {
  static func declared(_ field: Field) -> String {
    "the field \(field.name) is declared at \(field.location)"
  }

  static func unknownField(
    _ name: String, template: Template, at place: SourceLocation
  ) -> Diagnostic {
    let known = template.fields.map(\.name) + template.labels.map(\.name)
    let guess = Spelling.nearest(
      to: name, among: known + PostFile.settingNames + [Row.languageField])
    return .error(
      "the template \"\(template.name)\" has no field \"\(name)\""
        + (guess.map { "; did you mean \"\($0)\"?" } ?? ""), at: place,
      hints: guess == nil
        ? [known.isEmpty ? "it has no fields" : "its fields: \(known.joined(separator: ", "))"] : []
    )
  }

  static func severalLanguages(isError: Bool, at place: SourceLocation) -> Diagnostic {
    let message = "a row is in one language, not in a list of them"
    return isError ? .error(message, at: place) : .warning(message, at: place)
  }

  /// - Parameter isError: in a feed a language that nobody knows is no reason to leave a product out.
  static func unknownLanguage(
    _ text: String, isError: Bool, at place: SourceLocation
  ) -> Diagnostic {
    let guess = Language.guess(at: text)
    let message =
      "\"\(text)\" is no language" + (guess.map { "; did you mean \"\($0)\"?" } ?? "")
    let hints = guess == nil ? ["write a code such as de, ar or pt-BR, or German"] : []
    return isError
      ? .error(message, at: place, hints: hints) : .warning(message, at: place, hints: hints)
  }

  static func missingValue(_ field: Field, at place: SourceLocation) -> Diagnostic {
    .error(
      "\(field.name) is missing", at: place,
      hints: ["\(declared(field)) as required, of type \(field.type)"])
  }

  static func wrongValue(
    _ text: String, field: Field, expected: String, example: String, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "\(field.name) \"\(text.prefix(60))\" is not \(expected)", at: place,
      hints: [example, declared(field)])
  }

  static func listInsteadOfOne(
    field: Field, type: FieldType, at place: SourceLocation
  ) -> Diagnostic {
    .error("\(field.name) takes \(type), not a list", at: place, hints: [declared(field)])
  }

  static func textTooLong(
    _ count: Int, limit: Int, field: Field, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "\(field.name) has \(count) characters, \(count - limit) more than the \(limit) it may have",
      at: place, hints: [declared(field)])
  }

  static func listTooLong(
    _ count: Int, limit: Int, field: Field, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "\(field.name) has \(count) items, \(count - limit) more than the \(limit) it may have",
      at: place, hints: [declared(field)])
  }

  static func listTooShort(_ count: Int, field: Field, at place: SourceLocation) -> Diagnostic {
    .error(
      "\(field.name) has \(count) item\(count == 1 ? "" : "s"), fewer than the "
        + "\(plain(field.minimum ?? 0)) it must have", at: place, hints: [declared(field)])
  }

  /// - Parameter written: the value as people read it.
  static func outOfBounds(
    _ written: String, field: Field, at place: SourceLocation
  ) -> Diagnostic {
    let bounds =
      switch (field.minimum, field.maximum) {
      case (let least?, let most?): "it goes from \(plain(least)) to \(plain(most))"
      case (let least?, nil): "it is at least \(plain(least))"
      case (nil, let most?): "it is at most \(plain(most))"
      case (nil, nil): "it has no bounds"
      }
    return .error("\(field.name) is \(written); \(bounds)", at: place, hints: [declared(field)])
  }

  static func unmatched(
    _ text: String, field: Field, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "\(field.name) is \"\(text.prefix(60))\", which does not match \(field.pattern ?? "")",
      at: place, hints: [field.description ?? declared(field)])
  }

  /// A number without decimals that it does not need.
  private static func plain(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e15 ? "\(Int(number))" : "\(number)"
  }

  static func listShortened(
    _ count: Int, limit: Int, field: Field, at place: SourceLocation
  ) -> Diagnostic {
    .warning(
      "\(field.name) has \(count) items; the first \(limit) are used", at: place,
      hints: [declared(field)])
  }

  static func notAnImagePath(
    _ text: String, field: Field, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "\(field.name) \"\(text.prefix(60))\" names no image file", at: place,
      hints: ["write a path, or a URL whose last part is a file's name", declared(field)])
  }

  static func missingImage(
    _ reference: String, name: String, folders: [String], nearest: String?, field: Field,
    at place: SourceLocation
  ) -> Diagnostic {
    let searched = folders.map { "\"\($0)\"" }.joined(separator: " or ")
    return .error(
      "\(field.name): there is no file \"\(name)\" in \(searched)"
        + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""), at: place,
      hints: ["put it there, or name another folder with --images", declared(field)])
  }
}

// Binding.

extension Diagnostic {
  static func noDiscount(
    _ price: Money, _ value: BoundValue, _ original: Money, _ other: BoundValue,
    at place: SourceLocation
  ) -> Diagnostic {
    if price.currency != original.currency {
      return .error(
        "\(price.formatted()) and \(original.formatted()) are in different currencies",
        at: value.location,
        hints: [
          "the other stands at \(other.location); write both in one, or say which a sign means with --currency"
        ])
    }
    return .error(
      "\(price.formatted()) is no discount of a percent or more on \(original.formatted())",
      at: place, hints: ["the amounts stand at \(value.location) and \(other.location)"])
  }

  static func notForStyle(
    _ text: String, _ value: BoundValue, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "\"\(text.prefix(60))\" must not stand in a style", at: place,
      hints: [
        "only numbers, lengths and colors pass; the value stands at \(value.location)"
      ])
  }

  static func tooManyElements(at place: SourceLocation) -> Diagnostic {
    .error(
      "with these values the page has more than \(Binder.maximumElements) elements", at: place)
  }

  static func tooManySlides(_ count: Int, at place: SourceLocation) -> Diagnostic {
    .error(
      "with these values there are \(count) slides; TikTok takes \(Binder.maximumSlides)",
      at: place, hints: ["shorten the lists that repeat slides, or give them a limit"])
  }

  static func noSlidesLeft(at place: SourceLocation) -> Diagnostic {
    .error("with these values no slide is left", at: place)
  }

  static func fewSlides(at place: SourceLocation) -> Diagnostic {
    .warning("with these values there is one slide; a carousel has two or more", at: place)
  }
}

extension Diagnostic {
  /// With what to do about a style sheet that is not there.
  static func noStyleSheet(_ fault: Diagnostic) -> Diagnostic {
    var fault = fault
    fault.hints.append("write its path as seen from the file that names it")
    return fault
  }
}
