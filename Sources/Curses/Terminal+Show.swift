import CNcurses
import Screen

extension Terminal {
  /// Makes the screen look like the canvas. Only what differs from the canvas before is sent.
  public mutating func show(_ canvas: Canvas) {
    if canvas == shown { return }
    if shown?.size != canvas.size { werase(curses_screen()) }
    let before = shown?.size == canvas.size ? shown : nil
    for y in 0..<canvas.size.height { write(row: y, of: canvas, over: before) }
    place(canvas.cursor)
    // The terminal holds the picture back until it is whole (synchronized output, mode 2026).
    send("\u{1b}[?2026h")
    wnoutrefresh(curses_screen())
    doupdate()
    send("\u{1b}[?2026l")
    shown = canvas
  }

  private func write(row y: Int, of canvas: Canvas, over before: Canvas?) {
    let start = y * canvas.size.width
    for x in 0..<canvas.size.width {
      let cell = canvas.cells[start + x]
      if let before, before.cells[start + x] == cell { continue }
      brush.put(cell, x: Int32(x), y: Int32(y))
    }
  }

  private func place(_ cursor: (x: Int, y: Int)?) {
    if let cursor {
      wmove(curses_screen(), Int32(cursor.y), Int32(cursor.x))
      curs_set(1)
    } else {
      curs_set(0)
    }
  }
}
