import Library
import Posts

extension Circumstances {
  static let test = Circumstances(at: Moment(seconds: 1_800_000_000), by: "test", command: "test")
}
