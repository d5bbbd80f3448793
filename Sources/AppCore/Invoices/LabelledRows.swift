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
