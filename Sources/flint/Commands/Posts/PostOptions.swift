import ArgumentParser
import Diagnostics
import Ledger
import Library
import Posts

/// Which posts, for commands that list some of them.
struct PostFilterOptions: ParsableArguments {
  @Flag(help: "With a code that is valid now.") var authorized = false
  @Flag(help: "Without a code that is valid now.") var notAuthorized = false

  @Flag(help: "Not published yet.") var draft = false
  @Flag(help: "On TikTok.") var published = false
  @Flag(help: "Gone from TikTok.") var removed = false

  @Option(
    help: ArgumentHelp("Of a creator.", valueName: "@name"), completion: KeyCompletion.creators)
  var creator: String?

  @Option(
    help: "With a code, a request or an agreement of a brand.", completion: KeyCompletion.brands)
  var brand: String?

  @Option(
    help: "With a tag.", completion: KeyCompletion.tags, transform: parseTag)
  var tag: String?

  @Option(help: "Drawn from a template.") var template: String?

  func validate() throws {
    if authorized, notAuthorized {
      throw ValidationError("--authorized and --not-authorized leave no post")
    }
    if [draft, published, removed].filter(\.self).count > 1 {
      throw ValidationError("a post has one stage: --draft, --published or --removed")
    }
  }

  var isEmpty: Bool {
    !authorized && !notAuthorized && !draft && !published && !removed
      && [creator, brand, tag, template].allSatisfy { $0 == nil }
  }

  /// - Throws: when there is no such creator or brand.
  func filter(_ reader: LibraryReader) throws -> PostFilter {
    var filter = PostFilter()
    filter.isAuthorized = authorized ? true : notAuthorized ? false : nil
    filter.stage = draft ? .draft : published ? .published : removed ? .removed : nil
    filter.creator = try creator.map { try reader.creator(named: $0).key }
    filter.brand = try brand.map { try reader.brand(named: $0).key }
    filter.tag = tag
    filter.template = template
    return filter
  }
}

/// `on` and `off`.
enum Switch: String, ExpressibleByArgument, CaseIterable {
  case on, off

  var isOn: Bool { self == .on }
}

func parseTag(_ text: String) throws -> String {
  do {
    return try PostTag.normalized(text)
  } catch {
    throw ValidationError(error.message)
  }
}

/// `@name`, `name` or a profile's URL.
func parseHandle(_ text: String) throws -> Key<Creator> {
  guard let key = Creator.key(ofHandle: text) else {
    throw ValidationError(
      "\"\(text)\" is not a creator's name; it looks like @name: 2 to 24 letters, digits, _ and .")
  }
  return key
}

/// In TikTok's words; hyphens may stand for blanks.
func parseDisclosure(_ text: String) throws -> Disclosure {
  guard let known = Disclosure(rawValue: text.lowercased().replacing("-", with: " ")) else {
    let names = Disclosure.names.map { "\"\($0)\"" }.joined(separator: ", ")
    throw ValidationError("\"\(text)\" is not a disclosure; write \(names)")
  }
  return known
}

func parsePrivacy(_ text: String) throws -> Post.Privacy {
  guard let privacy = Post.Privacy(name: text) ?? Post.Privacy(rawValue: text) else {
    let names = Post.Privacy.allCases.map(\.name).joined(separator: ", ")
    throw ValidationError("\"\(text)\" does not say who can see it; write \(names)")
  }
  return privacy
}
