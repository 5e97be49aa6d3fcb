#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a system call did not do its work (`errno`, named); `FilesMessages` has a sentence for each.
package enum SystemFault: Error, Hashable, Sendable {
  case missing
  case notAFolder
  case isAFolder
  case notPermitted
  case readOnly
  case noSpace
  case overQuota
  case exists
  case notEmpty
  case nameTooLong
  case tooManyLinks
  case tooManyOpenFiles
  /// By all programs together.
  case systemTooManyOpenFiles
  case tooLarge
  case acrossFileSystems
  case unsupported
  case damagedDisk
  /// The disk, or the server behind the file system, is not there any more.
  case lostDisk
  case busy
  case noLocks
  case outOfMemory
  /// The path holds a NUL, at which every system call would stop reading it.
  case zeroByte
  case other(CInt)

  package init(code: CInt) {
    self =
      switch code {
      case ENOENT: .missing
      case ENOTDIR: .notAFolder
      case EISDIR: .isAFolder
      case EACCES, EPERM: .notPermitted
      case EROFS: .readOnly
      case ENOSPC: .noSpace
      case EDQUOT: .overQuota
      case EEXIST: .exists
      case ENOTEMPTY: .notEmpty
      case ENAMETOOLONG: .nameTooLong
      case ELOOP: .tooManyLinks
      case EMFILE: .tooManyOpenFiles
      case ENFILE: .systemTooManyOpenFiles
      case EFBIG: .tooLarge
      case EXDEV: .acrossFileSystems
      case EINVAL, ENOSYS, ENOTSUP: .unsupported
      case EIO: .damagedDisk
      case ENXIO, ENODEV, ESTALE: .lostDisk
      case EBUSY, ETXTBSY: .busy
      case ENOLCK: .noLocks
      case ENOMEM: .outOfMemory
      default: .other(code)
      }
  }
}
