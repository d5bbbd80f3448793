import CNcurses
import Screen

/// Puts cells into ncurses' own grid, in the colours of a theme.
struct Brush {
  private struct Paint {
    var attributes: attr_t = 0
    var pair: Int32 = 0
    /// The same as an escape sequence.
    var escape = "\u{1b}[0m"
  }

  private var paints: [Paint]

  /// Makes ready the colours of every style. Without colours, or on a terminal that has none, only
  /// attributes are used.
  init(theme: Theme, usesColor: Bool) {
    let hasColor = usesColor && has_colors() && start_color() == OK
    let hasDefault = hasColor && use_default_colors() == OK
    paints = Style.allCases.map { style in
      let look = hasColor ? theme[style] : theme[style].withoutColor
      var paint = Paint()
      if look.isBold { paint.attributes |= CURSES_BOLD }
      if look.isDim { paint.attributes |= CURSES_DIM }
      if look.isItalic { paint.attributes |= CURSES_ITALIC }
      if look.isUnderlined { paint.attributes |= CURSES_UNDERLINE }
      if look.isReversed { paint.attributes |= CURSES_REVERSE }
      let count = Int(curses_color_count())
      let foreground = look.foreground.map { Int32($0.index(among: count)) }
      let background = look.background.map { Int32($0.index(among: count)) }
      paint.escape = Self.escape(look, foreground, background)
      guard look.foreground != nil || look.background != nil else { return paint }
      let pair = Int32(style.rawValue) + 1
      let result = init_extended_pair(
        pair, foreground ?? (hasDefault ? -1 : 7), background ?? (hasDefault ? -1 : 0))
      if result == OK { paint.pair = pair }
      return paint
    }
  }

  /// The escape sequence that gives text the looks of a style.
  func escape(for style: Style) -> String { paints[Int(style.rawValue)].escape }

  private static func escape(_ look: ThemeRule, _ foreground: Int32?, _ background: Int32?)
    -> String
  {
    var codes = ["0"]
    if look.isBold { codes.append("1") }
    if look.isDim { codes.append("2") }
    if look.isItalic { codes.append("3") }
    if look.isUnderlined { codes.append("4") }
    if look.isReversed { codes.append("7") }
    if let foreground { codes.append("38;5;\(foreground)") }
    if let background { codes.append("48;5;\(background)") }
    return "\u{1b}[\(codes.joined(separator: ";"))m"
  }

  /// Puts one cell at its place.
  func put(_ cell: Cell, x: Int32, y: Int32) {
    guard cell.width > 0 else { return }  // ncurses fills the right half of a wide one itself.
    let paint = paints[Int(cell.style.rawValue)]
    if let byte = cell.ascii {
      put(UInt32(byte), 0, x: x, y: y, paint)
    } else {
      put(cell.scalars, width: cell.width, x: x, y: y, paint)
    }
  }

  private func put(_ first: UInt32, _ second: UInt32, x: Int32, y: Int32, _ paint: Paint) {
    var text = (wchar_t(first), wchar_t(second), wchar_t(0))
    withUnsafePointer(to: &text) {
      $0.withMemoryRebound(to: wchar_t.self, capacity: 3) {
        _ = curses_put(y, x, $0, paint.attributes, paint.pair)
      }
    }
  }

  /// A character beyond ASCII. Where the C library, which ncurses asks, measures it in another way
  /// than we do, question marks keep the columns straight.
  private func put(
    _ scalars: String.UnicodeScalarView, width: UInt8, x: Int32, y: Int32, _ paint: Paint
  ) {
    var text = scalars.map { wchar_t(bitPattern: $0.value) }
    text.append(0)
    if wcwidth(text[0]) == Int32(width),
      curses_put(y, x, text, paint.attributes, paint.pair) == OK || isLastCell(x: x, y: y)
    {
      return
    }
    for offset in 0..<Int32(width) {
      put(UInt32(UInt8(ascii: "?")), 0, x: x + offset, y: y, paint)
    }
  }

  /// Whether it is the cell behind which the cursor has no place, for which ncurses answers an error
  /// although it has drawn it.
  private func isLastCell(x: Int32, y: Int32) -> Bool {
    y == getmaxy(curses_screen()) - 1 && x >= getmaxx(curses_screen()) - 2
  }
}
