import Sales
import Screen

/// Work that the inbox wants done. Each is answered by `Action.inboxLoaded`.
public enum InboxWork: Hashable, Sendable {
  /// Read what others did.
  case load
  /// Note that what others did to a record was looked at; to every record when none is named.
  case markRead(Notice.Subject?)
  /// Watch a deal, or no longer do.
  case watch(Deal.ID, Bool)
}

/// How a person wants to be told what others did, besides the count at the top. Quiet unless asked.
public struct NotificationChoice: Hashable, Sendable {
  /// Whether the terminal's bell rings.
  public var bell: Bool
  /// Whether the terminal is asked to show it (OSC 9).
  public var terminal: Bool
  /// Whether the desktop is asked to show it.
  public var desktop: Bool

  /// A way to be told.
  public init(bell: Bool = false, terminal: Bool = false, desktop: Bool = false) {
    self.bell = bell
    self.terminal = terminal
    self.desktop = desktop
  }

  /// Whether nothing but the count at the top is wanted.
  public var isQuiet: Bool { !bell && !terminal && !desktop }
}
