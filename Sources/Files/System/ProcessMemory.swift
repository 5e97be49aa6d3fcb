#if canImport(Glibc)
  import CLinux
#endif

/// How the process deals with memory that was freed.
public enum ProcessMemory {
  /// Lets freed pictures be used again instead of going back to the system.
  ///
  /// A slide takes 8 MB several times over; by default glibc maps each block anew, and the page
  /// faults cost more than painting. Where the C library is another, nothing happens.
  public static func keepFreedBlocks() { _ = once }

  private static let once: Void = {
    #if canImport(Glibc)
      // A limit above any slide's picture, and one above what two workers free at once.
      mallopt(M_MMAP_THRESHOLD, 256 << 20)
      mallopt(M_TRIM_THRESHOLD, 512 << 20)
    #endif
  }()
}
