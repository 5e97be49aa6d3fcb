package import Library

extension LibraryStore {
  /// A transaction that is undone after its work when it is only a rehearsal.
  package func write<Result>(
    _ circumstances: Circumstances, isDryRun: Bool, _ work: (LibraryWriter) throws -> Result
  ) throws -> Result {
    guard isDryRun else { return try write(circumstances, work) }
    var result: Result?
    do {
      try write(circumstances) { writer in
        result = try work(writer)
        throw Undone()
      }
    } catch is Undone {}
    guard let result else { preconditionFailure("a rehearsal is undone after its work") }
    return result
  }

  private struct Undone: Error {}
}
