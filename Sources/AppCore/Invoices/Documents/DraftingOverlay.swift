import Sales
import Screen

/// What lies on top of the screen for papers beside invoices, and for files.
public enum DraftingOverlay: Hashable, Sendable {
  /// The papers by sort.
  case documents(DocumentDesk)
  /// The form of a paper.
  case form(DocumentForm)
  /// The files on an invoice.
  case files(FileDesk)

  /// The place its keys belong to.
  var place: Place {
    switch self {
    case .documents: .documents
    case .form: .documentForm
    case .files(let desk): desk.path == nil ? .files : .filePath
    }
  }

  /// What can be done with papers and files.
  static let commands: [Command] =
    DocumentDesk.commands + DocumentDesk.openers + DocumentForm.commands + FileDesk.commands
}

extension AppState {
  /// Takes what was loaded for drafts and papers.
  mutating func reduceDrafting(_ action: DraftingAction) -> [Effect] {
    switch action {
    case .lastFound(let draft, let result): return fillLines(draft, result)
    case .templatesLoaded(let result): offerTemplates(result)
    case .documentsLoaded(let kind, let result): show(result, of: kind)
    case .documentStarted(.success(let start)):
      overlays.append(.drafting(.form(DocumentForm(start, today: today, decimalMark: decimalMark))))
    case .documentStarted(.failure(let failure)):
      tell("Nothing was begun: \(failure.message.string)", kind: .failure)
    case .filesLoaded(let invoice, let result): show(result, on: invoice)
    case .pathsFound(let typed, let paths):
      changeFiles { if $0.path?.field.text == typed { $0.path?.choices = paths } }
    }
    return []
  }

  /// Lets the overlay on top have a key; nil when the key means a command there.
  mutating func typeInDrafting(_ key: Key) -> [Effect]? {
    if case .mouse(let event) = key { return turnWheel(event.kind) }
    guard case .drafting(let overlay)? = overlays.last else { return nil }
    switch overlay {
    case .documents: return key.isPasteOrMouse ? [] : nil
    case .form: return typeInDocumentForm(key)
    case .files: return typeInFiles(key)
    }
  }

  private mutating func turnWheel(_ kind: MouseEvent.Kind) -> [Effect] {
    let step = kind == .wheelUp ? -1 : kind == .wheelDown ? 1 : 0
    changeDesk { $0.move(step) }
    changeDocumentForm { if step != 0 { $0.move(step) } }
    changeFiles { $0.move(step) }
    return []
  }
}

/// Draws what lies on top of the screen for papers and files.
func drawDrafting(
  _ overlay: DraftingOverlay, _ state: AppState, in area: Rect, on canvas: inout Canvas
) {
  switch overlay {
  case .documents(let desk): drawDocuments(desk, state, in: area, on: &canvas)
  case .form(let form): drawDocumentForm(form, state, in: area, on: &canvas)
  case .files(let desk): drawFiles(desk, in: area, on: &canvas)
  }
}
