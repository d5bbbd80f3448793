import Screen

/// A line of a pane: pieces of text, each with its meaning, and perhaps one at the right edge.
struct TextLine: Hashable {
  /// A piece of text with its meaning.
  struct Run: Hashable {
    var text: SafeText
    var style: Style
  }

  /// The pieces from the left.
  var runs: [Run] = []
  /// The piece at the right edge.
  var right: Run?

  /// A line of one piece.
  init(_ text: SafeText = "", _ style: Style = .normal) {
    runs = text.isEmpty ? [] : [Run(text: text, style: style)]
  }

  /// The line with another piece behind it.
  func adding(_ text: SafeText, _ style: Style = .normal) -> TextLine {
    var line = self
    line.runs.append(Run(text: text, style: style))
    return line
  }

  /// The line with a piece at the right edge.
  func right(_ text: SafeText, _ style: Style = .normal) -> TextLine {
    var line = self
    line.right = Run(text: text, style: style)
    return line
  }

  /// Pieces one after the other, a dot between them, in as many lines as a width needs.
  static func flow(_ pieces: [Run], width: Int, separator: SafeText = " · ") -> [TextLine] {
    var lines: [TextLine] = []
    var line = TextLine()
    var used = 0
    for piece in pieces {
      let needed = piece.text.width
      if used > 0, used + separator.width + needed > width {
        lines.append(line)
        line = TextLine()
        used = 0
      }
      if used > 0 {
        line = line.adding(separator, .dim)
        used += separator.width
      }
      line = line.adding(piece.text, piece.style)
      used += needed
    }
    return line.runs.isEmpty ? lines : lines + [line]
  }

  /// Draws it on a row, cut with `…` where it does not fit.
  func draw(in row: Rect, on canvas: inout Canvas) {
    guard !row.isEmpty else { return }
    var edge = row.right
    if let right {
      let text = right.text.truncated(to: row.width)
      edge = row.right - text.width
      canvas.put(text, x: edge, y: row.y, limit: row.right, style: right.style)
      edge -= 1
    }
    var x = row.x
    for run in runs where x < edge {
      let text = run.text.truncated(to: edge - x)
      x = canvas.put(text, x: x, y: row.y, limit: edge, style: run.style)
    }
  }
}

/// Draws lines from the given one on, as many as there is room for.
func drawLines(
  _ lines: [TextLine], from first: Int = 0, in area: Rect, on canvas: inout Canvas
) {
  for (place, line) in lines.dropFirst(first).prefix(area.height).enumerated() {
    line.draw(in: area.row(place), on: &canvas)
  }
}
