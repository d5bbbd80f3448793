import Sales
import Screen

/// An invoice being written: the draft, and where in its grid the keys go.
public struct InvoiceEditor: Hashable, Sendable {
  /// The draft as it stands.
  public var draft: InvoiceDraft

  /// The editor of a draft.
  public init(_ draft: InvoiceDraft) { self.draft = draft }

  /// The part that has the keys.
  public var place: Place { .editor }

  /// Reads again what it shows.
  func reload() -> [Effect] { [] }

  /// What can be done with a draft.
  static let commands: [Command] = []
}

extension AppState {
  /// Takes what was loaded for the editor.
  mutating func reduceEditor(_ action: Action) -> [Effect] { [] }

  /// Lets the cell being edited have a key.
  mutating func typeInEditor(_ key: Key) -> [Effect]? { nil }
}
