import Diagnostics

extension Diagnostic {
  static func noHome(searched: [String], isFromEnvironment: Bool) -> Diagnostic {
    .error(
      isFromEnvironment
        ? "FLINT_HOME names \"\(searched[0])\", which has no fonts/fonts.yaml"
        : "found neither fonts nor templates",
      hints: ["set FLINT_HOME to the folder that has fonts/fonts.yaml and templates/"])
  }
}
