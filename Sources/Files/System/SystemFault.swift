#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a system call did not do its work (`errno`, named).
enum SystemFault: Error, Hashable, Sendable {
  case missing
  case notAFolder
  case isAFolder
  case notPermitted
  case readOnly
  case noSpace
  case exists
  case notEmpty
  case nameTooLong
  case tooManyLinks
  case tooManyOpenFiles
  case tooLarge
  case acrossFileSystems
  case unsupported
  case damagedDisk
  /// The path holds a NUL, at which every system call would stop reading it.
  case zeroByte
  case other(CInt)

  init(code: CInt) {
    self =
      switch code {
      case ENOENT: .missing
      case ENOTDIR: .notAFolder
      case EISDIR: .isAFolder
      case EACCES, EPERM: .notPermitted
      case EROFS: .readOnly
      case ENOSPC, EDQUOT: .noSpace
      case EEXIST: .exists
      case ENOTEMPTY: .notEmpty
      case ENAMETOOLONG: .nameTooLong
      case ELOOP: .tooManyLinks
      case EMFILE, ENFILE: .tooManyOpenFiles
      case EFBIG: .tooLarge
      case EXDEV: .acrossFileSystems
      case EINVAL, ENOSYS, ENOTSUP: .unsupported
      case EIO: .damagedDisk
      default: .other(code)
      }
  }
}
