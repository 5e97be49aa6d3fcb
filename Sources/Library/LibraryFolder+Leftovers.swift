import Files

/// What runs that were stopped left in a library and beside it; it may hold Spark codes.
extension LibraryFolder {
  /// The paths, as far as they are this user's; a run that goes on leaves nothing.
  public func leftovers() -> [String] {
    (places + [FilePath.join(realPath, "posts")]).flatMap(FileSystem.leftovers)
  }

  /// Removes them; among the posts it is `prepare` that does, and counts them.
  func removeLeftovers() {
    for place in places { FileSystem.removeLeftovers(in: place) }
  }

  /// Beside the library lies what a restore was writing.
  private var places: [String] { [FilePath.folder(of: realPath), realPath] }

  /// A library that is not there has a place all the same.
  private var realPath: String { (try? FileSystem.realPath(of: path)) ?? path }
}
