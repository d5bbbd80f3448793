/// A grid of cells that views draw on. Whatever is drawn outside of it is dropped without harm.
public struct Canvas: Hashable, Sendable {
  /// Its extent.
  public let size: Size
  /// Row by row, from the top left.
  public private(set) var cells: [Cell]
  /// Where the terminal's cursor should stand; nil to hide it.
  public var cursor: (x: Int, y: Int)? {
    get { cursorPlace.map { ($0.x, $0.y) } }
    set { cursorPlace = newValue.map { Place(x: $0.x, y: $0.y) } }
  }
  private var cursorPlace: Place?

  private struct Place: Hashable, Sendable {
    var x: Int
    var y: Int
  }

  /// An empty grid.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.width * size.height)
  }

  /// The whole of it.
  public var area: Rect { Rect(size) }

  /// The cell at that place; blank outside.
  public subscript(x: Int, y: Int) -> Cell {
    area.contains(x: x, y: y) ? cells[y * size.width + x] : .blank
  }

  /// Where a text stands in the width it is given.
  public enum Alignment: Hashable, Sendable {
    /// From the left edge.
    case left
    /// Up to the right edge.
    case right
    /// In the middle.
    case center
  }

  /// Writes a text on the first row of an area, cut to fit with `…`, and pads it to its width.
  public mutating func draw(
    _ text: SafeText, in rect: Rect, style: Style = .normal, align: Alignment = .left
  ) {
    guard !rect.isEmpty else { return }
    let fitting = text.truncated(to: rect.width)
    let room = rect.width - fitting.width
    let start =
      switch align {
      case .left: rect.x
      case .right: rect.x + room
      case .center: rect.x + room / 2
      }
    fill(Rect(x: rect.x, y: rect.y, width: rect.width, height: 1), style: style)
    put(fitting, x: start, y: rect.y, limit: rect.right, style: style)
  }

  /// Writes a text from a place to the right, cut at an edge without `…`, and answers where it ended.
  @discardableResult
  public mutating func put(
    _ text: SafeText, x: Int, y: Int, limit: Int? = nil, style: Style = .normal
  ) -> Int {
    let edge = min(limit ?? size.width, size.width)
    guard y >= 0, y < size.height, x < edge else { return x }
    return text.isASCII
      ? putASCII(text, x: x, y: y, edge: edge, style: style)
      : putAny(text, x: x, y: y, edge: edge, style: style)
  }

  /// Nearly every text: a byte a cell, so that characters need not be looked for.
  private mutating func putASCII(
    _ text: SafeText, x: Int, y: Int, edge: Int, style: Style
  ) -> Int {
    let end = min(x + text.width, edge)
    let start = max(x, 0)
    guard start < end else { return end }
    breakWide(at: start, and: end, y: y)
    var index = y * size.width + start
    for byte in text.string.utf8.dropFirst(start - x).prefix(end - start) {
      cells[index] = Cell(ascii: byte, style: style)
      index += 1
    }
    return end
  }

  private mutating func putAny(
    _ text: SafeText, x: Int, y: Int, edge: Int, style: Style
  ) -> Int {
    let scalars = text.string.unicodeScalars
    var index = scalars.startIndex
    var column = x
    while index < scalars.endIndex {
      let next = scalars.index(after: index)
      // Characters are looked for only where one may have several scalars.
      if let width = scalars[index].plainWidth,
        next == scalars.endIndex || scalars[next].plainWidth != nil
      {
        guard column + width <= edge else { return column }
        set(Character(scalars[index]), width: width, x: column, y: y, style: style)
        column += width
        index = next
        continue
      }
      for (piece, width) in text.string[index].drawn {
        guard column + width <= edge else { return column }
        set(piece, width: width, x: column, y: y, style: style)
        column += width
      }
      index = text.string.index(after: index)
    }
    return column
  }

  /// Puts a character into a cell, or into two; dropped when it begins outside.
  private mutating func set(_ character: Character, width: Int, x: Int, y: Int, style: Style) {
    guard x >= 0, y >= 0, x + width <= size.width, y < size.height else { return }
    breakWide(at: x, and: x + width, y: y)
    let index = y * size.width + x
    cells[index] = Cell(character, width: UInt8(width), style: style)
    if width == 2 { cells[index + 1] = Cell(" ", width: 0, style: style) }
  }

  /// Makes every cell of an area blank, in a style.
  public mutating func fill(_ rect: Rect, style: Style = .normal) {
    let visible = rect.intersection(area)
    guard !visible.isEmpty else { return }
    let blank = Cell(" ", style: style)
    for y in visible.y..<visible.bottom {
      breakWide(at: visible.x, and: visible.right, y: y)
      let start = y * size.width
      for index in (start + visible.x)..<(start + visible.right) { cells[index] = blank }
    }
  }

  /// Gives the cells of an area another meaning and leaves their characters.
  public mutating func restyle(_ rect: Rect, style: Style) {
    let visible = rect.intersection(area)
    guard !visible.isEmpty else { return }
    for y in visible.y..<visible.bottom {
      let start = y * size.width
      for index in (start + visible.x)..<(start + visible.right) { cells[index].style = style }
    }
  }

  /// Draws a frame around an area with a title in its upper edge, and answers the room inside.
  @discardableResult
  public mutating func frame(_ rect: Rect, title: SafeText = "", style: Style = .border) -> Rect {
    guard rect.width >= 2, rect.height >= 2 else { return rect.inset() }
    for x in rect.x..<rect.right {
      let isLeft = x == rect.x
      let isRight = x == rect.right - 1
      let top: Character = isLeft ? "┌" : isRight ? "┐" : "─"
      let bottom: Character = isLeft ? "└" : isRight ? "┘" : "─"
      set(top, width: 1, x: x, y: rect.y, style: style)
      set(bottom, width: 1, x: x, y: rect.bottom - 1, style: style)
    }
    for y in (rect.y + 1)..<(rect.bottom - 1) {
      set("│", width: 1, x: rect.x, y: y, style: style)
      set("│", width: 1, x: rect.right - 1, y: y, style: style)
    }
    if !title.isEmpty, rect.width > 6 {
      let shown = " " + title.truncated(to: rect.width - 5) + " "
      put(
        shown, x: rect.x + 1, y: rect.y, limit: rect.right - 1,
        style: style == .border ? .title : style)
    }
    return rect.inset()
  }

  /// Half a wide character cannot stand alone: before cells are written over, what would be left of
  /// one at either end of them turns blank.
  private mutating func breakWide(at start: Int, and end: Int, y: Int) {
    let row = y * size.width
    if start > 0, cells[row + start].width == 0 {
      cells[row + start - 1] = Cell(" ", style: cells[row + start - 1].style)
    }
    if end < size.width, cells[row + end].width == 0 {
      cells[row + end] = Cell(" ", style: cells[row + end].style)
    }
  }

  /// The rows as text, without trailing blanks: what tests compare.
  public var text: String {
    (0..<size.height).map { y in
      var row = ""
      for x in 0..<size.width where self[x, y].width > 0 { row.append(self[x, y].character) }
      while row.last == " " { row.removeLast() }
      return row
    }.joined(separator: "\n")
  }
}
