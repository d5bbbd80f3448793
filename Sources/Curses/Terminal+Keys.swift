import CNcurses
import Screen

/// The codes that `define_key` gives to the marks around a paste; beyond those of ncurses' own keys.
enum PasteMark {
  static let begin: Int32 = 2000
  static let end: Int32 = 2001
}

extension Terminal {
  /// The next key that is there to be read; nil when there is none.
  ///
  /// A paste comes as one key, whole: when its end has not arrived yet, it is kept until it has.
  public mutating func nextKey() -> Key? {
    if let release {
      self.release = nil
      return release
    }
    var code: wint_t = 0
    while true {
      switch wget_wch(curses_screen(), &code) {
      case OK:
        guard let scalar = Unicode.Scalar(code) else { continue }
        if answer != nil {
          addToAnswer(scalar)
        } else if paste != nil {
          addToPaste(scalar)
        } else if let key = Key(typed: scalar) {
          return key
        }
      case KEY_CODE_YES:
        if let key = key(for: Int32(bitPattern: code)) { return key }
      default:
        return isPasteOver ? finishPaste() : nil
      }
    }
  }

  /// What a code of ncurses means; nil for one that means nothing here, such as the resize that
  /// `fit` has caused and told already.
  private mutating func key(for code: Int32) -> Key? {
    switch code {
    case AnswerMark.background: answer = Answer(kind: .background)
    case AnswerMark.state: answer = Answer(kind: .state)
    case AnswerMark.end: finishAnswer()
    case AnswerMark.focusIn: news.append(.focused(true))
    case AnswerMark.focusOut: news.append(.focused(false))
    case PasteMark.begin:
      paste = paste ?? ""
    case PasteMark.end: return finishPaste()
    case KEY_MOUSE: return paste == nil ? mouse() : nil
    default:
      // An answer that a key interrupts will not be finished any more.
      answer = nil
      return paste == nil ? Key(code: code) : nil
    }
    return nil
  }

  private mutating func addToPaste(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\r": paste?.append("\n")
    case "\n", "\t": paste?.unicodeScalars.append(scalar)
    default:
      // A control character in a paste is never what somebody wanted to type.
      if scalar.properties.generalCategory != .control { paste?.unicodeScalars.append(scalar) }
    }
  }

  private mutating func finishPaste() -> Key? {
    isPasteOver = false
    defer { paste = nil }
    return paste.flatMap { $0.isEmpty ? nil : .paste($0) }
  }

  private mutating func mouse() -> Key? {
    var event = MEVENT()
    guard getmouse(&event) == OK else { return nil }
    func key(_ kind: MouseEvent.Kind) -> Key {
      .mouse(MouseEvent(kind, x: Int(event.x), y: Int(event.y)))
    }
    // A press and a release that arrived together are made one by ncurses: they are two again here.
    if event.bstate & CURSES_CLICK != 0 {
      release = key(.release)
      return key(.press)
    }
    let kinds: [(mmask_t, MouseEvent.Kind)] = [
      (CURSES_PRESS, .press), (CURSES_RELEASE, .release), (CURSES_WHEEL_UP, .wheelUp),
      (CURSES_WHEEL_DOWN, .wheelDown),
    ]
    return kinds.first { event.bstate & $0.0 != 0 }.map { key($0.1) }
  }
}

extension Key {
  /// The key behind a character that arrived; nil for a control character without a meaning.
  init?(typed scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0: self = .ctrl(" ")
    case 8, 127: self = .backspace
    case 9: self = .tab
    case 13: self = .enter
    case 27: self = .escape
    case 1...26: self = .ctrl(Character(UnicodeScalar(UInt8(scalar.value + 0x60))))
    case 28...31: self = .ctrl(Character(UnicodeScalar(UInt8(scalar.value + 0x40))))
    case 0x80...0x9f: return nil
    default: self = .character(Character(scalar))
    }
  }

  /// The key behind a code of ncurses; nil for those we have no use for.
  init?(code: Int32) {
    switch code {
    case KEY_ENTER: self = .enter
    case KEY_BTAB: self = .backTab
    case KEY_BACKSPACE: self = .backspace
    case KEY_DC: self = .delete
    case KEY_UP: self = .up
    case KEY_DOWN: self = .down
    case KEY_LEFT: self = .left
    case KEY_RIGHT: self = .right
    case KEY_PPAGE: self = .pageUp
    case KEY_NPAGE: self = .pageDown
    case KEY_HOME: self = .home
    case KEY_END: self = .end
    default:
      let number = code - curses_function_key(0)
      guard (1...12).contains(number) else { return nil }
      self = .function(Int(number))
    }
  }
}
