import CNcurses

/// What a terminal would show: a grid of characters that follows the escape sequences which ncurses
/// sends to an xterm. It is there to tell a paint that changes the screen from one that does not.
struct VirtualScreen {
  /// One cell; attributes are kept as they were written.
  struct Cell: Equatable {
    var scalar: Unicode.Scalar = " "
    var pen: [UInt8] = []
  }

  private(set) var columns: Int
  private(set) var rows: Int
  /// How many cells have got another content so far.
  private(set) var changes = 0
  /// How many updates the program has bracketed so far (mode 2026) that changed something.
  private(set) var changedFrames = 0

  private var grid: [[Cell]]
  private var x = 0
  private var y = 0
  private var pen: [UInt8] = []
  private var region: Range<Int>
  private var lastScalar: Unicode.Scalar = " "
  private var changesAtFrameStart = 0
  private var parser = EscapeParser()

  /// An empty screen.
  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    grid = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
    region = 0..<rows
  }

  /// The text of a row.
  func text(row: Int) -> String {
    var text = String.UnicodeScalarView()
    for cell in grid[row] { text.append(cell.scalar) }
    return String(text)
  }

  /// The text of all rows.
  var text: String { (0..<rows).map(text(row:)).joined(separator: "\n") }

  /// Gives it another size; what still fits stays.
  mutating func resize(columns: Int, rows: Int) {
    grid = (0..<rows).map { y in
      (0..<columns).map { x in
        y < self.rows && x < self.columns ? grid[y][x] : Cell()
      }
    }
    self.columns = columns
    self.rows = rows
    region = 0..<rows
    x = min(x, columns - 1)
    y = min(y, rows - 1)
  }

  /// Takes output.
  mutating func feed(_ bytes: [UInt8]) {
    for byte in bytes {
      if let token = parser.take(byte) { apply(token) }
    }
  }

  private mutating func apply(_ token: EscapeParser.Token) {
    switch token {
    case .scalar(let scalar): print(scalar)
    case .control(let byte): control(byte)
    case .escape(let final): escape(final)
    case .sequence(let sequence): apply(sequence)
    }
  }

  private mutating func print(_ scalar: Unicode.Scalar) {
    let width = Int(wcwidth(wchar_t(bitPattern: scalar.value)))
    guard width > 0 else { return }
    if x + width > columns {
      x = 0
      lineFeed()
    }
    put(Cell(scalar: scalar, pen: pen), x: x, y: y)
    if width == 2 { put(Cell(scalar: " ", pen: pen), x: x + 1, y: y) }
    x += width
    lastScalar = scalar
  }

  private mutating func put(_ cell: Cell, x: Int, y: Int) {
    guard x < columns, y < rows, grid[y][x] != cell else { return }
    grid[y][x] = cell
    changes += 1
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x08: x = max(0, x - 1)
    case 0x09: x = min(columns - 1, (x / 8 + 1) * 8)
    case 0x0a: lineFeed()
    case 0x0d: x = 0
    default: break
    }
  }

  private mutating func lineFeed() {
    if y == region.upperBound - 1 { scroll(by: 1, in: region) } else { y = min(rows - 1, y + 1) }
  }

  private mutating func escape(_ final: UInt8) {
    guard final == UInt8(ascii: "M") else { return }
    if y == region.lowerBound { scroll(by: -1, in: region) } else { y = max(0, y - 1) }
  }

  /// Moves the rows of a region up, or down when negative.
  private mutating func scroll(by lines: Int, in region: Range<Int>) {
    guard !region.isEmpty else { return }
    let before = Array(grid[region])
    let blank = Array(repeating: Cell(pen: pen), count: columns)
    for (place, y) in region.enumerated() {
      let source = place + lines
      grid[y] = before.indices.contains(source) ? before[source] : blank
    }
    if Array(grid[region]) != before { changes += 1 }
  }

  private mutating func blank(_ area: Range<Int>, row: Int) {
    for x in area.clamped(to: 0..<columns) { put(Cell(pen: pen), x: x, y: row) }
  }

  private mutating func apply(_ sequence: EscapeParser.Sequence) {
    let first = sequence.numbers.first ?? 0
    let count = max(1, first)
    if sequence.isPrivate {
      if first == 2026 { frame(begins: sequence.final == UInt8(ascii: "h")) }
      return
    }
    switch Character(UnicodeScalar(sequence.final)) {
    case "m": pen = sequence.numbers == [0] || sequence.numbers.isEmpty ? [] : sequence.bytes
    case "A": y = max(0, y - count)
    case "B": y = min(rows - 1, y + count)
    case "C": x = min(columns - 1, x + count)
    case "D": x = max(0, x - count)
    case "G": x = min(columns, count) - 1
    case "d": y = min(rows, count) - 1
    case "H", "f":
      y = min(rows, count) - 1
      x = min(columns, max(1, sequence.numbers.dropFirst().first ?? 1)) - 1
    case "J": erase(first)
    case "K": blank(first == 0 ? x..<columns : 0..<(first == 1 ? x + 1 : columns), row: y)
    case "X": blank(x..<max(x, min(columns, x + count)), row: y)
    case "b": for _ in 0..<count { print(lastScalar) }
    case "P": shift(from: x + count, count: count)
    case "@": shift(from: x - count, count: count)
    case "L": if region.contains(y) { scroll(by: -count, in: y..<region.upperBound) }
    case "M": if region.contains(y) { scroll(by: count, in: y..<region.upperBound) }
    case "S": scroll(by: count, in: region)
    case "T": scroll(by: -count, in: region)
    case "r":
      let last = sequence.numbers.dropFirst().first ?? rows
      region = min(count - 1, rows - 1)..<max(count, min(rows, last == 0 ? rows : last))
      (x, y) = (0, 0)
    default: break
    }
  }

  private mutating func frame(begins: Bool) {
    if begins {
      changesAtFrameStart = changes
    } else if changes > changesAtFrameStart {
      changedFrames += 1
    }
  }

  private mutating func erase(_ part: Int) {
    let from = part == 0 ? y : 0
    let to = part == 1 ? y : rows - 1
    for row in from...max(from, to) {
      let start = part == 0 && row == y ? x : 0
      let end = part == 1 && row == y ? x + 1 : columns
      blank(start..<max(start, end), row: row)
    }
  }

  /// Deletes characters at the cursor (what follows moves left) or inserts blanks.
  private mutating func shift(from source: Int, count: Int) {
    let before = grid[y]
    for place in x..<max(x, columns) {
      let old = source + place - x
      let isOld = source > x ? old < columns : place >= x + count && old < columns
      put(isOld ? before[old] : Cell(pen: pen), x: place, y: y)
    }
  }
}
