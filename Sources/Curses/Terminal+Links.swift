import Screen

extension Terminal {
  /// Marks addresses in rows that were drawn anew (OSC 8). ncurses knows nothing of it: the same letters
  /// are written over those it has put there, in the same colours, and the cursor comes back.
  mutating func markLinks(on canvas: Canvas, rows: Set<Int>) {
    guard options.marksLinks, isAnswered else { return }
    // An address may have been broken: what changed above belongs to it.
    let due = isMarking ? rows.union(rows.map { $0 + 1 }) : Set(0..<canvas.size.height)
    isMarking = true
    let fresh = due.sorted().flatMap { canvas.links(inRow: $0) }
    // Letters that stay on the screen would keep an address that is no longer there.
    let gone = links.filter { due.contains($0.row) && !fresh.contains($0) }
    links = links.filter { !due.contains($0.row) && !fresh.contains($0) } + fresh
    guard !fresh.isEmpty || !gone.isEmpty else { return }
    var text = "\u{1b}7"
    for link in gone { text += marked(link, on: canvas, target: "") }
    for link in fresh { text += marked(link, on: canvas, target: link.target) }
    send(text + "\u{1b}8")
  }

  /// The cells of a link written again, in the colours they have.
  private func marked(_ link: Link, on canvas: Canvas, target: String) -> String {
    guard link.row < canvas.size.height, link.columns.upperBound <= canvas.size.width else {
      return ""
    }
    var text = "\u{1b}[\(link.row + 1);\(link.columns.lowerBound + 1)H"
    text += target.isEmpty ? "" : "\u{1b}]8;;\(target)\u{1b}\\"
    var style: Style?
    for column in link.columns {
      let cell = canvas[column, link.row]
      if cell.style != style { text += brush.escape(for: cell.style) }
      style = cell.style
      // The right half of a wide character is drawn with its left one.
      if cell.width > 0 { text.append(cell.character) }
    }
    return text + (target.isEmpty ? "" : "\u{1b}]8;;\u{1b}\\")
  }
}
