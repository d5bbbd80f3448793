extension Services {
  /// Ends what goes on in the background, when the user goes to another account. A write that has left
  /// is seen through: the journal keeps what becomes of it.
  public func stop() async {
    await synchronizer.stop()
    await dispatcher.stop()
  }

  /// How long the local copy may get old while nobody asks.
  private static let interval = Duration.seconds(300)

  /// Brings the local copy up to date now and then, until the task is cancelled. Between two times it
  /// sleeps: it costs no wake-ups.
  public func keepFresh() async {
    while !Task.isCancelled {
      do {
        try await clock.sleep(Self.interval)
      } catch {
        return
      }
      await perform(.refresh)
    }
  }
}
