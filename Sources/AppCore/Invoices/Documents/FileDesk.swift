import Sales
import Screen

/// The files on an invoice.
public struct FileDesk: Hashable, Sendable {
  /// The path of a file to add, being typed.
  struct PathInput: Hashable, Sendable {
    /// The path as typed.
    var field = TextField()
    /// The paths that begin so.
    var choices: [String] = []

    /// Completes the path as far as all choices agree.
    mutating func complete() {
      guard let first = choices.first else { return }
      var common = Substring(first)
      for choice in choices { common = Substring(common.commonPrefix(with: choice)) }
      if common.count > field.text.count { field = TextField(String(common)) }
    }
  }

  /// The invoice.
  let invoice: Reference<Invoice>
  /// Its files; nil until they were read.
  var files: [AttachedFile]?
  /// Why they could not be read; nil when they could.
  var failure: Failure?
  /// The file under the cursor.
  var selected: Identifier<AttachedFile>?
  /// The path of a file to add; nil while none is typed.
  var path: PathInput?
  /// What is under way; nil when nothing is.
  var busy: SafeText?

  /// The files on an invoice, not read yet.
  init(_ invoice: Reference<Invoice>) {
    self.invoice = invoice
  }

  /// The place of the cursor.
  var index: Int { files?.firstIndex { $0.id == selected } ?? 0 }

  /// The file under the cursor.
  var current: AttachedFile? {
    guard let files, files.indices.contains(index) else { return nil }
    return files[index]
  }

  /// Moves the cursor; stops at the ends.
  mutating func move(_ step: Int) {
    guard let files, !files.isEmpty else { return }
    selected = files[min(max(0, index + step), files.count - 1)].id
  }
}

extension String {
  /// The characters that both begin with.
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}

extension Substring {
  fileprivate func commonPrefix(with other: String) -> String {
    String(self).commonPrefix(with: other)
  }
}

extension FileDesk {
  /// What can be done with the files on an invoice.
  static let commands: [Command] = [
    Command("files.add", "add a file", label: "add", keys: ["a"], in: [.files], writes: true) {
      $0.changeFiles { $0.path = PathInput() }
      return [.drafting(.findPaths(""))]
    },
    Command(
      "files.remove", "take the file off the invoice", label: "remove", keys: ["X"], in: [.files],
      writes: true, unavailable: { $0.files?.current == nil ? "no file is selected" : nil }
    ) { $0.askToRemoveFile() },
    Command("files.down", "go down", keys: ["j", "<down>"], in: [.files]) {
      $0.changeFiles { $0.move(1) }
      return []
    },
    Command("files.up", "go up", keys: ["k", "<up>"], in: [.files]) {
      $0.changeFiles { $0.move(-1) }
      return []
    },
    Command("files.close", "go back", label: "back", keys: ["<esc>", "q"], in: [.files]) {
      $0.overlays.removeLast()
      return []
    },
    Command("path.take", "add the file", label: "add", keys: ["<enter>"], in: [.filePath]) {
      $0.addFile()
    },
    Command(
      "path.complete", "complete the path", label: "complete", keys: ["<tab>"], in: [.filePath]
    ) { state in
      state.changeFiles { $0.path?.complete() }
      return [.drafting(.findPaths(state.files?.path?.field.text ?? ""))]
    },
    Command("path.leave", "add nothing", label: "back", keys: ["<esc>"], in: [.filePath]) {
      $0.changeFiles { $0.path = nil }
      return []
    },
  ]
}

extension AppState {
  /// The files on top of the screen.
  var files: FileDesk? {
    if case .drafting(.files(let desk))? = overlays.last { return desk }
    return nil
  }

  /// Changes the files on top of the screen, if they are there.
  mutating func changeFiles(_ change: (inout FileDesk) -> Void) {
    guard var files else { return }
    change(&files)
    overlays[overlays.count - 1] = .drafting(.files(files))
  }

  /// Opens the files on an invoice.
  mutating func showFiles(of invoice: Reference<Invoice>) -> [Effect] {
    overlays.append(.drafting(.files(FileDesk(invoice))))
    return [.drafting(.loadFiles(invoice.id))]
  }

  /// Lets the path being typed have a key; nil when the key means a command there.
  mutating func typeInFiles(_ key: Key) -> [Effect]? {
    guard var path = files?.path, path.field.take(key) else { return key.isPasteOrMouse ? [] : nil }
    path.choices = []
    changeFiles { $0.path = path }
    return [.drafting(.findPaths(path.field.text))]
  }

  /// Takes the files of an invoice as they are now.
  mutating func show(_ result: Result<[AttachedFile], Failure>, on invoice: Invoice.ID) {
    let wasBusy = files?.busy != nil
    changeFiles { desk in
      guard desk.invoice.id == invoice else { return }
      desk.busy = nil
      switch result {
      case .success(let files):
        desk.files = files
        desk.failure = nil
        if desk.current == nil { desk.selected = files.first?.id }
      case .failure(let failure): desk.failure = failure
      }
    }
    switch result {
    case .success(let files):
      if editor?.draft.invoice == invoice { editor?.atBooks?.files = files }
      if wasBusy {
        tell("Books has \(files.count == 1 ? "1 file" : "\(files.count) files") on it.")
      }
    case .failure(let failure):
      tell("The files: \(failure.message.string)", kind: .failure)
    }
  }

  fileprivate mutating func addFile() -> [Effect] {
    guard let desk = files, let path = desk.path?.field.text, !path.isEmpty else { return [] }
    changeFiles {
      $0.path = nil
      $0.busy = "adding \(path)…"
    }
    return [.drafting(.attach(path: path, to: desk.invoice.id))]
  }

  fileprivate mutating func askToRemoveFile() -> [Effect] {
    guard let desk = files, let file = desk.current else { return [] }
    overlays.append(
      .confirmation(
        Confirmation(
          title: "Take \(file.name) off \(desk.invoice.name)?",
          lines: ["Organization  \(tenant.organization)", "Books forgets the file."],
          answers: [
            .init(key: "k", label: "keep it", effects: []),
            .init(
              key: "t", label: "take it off",
              effects: [.drafting(.detach(file.id, from: desk.invoice.id))]),
          ])))
    return []
  }
}
