import Foundation
import GRDB

extension DocumentCalls {
  func list(_ call: BooksCall) throws -> ZohoReply {
    let party = kind.partyName
    var sorts = [
      party: "d.contact_name", kind.numberName: "d.number", "date": "d.date", "total": "d.total",
      "balance": "d.balance", "created_time": "d.created_time",
      "last_modified_time": "d.last_modified_time", "reference_number": "d.reference_number",
    ]
    if let second = kind.secondDay { sorts[second.name] = "d.due_date" }
    for member in kind.particulars {
      sorts[member.name] = "json_extract(d.particulars, '$.\(member.name)')"
    }
    var list = BooksList(
      call.query, sorts: sorts, defaultSort: "created_time", descending: true,
      tiebreak: "d.document_id")
    list.require("d.kind = ?", [kind.name])
    try addFilters(to: &list, call)
    try kind.filter(&list, call)
    let option = call.query["response_option"].flatMap { Int($0) }
    return try call.read { db in
      let page =
        try option.map { [0, 1, 4].contains($0) } ?? true ? rows(list, call, db) : ([], false)
      var context =
        list.context(
          hasMore: page.1, report: kind.title + "s",
          appliedFilter: call.query["filter_by"]
            ?? call.query["status"].map { "Status." + $0.prefix(1).uppercased() + $0.dropFirst() }
            ?? "Status.All"
        ).objectValue ?? JSONObject()
      if let option { try addSums(option, to: &context, list, db) }
      return BooksCall.success(
        kind.words.listed, [kind.many: .array(page.0), "page_context": .object(context)])
    }
  }

  private func rows(
    _ list: BooksList, _ call: BooksCall, _ db: Database
  ) throws -> ([JSONValue], Bool) {
    let status = kind.statuses.sql("'\(call.today)'")
    let page = try list.rows(
      select: """
        SELECT d.*, \(status) AS status, EXISTS (SELECT 1 FROM books_attachments a
          WHERE a.owner_id = d.document_id) AS has_attachment FROM books_documents d
        """, db)
    let currencies = try Currency.all(db)
    let base = try Currency.base(db)
    let values = try CustomValues(kind.entity, db)
    let custom = try CustomValues.values(of: page.rows.map { $0["document_id"] }, db)
    let rows = try page.rows.map { row -> JSONValue in
      let document = try Document(row: row)
      var head = try document.head(
        kind, status: row["status"], currencies[document.currencyId] ?? base, base: base, db)
      head.append("has_attachment", JSONValue(row["has_attachment"] as Bool))
      var json = JSONObject()
      for name in kind.row {
        if let value = head[name] { json.append(name, value) }
      }
      values.append(custom[document.documentId] ?? [:], to: &json)
      return .object(json)
    }
    return (rows, page.hasMore)
  }

  private func addFilters(to list: inout BooksList, _ call: BooksCall) throws {
    try list.filter(kind.numberName, .text("d.number"))
    try list.filter("reference_number", .text("d.reference_number"))
    try list.filter(kind.partyName, .text("d.contact_name"))
    try list.filter(kind.partyID, .id("d.contact_id"))
    try list.filter("total", .amount("d.total"))
    try list.filter("balance", .amount("d.balance"))
    try list.filter("date", .day("d.date"))
    if let second = kind.secondDay { try list.filter(second.name, .day("d.due_date")) }
    try list.filter("created_date", .day("date(d.created_time, 'unixepoch')"))
    try list.filter("zcrm_potential_id", .word("d.zcrm_potential_id"))
    try list.filter("notes", .text("d.notes"))
    try list.filter(
      "search_text", .anywhere(["d.number", "d.reference_number", "d.contact_name"]))
    if let text = call.query["last_modified_time"], !text.isEmpty {
      guard let since = Timestamp.read(text) else {
        throw Refusal.booksInvalid("last_modified_time")
      }
      list.require("d.last_modified_time >= ?", [Int64(since.timeIntervalSince1970)])
    }
    for member in kind.particulars {
      let column = "json_extract(d.particulars, '$.\(member.name)')"
      switch member.value {
      case .day: try list.filter(member.name, .day(column))
      case .text, .id, .word: try list.filter(member.name, .text(column))
      case .number, .truth, .any: break
      }
    }
    let lines = "d.document_id IN (SELECT l.document_id FROM books_document_lines l WHERE"
    try list.filter("item_id", .id("l.item_id"), within: lines)
    try list.filter("line_item_id", .id("l.line_item_id"), within: lines)
    try list.filter("item_name", .text("l.name"), within: lines)
    try list.filter("item_description", .text("l.description"), within: lines)
    try list.filter("tax_id", .id("l.tax_id"), within: lines)
    let values = "d.document_id IN (SELECT v.record_id FROM books_custom_values v WHERE"
    for field in try call.read({ try CustomField.all(of: kind.entity, $0) }) {
      try list.filter(
        field.apiName, .text("v.value"), within: "\(values) v.customfield_id = \(field.id) AND")
    }
    try list.filter("custom_field", .text("v.value"), within: values)
    let status = kind.statuses.sql("'\(call.today)'")
    for wanted in [statuses(of: call.query["status"]), statuses(of: call.query["filter_by"])] {
      guard let wanted else { continue }
      let marks = wanted.map { _ in "?" }.joined(separator: ", ")
      list.require("(\(status)) IN (\(marks))", StatementArguments(wanted))
    }
  }

  /// `Status.PartiallyInvoiced`, `partially_invoiced`; nil for what it does not know, which is
  /// ignored.
  private func statuses(of word: String?) -> [String]? {
    guard let word, !word.isEmpty else { return nil }
    let name = word.hasPrefix("Status.") ? String(word.dropFirst(7)) : word
    if let statuses = kind.statuses.filters[name] { return statuses }
    let status = name.lowercased()
    return kind.statuses.all.contains(status) ? [status] : nil
  }

  private func addSums(
    _ option: Int, to context: inout JSONObject, _ list: BooksList, _ db: Database
  ) throws {
    context.append("response_option", JSONValue(option))
    if [1, 2, 3].contains(option) {
      let count = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM books_documents d\(list.whereClause)",
        arguments: list.arguments)
      context.append("total", JSONValue(count ?? 0))
    }
    guard [1, 3, 4].contains(option) else { return }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT exchange_rate, sum(total) AS total, sum(balance) AS balance
        FROM books_documents d\(list.whereClause) GROUP BY exchange_rate
        """, arguments: list.arguments)
    let places = try Currency.base(db).places
    func sum(_ column: String) -> JSONValue {
      let exact = rows.reduce(Decimal(0)) {
        $0 + Decimal(millionths: $1[column]) * Decimal(millionths: $1["exchange_rate"])
      }
      return .number(exact.rounded(places: places))
    }
    context.append("sum_columns", ["total": sum("total"), "balance": sum("balance")])
  }
}
