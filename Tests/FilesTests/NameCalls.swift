import Synchronization

@testable import Files

/// Runs `work` while each call that changes names asks `answer`, which counts them from 0.
///
/// - Returns: how many calls there were.
@discardableResult
func answering(
  _ answer: @escaping @Sendable (Int, SystemCalls.NameCall) -> SystemFault?,
  during work: () throws -> Void
) rethrows -> Int {
  let count = Counter()
  try SystemCalls.$answer.withValue({ answer(count.next(), $0) }, operation: work)
  return count.next()
}

private final class Counter: Sendable {
  private let value = Atomic<Int>(0)

  func next() -> Int { value.add(1, ordering: .relaxed).oldValue }
}

/// What was called, in its order.
final class CallLog: Sendable {
  private let log = Mutex<[SystemCalls.NameCall]>([])

  var calls: [SystemCalls.NameCall] { log.withLock { $0 } }

  func add(_ call: SystemCalls.NameCall) { log.withLock { $0.append(call) } }
}
