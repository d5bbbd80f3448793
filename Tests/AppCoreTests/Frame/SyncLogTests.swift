import AppCore
import FoundationEssentials
import Screen
import Testing

@Suite struct SyncLogTests {
  private func status(_ progress: SafeText? = nil, synced: Date? = nil) -> SyncStatus {
    var status = SyncStatus()
    status.progress = progress
    status.lastSynced = synced
    return status
  }

  @Test func theLogSaysThatTheFirstSyncBeganAndThatItEnded() {
    var state = AppState.atAcme(80, 24)
    state.sync = SyncStatus()
    _ = reduce(&state, .syncChanged(status("deals 200")))
    _ = reduce(&state, .syncChanged(status("deals 400")))
    #expect(state.log.map(\.text) == ["Reading everything from Zoho for the first time"])
    _ = reduce(&state, .syncChanged(status(synced: state.now)))
    #expect(state.log.first?.text == "Up to date with Zoho")
    #expect(state.log.count == 2)
    #expect(state.event == nil, "the status line says what the user did")
  }

  @Test func laterSyncsLeaveOneEntryUntilSomethingElseHappens() {
    var state = AppState.atAcme(80, 24)
    for _ in 0..<3 {
      _ = reduce(&state, .syncChanged(status("invoices", synced: state.now)))
      state.now = state.now.addingTimeInterval(60)
      _ = reduce(&state, .syncChanged(status(synced: state.now)))
    }
    #expect(state.log.map(\.text) == ["Up to date with Zoho"])
    #expect(state.log.first?.time == state.now)
    state.tell("moved")
    _ = reduce(&state, .syncChanged(status("deals", synced: state.now)))
    _ = reduce(&state, .syncChanged(status(synced: state.now)))
    #expect(state.log.map(\.text) == ["Up to date with Zoho", "moved", "Up to date with Zoho"])
    #expect(state.event?.text == "moved")
  }

  @Test func whatWasReadFromDiskAtTheStartIsNoSync() {
    var state = AppState.atAcme(80, 24)
    state.sync = SyncStatus()
    _ = reduce(&state, .syncChanged(status(synced: state.now)))
    #expect(state.log == [])
  }
}
