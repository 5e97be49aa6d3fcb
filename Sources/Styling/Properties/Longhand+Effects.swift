extension Longhand {
  /// What acts on a box and everything in it after it was painted.
  package static let effects: [Longhand] = transforms + filters + [clipPath] + masks
}
