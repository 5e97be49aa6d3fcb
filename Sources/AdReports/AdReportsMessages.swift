import Diagnostics
import Posts
import Tables

// The file as a whole.

extension Diagnostic {
  static func emptyReport(at place: SourceLocation) -> Diagnostic {
    .error("the report is empty", at: place, hints: ["export it from Ads Manager again"])
  }

  static func reportTooLarge(_ bytes: Int, at place: SourceLocation) -> Diagnostic {
    .error(
      "the report has \(bytes) bytes; \(AdReport.maximumFileBytes) at most are read", at: place,
      hints: ["export fewer days at a time"])
  }

  static func oldExcel(at place: SourceLocation) -> Diagnostic {
    .error(
      "this is a workbook of Excel 97 to 2003, or one with a password", at: place,
      hints: ["export the report as XLSX or CSV, without a password"])
  }

  static func unknownCurrency(_ code: String) -> Diagnostic {
    .error(
      "--currency \"\(ShownText.of(code))\" is not a currency",
      hints: ["write the three letters of ISO 4217, such as USD or EUR"])
  }

  static func moreErrors(_ count: Int, at place: SourceLocation) -> Diagnostic {
    .error("\(count) more error\(count == 1 ? "" : "s") in this report", at: place)
  }

  static func moreWarnings(_ count: Int, at place: SourceLocation) -> Diagnostic {
    .warning("\(count) more warning\(count == 1 ? "" : "s") about this report", at: place)
  }
}

// Columns.

extension Diagnostic {
  static func noHeader(at place: SourceLocation) -> Diagnostic {
    .error(
      "no line names the columns of an Ads Manager report", at: place,
      hints: [
        "set Ads Manager's language to English and export at the Ad level, with Ad name and Ad ID"
      ])
  }

  static func columnTwice(
    _ name: String, first: String, at place: SourceLocation
  ) -> Diagnostic {
    let name = ShownText.of(name)
    let first = ShownText.of(first)
    return .error(
      name == first
        ? "a second column \"\(name)\"" : "the columns \"\(first)\" and \"\(name)\" say the same",
      at: place, hints: ["remove one of the two"])
  }

  static func otherLevel(_ level: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "this is a report of \(level), not of ads", at: place,
      hints: ["choose the Ad level in Ads Manager, and the columns Ad name and Ad ID"])
  }

  static func unknownColumns(_ names: [String], at place: SourceLocation) -> Diagnostic {
    let list = names.prefix(20).map { "\"\(ShownText.of($0))\"" }.joined(separator: ", ")
    let rest = names.count > 20 ? " and \(names.count - 20) more" : ""
    return .warning(
      names.count == 1
        ? "the column \(list) is not known and left out"
        : "\(names.count) columns are not known and left out: \(list)\(rest)", at: place)
  }

  static func noAds(at place: SourceLocation) -> Diagnostic {
    .warning("the report has no ads", at: place)
  }
}

// Days.

extension Diagnostic {
  static func noDays(at place: SourceLocation) -> Diagnostic {
    .error(
      "the report does not say which days it covers", at: place,
      hints: [
        "break it down by day in Ads Manager, or give its days with --from and --to",
        "a file name such as Ad_20260101_20260131.xlsx tells them too",
      ])
  }

  static func noDay(at place: SourceLocation) -> Diagnostic {
    .error("this row has no day", at: place, hints: ["remove it if it is a total"])
  }

  static func notADay(_ text: String, at place: SourceLocation) -> Diagnostic {
    .error("\"\(ShownText.of(text))\" is not a day", at: place, hints: ["write it as 2026-01-31"])
  }

  static func ambiguousDay(_ text: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"\(ShownText.of(text))\" may be one of two days", at: place,
      hints: ["say which number comes first with --day-order day-first or month-first"])
  }

  static func mixedDays(
    _ text: String, _ other: String, first: SourceLocation, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "\"\(ShownText.of(text))\" has day and month in another order than \"\(ShownText.of(other))\"",
      at: place,
      hints: ["that one stands at \(first); write all days as 2026-01-31"])
  }

  static func rangeNotUsed(at place: SourceLocation) -> Diagnostic {
    .warning("the report has days of its own; --from and --to are not used", at: place)
  }
}

// Ads.

extension Diagnostic {
  static func noAd(at place: SourceLocation) -> Diagnostic {
    .error("this row names no ad", at: place, hints: ["remove it if it is a total"])
  }

  static func roundedID(_ text: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "a spreadsheet has rounded the ad id \"\(ShownText.of(text))\"", at: place,
      hints: [ShownText.exportAgain])
  }

  static func notAnID(_ text: String, at place: SourceLocation) -> Diagnostic {
    .error("\"\(ShownText.of(text))\" is not an ad id", at: place, hints: ["ids are digits only"])
  }

  static func repeatedLine(
    _ ad: String, firstRow: Int, hasID: Bool, unknown: [String], at place: SourceLocation
  ) -> Diagnostic {
    let columns = unknown.prefix(5).map { "\"\(ShownText.of($0))\"" }.joined(separator: ", ")
    let breakdown =
      unknown.isEmpty
      ? "export the report without breakdowns other than by day"
      : "export the report without breakdowns other than by day; perhaps it has one by \(columns)"
    return .error(
      "a second line of the ad \"\(ShownText.of(ad))\" for the same days; the first is \(firstRow)",
      at: place,
      hints: [breakdown] + (hasID ? [] : ["if these are two ads, add the column Ad ID"]))
  }
}

// Figures.

extension Diagnostic {
  static func badCount(
    _ text: String, _ fault: CountValue.Fault, at place: SourceLocation
  ) -> Diagnostic {
    switch fault {
    case .notACount:
      .error(
        "\"\(ShownText.of(text))\" is not a count", at: place, hints: ["write whole numbers: 1234"])
    case .negative: .error("the count \"\(ShownText.of(text))\" is negative", at: place)
    case .tooLarge: .error("the count \"\(ShownText.of(text))\" is too large", at: place)
    }
  }

  static func mixedMarks(
    _ text: String, _ other: String, first: SourceLocation, at place: SourceLocation
  ) -> Diagnostic {
    .error(
      "\"\(ShownText.of(text))\" has another decimal mark than \"\(ShownText.of(other))\"",
      at: place,
      hints: ["that one stands at \(first); \(ShownText.exportAgain)"])
  }

  static func notACurrency(_ text: String, at place: SourceLocation) -> Diagnostic {
    .error(
      "\"\(ShownText.of(text))\" is not a currency", at: place,
      hints: ["write the three letters of ISO 4217, such as USD or EUR"])
  }

  static func badAmount(
    _ text: String, _ fault: AmountColumn.Fault, at place: SourceLocation
  ) -> Diagnostic {
    let amount = "the cost \"\(ShownText.of(text))\""
    switch fault {
    case .negative: return .error("\(amount) is negative", at: place)
    case .otherCurrency(let found, let column):
      return .error("\(amount) is in \(found), but the report says \(column)", at: place)
    case .amount(let error):
      switch error {
      case .notAnAmount: return .error("\(amount) is not an amount", at: place)
      case .ambiguous:
        return .error(
          "\(amount) can be read in two ways", at: place,
          hints: ["say how decimals are written with --decimal-mark point or comma"])
      case .noCurrency:
        return .error(
          "\(amount) has no currency", at: place, hints: ["give it with --currency, such as USD"])
      case .unknownCurrency(let word):
        return .error("\(amount): \"\(ShownText.of(word))\" is not a currency", at: place)
      case .ambiguousCurrency(let word, let candidates):
        return .error(
          "\(amount): \"\(ShownText.of(word))\" may be \(candidates.joined(separator: ", "))",
          at: place,
          hints: ["say which with --currency"])
      case .tooManyDecimals(let currency, let allowed):
        return .error("\(amount) has more than \(allowed) decimals of \(currency)", at: place)
      case .tooLarge: return .error("\(amount) is too large", at: place)
      }
    }
  }
}
