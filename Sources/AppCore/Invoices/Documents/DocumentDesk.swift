import Sales
import Screen

/// The papers that Books keeps beside invoices, by sort.
public struct DocumentDesk: Hashable, Sendable {
  /// The sort that is shown.
  var kind: DocumentKind
  /// The papers that were read, by sort.
  var papers: [DocumentKind: [BooksDocument]] = [:]
  /// Why papers could not be read, by sort.
  var failures: [DocumentKind: Failure] = [:]
  /// The paper under the cursor, by sort.
  var selected: [DocumentKind: String] = [:]

  /// The sorts, in the order of their tabs.
  static let kinds: [DocumentKind] = [
    .estimate, .recurringInvoice, .creditNote, .retainerInvoice,
  ]

  /// The papers of a sort.
  init(_ kind: DocumentKind) {
    self.kind = kind
  }

  /// The papers that are shown; nil until they were read.
  var rows: [BooksDocument]? { papers[kind] }

  /// The place of the cursor.
  var index: Int { rows?.firstIndex { $0.id == selected[kind] } ?? 0 }

  /// The paper under the cursor.
  var current: BooksDocument? {
    guard let rows, rows.indices.contains(index) else { return nil }
    return rows[index]
  }

  /// Moves the cursor; stops at the ends.
  mutating func move(_ step: Int) {
    guard let rows, !rows.isEmpty else { return }
    selected[kind] = rows[min(max(0, index + step), rows.count - 1)].id
  }

  /// Shows another sort, around the ends.
  mutating func turn(_ step: Int) {
    let kinds = Self.kinds
    let place = kinds.firstIndex(of: kind) ?? 0
    kind = kinds[(place + step + kinds.count) % kinds.count]
  }
}

extension DocumentKind {
  /// Several of them, as tabs name them.
  var plural: SafeText {
    switch self {
    case .estimate: "Estimates"
    case .salesOrder: "Sales orders"
    case .recurringInvoice: "Recurring"
    case .retainerInvoice: "Retainers"
    case .creditNote: "Credit notes"
    }
  }

  /// One of them, within a sentence.
  var singular: String {
    switch self {
    case .estimate: "estimate"
    case .salesOrder: "sales order"
    case .recurringInvoice: "recurring profile"
    case .retainerInvoice: "retainer"
    case .creditNote: "credit note"
    }
  }
}

extension AppState {
  /// The papers on top of the screen.
  var desk: DocumentDesk? {
    if case .drafting(.documents(let desk))? = overlays.last { return desk }
    return nil
  }

  /// Changes the papers on top of the screen, if they are there.
  mutating func changeDesk(_ change: (inout DocumentDesk) -> Void) {
    guard var desk else { return }
    change(&desk)
    overlays[overlays.count - 1] = .drafting(.documents(desk))
  }

  /// Opens the papers of a sort.
  mutating func showDocuments(_ kind: DocumentKind) -> [Effect] {
    overlays.append(.drafting(.documents(DocumentDesk(kind))))
    return [.drafting(.loadDocuments(kind))]
  }

  /// Reads the papers again that are on top of the screen; nothing when none are.
  func reloadDocuments() -> [Effect] {
    desk.map { [.drafting(.loadDocuments($0.kind))] } ?? []
  }

  /// Takes papers that were read; the old ones stay when they were not.
  mutating func show(_ result: Result<[BooksDocument], Failure>, of kind: DocumentKind) {
    guard desk != nil else { return }
    switch result {
    case .success(let papers):
      changeDesk {
        let place = $0.index
        $0.papers[kind] = papers
        $0.failures[kind] = nil
        if !papers.contains(where: { [id = $0.selected[kind]] in $0.id == id }), !papers.isEmpty {
          $0.selected[kind] = papers[kind == $0.kind ? min(place, papers.count - 1) : 0].id
        }
      }
    case .failure(let failure):
      changeDesk { $0.failures[kind] = failure }
      tell("\(kind.plural.string) were not read: \(failure.message.string)", kind: .failure)
    }
  }
}
