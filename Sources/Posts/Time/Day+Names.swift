/// English, as slides, reports and exports of Ads Manager write them.
extension Day {
  /// In order, whole; their first three letters are the short ones.
  package static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// Sunday first.
  package static let weekdayNames = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  /// 0 is Sunday.
  package var weekday: Int {
    // 1970-01-01 was a Thursday.
    let rest = (number + 4) % 7
    return rest < 0 ? rest + 7 : rest
  }
}
