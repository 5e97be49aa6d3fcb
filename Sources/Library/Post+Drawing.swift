public import Posts

extension Post.Drawing {
  /// What `post.json` says of a drawing, without the words on its slides.
  public init(_ record: PostRecord, version: Int, previous: Key<Post>?) {
    self.init(
      template: record.template?.name, kit: record.kit?.name, origin: record.origin,
      format: record.format,
      slides: record.slides.map { slide in
        Slide(
          file: slide.file, name: slide.name, width: slide.width, height: slide.height,
          bytes: slide.bytes, sha256: slide.sha256)
      },
      version: version, previous: previous)
  }
}
