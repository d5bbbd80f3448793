import Foundation
import GRDB

extension DocumentWriting {
  func lines(
    of document: Document, _ fields: BooksFields, known: [DocumentLine]
  ) throws -> [DocumentLine] {
    let entries = try fields.objects("line_items") ?? []
    guard !entries.isEmpty || !kind.needsLines else { throw Refusal.booksInvalid("line_items") }
    let rate = Decimal(millionths: document.exchangeRate)
    var lines: [DocumentLine] = []
    for (index, entry) in entries.enumerated() {
      var line: DocumentLine
      if let id = try entry.id("line_item_id"),
        let old = known.first(where: { $0.lineItemId == id })
      {
        guard !lines.contains(where: { $0.lineItemId == id }) else {
          throw Refusal.booksInvalid("line_item_id")
        }
        line = old
        line.itemOrder = index + 1
      } else {
        guard known.isEmpty || !entry.has("line_item_id") else {
          throw Refusal.booksInvalid("line_item_id")
        }
        guard entry.has("item_id") || entry.has("rate") else { throw Refusal.booksInvalid("rate") }
        line = DocumentLine(
          lineItemId: try BooksStart.nextID(db), documentId: document.documentId,
          itemOrder: index + 1)
      }
      try line.apply(entry, exchangeRate: rate, requiresName: !entry.has("account_id"), db)
      try line.applyParticulars(entry, kind.lineParticulars)
      lines.append(line)
    }
    return lines
  }

  /// Gives the document its number.
  /// - Throws: code 2 when an own number is missing, code 1 of the kind when it is taken.
  func setNumber(of document: inout Document, _ fields: BooksFields, isNew: Bool) throws {
    let own = try fields.text(kind.numberName, limit: 100) ?? ""
    switch kind.numbering {
    case .own(let isUniqueInKind):
      guard !own.isEmpty || !isNew else { throw Refusal.booksInvalid(kind.numberName) }
      guard !own.isEmpty, own != document.number else { return }
      try demandFree(own, for: document, amongContact: !isUniqueInKind)
      document.number = own
    case .series(let prefix):
      let isOwn =
        try call.isTrue("ignore_auto_number_generation")
        || fields.truth("ignore_auto_number_generation") == true
      if isOwn, !own.isEmpty {
        try demandFree(own, for: document, amongContact: false)
        document.number = own
      } else if isOwn, isNew {
        throw Refusal.booksInvalid(kind.numberName)
      } else if !own.isEmpty, own != document.number {
        throw kind.refusal(
          97,
          "\(kind.title) number is auto-generated. "
            + "Set ignore_auto_number_generation to use your own.")
      } else if isNew {
        document.number = try nextNumber(prefix)
      }
    }
  }

  private func demandFree(
    _ number: String, for document: Document, amongContact: Bool
  ) throws {
    let holder = try Int64.fetchOne(
      db,
      sql: """
        SELECT document_id FROM books_documents
        WHERE kind = ? AND number = ? AND document_id <> ? AND (contact_id = ? OR NOT ?)
        """,
      arguments: [kind.name, number, document.documentId, document.contactId, amongContact])
    guard holder == nil else {
      throw kind.refusal(11, "\(kind.title) \"\(number)\" already exists.")
    }
  }

  private func nextNumber(_ standard: String) throws -> String {
    let chosen = try BooksSettings.value("\(kind.name)_prefix", db)
    let prefix = chosen.isEmpty ? standard : chosen
    while true {
      let number = try BooksSettings.takeNumber("next_\(kind.name)_number", db)
      let candidate = prefix + Digits.padded(number, 6)
      let isTaken = try Bool.fetchOne(
        db,
        sql: "SELECT EXISTS (SELECT 1 FROM books_documents WHERE kind = ? AND number = ?)",
        arguments: [kind.name, candidate])
      if isTaken == false { return candidate }
    }
  }
}

extension DocumentLine {
  mutating func applyParticulars(
    _ fields: BooksFields, _ members: [DocumentKind.Particular]
  ) throws {
    guard !members.isEmpty else { return }
    var object = try JSONValue(parsing: particulars).objectValue ?? JSONObject()
    for member in members {
      if let value = try fields.value(of: member) {
        object[member.name] = value
      } else if object[member.name] == nil {
        object[member.name] = member.initial
      }
    }
    particulars = JSONValue.object(object).text
  }

  /// A member that only lines of its kind have.
  subscript(particular name: String) -> JSONValue? {
    get throws { try JSONValue(parsing: particulars)[name] }
  }
}
