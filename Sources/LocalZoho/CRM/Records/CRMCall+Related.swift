import FoundationEssentials
import GRDB

/// https://www.zoho.com/crm/developer/docs/api/v8/get-related-records.html
extension CRMCall {
  /// The record in a path that goes on below it; a word in its place is no such path.
  func relatedID() throws -> Int64 {
    guard Int64(parameters["id"] ?? "") != nil else { throw Refusal.crmUnknownPath }
    return try recordID()
  }

  /// `GET /{module}/{id}/{related list}`
  func relatedList(_ parent: CRMModule, _ id: Int64, _ name: String) throws -> ZohoReply {
    guard
      let list = metadata.relatedLists.first(where: {
        $0.module == parent.apiName && $0.apiName == name
      })
    else {
      // Blueprint, locking and the like are no related lists here either.
      guard name.first?.isUppercase == true else { throw Refusal.crmUnknownPath }
      throw Refusal.crm(
        400, "INVALID_DATA", "The relation name given seems to be invalid",
        details: ["resource_path_index": 2])
    }
    try requireRecord(parent, id)
    for member in list.members {
      guard member.module != "Stage_History" else { continue }
      try caller.require("ZohoCRM.modules.\(member.module.lowercased()).READ")
    }
    guard let first = list.members.first, let target = metadata.module(first.module) else {
      return .empty(204)
    }
    guard list.members.count == 1 else { return try activities(list, id) }
    var source = RecordSource(target, metadata)
    var filter = RecordFilter()
    filter.add("r.\"\(first.lookup)\" = ?", id.databaseValue)
    return try self.list(&source, filter, isRelated: true)
  }

  func requireRecord(_ module: CRMModule, _ id: Int64) throws {
    guard
      try Row.fetchOne(
        db, sql: "SELECT 1 FROM \(module.table) WHERE id = ?", arguments: [id]) != nil
    else {
      throw Refusal.crm(
        400, "INVALID_DATA", "the id given seems to be invalid",
        details: ["resource_path_index": 1])
    }
  }

  /// Tasks, meetings and calls in one list, the last changed first.
  private func activities(_ list: CRMRelatedList, _ id: Int64) throws -> ZohoReply {
    let fields = try requestedFields()
    let page = try number("page", 1...10, usual: 1)
    let perPage = try number("per_page", 1...200, usual: 200)
    let parts = list.members.map { member in
      """
      SELECT id, "Modified_Time" AS time, '\(member.module)' AS module
      FROM \(CRMModule.table(member.module))
      WHERE "\(member.lookup)" = :parent AND \(activityCondition(list.activities, member.module))
      """
    }
    let found = try Row.fetchAll(
      db,
      sql: parts.joined(separator: " UNION ALL ")
        + " ORDER BY time DESC, id DESC LIMIT :limit OFFSET :offset",
      arguments: [
        "parent": id, "limit": perPage + 1, "offset": (page - 1) * perPage, "now": seconds,
      ])
    var shown = RecordPage()
    shown.hasMore = found.count > perPage
    for row in found.prefix(perPage) {
      guard let module = metadata.module(row["module"]) else { continue }
      try append(row["id"], module, fields, to: &shown)
    }
    return shown.reply(("info", shown.info(page: page, perPage: perPage)))
  }

  private func append(
    _ id: Int64, _ module: CRMModule, _ fields: [String], to page: inout RecordPage
  ) throws {
    var source = RecordSource(module, metadata)
    var selection = RecordSelection.fields(fields, &source, metadata)
    selection.add(
      "Activity_Type", "'\(module.apiName)'", like: CRMField("Activity_Type", "", .text))
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT \(selection.expressions.joined(separator: ", ")) FROM \(source.sql)
          WHERE r.id = ?
          """), arguments: [id])
    if let row { page.append(row, selection, users) }
  }

  func activityCondition(_ state: CRMRelatedList.ActivityState?, _ module: String) -> String {
    let open =
      switch module {
      case "Tasks": "\"Status\" IS NOT 'Completed'"
      case "Events": "\"End_DateTime\" >= :now"
      default: "IFNULL(\"Outgoing_Call_Status\", '') IN ('Scheduled', 'Overdue')"
      }
    switch state {
    case .open: return open
    case .closed: return "NOT (\(open))"
    case nil: return ":now IS NOT NULL"
    }
  }
}
