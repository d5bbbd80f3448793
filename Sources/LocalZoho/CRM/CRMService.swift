import GRDB

/// Zoho CRM v8. https://www.zoho.com/crm/developer/docs/api/v8/
struct CRMService: Sendable {
  static let migrations = MetadataTables.migrations

  let store: ZohoStore
  private let cache = CRMMetadataCache()

  init(store: ZohoStore) { self.store = store }

  /// Answers a call below `/crm`.
  /// - Throws: ``Refusal`` where the CRM says no; any other error is the server's own fault.
  func handle(_ request: ZohoRequest, caller: Caller) throws -> ZohoReply {
    let path = Array(request.path.dropFirst(2))
    guard request.path.prefix(2) == ["crm", "v8"], !path.isEmpty else {
      throw Refusal.crmUnknownPath
    }
    guard ["GET", "POST", "PUT", "PATCH", "DELETE"].contains(request.method) else {
      throw Refusal.crmWrongMethod
    }
    let matches = CRMRoutes.matches(path)
    let match = matches.first { $0.route.method == request.method }
    let now = store.now()
    func answer(_ db: Database) throws -> ZohoReply {
      try CRMCall(
        request, caller, parameters: match?.parameters ?? [:], db, cache.metadata(db), now: now
      ).answer(match, among: matches)
    }
    guard let match, !match.route.isRead else { return try store.read(answer) }
    let reply = try store.write(answer)
    if path.first == "settings" || path.first == "org" { cache.forget() }
    return reply
  }

  /// Adds a field of the organization's own to a module; its records have it at once, empty.
  /// - Throws: GRDB's `DatabaseError` when the module has a field of that name or is none.
  func addField(_ field: CRMField, to module: String) throws {
    try store.write { db in
      var field = field
      field.module = module
      field.id = try RecordIDs.next(.crm, db)
      field.isCustom = true
      field.sequence = try CRMMetadata(db).fields(of: module).count + 1
      for index in field.pickList.indices {
        field.pickList[index].id = try RecordIDs.next(.crm, db)
      }
      try field.insert(db)
      try RecordTables.addColumn(field, db)
    }
    cache.forget()
  }
}
