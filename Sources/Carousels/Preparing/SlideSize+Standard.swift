package import Templates

extension SlideSize {
  /// The size of a page that says nothing about it: TikTok's full screen.
  package static let standard = SlideSize(width: 1080, height: 1920)
}
