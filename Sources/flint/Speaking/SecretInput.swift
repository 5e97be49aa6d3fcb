import Console
import Diagnostics
import Files
import Foundation
import Posts

/// Where a Spark code comes from: standard input, a file, or a prompt that shows nothing.
enum SecretInput {
  /// - Parameter argument: `-` for standard input (on a terminal a prompt), `@FILE` for a file, nil
  ///   for the prompt; anything else is taken as the code, with a warning.
  /// - Returns: what was given, as it is.
  static func text(_ argument: String?) throws(Diagnostic) -> String {
    switch argument {
    case nil, "-":
      if Terminal.inputIsTerminal { return try prompt() }
      guard argument != nil else { throw .noCode() }
      return try read("/dev/stdin", named: "<standard input>")
    case .some(let argument) where argument.hasPrefix("@"):
      let path = String(argument.dropFirst())
      return try read(path, named: path)
    case .some(let argument) where FileSystem.fileExists(argument):
      throw .codeIsAFile(argument)
    case .some(let argument) where FileSystem.folderExists(argument):
      throw .codeIsAFolder(argument)
    case .some(let argument):
      Report.show([.codeAsArgument()])
      return argument
    }
  }

  private static func read(_ path: String, named name: String) throws(Diagnostic) -> String {
    let bytes = try FileSystem.read(path, limit: SparkCode.mostBytes * 4)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .codeIsNotText(name) }
    return text
  }

  private static func prompt() throws(Diagnostic) -> String {
    let prompt = "Spark code, or the message it came in (nothing is shown): "
    guard let text = Terminal.readSecret(prompt) else { throw .noCode() }
    return text
  }
}
