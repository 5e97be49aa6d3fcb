import ArgumentParser
import Library
import Posts

/// A moment on the command line; a time without a zone is the user's own.
func parseMoment(_ text: String) throws -> Moment {
  guard let moment = ZonedTime.local.moment(text) else {
    throw ValidationError(
      "\"\(text)\" is not a time; write 2026-01-31, 2026-01-31 09:30 (your time zone) or "
        + "2026-01-31T09:30:00Z")
  }
  return moment
}

func parseDay(_ text: String) throws -> Day {
  guard let day = Day(text) else {
    throw ValidationError("\"\(text)\" is not a day; write 2026-01-31")
  }
  return day
}

/// `14d`, `2w`, `36h`, in seconds.
func parseDuration(_ text: String) throws -> Int {
  guard let seconds = ZonedTime.duration(text) else {
    throw ValidationError("\"\(text)\" is not a time span; write 14d, 2w or 36h")
  }
  return seconds
}

/// An amount that names its currency.
func parseMoney(_ text: String) throws -> Money {
  do {
    return try Money.parse(text)
  } catch .ambiguous {
    throw ValidationError("\"\(text)\" may be two amounts; write 1250.00 USD or 1.25 USD")
  } catch {
    throw ValidationError("\"\(text)\" is not an amount with a currency; write \"300 USD\"")
  }
}

func parseSpendShare(_ text: String) throws -> SpendShare {
  guard let share = SpendShare(text) else {
    throw ValidationError("\"\(text)\" is not a share; write 5%, 0.01% to 100%")
  }
  return share
}
