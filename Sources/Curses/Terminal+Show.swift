import CNcurses
import Screen

extension Terminal {
  /// Makes the screen look like the canvas. Only what differs from the canvas before is sent, and
  /// nothing when nothing does.
  public mutating func show(_ canvas: Canvas) {
    let before = shown?.size == canvas.size ? shown : nil
    if before == nil { werase(curses_screen()) }
    var differs =
      before == nil || before?.cursor.map(\.x) != canvas.cursor.map(\.x)
      || before?.cursor.map(\.y) != canvas.cursor.map(\.y)
    var rows: Set<Int> = []
    let old = before?.cells
    for (index, cell) in canvas.cells.enumerated() {
      if let old, old[index] == cell { continue }
      differs = true
      rows.insert(index / canvas.size.width)
      brush.put(
        cell, x: Int32(index % canvas.size.width), y: Int32(index / canvas.size.width))
    }
    guard differs || (isAnswered && !isMarking && options.marksLinks) else { return }
    place(canvas.cursor)
    // The terminal holds the picture back until it is whole (synchronized output, mode 2026).
    let isHeldBack = canSynchronize && options.synchronizes
    if isHeldBack { send("\u{1b}[?2026h") }
    wnoutrefresh(curses_screen())
    // ncurses ignores SIGTSTP while it updates, and the system then forgets one that is waiting.
    early.formUnion(signals.drain())
    doupdate()
    markLinks(on: canvas, rows: before == nil ? Set(0..<canvas.size.height) : rows)
    if isHeldBack { send("\u{1b}[?2026l") }
    shown = canvas
  }

  private func place(_ cursor: (x: Int, y: Int)?) {
    // A hidden cursor need not be brought anywhere.
    leaveok(curses_screen(), cursor == nil)
    if let cursor {
      wmove(curses_screen(), Int32(cursor.y), Int32(cursor.x))
      curs_set(1)
    } else {
      curs_set(0)
    }
  }
}
