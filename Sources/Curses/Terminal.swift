import CNcurses
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
    /// Whether the terminal shall tell when its window gets the focus or loses it.
    public var heedsFocus = true
    /// Whether the window's title may be changed.
    public var setsTitle = true
    /// Whether pictures are held back until they are whole, where the terminal can.
    public var synchronizes = true
    /// Whether addresses on the screen can be clicked.
    public var marksLinks = true
    /// Whether pastes are told from keys.
    public var bracketsPaste = true

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
  /// What was chosen.
  public private(set) var options: Options
  /// When the terminal was asked about itself; nil before.
  var asked: ContinuousClock.Instant?
  /// Whether it has answered the last question.
  var isAnswered = false
  /// The answer that has begun and not ended yet.
  var answer: Answer?
  /// What it has told and nobody has taken note of yet.
  var news: [TerminalNews] = []
  /// Whether it can hold a picture back until it is whole, as it has told.
  var canSynchronize = false
  /// The addresses that can be clicked now.
  var links: [Link] = []
  /// Whether the whole screen was looked through for addresses since it was drawn from scratch.
  var isMarking = false
  /// The title we gave its window; nil while it has its own.
  var title: SafeText?

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
    self.options = options
    Self.setModes()
    enterModes()
  }

  deinit {
    awaitAnswers()
    leaveModes()
    restoreTitle()
    endwin()
    CrashGuard.disarm()
  }

  /// The extent of the screen.
  public var size: Size {
    Size(width: Int(getmaxx(curses_screen())), height: Int(getmaxy(curses_screen())))
  }

  /// Follows what the user has chosen anew.
  public mutating func follow(_ options: Options) {
    guard options != self.options else { return }
    leaveModes()
    if !options.setsTitle {
      restoreTitle()
      title = nil
    }
    self.options = options
    enterModes()
  }

  /// The library that draws, with its version: `ncurses 6.4.20221231`.
  public static var libraryVersion: String { String(cString: curses_version()) }

  /// Gives every style the looks of another theme.
  public mutating func setTheme(_ theme: Theme) {
    brush = Brush(theme: theme, usesColor: options.usesColor)
    repaint()
  }

  /// Draws everything anew at the next `show`, whatever else has written on the screen.
  public mutating func repaint() {
    shown = nil
    links = []
    isMarking = false
    curses_redraw_all()
  }

  /// Turns on what ncurses leaves to us: whole pastes, the focus and the mouse.
  func enterModes() {
    if options.bracketsPaste { send("\u{1b}[?2004h") }
    if options.heedsFocus, Self.understandsQuestions { send("\u{1b}[?1004h") }
    applyMouse()
  }

  /// Turns off what `enterModes` turned on.
  func leaveModes() {
    mousemask(0, nil)
    send("\u{1b}[?2004l")
    if options.heedsFocus, Self.understandsQuestions { send("\u{1b}[?1004l") }
  }

  private func applyMouse() {
    let buttons = CURSES_PRESS | CURSES_RELEASE | CURSES_CLICK
    mousemask(options.usesMouse ? buttons | CURSES_WHEEL_UP | CURSES_WHEEL_DOWN : 0, nil)
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
    AnswerMark.define()
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
