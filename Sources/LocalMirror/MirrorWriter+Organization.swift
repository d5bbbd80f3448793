import GRDB
import Sales

extension MirrorWriter {
  /// Puts the organization in place of what was known.
  public func replace(organization: Organization) throws {
    try db.execute(sql: "DELETE FROM organization")
    try db.execute(
      sql: "INSERT INTO organization VALUES (?, ?, ?, ?, ?)",
      arguments: [
        organization.crmID, organization.booksID, organization.name, organization.currency.code,
        organization.edition,
      ])
  }

  /// Puts these users in place of all.
  public func replace(users: [User]) throws {
    try db.execute(sql: "DELETE FROM users")
    for user in users {
      try db.execute(
        sql: "INSERT OR REPLACE INTO users VALUES (?, ?, ?, ?)",
        arguments: [user.id.rawValue, user.name, user.email, user.isActive])
    }
  }

  /// Puts these pipelines, in this order, in place of all.
  public func replace(pipelines: [Pipeline]) throws {
    try ListCache.outdate(db)
    try db.execute(sql: "DELETE FROM pipelines; DELETE FROM stages")
    for (place, pipeline) in pipelines.enumerated() {
      try db.execute(
        sql: "INSERT OR REPLACE INTO pipelines VALUES (?, ?, ?, ?)",
        arguments: [pipeline.id.rawValue, place, pipeline.name, pipeline.isDefault])
      for (place, stage) in pipeline.stages.enumerated() {
        try db.execute(
          sql: "INSERT OR REPLACE INTO stages VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [
            pipeline.id.rawValue, place, stage.id.rawValue, stage.name, stage.probability,
            stage.outcome.rawValue,
          ])
      }
    }
  }

  /// Puts these fields, in this order, in place of all of the module.
  public func replace(fields: [ModuleField], of module: String) throws {
    try db.execute(sql: "DELETE FROM fields WHERE module = ?", arguments: [module])
    for (place, field) in fields.enumerated() {
      try db.execute(
        sql: "INSERT INTO fields VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          module, place, field.apiName, field.label, field.dataType, field.isRequired,
          field.isReadOnly, try Stored.json(field.choices),
        ])
    }
  }

  /// Notes how far a module has come.
  public func setCursor(_ cursor: SyncCursor) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO cursors VALUES (?, ?, ?)",
      arguments: [cursor.module, cursor.position, cursor.synced.map(Stored.time)])
  }

  /// Removes records that are gone.
  public func delete(_ ids: [String], from kind: RecordKind) throws {
    switch kind {
    case .deals: try deleteDeals(ids)
    case .activities: try deleteActivities(ids)
    case .invoices: try deleteInvoices(ids)
    case .payments: try deletePayments(ids)
    case .customers:
      try deleteRows(ids, from: "persons", column: "customer")
      try deleteRows(ids, from: kind.rawValue)
    case .contacts, .accounts, .leads: try deletePeople(ids, from: kind)
    case .notes, .items: try deleteRows(ids, from: kind.rawValue)
    }
  }

  func deleteRows(_ ids: [String], from table: String, column: String = "id") throws {
    let delete = try db.cachedStatement(sql: "DELETE FROM \(table) WHERE \(column) = ?")
    for id in ids { try delete.execute(arguments: [id]) }
  }
}
