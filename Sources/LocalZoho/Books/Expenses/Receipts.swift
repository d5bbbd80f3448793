import GRDB

/// The receipt of an expense, and other files with it.
/// https://www.zoho.com/books/api/v3/expenses/
enum Receipts {
  private static let expenses = Expenses.expenses

  static let routes: [BooksRoute] = [
    BooksRoute("GET", expenses.recordPath + "/receipt", "expenses.READ") { call in
      try call.read { db in
        let expense = try expenses.find(call, db)
        guard let file = try Attachment.all(of: expense.id, db).last else {
          throw Refusal.booksMissing("Receipt")
        }
        return file.reply
      }
    },
    expenses.route("POST", "receipt") { expense, call, db in
      let files = try Attachment.uploaded(call, to: expense.id, db)
      try Attachment.removeAll(of: expense.id, db)
      for file in files { try file.insert(db) }
      return BooksCall.success("The expense receipt has been attached.")
    },
    expenses.route("DELETE", "receipt") { expense, _, db in
      guard try !Attachment.all(of: expense.id, db).isEmpty else {
        throw Refusal.booksMissing("Receipt")
      }
      try Attachment.removeAll(of: expense.id, db)
      return BooksCall.success("The attached expense receipt has been deleted.")
    },
    // The expense that an invoice bills.
    BooksRoute("DELETE", "invoices/expenses/{expense_id}/receipt", "invoices.DELETE") { call in
      try call.write { db in
        let expense = try expenses.find(call, db)
        guard try !Attachment.all(of: expense.id, db).isEmpty else {
          throw Refusal.booksMissing("Receipt")
        }
        try Attachment.removeAll(of: expense.id, db)
        try call.record(.changed, "expenses", expense.id, ["receipt": nil], db)
      }
      return BooksCall.success("The attached expense receipt has been deleted.")
    },
    expenses.route("POST", "attachment") { expense, call, db in
      let files = try Attachment.uploaded(call, to: expense.id, db)
      for file in files { try file.insert(db) }
      return BooksCall.success(
        "The expense attachment has been attached.",
        [
          "documents": .array(
            files.map { file in
              [
                "document_id": .string(String(file.documentId)),
                "file_name": .string(file.fileName), "file_size": JSONValue(file.data.count),
                "document_type": .string(file.contentType),
              ]
            })
        ])
    },
  ]
}
