import Screen

/// What is on the screen as lines to be read one after the other: pane after pane, without frames, the
/// columns of a table parted by commas.
public struct SpokenScreen: Hashable, Sendable {
  /// The lines, from the first pane to the last.
  public var lines: [SafeText]
  /// What the cursor stands on; empty when it stands on nothing.
  public var cursor: SafeText

  /// Reads the topmost overlay of a state, or its screen.
  public init(_ state: AppState) {
    var canvas = Canvas(size: Self.size)
    if let overlay = state.overlays.last {
      drawOverlay(overlay, state, in: canvas.area, on: &canvas)
    } else if let wizard = state.signIn {
      drawSignIn(wizard, state, in: canvas.area, on: &canvas)
    } else {
      drawScreen(state, in: canvas.area, on: &canvas)
    }
    self.init(canvas)
  }

  /// Reads a canvas.
  init(_ canvas: Canvas) {
    let panes = canvas.panes
    let areas = panes.isEmpty ? [canvas.area] : panes
    lines = areas.flatMap { pane in
      (pane.y..<pane.bottom).map {
        canvas.spoken(Rect(x: pane.x, y: $0, width: pane.width, height: 1))
      }
    }.filter { !$0.isEmpty }
    let selected = (0..<canvas.size.height).compactMap { canvas.selection(inRow: $0) }
    cursor = SafeText(selected.map(\.string).joined(separator: ", "))
    if cursor.isEmpty, let place = canvas.cursor, place.y < canvas.size.height {
      let pane = areas.first { $0.contains(x: place.x, y: place.y) } ?? canvas.area
      cursor = canvas.spoken(Rect(x: pane.x, y: place.y, width: pane.width, height: 1))
    }
  }

  /// Wide enough that hardly a name is cut, with more rows than people want to hear.
  public static let size = Size(width: 200, height: 50)
}

extension Canvas {
  /// The framed areas with their upper edges, which hold the titles: from the top, then from the left.
  fileprivate var panes: [Rect] {
    var found: [Rect] = []
    for y in 0..<size.height {
      for x in 0..<size.width where self[x, y].isCorner("┌├") {
        guard let right = (x + 1..<size.width).first(where: { self[$0, y].isCorner("┐┤") }),
          let bottom = (y + 1..<size.height).first(where: { self[x, $0].isCorner("└├") })
        else { continue }
        found.append(Rect(x: x, y: y, width: right - x + 1, height: bottom - y))
      }
    }
    return found
  }

  /// A row of an area as words: lines and bars are left out, and what stands apart is parted by commas.
  fileprivate func spoken(_ row: Rect) -> SafeText {
    words((row.x..<row.right).map { self[$0, row.y] })
  }

  /// The selected cells of a row as words; nil when there are none.
  fileprivate func selection(inRow y: Int) -> SafeText? {
    let cells = (0..<size.width).map { self[$0, y] }.filter { $0.style == .selection }
    let text = words(cells)
    return text.isEmpty ? nil : text
  }

  /// The words of some cells: those one blank apart stay together, the others are parted by a comma.
  private func words(_ cells: [Cell]) -> SafeText {
    let text = String(cells.filter { $0.width > 0 }.map { $0.isLine ? " " : $0.character })
    var result = ""
    var isApart = false
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      guard !word.isEmpty else {
        isApart = true
        continue
      }
      result += (result.isEmpty ? "" : isApart ? ", " : " ") + word
      isApart = false
    }
    return SafeText(result)
  }
}

extension Cell {
  /// Whether it is one of those corners of a frame.
  fileprivate func isCorner(_ corners: String) -> Bool { corners.contains(character) }

  /// Whether it draws a line or a bar and says nothing.
  fileprivate var isLine: Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return (0x2500...0x259f).contains(scalar.value)
  }
}
