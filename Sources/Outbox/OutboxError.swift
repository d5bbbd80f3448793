/// What can go wrong with the journal. Each case stops the write it belongs to; none is retried here.
public enum OutboxError: Error, Hashable, Sendable {
  /// The file cannot be opened or written: where, and what the system said.
  case unusable(path: String, reason: String)
  /// The file is damaged. It is kept as it is; no write leaves until a person has looked at it.
  case damaged(path: String, reason: String)
  /// A newer program has been here: the file's schema and the newest this one knows.
  case newerSchema(found: Int, known: Int)
  /// No intent of that id.
  case unknownIntent(Intent.ID)
  /// No attempt of that number belongs to the intent.
  case unknownAttempt(Intent.ID, number: Int)
  /// The state does not lead there.
  case illegalTransition(Intent.ID, from: IntentState, to: IntentState)
  /// A success was claimed without the id of what was made.
  case noEvidence(Intent.ID)
  /// The intent it waits for does not exist, or will never be confirmed.
  case impossibleDependency(Intent.ID, on: Intent.ID)
  /// A newer copy of the draft is stored: its revision.
  case olderDraft(stored: Int)
  /// Another intent has that id already.
  case clashingIntent(Intent.ID)
  /// What is stored cannot be read back: which row, and why.
  case unreadable(String)
}
