import GRDB
import Sales

extension MirrorReader {
  /// The organization, once it is known.
  public func organization() throws -> Organization? {
    try Row.fetchOne(
      db, sql: "SELECT crm_id, books_id, name, currency, edition FROM organization"
    ).map {
      Organization(
        crmID: $0[0], booksID: $0[1], name: $0[2], currency: Currency($0[3]), edition: $0[4])
    }
  }

  /// The users, by name.
  public func users() throws -> [User] {
    try Row.fetchAll(
      db, sql: "SELECT id, name, email, is_active FROM users ORDER BY name COLLATE NOCASE, id"
    ).map { User(id: User.ID($0[0]), name: $0[1], email: $0[2], isActive: $0[3]) }
  }

  /// The pipelines with their stages, in order.
  public func pipelines() throws -> [Pipeline] {
    try Row.fetchAll(db, sql: "SELECT id, name, is_default FROM pipelines ORDER BY place").map {
      let id = Pipeline.ID($0[0])
      return Pipeline(id: id, name: $0[1], isDefault: $0[2], stages: try stages(of: id))
    }
  }

  func stages(of pipeline: Pipeline.ID) throws -> [Stage] {
    try Row.fetchAll(
      db,
      sql: "SELECT id, name, probability, outcome FROM stages WHERE pipeline = ? ORDER BY place",
      arguments: [pipeline.rawValue]
    ).map { row in
      guard let outcome = Stage.Outcome(rawValue: row[3]) else {
        throw MirrorError.damaged(reason: "the outcome of a stage")
      }
      return Stage(id: Stage.ID(row[0]), name: row[1], probability: row[2], outcome: outcome)
    }
  }

  /// The fields of a module, in order.
  public func fields(of module: String) throws -> [ModuleField] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT api_name, label, data_type, is_required, is_read_only, choices FROM fields
        WHERE module = ? ORDER BY place
        """, arguments: [module]
    ).map {
      ModuleField(
        module: module, apiName: $0[0], label: $0[1], dataType: $0[2], isRequired: $0[3],
        isReadOnly: $0[4], choices: try Stored.value([ModuleField.Choice].self, $0[5]))
    }
  }

  /// How far a module has come; nil when it was never fetched.
  public func cursor(for module: String) throws -> SyncCursor? {
    try cursors().first { $0.module == module }
  }

  /// How far every module has come.
  public func cursors() throws -> [SyncCursor] {
    try Row.fetchAll(db, sql: "SELECT module, position, synced FROM cursors ORDER BY module").map {
      SyncCursor(
        module: $0[0], position: $0[1], synced: ($0[2] as Int64?).map(Stored.date))
    }
  }

  /// The ids of all records of a sort.
  public func ids(of kind: RecordKind) throws -> Set<String> {
    try String.fetchSet(db, sql: "SELECT id FROM \(kind.rawValue)")
  }
}
