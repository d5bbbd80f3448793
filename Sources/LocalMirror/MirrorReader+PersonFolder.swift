import GRDB
import Sales

extension MirrorReader {
  /// Everything around a contact, an account or a lead, as far as the local copy has it.
  public func personFolder(_ id: String, in list: PeopleList) throws -> PersonFolder {
    var folder = PersonFolder(
      record: try record(id, of: list.module), notes: try notes(ofRecord: id))
    let layouts = try layouts(of: list.module)
    folder.layout = layouts.first
    if case .reference(let own, _)? = folder.record?.values["Layout"] {
      folder.layout = layouts.first { $0.id == own } ?? layouts.first
    }
    folder.openStages = Set(
      try pipelines().flatMap(\.stages).filter { $0.outcome == .open }.map(\.id))
    if let column = list.dealColumn { folder.deals = try deals(of: id, by: column) }
    folder.activities = try activities(of: id, in: list)
    switch list {
    case .contacts:
      folder.customer = try customers(linkedTo: .contact(Contact.ID(id))).first
      if folder.customer == nil, let contact = try contact(Contact.ID(id)),
        let account = contact.account?.id
      {
        folder.customer = try customer(for: account, contact: contact.id)?.customer
      }
    case .accounts:
      folder.people = try contacts(of: Account.ID(id))
      folder.customer = try customers(linkedTo: .account(Account.ID(id))).first
    case .leads: break
    }
    if let customer = folder.customer {
      folder.invoices = try InvoiceColumns.fetch(
        db, "WHERE customer_id = ? ORDER BY date DESC, row DESC LIMIT 200",
        [customer.id.rawValue])
    }
    return folder
  }

  private func deals(of id: String, by column: String) throws -> [DealRow] {
    let numbers = try Int64.fetchAll(
      db,
      sql: """
        SELECT d.number FROM deals AS d
        LEFT JOIN stages AS s ON s.pipeline = d.pipeline AND s.id = d.stage
        WHERE d.\(column) = ?
        ORDER BY coalesce(s.outcome, 'open') <> 'open', d.closing IS NULL, d.closing, d.number
        LIMIT 200
        """, arguments: [id])
    return try DealColumns.rows(numbers, db)
  }

  private func notes(ofRecord id: String) throws -> [Note] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, title, content, parent, author, created, modified FROM notes
        WHERE parent = ? ORDER BY created DESC, id DESC LIMIT 200
        """, arguments: [id]
    ).map {
      Note(
        id: Note.ID($0[0]), title: $0[1], content: $0[2], parent: $0[3], author: $0[4],
        createdTime: Stored.date($0[5]), modifiedTime: Stored.date($0[6]))
    }
  }

  /// What is not done, by day, then what is; a company's by way of its deals and its people.
  private func activities(of id: String, in list: PeopleList) throws -> [Activity] {
    let condition: String
    switch list {
    case .contacts, .leads: condition = "a.contact = :id"
    case .accounts:
      condition = """
        a.deal IN (SELECT id FROM deals WHERE account_id = :id)
          OR a.contact IN (SELECT id FROM contacts WHERE account_id = :id)
        """
    }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT \(ActivityColumns.names(of: "a")) FROM activities AS a WHERE \(condition)
        ORDER BY is_done, day IS NULL, iif(is_done, NULL, day), iif(is_done, day, NULL) DESC, time,
          id LIMIT 200
        """, arguments: ["id": id]
    ).compactMap { ActivityColumns.activity($0, from: 0) }
  }
}
