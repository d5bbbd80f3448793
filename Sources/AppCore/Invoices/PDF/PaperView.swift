import Sales
import Screen

/// An invoice laid out as a page, to be read in the terminal.
public struct PaperView: Hashable, Sendable {
  /// The invoice.
  public let id: Invoice.ID
  /// What was read of it; nil until then.
  public internal(set) var folder: InvoiceFolder?
  /// Why it could not be read; nil when it could.
  var failure: Failure?
  /// The first line shown.
  var top = 0
}

extension PaperView {
  /// What can be done with the page.
  static let commands: [Command] = [
    scroll("paper.down", "scroll down", keys: ["j", "<down>"], by: 1),
    scroll("paper.up", "scroll up", keys: ["k", "<up>"], by: -1),
    scroll(
      "paper.page-down", "scroll a page down", keys: ["<pagedown>", "<c-d>", "<space>"], by: 10),
    scroll("paper.page-up", "scroll a page up", keys: ["<pageup>", "<c-u>"], by: -10),
    Command("paper.open", "open the PDF in a viewer", label: "viewer", keys: ["O"], in: [.paper]) {
      $0.paper.map { [.savePDF($0.id, thenOpen: true)] } ?? []
    },
    Command("paper.save", "save the PDF in a file", label: "save", keys: ["w"], in: [.paper]) {
      $0.paper.map { [.savePDF($0.id, thenOpen: false)] } ?? []
    },
    Command(
      "paper.copy-path", "copy the path of the PDF", label: "copy path", keys: ["yp"],
      in: [.paper]
    ) { state in state.paper.map { state.copyPath(of: $0.id) } ?? [] },
    Command(
      "paper.close", "go one step back", label: "close", keys: ["<esc>", "q", "o"], in: [.paper]
    ) {
      $0.overlays.removeLast()
      return []
    },
  ]

  private static func scroll(
    _ id: String, _ title: SafeText, keys: [String], by step: Int
  ) -> Command {
    Command(id, title, keys: keys, in: [.paper]) { state in
      guard var paper = state.paper else { return [] }
      let lines = PaperText(paper, state, width: state.paperWidth).lines.count
      paper.top = min(max(0, paper.top + step), max(0, lines - 1))
      state.overlays[state.overlays.count - 1] = .billing(.paper(paper))
      return []
    }
  }
}

extension AppState {
  /// The page on top of the screen.
  fileprivate var paper: PaperView? {
    if case .billing(.paper(let paper))? = overlays.last { return paper }
    return nil
  }

  /// How wide the text of a page is.
  fileprivate var paperWidth: Int { min(PaperText.widest, size.width - 6) }

  /// An invoice to read as a page came.
  mutating func paperRead(
    _ id: Invoice.ID, _ result: Result<InvoiceFolder, Failure>
  ) -> [Effect] {
    guard var paper, paper.id == id else { return [] }
    switch result {
    case .success(let folder):
      paper.folder = folder
      paper.failure = nil
    case .failure(let failure): paper.failure = failure
    }
    overlays[overlays.count - 1] = .billing(.paper(paper))
    return []
  }

  /// Copies the path of an invoice's PDF; one that was not saved yet is saved first.
  mutating func copyPath(of id: Invoice.ID) -> [Effect] {
    if let path = invoices.papers[id] {
      tell("\(path) is on the clipboard.", kind: .note)
      return [.copy(SafeText(path))]
    }
    invoices.pathWanted = id
    return [.savePDF(id, thenOpen: false)]
  }

  /// The PDF of an invoice is in a file: its path is remembered, and copied when that was asked.
  mutating func pdfSaved(_ id: Invoice.ID, _ result: Result<String, Failure>) -> [Effect] {
    let isWanted = invoices.pathWanted == id
    invoices.pathWanted = isWanted ? nil : invoices.pathWanted
    switch result {
    case .success(let path):
      invoices.papers[id] = path
      tell("The PDF is in \(path)\(isWanted ? ", and the path on the clipboard" : "")")
      return isWanted ? [.copy(SafeText(path))] : []
    case .failure(let failure):
      tell("No PDF: \(failure.message.string)", kind: .failure)
      return []
    }
  }
}

/// Draws an invoice as a page.
func drawPaper(_ paper: PaperView, _ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let number = paper.folder?.invoice.number ?? ""
  let width = min(PaperText.widest + 4, area.width)
  let inside = drawBox(
    "Invoice \(number)", size: Size(width: width, height: area.height), in: area, on: &canvas
  ).inset(x: 1)
  let lines = PaperText(paper, state, width: inside.width).lines
  let top = min(paper.top, max(0, lines.count - inside.height))
  drawLines(lines, from: top, in: inside, on: &canvas)
  let left = lines.count - top - inside.height
  guard left > 0 else { return }
  let more: SafeText = " \(left) more, j "
  canvas.put(more, x: inside.right - more.width, y: inside.bottom, style: .dim)
}
