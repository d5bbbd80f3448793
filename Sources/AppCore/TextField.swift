import Screen

/// A line of text being typed, with its cursor.
public struct TextField: Hashable, Sendable {
  /// What stands in it.
  public private(set) var text: String
  /// The cursor's place, counted in characters from the start.
  public private(set) var cursor: Int

  /// A field holding that text, with the cursor behind it.
  public init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  /// Takes a key that edits text; false when the key means something else. Pasted newlines become
  /// spaces: a paste never confirms anything.
  public mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let pasted): insert(String(pasted.map { $0.isNewline ? " " : $0 }))
    case .backspace:
      if cursor > 0 { remove(at: cursor - 1) }
    case .delete, .ctrl("d"):
      if cursor < text.count { remove(at: cursor) }
    case .left, .ctrl("b"): cursor = max(0, cursor - 1)
    case .right, .ctrl("f"): cursor = min(text.count, cursor + 1)
    case .home, .ctrl("a"): cursor = 0
    case .end: cursor = text.count
    case .ctrl("u"):
      text = String(text.dropFirst(cursor))
      cursor = 0
    case .ctrl("k"): text = String(text.prefix(cursor))
    case .ctrl("w"): removeWord()
    default: return false
    }
    return true
  }

  private mutating func insert(_ new: String) {
    let place = text.index(text.startIndex, offsetBy: cursor)
    let before = String(text[..<place]) + new
    text = before + text[place...]
    cursor = before.count
  }

  private mutating func remove(at offset: Int) {
    text.remove(at: text.index(text.startIndex, offsetBy: offset))
    cursor = min(offset, text.count)
  }

  private mutating func removeWord() {
    var head = text.prefix(cursor)
    while head.last == " " { head.removeLast() }
    while let last = head.last, last != " " { head.removeLast() }
    text = String(head) + text.dropFirst(cursor)
    cursor = head.count
  }

  /// Draws it in an area, scrolled so that the cursor is seen, and shows the terminal's cursor there.
  public func draw(in rect: Rect, on canvas: inout Canvas, style: Style = .field) {
    guard !rect.isEmpty else { return }
    // Only what can be seen is looked at: a paste may be long.
    var shown = SafeText(text.prefix(cursor).suffix(rect.width))
    while shown.width >= rect.width, !shown.isEmpty {
      shown = SafeText(shown.string.dropFirst())
    }
    canvas.fill(rect.row(0), style: style)
    let end = canvas.put(shown, x: rect.x, y: rect.y, limit: rect.right, style: style)
    canvas.put(
      SafeText(text.dropFirst(cursor).prefix(rect.width)), x: end, y: rect.y, limit: rect.right,
      style: style)
    canvas.cursor = (x: end, y: rect.y)
  }
}
