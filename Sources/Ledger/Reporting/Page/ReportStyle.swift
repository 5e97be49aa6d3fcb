public import Diagnostics
import Files

/// How the report's page looks: the style sheet that Flint comes with.
public enum ReportStyle {
  private static let limit = 1 << 20

  /// The text of `report.css` in a data folder.
  public static func load(from dataFolder: String) throws(DiagnosticsError) -> String {
    try DataFile.text(FilePath.join(dataFolder, "report.css"), limit: limit)
  }
}
