/// Which of the things walked past is looked at: only where the cursor rests is Zoho asked for more.
actor Attention {
  /// How long the cursor must rest.
  private static let rest = Duration.milliseconds(250)

  private let clock: TimeSource
  private var last = ""

  init(clock: TimeSource) {
    self.clock = clock
  }

  /// Turns to the thing of that id, waits, and says whether it is still the last one.
  func isStillOn(_ id: String) async -> Bool {
    last = id
    do {
      try await clock.sleep(Self.rest)
    } catch {
      return false
    }
    return last == id
  }
}
