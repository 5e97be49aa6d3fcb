extension Migration {
  /// The first schema.
  static let schema1 = """
    CREATE TABLE events (
      id INTEGER PRIMARY KEY
    ) STRICT;
    """
}
