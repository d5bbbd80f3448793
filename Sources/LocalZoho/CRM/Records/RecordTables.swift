import GRDB

/// One table a module, one column a field: so a page, a range of times or a sum over a hundred
/// thousand deals is plain SQL over an index.
enum RecordTables {
  static func create(_ module: CRMModule, fields: [CRMField], _ db: Database) throws {
    let columns = fields.map { field in
      field.apiName == "id"
        ? "\"id\" INTEGER PRIMARY KEY" : "\(field.column) \(field.dataType.columnType)"
    }
    try db.execute(sql: "CREATE TABLE \(module.table) (\(columns.joined(separator: ", ")))")
    for field in fields where isIndexed(field) { try index(field, of: module.apiName, db) }
    if module.apiName == "Deals" {
      try db.execute(
        sql: """
          CREATE INDEX crm_Deals_board
          ON crm_Deals ("Pipeline", "Stage", "Currency", "Amount", "Expected_Revenue")
          """)
    }
  }

  /// Makes room for a field that an organization adds later.
  static func addColumn(_ field: CRMField, _ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE \(CRMModule.table(field.module))
        ADD COLUMN \(field.column) \(field.dataType.columnType)
        """)
    if isIndexed(field) { try index(field, of: field.module, db) }
  }

  /// Gives up the values of a field that an organization deletes.
  static func dropColumn(_ field: CRMField, _ db: Database) throws {
    try db.execute(sql: "DROP INDEX IF EXISTS \"crm_\(field.module)_\(field.apiName)\"")
    try db.execute(
      sql: "ALTER TABLE \(CRMModule.table(field.module)) DROP COLUMN \(field.column)")
  }

  private static func isIndexed(_ field: CRMField) -> Bool {
    guard field.apiName != "id" else { return false }
    switch field.dataType {
    case .lookup, .relatedTo, .parent: return true
    default: break
    }
    let sorted = ["Created_Time", "Modified_Time", "Deal_Name", "Account_Name", "Product_Name"]
    return field.isUnique || field.dataType == .email || sorted.contains(field.apiName)
  }

  private static func index(_ field: CRMField, of module: String, _ db: Database) throws {
    try db.execute(
      sql: """
        CREATE INDEX "crm_\(module)_\(field.apiName)" ON \(CRMModule.table(module)) (\(field.column))
        """)
  }
}
