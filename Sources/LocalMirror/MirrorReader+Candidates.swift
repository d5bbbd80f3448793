import GRDB
import Sales

extension MirrorReader {
  /// The customers that a record of CRM is linked to at Books.
  public func customers(linkedTo party: Party) throws -> [Customer] {
    switch party {
    case .account(let id):
      try customers("WHERE account = ? ORDER BY is_active DESC, id", [id.rawValue])
    case .contact(let id):
      try customers(
        "WHERE json_extract(content, '$.contact') = ? ORDER BY is_active DESC, id", [id.rawValue])
    }
  }

  /// The active customers of which somebody has one of these mail addresses, by name.
  public func customers(withAddress addresses: [String]) throws -> [Customer] {
    let folded = addresses.filter { !$0.isEmpty }.map { SearchWords.folded($0) }
    if folded.isEmpty { return [] }
    let marks = folded.map { _ in "?" }.joined(separator: ",")
    return try customers(
      """
      WHERE is_active AND (email IN (\(marks))
        OR id IN (SELECT customer FROM persons WHERE folded_email IN (\(marks))))
      ORDER BY folded_name, id
      """, StatementArguments(folded + folded))
  }

  /// The active customers of that name, in capitals or not.
  public func customers(named name: String) throws -> [Customer] {
    try customers(
      "WHERE is_active AND folded_name = ? ORDER BY id", [SearchWords.folded(name)])
  }

  /// The companies that have deals in an open stage, by name.
  public func accountsWithOpenDeals() throws -> [Account] {
    let ids = try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT d.account_id FROM deals AS d
        JOIN stages AS s ON s.pipeline = d.pipeline AND s.id = d.stage
        WHERE s.outcome = 'open' AND d.account_id IS NOT NULL
        """)
    return try ids.compactMap { try account(Account.ID($0)) }.sorted {
      ($0.name, $0.id.rawValue) < ($1.name, $1.id.rawValue)
    }
  }
}
