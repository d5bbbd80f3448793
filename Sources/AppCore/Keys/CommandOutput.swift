import Screen

/// What a command of the user's own has written, to be read and scrolled.
public struct CommandOutput: Hashable, Sendable {
  /// What the command is called.
  public var name: String
  /// The status it ended with; 0 when all went well.
  public var status: Int32
  /// What it wrote.
  public var lines: [SafeText]
  /// How far that is scrolled.
  public var position = ScrollPosition()

  init(_ name: String, status: Int32, lines: [Substring]) {
    self.name = name
    self.status = status
    // The end of the last line is no line of its own.
    let shown = lines.last?.isEmpty == true ? lines.dropLast() : lines[...]
    self.lines = shown.map { SafeText($0) }
  }

  /// What can be done while it is read.
  static let commands: [Command] = [
    scroll("down", "go down", label: "scroll", keys: ["<down>", "j"]) { _ in 1 },
    scroll("up", "go up", keys: ["<up>", "k"]) { _ in -1 },
    scroll("page-down", "go down a page", keys: ["<pagedown>", "<space>", "<c-d>"]) {
      max(1, $0.size.height - 6)
    },
    scroll("page-up", "go up a page", keys: ["<pageup>", "<c-u>"]) {
      -max(1, $0.size.height - 6)
    },
    scroll("first", "go to the start", keys: ["<home>", "gg"]) { _ in -1_000_000 },
    scroll("last", "go to the end", keys: ["<end>", "G"]) { _ in 1_000_000 },
    Command(
      "output.close", "go one step back", label: "back", keys: ["<esc>", "q", "<c-c>"],
      in: [.commandOutput]
    ) {
      $0.overlays.removeLast()
      return []
    },
  ]

  private static func scroll(
    _ name: String, _ title: SafeText, label: SafeText? = nil, keys: [String],
    _ steps: @escaping @Sendable (AppState) -> Int
  ) -> Command {
    Command("output.\(name)", title, label: label, keys: keys, in: [.commandOutput]) {
      $0.moveInOverlay(by: steps($0))
    }
  }
}

/// Draws what a command of the user's own has written.
func drawCommandOutput(_ output: CommandOutput, in area: Rect, on canvas: inout Canvas) {
  let ending: SafeText = output.status == 0 ? "" : ", ended with \(output.status)"
  let title: SafeText = "\(output.name): \(output.lines.count) lines\(ending)"
  let inside = drawBox(title, size: area.size, in: area, on: &canvas)
  for (place, line) in output.lines.dropFirst(output.position.top).prefix(inside.height)
    .enumerated()
  {
    canvas.draw(line, in: inside.row(place), style: output.status == 0 ? .normal : .warning)
  }
}
