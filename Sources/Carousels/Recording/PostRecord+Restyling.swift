import Images
import Library
import Templates

extension PostRecord {
  /// Whether this was drawn of the same row, photos, brand kit, size and format, so that whatever
  /// differs now is the template's, the target's or the program's doing.
  ///
  /// Columns that the template has no field for do not count. Photos of a post that does not say
  /// which it showed count as the same.
  func showsSame(_ carousel: BoundCarousel, as prepared: PreparedTemplate) -> Bool {
    guard let row, template?.name == prepared.template.name, kit?.digest == prepared.kit?.digest,
      brand?.digest == prepared.kit?.addition?.digest,
      size == [prepared.size.width, prepared.size.height],
      format == prepared.settings.encoding.fileExtension
    else { return false }
    let own = Row(of: carousel)
    let isSame = prepared.template.fields.allSatisfy { field in
      row.fields[field.name] == own.fields[field.name]
    }
    return isSame
      && (row.photos ?? [:]).allSatisfy { name, digest in
        (carousel.photos[name] ?? digest) == digest
      }
  }
}
