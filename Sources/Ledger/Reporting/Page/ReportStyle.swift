public import Diagnostics
import Files

/// How the report's page looks: the style sheet that Flint comes with.
public enum ReportStyle {
  private static let limit = 1 << 20

  /// The text of `report.css` in a data folder.
  public static func load(from dataFolder: String) throws(DiagnosticsError) -> String {
    let path = FilePath.join(dataFolder, "report.css")
    do throws(Diagnostic) {
      let bytes = try FileSystem.read(path, limit: limit)
      guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(path) }
      return text
    } catch {
      throw DiagnosticsError(error)
    }
  }
}
