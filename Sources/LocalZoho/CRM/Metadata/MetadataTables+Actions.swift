import GRDB

/// What records carry beside their own fields: layout, lock and state; and the tables of tags, locks,
/// blueprints, the timeline, and jobs.
extension MetadataTables {
  static let actions = ZohoStore.Migration(name: "crm 2: record actions") { db in
    try addColumns(db)
    try db.execute(
      sql: """
        CREATE TABLE crm_tags (
          id INTEGER PRIMARY KEY, module TEXT NOT NULL, name TEXT NOT NULL COLLATE NOCASE,
          color_code TEXT, created_time INTEGER NOT NULL, modified_time INTEGER NOT NULL,
          created_by INTEGER NOT NULL, modified_by INTEGER NOT NULL, UNIQUE (module, name)
        );
        CREATE TABLE crm_locks (
          id INTEGER PRIMARY KEY, module TEXT NOT NULL, record_id INTEGER NOT NULL UNIQUE,
          reason TEXT NOT NULL, locked_by INTEGER NOT NULL, locked_time INTEGER NOT NULL,
          modified_time INTEGER NOT NULL
        );
        CREATE TABLE crm_timeline (
          id INTEGER PRIMARY KEY, module TEXT NOT NULL, record_id INTEGER NOT NULL,
          record_name TEXT, time INTEGER NOT NULL, action TEXT NOT NULL, source TEXT NOT NULL,
          done_by INTEGER NOT NULL, details TEXT NOT NULL
        );
        CREATE INDEX crm_timeline_of_record ON crm_timeline (record_id, time);
        CREATE TABLE crm_jobs (
          id INTEGER PRIMARY KEY, kind TEXT NOT NULL, module TEXT NOT NULL,
          result TEXT NOT NULL
        );
        CREATE TABLE crm_blueprints (
          id TEXT PRIMARY KEY, name TEXT NOT NULL, module TEXT NOT NULL, field TEXT NOT NULL,
          pipeline TEXT NOT NULL, transitions TEXT NOT NULL
        );
        CREATE TABLE crm_blueprint_records (
          record_id INTEGER PRIMARY KEY, blueprint TEXT NOT NULL, saved TEXT NOT NULL
        );
        ALTER TABLE crm_deleted ADD COLUMN owner INTEGER;
        ALTER TABLE crm_deleted ADD COLUMN type TEXT NOT NULL DEFAULT 'recycle';
        ALTER TABLE crm_deleted ADD COLUMN record TEXT;
        ALTER TABLE crm_deleted ADD COLUMN deleted_with INTEGER;
        """)
    var ids = IDs(last: 4_150_868_000_000_007_000)
    for module in try CRMModule.order(Column("sequence")).fetchAll(db) where module.isAPISupported {
      let fields =
        StandardModule.system + (module.apiName == "Leads" ? StandardModule.conversion : [])
      for field in fields { try add(field, to: module, &ids, db) }
      let layout = try String.fetchOne(
        db, sql: "SELECT id FROM crm_layouts WHERE module = ? ORDER BY id",
        arguments: [module.apiName])
      try db.execute(
        sql: "UPDATE \(module.table) SET \"Layout\" = CAST(? AS INTEGER), \"Locked__s\" = 0",
        arguments: [layout])
    }
    try StandardBlueprint.install(&ids, db)
  }

  /// Ids for what a migration adds: the same every time.
  struct IDs {
    var last: Int64

    mutating func next() -> String {
      last += 1
      return String(last)
    }
  }

  static func add(
    _ field: CRMField, to module: CRMModule, _ ids: inout IDs, _ db: Database
  ) throws {
    var field = field
    field.id = ids.next()
    field.module = module.apiName
    field.sequence = try CRMField.filter(Column("module") == module.apiName).fetchCount(db) + 1
    for index in field.pickList.indices { field.pickList[index].id = ids.next() }
    try field.insert(db)
    try RecordTables.addColumn(field, db)
  }

  /// Columns that a database of the first version lacks and a new one has.
  private static func addColumns(_ db: Database) throws {
    let added: [(table: String, column: String, declaration: String)] = [
      ("crm_modules", "isCustom", "BOOLEAN NOT NULL DEFAULT 0"),
      ("crm_layouts", "terms", "TEXT"), ("crm_custom_views", "sortBy", "TEXT"),
      ("crm_custom_views", "sortOrder", "TEXT"),
    ]
    for (table, column, declaration) in added
    where try !db.columns(in: table).contains(where: { $0.name == column }) {
      try db.execute(sql: "ALTER TABLE \(table) ADD COLUMN \(column) \(declaration)")
    }
  }
}

extension StandardModule {
  /// What every record has of the system's own.
  static let system = [
    CRMField("Layout", "Layout", .layout),
    CRMField("Locked__s", "Locked", .boolean, readOnly: true),
    CRMField(
      "Record_Status__s", "Record Status", .picklist, readOnly: true,
      values: PickListValue.values("Available", "Draft", "Trash"), default: "Available"),
  ]

  /// What became of a lead.
  static let conversion = [
    CRMField("Converted__s", "Is Converted", .boolean, readOnly: true),
    CRMField("Converted_Date_Time", "Converted Time", .datetime, readOnly: true),
    CRMField("Converted_Account", "Converted Account", .lookup, readOnly: true, to: "Accounts"),
    CRMField("Converted_Contact", "Converted Contact", .lookup, readOnly: true, to: "Contacts"),
    CRMField("Converted_Deal", "Converted Deal", .lookup, readOnly: true, to: "Deals"),
  ]
}
