/// Fills a new database, once, in one transaction.
enum SeededWorld {
  static func fill(_ store: ZohoStore, _ seed: Seed) throws {
    try store.write { db in
      guard try Meta.read("seed", db) == nil else { return }
      let today = Timestamp.day(seed.today ?? store.now())
      var crm = try CRMSeed(db, seed, today: today)
      var books = try BooksSeed(db, seed, world: crm.fill())
      try books.fill()
      try Meta.write("seed", "\(seed.number) \(seed.deals) \(today)", db)
    }
  }
}
