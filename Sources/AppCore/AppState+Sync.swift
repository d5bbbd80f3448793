import Screen

extension AppState {
  /// Takes how fetching goes. What failed is told; that all went well only the log says, once however
  /// often it happens with nothing in between.
  mutating func takeSync(_ status: SyncStatus) {
    let before = sync
    sync = status
    if let failure = status.failure {
      if failure != before.failure { tell(failure.message, kind: .failure) }
    } else if status.progress != nil {
      guard before == SyncStatus(), status.lastSynced == nil else { return }
      keep(Event(time: now, kind: .note, text: "Reading everything from Zoho for the first time"))
    } else if before.progress != nil {
      let event = Event(time: now, kind: .note, text: "Up to date with Zoho")
      if log.first?.text == event.text { log.removeFirst() }
      keep(event)
    }
  }
}
