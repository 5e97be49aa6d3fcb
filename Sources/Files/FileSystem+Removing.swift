public import Diagnostics

extension FileSystem {
  /// Removes a folder with all that is in it; one that is not there is fine.
  ///
  /// It gets a temporary name first, so that it is gone at once and whole: what a crash leaves is
  /// removed with other leftovers. A link is removed itself, not what it leads to.
  public static func removeFolder(
    _ path: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) {
    do throws(SystemFault) {
      guard try SystemCalls.isRealFolder(path) else { return try SystemCalls.removeFile(path) }
      let temporary = try TemporaryName.first(in: FilePath.folder(of: path)) {
        name throws(SystemFault) in try SystemCalls.makeFolder(name)
      }
      do throws(SystemFault) {
        try SystemCalls.rename(path, to: temporary)
      } catch {
        removeQuietly(temporary)
        throw error
      }
      removeQuietly(temporary)
    } catch .missing {
      return
    } catch {
      throw .unwritable(path, error, at: location)
    }
  }
}
