package import Diagnostics
package import Posts

// The file as a whole.

extension Diagnostic {
  static func emptyFeed(at place: SourceLocation) -> Diagnostic {
    .error("the feed is empty", at: place, hints: ["its first line names the columns"])
  }

  static func unusableColumn(_ name: String, at place: SourceLocation) -> Diagnostic {
    .warning(
      "the column \"\(name)\" has no letters to make a field name of; it is left out", at: place,
      hints: ["give it a field with --map field=\"\(name)\""])
  }

  static func sameField(
    _ field: String, _ name: String, _ first: String, at place: SourceLocation
  ) -> Diagnostic {
    .warning(
      "the columns \"\(first)\" and \"\(name)\" both mean the field \(field); the first is used",
      at: place, hints: ["choose with --map \(field)=\"\(name)\""])
  }

  static func unknownColumn(_ name: String, field: String, columns: [String]) -> Diagnostic {
    let guess = Spelling.nearest(to: name, among: columns)
    return .error(
      "--map \(field)=\"\(name)\": the feed has no column \"\(name)\""
        + (guess.map { "; did you mean \"\($0)\"?" } ?? ""),
      hints: guess == nil ? ["its columns: \(columns.joined(separator: ", "))"] : [])
  }

  static func unusableDelimiter(_ character: Character) -> Diagnostic {
    .error(
      "\"\(character)\" cannot separate cells", hints: ["use a comma, a semicolon, a tab or |"])
  }

  static func unknownCurrency(_ code: String) -> Diagnostic {
    let guess = Spelling.nearest(to: code, among: Currency.all.map(\.code))
    return .error(
      "unknown currency \"\(code)\"" + (guess.map { "; did you mean \"\($0)\"?" } ?? ""),
      hints: ["write the three letters of ISO 4217, such as USD or EUR"])
  }
}

// Cells and records.

extension Diagnostic {
  static func duplicateKey(
    _ key: String, column: String, firstLine: Int, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "the \(column) \"\(key)\" stands on line \(firstLine) already", at: place,
      hints: ["each row makes a post of its own and needs its own \(column)"])
  }
}

// Products.

extension Diagnostic {
  static func rowWithoutHandle(at place: SourceLocation) -> Diagnostic {
    .error(
      "a row without handle and title belongs to no product", at: place,
      hints: ["repeat the product's handle on the rows of its variants and images"])
  }

  static func madeHandle(_ handle: String, at place: SourceLocation) -> Diagnostic {
    .warning("the product has no handle; \"\(handle)\" was made of its title", at: place)
  }

  static func productWithoutTitle(_ handle: String, at place: SourceLocation) -> Diagnostic {
    .error("no row of the product \"\(handle)\" has a title", at: place)
  }

  static func variantBeforeProduct(
    _ handle: String, productLine: Int, at place: SourceLocation
  ) -> Diagnostic {
    .warning(
      "a row of \"\(handle)\" stands before the one with its title on line \(productLine)",
      at: place)
  }

  static func secondTitle(
    _ title: String, used: String, handle: String, at place: SourceLocation
  ) -> Diagnostic {
    .warning(
      "a second title \"\(title)\" for \"\(handle)\"; \"\(used)\" is used", at: place)
  }

  static func scatteredHandle(
    _ handle: String, firstLine: Int, isProduct: Bool, at place: SourceLocation
  ) -> Diagnostic {
    isProduct
      ? .error(
        "the handle \"\(handle)\" is that of a product on line \(firstLine) already", at: place,
        hints: ["each product needs its own handle"])
      : .error(
        "a row of the product \"\(handle)\" stands apart from it (line \(firstLine))", at: place,
        hints: ["keep all rows of a product together"])
  }

  static func tooManyRecords(
    _ count: Int, handle: String, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "the product \"\(handle)\" has \(count) rows; "
        + "\(FeedReader.maximumRecordsOfProduct) at most are read", at: place)
  }

  static func skipped(_ handle: String, reason: String, at place: SourceLocation) -> Diagnostic {
    .warning("the product \"\(handle)\" \(reason) and is skipped", at: place)
  }

  static func variantWithoutPrice(_ handle: String, at place: SourceLocation) -> Diagnostic {
    .warning("a variant of \"\(handle)\" has no price", at: place)
  }

  static func productWithoutPrice(_ handle: String, at place: SourceLocation) -> Diagnostic {
    .warning("the product \"\(handle)\" has no price", at: place)
  }

  static func productWithoutImage(_ handle: String, at place: SourceLocation) -> Diagnostic {
    .warning("the product \"\(handle)\" has no image", at: place)
  }

  static func imagePosition(_ text: String, at place: SourceLocation) -> Diagnostic {
    .warning("the image position \"\(text)\" is not a number; the image comes last", at: place)
  }

  static func priceIsZero(_ handle: String, at place: SourceLocation) -> Diagnostic {
    .warning("the price of \"\(handle)\" is 0", at: place)
  }

  static func negativePrice(
    _ text: String, named name: String, at place: SourceLocation
  ) -> Diagnostic {
    .error("\(name) \"\(text)\" is negative", at: place)
  }

  static func compareAtIsNotHigher(
    _ text: String, price: String, at place: SourceLocation
  ) -> Diagnostic {
    .warning(
      "compare-at price \"\(text)\" is not above the price \"\(price)\"; it is left out", at: place)
  }

  /// Also the sentence of a field of type money.
  package static func notAnAmount(
    _ text: String, named name: String, _ error: Money.ParseError, at place: SourceLocation
  ) -> Diagnostic {
    let shown = "\(name) \"\(text.prefix(60))\""
    switch error {
    case .notAnAmount:
      return .error(
        "\(shown) is not an amount", at: place, hints: ["write 12.50, $12.50 or 1,250.00"])
    case .ambiguous:
      return .error(
        "\(shown) can be read in two ways", at: place,
        hints: ["write thousands without a mark (1250), or two decimals (1.25)"])
    case .noCurrency:
      return .error(
        "\(shown) has no currency", at: place, hints: ["write $12.50 or 12.50 USD"])
    case .unknownCurrency(let word):
      return .error(
        "\(shown): \"\(word)\" is not a currency", at: place,
        hints: ["write a sign such as $ or €, or the three letters of ISO 4217 such as USD"])
    case .ambiguousCurrency(let word, let candidates):
      return .error(
        "\(shown): \"\(word)\" may be \(candidates.joined(separator: ", "))", at: place,
        hints: ["write the three letters of the currency"])
    case .tooManyDecimals(let currency, let allowed):
      return .error(
        "\(shown) has more than \(allowed) decimals, which \(currency) does not have", at: place)
    case .tooLarge:
      return .error("\(shown) is too large", at: place)
    }
  }
}
