import FoundationEssentials

/// What to fill a new database with. The same seed, size and day make the same world.
public struct Seed: Sendable, Hashable {
  /// Where the generator starts.
  public var number: UInt64
  /// How many deals, up to 1,000,000.
  public var deals: Int
  /// The day the world is dated around: some activities are late, some are due on it. Nil takes the
  /// clock's.
  public var today: Date?

  /// A lively organization.
  public init(number: UInt64 = 1, deals: Int = 240, today: Date? = nil) {
    self.number = number
    self.deals = min(max(0, deals), 1_000_000)
    self.today = today
  }
}
