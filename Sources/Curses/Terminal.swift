import CNcurses
import FoundationEssentials
import Glibc
import Screen

/// The user's terminal while the program has it: the only code that calls ncurses.
///
/// It is drawn on from its `init` to its `deinit`, which gives the screen back as it was. It cannot be
/// copied and is passed `inout`, so that it stays on the thread that opened it.
public struct Terminal: ~Copyable {
  /// What a user can choose.
  public struct Options: Hashable, Sendable {
    /// Whether clicks and the wheel come to us; when not, the terminal selects text with the mouse.
    public var usesMouse = true
    /// Whether colours may be used; when not, meaning is shown by attributes alone.
    public var usesColor = true

    /// The mouse on, and colours as `NO_COLOR` says (see <https://no-color.org>).
    public init() {
      usesColor = getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
    }
  }

  var brush: Brush
  let signals: SignalQueue
  /// The signals that came before the last update and wait to be told.
  var early: Set<Int32> = []
  /// What the screen shows now; nil when it has to be drawn from scratch.
  var shown: Canvas?
  /// The paste that has begun and not ended yet.
  var paste: String?
  /// Whether the end of that paste is not waited for any longer.
  var isPasteOver = false
  /// The second half of a click, to be told next.
  var release: Key?
  private var usesMouse: Bool
  private let usesColor: Bool

  /// Takes the terminal and clears it.
  ///
  /// - Throws: `TerminalError` when there is none that can be drawn on; then nothing was.
  public init(theme: Theme, options: Options = Options()) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    let type = getenv("TERM").map { String(cString: $0) } ?? ""
    guard !type.isEmpty, type != "dumb" else { throw .dumb }
    Self.chooseUTF8()
    set_escdelay(25)
    CrashGuard.arm()
    // An unknown terminal is nearly always one that understands what xterm does.
    guard curses_open(nil) != nil || curses_open("xterm-256color") != nil else {
      CrashGuard.disarm()
      throw .unknownType(type)
    }
    signals = SignalQueue()
    brush = Brush(theme: theme, usesColor: options.usesColor)
    usesMouse = options.usesMouse
    usesColor = options.usesColor
    Self.setModes()
    enterModes()
  }

  deinit {
    leaveModes()
    endwin()
    CrashGuard.disarm()
  }

  /// The extent of the screen.
  public var size: Size {
    Size(width: Int(getmaxx(curses_screen())), height: Int(getmaxy(curses_screen())))
  }

  /// Gives the mouse to the program, or back to the terminal so that text can be selected.
  public mutating func setMouse(on: Bool) {
    usesMouse = on
    applyMouse()
  }

  /// The library that draws, with its version: `ncurses 6.4.20221231`.
  public static var libraryVersion: String { String(cString: curses_version()) }

  /// Gives every style the looks of another theme.
  public mutating func setTheme(_ theme: Theme) {
    brush = Brush(theme: theme, usesColor: usesColor)
    repaint()
  }

  /// Draws everything anew at the next `show`, whatever else has written on the screen.
  public mutating func repaint() {
    shown = nil
    curses_redraw_all()
  }

  /// Puts text on the user's clipboard, through ssh too (OSC 52; the terminal may decline).
  public func copyToClipboard(_ text: SafeText) {
    send("\u{1b}]52;c;" + Data(text.string.utf8).base64EncodedString() + "\u{7}")
  }

  /// Turns on what ncurses leaves to us: whole pastes and the mouse.
  func enterModes() {
    send("\u{1b}[?2004h")
    applyMouse()
  }

  /// Turns off what `enterModes` turned on.
  func leaveModes() {
    mousemask(0, nil)
    send("\u{1b}[?2004l")
  }

  private func applyMouse() {
    let buttons = CURSES_PRESS | CURSES_RELEASE | CURSES_CLICK
    mousemask(usesMouse ? buttons | CURSES_WHEEL_UP | CURSES_WHEEL_DOWN : 0, nil)
  }

  /// Writes to the terminal past ncurses, which holds nothing back between two updates.
  func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        return  // The terminal is gone; the hang-up ends the loop.
      }
    }
  }

  private static func setModes() {
    raw()
    noecho()
    nonl()
    let screen = curses_screen()
    keypad(screen, true)
    nodelay(screen, true)
    idlok(screen, true)  // A list that moved by a row is scrolled, not written again.
    typeahead(-1)  // Else an update stops half-way when keys are waiting.
    mouseinterval(0)  // A press is told at once, not when it may have become a click.
    define_key("\u{1b}[200~", PasteMark.begin)
    define_key("\u{1b}[201~", PasteMark.end)
    // Job control is ours: without this, ncurses stops in the middle of an update.
    signal(SIGTSTP, SIG_DFL)
  }

  /// Without a UTF-8 locale ncurses would write Latin-1 and blanks.
  private static func chooseUTF8() {
    setlocale(LC_CTYPE, "")
    if let name = nl_langinfo(nl_item(CODESET)), String(cString: name) == "UTF-8" { return }
    setlocale(LC_CTYPE, "C.UTF-8")
  }
}
