import Screen

/// Rows of a label and a value, one below the other: the head of forms and panes.
struct LabelledRows {
  private let area: Rect
  private let labelWidth: Int
  /// The next row.
  private(set) var y: Int

  /// Rows in an area, from its top.
  init(area: Rect, labelWidth: Int) {
    self.area = area
    self.labelWidth = labelWidth
    y = area.y
  }

  /// Draws the next row and answers where its value stands.
  @discardableResult
  mutating func draw(
    _ label: String, _ value: SafeText, style: Style = .normal, on canvas: inout Canvas
  ) -> Rect {
    guard y < area.bottom else { return Rect(x: area.x, y: y, width: 0, height: 0) }
    let (left, rest) = area.row(y - area.y).split(left: labelWidth)
    canvas.draw(SafeText(label), in: left, style: .dim)
    canvas.draw(value, in: rest, style: style)
    y += 1
    return rest
  }
}

extension Rect {
  /// The area less so many cells on its left and right.
  func inset(x margin: Int) -> Rect {
    Rect(x: x + margin, y: y, width: width - 2 * margin, height: height)
  }
}

extension SafeText {
  /// The text in lines of at most so many cells, broken between words where there are any.
  func wrapped(to limit: Int) -> [SafeText] {
    guard limit > 0, width > limit else { return [self] }
    var lines: [SafeText] = []
    var line = ""
    for word in string.split(separator: " ", omittingEmptySubsequences: false) {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if SafeText(longer).width <= limit || line.isEmpty {
        line = longer
      } else {
        lines.append(SafeText(line))
        line = String(word)
      }
      while SafeText(line).width > limit {
        var head = ""
        while let next = line.first, SafeText(head).width + next.cellWidth <= limit {
          head.append(line.removeFirst())
        }
        guard !head.isEmpty else { return lines + [SafeText(line).truncated(to: limit)] }
        lines.append(SafeText(head))
      }
    }
    return lines + [SafeText(line)]
  }
}
