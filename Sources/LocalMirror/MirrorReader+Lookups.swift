import GRDB
import Sales

/// A record that was found by words, with what tells it apart.
public struct FoundRecord: Hashable, Sendable {
  /// The record.
  public let key: RecordKey
  /// An address, a company, a day.
  public let detail: String
}

extension MirrorReader {
  /// Records of a module, or users, with every word in their name, address or company, by name.
  public func matches(_ words: String, in module: String, limit: Int) throws -> [FoundRecord] {
    let source: String
    switch module {
    case "Contacts":
      source = "SELECT id, name, coalesce(account_name, email, ''), words FROM contacts"
    case "Accounts": source = "SELECT id, name, coalesce(billing_address, ''), words FROM accounts"
    case "Leads": source = "SELECT id, name, coalesce(company, ''), words FROM leads"
    case "Deals":
      source = """
        SELECT d.id, d.name, coalesce(d.account_name, ''), s.words
        FROM deals AS d JOIN deal_search AS s ON s.deal = d.number
        """
    case FormField.users:
      source = """
        SELECT id, name, email, lower(name || char(10) || email) AS words FROM users
        WHERE is_active
        """
    default: return []
    }
    let (condition, arguments) = SearchWords.condition("words", SearchWords.split(words))
    return try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM (\(source)) WHERE \(condition) ORDER BY name COLLATE NOCASE, id LIMIT ?
        """, arguments: arguments + [limit]
    ).map {
      FoundRecord(key: RecordKey(module: module, id: $0[0], name: $0[1]), detail: $0[2])
    }
  }

  /// Contacts, accounts or leads with the same mail address, telephone number or name as a record that
  /// is being made.
  public func lookalikes(
    of values: [String: RecordValue], in module: String
  ) throws -> [FoundRecord] {
    guard ["Contacts", "Accounts", "Leads"].contains(module) else { return [] }
    let table = module.lowercased()
    func text(_ field: String) -> String? {
      values[field].map(\.text).flatMap { $0.isEmpty ? nil : $0 }
    }
    var found: [FoundRecord] = []
    func add(_ column: String, _ value: String?, _ words: String) throws {
      guard let value, found.isEmpty else { return }
      found += try Row.fetchAll(
        db,
        sql: "SELECT id, name FROM \(table) WHERE \(column) = ? COLLATE NOCASE ORDER BY id LIMIT 3",
        arguments: [value]
      ).map {
        FoundRecord(key: RecordKey(module: module, id: $0[0], name: $0[1]), detail: words)
      }
    }
    if module != "Accounts" { try add("email", text("Email"), "same mail address") }
    try add("phone", text("Phone"), "same telephone number")
    let full = [text("First_Name"), text("Last_Name")].compactMap { $0 }.joined(separator: " ")
    let name = module == "Accounts" ? text("Account_Name") : full.isEmpty ? nil : full
    try add("name", name, "same name")
    return found
  }

  /// The name of a contact, an account or a lead; nil when the local copy lists none of that id.
  public func personName(_ id: String, of module: String) throws -> String? {
    guard ["Contacts", "Accounts", "Leads"].contains(module) else { return nil }
    return try String.fetchOne(
      db, sql: "SELECT name FROM \(module.lowercased()) WHERE id = ?", arguments: [id])
  }

  /// A layout of deals offers the stages of the pipeline that was chosen; others stay as they are.
  public func withStages(_ layout: FormLayout) throws -> FormLayout {
    guard layout.module == "Deals" else { return layout }
    var layout = layout
    var stages: [String: [String]] = [:]
    for pipeline in try pipelines() {
      let names = pipeline.stages.map(\.id.rawValue)
      stages[pipeline.id.rawValue] = names
      stages[pipeline.name] = names
    }
    for section in layout.sections.indices {
      for field in layout.sections[section].fields.indices
      where layout.sections[section].fields[field].apiName == "Stage" {
        layout.sections[section].fields[field].dependency = FormField.Dependency(
          parent: "Pipeline", choices: stages)
      }
    }
    return layout
  }
}
