import CNcurses
import Screen

extension Terminal {
  /// Rings the terminal's bell, or flashes where it cannot.
  public func ring() { _ = beep() }

  /// Asks the terminal to show a notification (OSC 9, which iTerm2, kitty, WezTerm, Windows Terminal and
  /// others know; the rest drop it).
  public func notify(_ text: SafeText) {
    send("\u{1b}]9;" + text.string + "\u{7}")
  }
}
