import GRDB

extension BooksResource {
  func list(_ call: BooksCall) throws -> ZohoReply {
    try list(call) { _ in }
  }

  /// A page, with further conditions.
  func list(
    _ call: BooksCall, narrowed: (inout BooksList) throws -> Void
  ) throws -> ZohoReply {
    var list = BooksList(
      call.query, sorts: sortColumns, defaultSort: defaultSort, descending: isDescending,
      tiebreak: "record_id")
    list.require("kind = '\(kind)' AND \(condition)")
    for name in filters { try list.filter(name, filter(name)) }
    if !searched.isEmpty { try list.filter("search_text", .anywhere(searched.map(column))) }
    let applied = call.query["filter_by"] ?? ""
    if let condition = filterBy[applied] {
      list.require(condition)
    } else if let dateMember, let name = applied.split(separator: ".").last,
      let days = DayRange(String(name), today: call.today)
    {
      list.require(days.condition(BooksRecord.column(dateMember)))
    } else if applied.hasPrefix("Status."), applied != "Status.All" {
      list.require("status = ?", [applied.dropFirst("Status.".count).lowercased()])
    }
    try narrowed(&list)
    return try call.read { db in
      if let parent {
        let id = try call.id(parent.parameter, of: parent.title)
        guard try BooksRecord.find(id, parent.kind, db) != nil else {
          throw Refusal.booksMissing(parent.title)
        }
        list.require("parent_id = ?", [id])
      }
      let page = try list.rows(select: "SELECT * FROM books_records", db)
      var reply: JSONObject = [
        keys.many: .array(
          try page.rows.map {
            .object(try json(try BooksRecord(row: $0), inRow: true, call, db))
          })
      ]
      if let report {
        reply.append(
          "page_context",
          list.context(
            hasMore: page.hasMore, report: report,
            appliedFilter: applied.isEmpty ? "Status.All" : applied))
      }
      return BooksCall.success(reply)
    }
  }

  private var sortColumns: [String: String] {
    Dictionary(
      (sorts + ["created_time", "last_modified_time"]).map { ($0, column($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  private func filter(_ query: String) -> BooksList.Filter {
    let name = aliases[query] ?? query
    return switch members.first(where: { $0.name == name })?.kind {
    case .number: .amount("CAST(round(\(column(name)) * 1000000) AS INTEGER)")
    case .day: .day(column(name))
    case .reference, .word: .word(column(name))
    default: columns[name + "_amount"].map(BooksList.Filter.amount) ?? .text(column(name))
    }
  }

  /// SQL of a member, of the name of what a member points to, or of what the resource adds.
  private func column(_ name: String) -> String {
    if let column = columns[name] { return column }
    if ["created_time", "last_modified_time", "status"].contains(name) { return name }
    if name == keys.id { return "record_id" }
    for member in members {
      if case .reference(let reference) = member.kind,
        reference.nameMember(of: member.name) == name
      {
        return "(\(reference.lookup) \(BooksRecord.column(member.name)))"
      }
    }
    return BooksRecord.column(name)
  }

  // MARK: What replies show

  /// The record under its key.
  func shownAlone(_ record: BooksRecord, _ call: BooksCall, _ db: Database) throws -> JSONValue {
    let json = JSONValue.object(try json(record, inRow: false, call, db))
    return keys.listsOne ? [json] : json
  }

  func json(
    _ record: BooksRecord, inRow: Bool, _ call: BooksCall, _ db: Database
  ) throws -> JSONObject {
    var json: JSONObject = [keys.id: .string(String(record.id))]
    try members.show(record.members, inRow: inRow, into: &json, db)
    if showsStatus { json["status"] = .string(record.status) }
    json["created_time"] = .string(Contact.time(record.created))
    json["last_modified_time"] = .string(Contact.time(record.modified))
    try show(record, &json, call, db)
    return json
  }
}
