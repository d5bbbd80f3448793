import Sales
import Screen

/// What happened on the agenda besides keys.
public enum AgendaNews: Hashable, Sendable {
  /// A part of the agenda, or why there is none.
  case loaded(AgendaQuery, Result<AgendaPage, Failure>)
  /// What sort of thing is to be added was chosen.
  case adding(AgendaEntry.Kind, AgendaSubject)
}

/// Work that the agenda wants done.
public enum AgendaWork: Hashable, Sendable {
  /// Read a part of the agenda. Answered by `loaded`.
  case load(AgendaQuery, around: Anchor<Activity>, limit: Int)
  /// Fetch what changed among the activities of a sort.
  case fetch(Activity.Kind)
}
