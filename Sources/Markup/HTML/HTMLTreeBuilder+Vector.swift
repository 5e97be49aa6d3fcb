import Diagnostics

/// The content of an `svg`, where tags may close themselves and only shapes stand.
extension HTMLTreeBuilder {
  var isInVector: Bool { openCounts["svg", default: 0] > 0 }

  mutating func handleVectorTag(_ tag: HTMLTag) {
    guard HTMLProfile.vectorElements.contains(tag.name) else {
      tokenizer.report(.unsupportedInVector(tag.name, at: tag.location))
      if tag.isSelfClosing || neverClosed.contains(tag.name) { return }
      if tokenizer.readRawText(of: tag.name) == nil {
        neverClosed.insert(tag.name)
      } else {
        // The end tag, which must be next.
        _ = tokenizer.next()
      }
      return
    }
    elementCount += 1
    if elementCount > Budget.elements {
      tokenizer.stop(.tooManyElements(at: tag.location))
    } else if open.count + 2 > Budget.nesting {
      tokenizer.stop(.htmlNestedTooDeep(at: tag.location))
    }
    let element = Element(
      name: tag.name, attributes: checkedAttributes(of: tag), location: tag.location)
    if tag.isSelfClosing {
      append(.element(element))
    } else {
      push(element)
    }
  }
}
