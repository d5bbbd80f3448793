/// Fills an empty database, once, in one transaction.
enum SeededWorld {
  static func fill(_ store: ZohoStore, _ seed: Seed) throws {
    try store.write { db in
      guard try Meta.read("seed", db) == nil else { return }
      try Meta.write("seed", "\(seed.number) \(seed.deals)", db)
    }
  }
}
