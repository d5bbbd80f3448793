import FoundationEssentials
import GRDB

extension Journal {
  /// Puts an intent on disk. Once this returns, it will not be lost.
  ///
  /// Asking again with the same intent changes nothing.
  public func enqueue(_ intent: Intent) throws {
    try enqueue([intent])
  }

  /// Puts a chain of intents on disk, all or none.
  ///
  /// - Throws: `OutboxError.clashingIntent` when another intent has an id, and
  ///   `.impossibleDependency` when an intent waits for one that is not there or was given up.
  public func enqueue(_ chain: [Intent]) throws {
    try write { db in
      for intent in chain { try Self.enqueue(intent, db) }
    }
  }

  static func enqueue(_ intent: Intent, _ db: Database) throws {
    if let present = try IntentRow.findIfAny(intent.id, db) {
      guard present.work == intent.work, present.body == intent.body,
        present.profile == intent.profile
      else { throw OutboxError.clashingIntent(intent.id) }
      return
    }
    if let first = intent.dependsOn {
      let state = try IntentRow.findIfAny(first, db)?.state
      guard let state, state == .confirmed || !state.isFinal else {
        throw OutboxError.impossibleDependency(intent.id, on: first)
      }
    }
    try IntentRow.insert(intent, db)
    try log(intent.id, from: nil, to: .queued, reason: nil, at: intent.created, db)
  }
}
