import GRDB

/// Zoho CRM v8. https://www.zoho.com/crm/developer/docs/api/v8/
struct CRMService: Sendable {
  static let migrations =
    MetadataTables.migrations + FileTables.migrations + BulkTables.migrations
    + WatchTables.migrations + ContactRoleTables.migrations + EmailTables.migrations
    + ShareTables.migrations + PhotoTables.migrations

  let store: ZohoStore
  let pace: BulkPace
  /// Carries callbacks; without it nobody is called.
  private let courier: Courier?
  private let notifications: Notifications?
  private let cache = CRMMetadataCache()

  init(
    store: ZohoStore, pace: BulkPace = BulkPace(), courier: Courier? = nil,
    notifications: Notifications? = nil
  ) {
    self.store = store
    self.pace = pace
    self.courier = courier
    self.notifications = notifications
  }

  /// Answers a call below `/crm`.
  /// - Throws: ``Refusal`` where the CRM says no; any other error is the server's own fault.
  func handle(_ request: ZohoRequest, caller: Caller) throws -> ZohoReply {
    var request = request
    request.path = Self.path(request.path)
    let path = Array(request.path.dropFirst(2))
    guard request.path.prefix(2) == ["crm", "v8"], !path.isEmpty else {
      throw Refusal.crmUnknownPath
    }
    guard ["GET", "POST", "PUT", "PATCH", "DELETE"].contains(request.method) else {
      throw Refusal.crmWrongMethod
    }
    let matches = CRMRoutes.matches(path)
    let match = matches.first { $0.route.method == request.method }
    if path.first == "bulk" { try runDueJobs() }
    defer { callBack(path, request.method) }
    let now = store.now()
    let asked = request
    func answer(_ db: Database) throws -> ZohoReply {
      var call = try CRMCall(
        asked, caller, parameters: match?.parameters ?? [:], db, metadata(db), now: now)
      call.bulkPace = pace
      return try call.answer(match, among: matches)
    }
    guard let match, !match.route.isRead else { return try store.read(answer) }
    let reply = try store.write(answer)
    if ["settings", "org", "__composite_requests"].contains(path[0]) { cache.forget() }
    return reply
  }

  func metadata(_ db: Database) throws -> CRMMetadata { try cache.metadata(db) }

  /// Bulk calls have a place of their own for the version, and results of Bulk Write another host.
  static func path(_ path: [String]) -> [String] {
    if path.prefix(3) == ["crm", "bulk", "v8"] {
      return ["crm", "v8", "bulk"] + path.dropFirst(3)
    }
    if path.count == 6, path.prefix(2) == ["v2", "crm"], path[3] == "bulk-write" {
      return ["crm", "v8", "bulk", "write", path[4], "result"]
    }
    return path.prefix(3) == ["crm", "v8", "bulk"] ? [] : path
  }

  /// Sends word of what a call changed, beside the calls that follow.
  private func callBack(_ path: [String], _ method: String) {
    guard let courier else { return }
    let service = self
    if path.first == "bulk" {
      courier.run(after: method == "POST" ? pace.seconds : 0) {
        try service.runDueJobs()
        return try service.jobCallbacks() + (service.notifications?.due() ?? [])
      }
    } else if method != "GET", let notifications {
      courier.run(notifications.due)
    }
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
