import AppCore
import FoundationEssentials
import Sales
import Screen

extension AppState {
  /// A state in which nothing is loaded yet, on a day and at a time that never change.
  static func atAcme(_ width: Int, _ height: Int) -> AppState {
    var state = AppState(
      size: Size(width: width, height: height), now: Date(timeIntervalSince1970: 1_795_000_000),
      today: CalendarDate(daysSinceEpoch: 20_775),
      tenant: Tenant(organization: "Acme Ltd", dataCenter: "eu"))
    state.sync.lastSynced = state.now.addingTimeInterval(-12)
    state.quota = Quota(booksUsed: 37, booksLimit: 90)
    return state
  }

  /// Presses keys, and answers the work that the last one wants done.
  mutating func press(_ keys: String) -> [Effect] {
    var effects: [Effect] = []
    for key in Key.parse(keys) ?? [] { effects = reduce(&self, .key(key)) }
    return effects
  }

  /// A row of the screen as text.
  func row(_ index: Int) -> String {
    let rows = draw(self).text.split(separator: "\n", omittingEmptySubsequences: false)
    return rows.indices.contains(index) ? String(rows[index]) : ""
  }
}
