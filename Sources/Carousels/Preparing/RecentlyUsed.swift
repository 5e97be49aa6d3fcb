/// A small cache that forgets what was used longest ago.
struct RecentlyUsed<Key: Hashable, Value> {
  private var entries: [(key: Key, value: Value, cost: Int)] = []
  private var total = 0
  private let limit: Int
  private let cost: (Value) -> Int

  package init(limit: Int, cost: @escaping (Value) -> Int) {
    self.limit = limit
    self.cost = cost
  }

  package subscript(key: Key) -> Value? {
    mutating get {
      guard let index = entries.firstIndex(where: { $0.key == key }) else { return nil }
      let entry = entries.remove(at: index)
      entries.append(entry)
      return entry.value
    }
    set {
      if let index = entries.firstIndex(where: { $0.key == key }) {
        total -= entries.remove(at: index).cost
      }
      guard let newValue else { return }
      let newCost = cost(newValue)
      entries.append((key, newValue, newCost))
      total += newCost
      while total > limit, entries.count > 1 { total -= entries.removeFirst().cost }
    }
  }
}
