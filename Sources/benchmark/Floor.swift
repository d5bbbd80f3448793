import ArgumentParser
import CNcurses
import Glibc

/// A bare ncurses list over the lines of a file: what no list on a terminal can do without, and nothing
/// more. It is the practical floor of the times that are measured beside it.
///
/// `j k` move, `g G` jump, `/` filters as one types, Esc shows all again, `q` leaves.
struct Floor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the lines of a file in a bare ncurses list.", shouldDisplay: false)

  @Argument(help: "The file.")
  var file: String

  func run() throws {
    setlocale(LC_ALL, "")
    var list = try FloorList(LineFile(path: file))
    initscr()
    defer { endwin() }
    raw()
    noecho()
    keypad(curses_screen(), true)
    set_escdelay(20)
    curs_set(0)
    repeat { list.paint() } while list.take(key: getch())
  }
}

/// The lines on the screen, the cursor and the filter.
private struct FloorList {
  private let lines: LineFile
  private var shown: [Int32]
  private var cursor = 0
  private var top = 0
  private var wanted = ""
  private var isTyping = false

  init(_ lines: LineFile) {
    self.lines = lines
    shown = lines.starts
  }

  private var rows: Int { Int(getmaxy(curses_screen())) - 1 }

  /// Acts on a key; false when it ends the program.
  mutating func take(key: Int32) -> Bool {
    let last = max(0, shown.count - 1)
    let character = UInt8(exactly: key).map { Character(UnicodeScalar($0)) }
    switch character {
    case "\u{1b}" where isTyping:
      isTyping = false
      filter("")
    case "\n" where isTyping: isTyping = false
    case .some(let letter) where isTyping: filter(wanted + String(letter))
    case "/": isTyping = true
    case "q": return false
    case "j": cursor = min(last, cursor + 1)
    case "k": cursor = max(0, cursor - 1)
    case "g": cursor = 0
    case "G": cursor = last
    default: break
    }
    return true
  }

  private mutating func filter(_ words: String) {
    wanted = words
    shown = words.isEmpty ? lines.starts : lines.starts(of: words)
    (cursor, top) = (0, 0)
  }

  mutating func paint() {
    let rows = rows
    let columns = getmaxx(curses_screen())
    top = min(top, cursor)
    top = max(top, cursor - rows + 1)
    for y in 0..<rows {
      move(Int32(y), 0)
      if top + y < shown.count {
        let isCursor = top + y == cursor
        if isCursor { wattrset(curses_screen(), Int32(bitPattern: CURSES_REVERSE)) }
        let line = lines.line(at: shown[top + y])
        addnstr(line.start, min(line.length, columns))
        if isCursor { wattrset(curses_screen(), 0) }
      }
      clrtoeol()
    }
    let status = "\(shown.count)/\(lines.starts.count) rows  row \(cursor + 1)  /\(wanted)"
    mvaddstr(Int32(rows), 0, status)
    clrtoeol()
    refresh()
  }
}
