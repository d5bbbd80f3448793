/// Something to be written at Books about a paper beside invoices, at most once.
public enum DocumentWrite: Hashable, Sendable, Codable {
  /// Make it. Nobody gets mail.
  case create(DocumentDraft)
  /// Give it another status: `sent`, `accepted`, `declined`, `open`, `stop`, `resume`.
  case setStatus(BooksDocument, String)
}
