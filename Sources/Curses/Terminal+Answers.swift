import CNcurses
import Glibc
import Screen

/// What a terminal tells of itself, asked or not.
public enum TerminalNews: Hashable, Sendable {
  /// Its background is dark or light.
  case background(Theme.Background)
  /// The user has come to its window, or gone to another.
  case focused(Bool)
}

/// An answer of the terminal whose beginning was read.
struct Answer {
  /// How it began, which says how it ends.
  enum Kind {
    /// The background: ends with BEL or ST.
    case background
    /// A mode, or what the terminal is: ends with a letter.
    case state
  }

  var kind: Kind
  var text = ""
}

/// The codes that `define_key` gives to what a terminal says; beyond those of pastes.
enum AnswerMark {
  static let background: Int32 = 2002
  static let end: Int32 = 2003
  static let state: Int32 = 2004
  static let focusIn: Int32 = 2005
  static let focusOut: Int32 = 2006

  static func define() {
    define_key("\u{1b}]11;", background)
    define_key("\u{1b}\\", end)
    define_key("\u{1b}[?", state)
    define_key("\u{1b}[I", focusIn)
    define_key("\u{1b}[O", focusOut)
  }
}

extension Terminal {
  /// Asks the terminal for its background and whether it can hold a picture back until it is whole. The
  /// answers come among the keys, when they come; `takeNews` gives them.
  public mutating func ask() {
    guard asked == nil, Self.understandsQuestions else { return }
    asked = ContinuousClock.now
    // The last question is one that every terminal answers: after that nothing more is to be awaited.
    send("\u{1b}]11;?\u{1b}\\\u{1b}[?2026$p\u{1b}[c")
  }

  /// What the terminal has told since the last time.
  public mutating func takeNews() -> [TerminalNews] {
    defer { news = [] }
    return news
  }

  /// Whether the terminal is of a family that follows xterm. The consoles of Linux and older devices
  /// would print parts of a question.
  static let understandsQuestions: Bool = {
    let type = getenv("TERM").map { String(cString: $0) } ?? ""
    let families = [
      "xterm", "tmux", "screen", "rxvt", "alacritty", "foot", "kitty", "wezterm", "ghostty", "st-",
      "konsole", "vte", "contour", "mintty", "iterm",
    ]
    return families.contains { type.hasPrefix($0) }
  }()

  /// Takes a character of an answer.
  mutating func addToAnswer(_ scalar: Unicode.Scalar) {
    guard var current = answer else { return }
    switch current.kind {
    case .background where scalar.value == 7: return finishAnswer()
    case .state where (0x40...0x7e).contains(scalar.value):
      current.text.unicodeScalars.append(scalar)
      answer = current
      return finishAnswer()
    default: current.text.unicodeScalars.append(scalar)
    }
    // What is longer than any answer is none: its rest is keys again.
    answer = current.text.utf8.count < 64 ? current : nil
  }

  /// Takes note of a whole answer.
  mutating func finishAnswer() {
    guard let whole = answer else { return }
    answer = nil
    switch whole.kind {
    case .background:
      if let background = Self.background(in: whole.text) { news.append(.background(background)) }
    case .state:
      // "2026;1$y" and "2026;2$y": known, and on or off now. "62;22c": what the terminal is.
      if whole.text == "2026;1$y" || whole.text == "2026;2$y" { canSynchronize = true }
      if whole.text.hasSuffix("c") { isAnswered = true }
    }
  }

  /// Whether a colour such as `rgb:1e1e/1e1e/2e2e` is dark; nil when it is no colour.
  static func background(in text: String) -> Theme.Background? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let parts = text[text.index(after: colon)...].split(separator: "/").prefix(3)
    let levels = parts.compactMap { part -> Double? in
      guard let level = UInt32(part, radix: 16), (1...4).contains(part.count) else { return nil }
      return Double(level) / Double((1 << (4 * part.count)) - 1)
    }
    guard levels.count == 3 else { return nil }
    let brightness = 0.299 * levels[0] + 0.587 * levels[1] + 0.114 * levels[2]
    return brightness < 0.5 ? .dark : .light
  }

  /// Lets answers that are still on their way arrive, so that they do not end up in the shell. Who has
  /// asked a while ago has them.
  func awaitAnswers() {
    guard let asked, !isAnswered else { return }
    let deadline = asked + .milliseconds(150)
    var bytes = [UInt8](repeating: 0, count: 256)
    while ContinuousClock.now < deadline {
      var source = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&source, 1, 20) >= 0 else { return }
      guard Int32(source.revents) & POLLIN != 0 else { continue }
      let count = read(STDIN_FILENO, &bytes, bytes.count)
      if count <= 0 || bytes.prefix(count).contains(UInt8(ascii: "c")) { return }
    }
  }
}
