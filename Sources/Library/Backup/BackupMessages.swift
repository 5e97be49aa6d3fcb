import Diagnostics

extension Diagnostic {
  static func backupExists(_ path: String) -> Self {
    .error(
      "there is a file \"\(path)\" already",
      hints: ["choose another name, or replace it with: --replace"])
  }

  static func nothingToBackUp(_ folder: String) -> Self {
    .error(
      "there is no library in \"\(folder)\"",
      hints: ["name its folder with --library or FLINT_LIBRARY"])
  }

  static func notABackup(_ path: String) -> Self {
    .error("\"\(path)\" is not a backup of Flint", hints: ["backups are made with: flint backup"])
  }

  static func backupIsNewer(_ path: String) -> Self {
    .error("\"\(path)\" was written by a newer Flint", hints: ["update Flint; nothing was changed"])
  }

  static func backupLacks(_ path: String, _ name: String) -> Self {
    .error("\"\(path)\" lacks \"\(name)\"", hints: ["nothing was changed; try an older backup"])
  }

  static func backupHasOther(_ path: String, _ name: String) -> Self {
    .error(
      "\"\(path)\" holds \"\(name)\", which is no file of a library",
      hints: ["nothing was changed; take only backups that you made"])
  }

  static func backupIsChanged(_ path: String, _ name: String) -> Self {
    .error(
      "\"\(name)\" in \"\(path)\" is not as it was written",
      hints: ["nothing was changed; try an older backup"])
  }

  static func backupIsDamaged(_ path: String, _ detail: String) -> Self {
    .error(
      "the database in \"\(path)\" is not sound: \(detail)",
      hints: ["nothing was changed; try an older backup"])
  }

  static func libraryIsNotEmpty(_ folder: String) -> Self {
    .error(
      "the library \"\(folder)\" is not empty",
      hints: [
        "restore into another folder with --library",
        "or replace it with --replace; what was there is kept beside it",
      ])
  }
}
