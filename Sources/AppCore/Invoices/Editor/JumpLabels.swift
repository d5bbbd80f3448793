import Sales
import Screen

/// A label on every field and cell: its letters jump there, a number to the line of that number.
struct JumpLabels: Hashable, Sendable {
  /// A cell with its label.
  struct Target: Hashable, Sendable {
    let label: String
    let cell: GridCell
  }

  /// The cells that can be seen.
  let targets: [Target]
  /// How many lines there are.
  let lines: Int
  /// What was typed of a label.
  private(set) var typed = ""

  /// Labels for cells, the first with the shortest. No label begins another.
  init(_ cells: [GridCell], lines: Int) {
    let letters = "asdfghjklqwertyuiopzxcvbnm".map { String($0) }
    let extra = max(0, cells.count - letters.count)
    let prefixes = min(letters.count, (extra + letters.count - 2) / (letters.count - 1))
    let singles = letters.prefix(letters.count - prefixes)
    let pairs = letters.suffix(prefixes).flatMap { first in letters.map { first + $0 } }
    targets = zip(singles + pairs, cells).map { Target(label: $0, cell: $1) }
    self.lines = lines
  }

  /// Where a key leads.
  enum Step: Hashable, Sendable {
    /// To that cell.
    case cell(GridCell)
    /// To the line of that place, counted from 0.
    case line(Int)
    /// Nowhere yet: more of the label is awaited.
    case more
    /// To no cell.
    case nothing
  }

  /// Takes a key of a label or of a number.
  mutating func take(_ key: Key) -> Step {
    guard case .character(let character) = key else { return .nothing }
    typed.append(Character(character.lowercased()))
    if let number = Int(typed) {
      guard (1...max(1, lines)).contains(number) else { return .nothing }
      return number * 10 > lines ? .line(number - 1) : .more
    }
    if let target = targets.first(where: { $0.label == typed }) { return .cell(target.cell) }
    return targets.contains { $0.label.hasPrefix(typed) } ? .more : .nothing
  }

  /// The line whose number was typed; nil when none was.
  var line: Int? {
    Int(typed).flatMap { (1...max(1, lines)).contains($0) ? $0 - 1 : nil }
  }
}

/// Draws the labels over the beginnings of their cells.
func drawLabels(_ jump: JumpLabels, _ layout: EditorLayout, on canvas: inout Canvas) {
  canvas.cursor = nil
  for target in jump.targets where target.label.hasPrefix(jump.typed) || jump.line != nil {
    guard let rect = layout.rect(of: target.cell), !rect.isEmpty else { continue }
    canvas.put(SafeText(target.label), x: rect.x, y: rect.y, limit: rect.right, style: .match)
  }
}
