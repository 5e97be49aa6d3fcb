import Foundation

package enum ProcessEnvironment {
  package static var current: [String: String] { ProcessInfo.processInfo.environment }
}
