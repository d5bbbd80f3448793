import GRDB

/// The contacts of a deal, each with its role.
/// https://www.zoho.com/crm/developer/docs/api/v8/associate-contact-role-to-deal.html
extension CRMCall {
  static let dealContactRoutes = [
    CRMRoute("GET", "Deals/{id}/Contact_Roles", "modules.deals.READ") {
      try $0.dealContacts($0.relatedID())
    },
    CRMRoute("PUT", "Deals/{id}/Contact_Roles", "modules.deals.UPDATE") {
      try $0.setDealContacts($0.relatedID())
    },
    CRMRoute("DELETE", "Deals/{id}/Contact_Roles", "modules.deals.UPDATE") {
      try $0.removeDealContacts($0.relatedID(), $0.names($0.parameter("ids")))
    },
    CRMRoute("GET", "Deals/{id}/Contact_Roles/{contact}", "modules.deals.READ") {
      try $0.dealContacts($0.relatedID(), only: $0.parameters["contact"])
    },
    CRMRoute("PUT", "Deals/{id}/Contact_Roles/{contact}", "modules.deals.UPDATE") {
      try $0.setDealContacts($0.relatedID(), only: $0.parameters["contact"])
    },
    CRMRoute("DELETE", "Deals/{id}/Contact_Roles/{contact}", "modules.deals.UPDATE") {
      try $0.removeDealContacts($0.relatedID(), [$0.parameters["contact"] ?? ""])
    },
  ]

  private func requireDeal(_ id: Int64) throws {
    guard let deals = metadata.module("Deals") else { throw Refusal.crmUnknownModule(0) }
    guard
      try Row.fetchOne(db, sql: "SELECT 1 FROM \(deals.table) WHERE id = ?", arguments: [id])
        != nil
    else { throw Refusal.crmUnknownRelated(1) }
  }

  private func dealContacts(_ deal: Int64, only contact: String? = nil) throws -> ZohoReply {
    let contacts = try module("Contacts", "READ", index: 2)
    try requireDeal(deal)
    let fields =
      contact != nil && request.query["fields"] == nil
      ? [contacts.nameField] : try requestedFields()
    let page = try number("page", 1...10, usual: 1)
    let perPage = try number("per_page", 1...200, usual: 200)
    var source = RecordSource(contacts, metadata)
    var selection = RecordSelection.fields(
      fields.filter { $0 != "Contact_Role" }, &source, metadata)
    selection.add(
      "Contact_Role",
      """
      (SELECT json_object('name', o.name, 'id', CAST(o.id AS TEXT)) FROM crm_contact_roles AS o
       JOIN crm_deal_contacts AS d ON d.role_id = o.id
       WHERE d.deal_id = \(deal) AND d.contact_id = r.id)
      """, like: CRMField("Contact_Role", "", .jsonobject))
    var filter = RecordFilter()
    filter.add(
      "r.id IN (SELECT contact_id FROM crm_deal_contacts WHERE deal_id = ?)", deal.databaseValue)
    if let contact { filter.add("r.id = ?", (Int64(contact) ?? 0).databaseValue) }
    let found = try self.page(
      selection, source, filter, orderBy: "r.id", .desc, offset: (page - 1) * perPage,
      limit: perPage)
    return contact == nil
      ? found.reply(("info", found.info(page: page, perPage: perPage))) : found.reply()
  }

  private func setDealContacts(_ deal: Int64, only: String? = nil) throws -> ZohoReply {
    _ = try module("Contacts", "READ", index: 2)
    try requireDeal(deal)
    let rows = try rows(body(), atMost: only == nil ? 100 : 1)
    let outcomes = try rows.enumerated().map { index, row in
      try outcome {
        let contact = try only.map { Int64($0) ?? 0 } ?? rowID(row, index: index)
        guard
          try Row.fetchOne(db, sql: "SELECT 1 FROM crm_Contacts WHERE id = ?", arguments: [contact])
            != nil
        else {
          throw RowOutcome.failure(
            "INVALID_DATA", "the related id given seems to be invalid",
            ["id": .string(only ?? String(contact))])
        }
        let role = try role(row, index: index)
        let isKnown =
          try Row.fetchOne(
            db, sql: "SELECT 1 FROM crm_deal_contacts WHERE deal_id = ? AND contact_id = ?",
            arguments: [deal, contact]) != nil
        try db.execute(
          sql: """
            INSERT OR REPLACE INTO crm_deal_contacts (deal_id, contact_id, role_id)
            VALUES (?, ?, ?)
            """, arguments: [deal, contact, role])
        try logLink(.changed, deal, contact, ["Contact_Role": .string(String(role))])
        return .success(
          isKnown || only != nil ? "relation updated" : "relation added",
          details: ["id": .string(String(contact))])
      }
    }
    return RowOutcome.reply(outcomes, success: 200)
  }

  private func role(_ row: JSONValue, index: Int) throws -> Int64 {
    guard let value = row["Contact_Role"] else {
      throw RowOutcome.missing("Contact_Role", row: index)
    }
    if let text = value["id"]?.idText ?? value.idText, let id = Int64(text),
      try roleExists(id)
    {
      return id
    }
    if value["id"] == nil, let name = value["name"]?.stringValue,
      let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM crm_contact_roles WHERE name = ?", arguments: [name])
    {
      return id
    }
    throw RowOutcome.failure(.unknownID, "Contact_Role", row: index)
  }

  private func removeDealContacts(_ deal: Int64, _ contacts: [String]) throws -> ZohoReply {
    _ = try module("Contacts", "READ", index: 2)
    try requireDeal(deal)
    let outcomes = try contacts.map { text -> RowOutcome in
      let contact = Int64(text) ?? 0
      try db.execute(
        sql: "DELETE FROM crm_deal_contacts WHERE deal_id = ? AND contact_id = ?",
        arguments: [deal, contact])
      guard db.changesCount > 0 else {
        return .failure(
          "INVALID_DATA", "the related id given seems to be invalid", ["id": .string(text)])
      }
      try logLink(.changed, deal, contact, ["Contact_Role": nil])
      return .success("relation removed", details: ["id": .string(text)])
    }
    return RowOutcome.reply(outcomes, success: 200)
  }

  private func logLink(
    _ verb: Effect.Verb, _ deal: Int64, _ contact: Int64, _ summary: JSONObject
  ) throws {
    var summary = summary
    summary["contact"] = .string(String(contact))
    try EffectsLedger.append(
      Effect(.crm, verb, "Contact_Roles", String(deal), summary), at: now, db)
  }
}
