import GRDB

/// A module in a query, with the joins that its columns need.
struct RecordSource {
  let module: CRMModule
  private let metadata: CRMMetadata
  private var joins: [(key: String, alias: String, sql: String)] = []

  init(_ module: CRMModule, _ metadata: CRMMetadata) {
    self.module = module
    self.metadata = metadata
  }

  /// A column of the module, or of one that a lookup leads to.
  struct Column: Hashable, Sendable {
    var sql: String
    var field: CRMField
  }

  /// What follows FROM.
  var sql: String {
    (["\(module.table) AS r"] + joins.map(\.sql)).joined(separator: " ")
  }

  /// The column of a path such as `Amount`, `Account_Name.Phone`, `Owner.last_name` or
  /// `What_Id->Accounts.Phone`; nil when there is none.
  mutating func column(_ path: String) -> Column? {
    column(path.split(separator: ".", omittingEmptySubsequences: false).map(String.init))
  }

  private mutating func column(_ path: [String]) -> Column? {
    var module = module.apiName
    var alias = "r"
    for step in path.dropLast() {
      let parts = step.split(separator: ">").map(String.init)
      let name = parts.count == 2 && parts[0].hasSuffix("-") ? String(parts[0].dropLast()) : step
      guard let field = metadata.field(name, of: module) else { return nil }
      let reference = "\(alias).\(field.column)"
      if field.dataType == .ownerlookup {
        guard step == path[path.count - 2] else { return nil }
        return userColumn(path[path.count - 1], reference)
      }
      let target = parts.count == 2 ? parts[1] : field.lookupModule
      guard let target = target.flatMap(metadata.module) else { return nil }
      alias = join(reference, to: target)
      module = target.apiName
    }
    guard let name = path.last, let field = metadata.field(name, of: module) else { return nil }
    return Column(sql: "\(alias).\(field.column)", field: field)
  }

  /// Joins the record that `reference` names, once; returns the alias of its table.
  mutating func join(_ reference: String, to module: CRMModule) -> String {
    let key = "\(reference) \(module.apiName)"
    if let known = joins.first(where: { $0.key == key }) { return known.alias }
    let alias = "j\(joins.count)"
    joins.append(
      (key, alias, "LEFT JOIN \(module.table) AS \(alias) ON \(alias).id = \(reference)"))
    return alias
  }

  private mutating func userColumn(_ name: String, _ reference: String) -> Column? {
    let columns = [
      "first_name": "first_name", "last_name": "last_name", "email": "email", "id": "id",
    ]
    let key = "\(reference) users"
    guard let column = columns[name] else { return nil }
    if name == "id" { return Column(sql: reference, field: CRMField("id", "ID", .bigint)) }
    let alias: String
    if let known = joins.first(where: { $0.key == key }) {
      alias = known.alias
    } else {
      alias = "j\(joins.count)"
      joins.append(
        (key, alias, "LEFT JOIN users AS \(alias) ON \(alias).id = CAST(\(reference) AS TEXT)"))
    }
    return Column(sql: "\(alias).\(column)", field: CRMField(name, name, .text))
  }

  /// SQL for the name of the record that a column refers to; nil for columns that refer to none.
  mutating func nameOf(_ column: Column) -> String? {
    switch column.field.dataType {
    case .lookup:
      guard let target = column.field.lookupModule.flatMap(metadata.module) else { return nil }
      return "\(join(column.sql, to: target)).\"\(target.nameField)\""
    case .relatedTo, .parent:
      let names = ["Accounts", "Deals", "Contacts", "Leads", "Products"].compactMap { name in
        metadata.module(name).map {
          "(SELECT \"\($0.nameField)\" FROM \($0.table) WHERE id = \(column.sql))"
        }
      }
      return "COALESCE(\(names.joined(separator: ", ")))"
    case .layout:
      return "(SELECT name FROM crm_layouts WHERE id = CAST(\(column.sql) AS TEXT))"
    default: return nil
    }
  }
}
