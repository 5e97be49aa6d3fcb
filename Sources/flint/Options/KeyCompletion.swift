import ArgumentParser
import Library
import Posts

/// Keys of the library, for the shell's completion.
enum KeyCompletion {
  static let posts = CompletionKind.custom { words, _, beginning in
    keys(words) { reader in
      try reader.posts(PostFilter(), at: try Clock.now()).map(\.key.text)
        .filter { $0.hasPrefix(beginning) }
    }
  }

  static let creators = CompletionKind.custom { words, _, _ in
    keys(words) { try $0.creators().map { "@\($0.key)" } }
  }

  static let brands = CompletionKind.custom { words, _, _ in
    keys(words) { try $0.brands().map(\.key.text) }
  }

  static let tags = CompletionKind.custom { words, _, _ in
    keys(words) { try $0.tags().map(\.tag) }
  }

  /// A library that cannot be read completes nothing; the command itself will say why.
  static func keys(
    _ words: [String], _ list: (LibraryReader) throws -> [String]
  ) -> [String] {
    let option = words.lastIndex(of: "--library").flatMap { index in
      index + 1 < words.count ? words[index + 1] : nil
    }
    let folder = LibraryFolder(path: LibraryOption.folder(option))
    return (try? LibraryStore(folder, for: .reading).read(list)) ?? []
  }
}
