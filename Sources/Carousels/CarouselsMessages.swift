package import Diagnostics
import Library
import Posts

extension Diagnostic {
  static func noHome(searched: [String], isFromEnvironment: Bool) -> Diagnostic {
    .error(
      isFromEnvironment
        ? "FLINT_HOME names \"\(searched[0])\", which has no fonts/fonts.yaml"
        : "found neither fonts nor templates",
      hints: ["set FLINT_HOME to the folder that has fonts/fonts.yaml and templates/"])
  }
}

extension Diagnostic {
  static func pictureOutside(
    _ path: String, roots: [String], at location: SourceLocation?
  ) -> Diagnostic {
    .error(
      "picture \"\(path)\" is outside the folders it may come from", at: location,
      hints: [
        "move it into \(roots.map { "\"\($0)\"" }.joined(separator: " or ")), or name its folder "
          + "with --images"
      ])
  }

  static func pictureChanged(_ path: String, at location: SourceLocation?) -> Diagnostic {
    .error(
      "picture \"\(path)\" was replaced while it was drawn", at: location,
      hints: ["draw it again"])
  }
}

extension Diagnostic {
  static func noSuchSlide(_ number: Int, in path: String, count: Int) -> Diagnostic {
    .error(
      "\"\(path)\" has no slide \(number)",
      hints: [count == 1 ? "it has one slide" : "choose one from 1 to \(count)"])
  }
}

extension Diagnostic {
  static func fontOutside(_ path: String, at location: SourceLocation) -> Diagnostic {
    .error(
      "font \"\(path)\" is outside the template's and the kit's folder", at: location,
      hints: ["move the file into the folder and name it relative to the style sheet"])
  }
}

extension Diagnostic {
  static func severalSlides(_ count: Int, output: String) -> Diagnostic {
    .error(
      "\(count) slides do not fit into the one file \"\(output)\"",
      hints: ["name a folder after -o"])
  }
}

extension Diagnostic {
  static func pageTakesNoData(_ path: String) -> Diagnostic {
    .error(
      "\"\(path)\" is a page, which has no fields to fill",
      hints: ["leave out --data, --sample and --set, or make a template of it: flint template new"])
  }

  static func postFileIsData(_ path: String) -> Diagnostic {
    .error(
      "\"\(path)\" is a post file, which brings its own values",
      hints: ["leave out --data and --sample, or name the template instead of the post file"])
  }

  static func postFileWithoutTemplate(_ path: String, at location: SourceLocation) -> Diagnostic {
    .error(
      "the post file \"\(path)\" does not name its template", at: location,
      hints: ["add a line such as: template: product-showcase"])
  }

  static func dataAndSample() -> Diagnostic {
    .error("--data and --sample both bring values", hints: ["use one of them"])
  }

  static func notASize(_ text: String, at location: SourceLocation) -> Diagnostic {
    .error("\"\(text)\" is not a slide's size", at: location, hints: ["write 1080x1920"])
  }

  static func noSuchSample(_ name: String, template: String, known: [String]) -> Diagnostic {
    .error(
      name.isEmpty
        ? "the template \"\(template)\" has no sample rows"
        : "the template \"\(template)\" has no sample row \"\(name)\"",
      hints: known.isEmpty
        ? ["add a sample.yaml to it"] : ["it has \(known.joined(separator: ", "))"])
  }
}

extension Diagnostic {
  static func notAnImageFolder(_ path: String, isFile: Bool) -> Diagnostic {
    .error(
      isFile ? "--images \"\(path)\" is a file, not a folder" : "there is no folder \"\(path)\"",
      hints: ["name the folder that holds the photos after --images"])
  }

  static func otherFormat(_ output: String, expected: String, option: String?) -> Diagnostic {
    .error(
      "\"\(output)\" is not a name for a .\(expected) file",
      hints: [
        option.map { "add --format \($0), or end the name in .\(expected)" }
          ?? "end the name in .\(expected)"
      ])
  }

  package static func noOutput() -> Diagnostic {
    .error("-o names no file or folder", hints: ["write, for example, -o slides"])
  }
}

extension Diagnostic {
  static func noFonts(_ catalog: String) -> Diagnostic {
    .error(
      "the catalogue \"\(catalog)\" names no fonts",
      hints: ["restore the file, or point FLINT_HOME at another folder"])
  }
}

extension Diagnostic {
  static func moreToCheck(_ count: Int, post: Key<Post>) -> Diagnostic {
    .warning(
      "\(count) more error\(count == 1 ? "" : "s")", hints: ["see all with: flint check \(post)"])
  }
}

// Drawing a post again.

extension Diagnostic {
  static func originIsUnknown() -> Diagnostic {
    .error("its template and row are not recorded here")
  }

  static func originChanged(_ kind: String, _ name: String) -> Diagnostic {
    .error("the \(kind) \"\(name)\" changed since")
  }

  static func brandChanged(_ options: BrandOptions?) -> Diagnostic {
    let files = [options?.logo, options?.font].compactMap(\.self).joined(separator: " or ")
    return .error(
      "its color, font or logo is another one now" + (files.isEmpty ? "" : " (\(files))"))
  }

  static func brandFileIsGone(_ kind: String, _ path: String) -> Diagnostic {
    .error(
      "the \(kind) \"\(path)\" that it was drawn with is not there",
      hints: ["run this where it was drawn, or name the file's folder with --images"])
  }

  static func rowGivesOtherSlides() -> Diagnostic {
    .error("its row gives other slides or words now")
  }
}
