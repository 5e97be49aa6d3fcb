extension Longhand {
  /// What acts on a box and everything in it after it was painted.
  static let effects: [Longhand] = transforms + filters + [clipPath] + masks
}
