import Diagnostics
import Testing

@testable import Typography

/// The repository's catalogue over the installed Debian packages, read once for all tests.
let catalog: FontCatalog = {
  do {
    return try FontCatalog(path: catalogPath)
  } catch {
    preconditionFailure("the catalogue of the repository cannot be read: \(error)")
  }
}()

let catalogPath = repositoryRoot + "/fonts/fonts.yaml"

private let repositoryRoot = #filePath.split(separator: "/").dropLast(3)
  .reduce("") { $0 + "/" + $1 }

func description(
  _ families: String..., weight: Int = 400, slant: FontDescription.Slant = .normal,
  size: Double = 16
) -> FontDescription {
  FontDescription(families: families, weight: weight, slant: slant, sizeInPx: size)
}
