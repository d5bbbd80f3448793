import Foundation
import GRDB

extension ContactCalls {
  static func list(_ call: BooksCall) throws -> ZohoReply {
    var list = BooksList(
      call.query,
      sorts: [
        "contact_name": "c.contact_name", "first_name": "p.first_name", "last_name": "p.last_name",
        "email": "p.email", "outstanding_receivable_amount": Contact.outstandingSQL("c.contact_id"),
        "created_time": "c.created_time", "last_modified_time": "c.last_modified_time",
      ], defaultSort: "contact_name", descending: false, tiebreak: "c.contact_id")
    try addFilters(to: &list, call)
    return try call.read { db in
      let currencies = try Currency.all(db)
      let values = try CustomValues(.contact, db)
      let page = try list.rows(
        select: """
          SELECT c.*, p.first_name, p.last_name, p.email, p.phone, p.mobile,
            \(Contact.outstandingSQL("c.contact_id")) AS outstanding,
            \(Contact.unusedSQL("c.contact_id")) AS unused
          FROM books_contacts c LEFT JOIN books_contact_persons p
            ON p.contact_id = c.contact_id AND p.is_primary_contact
          """, db)
      let custom = try CustomValues.values(of: page.rows.map { $0["contact_id"] }, db)
      let contacts = page.rows.map { row -> JSONValue in
        var json = Self.row(row, currencies)
        values.append(custom[row["contact_id"]] ?? [:], to: &json)
        return .object(json)
      }
      return BooksCall.success([
        "contacts": .array(contacts),
        "page_context": list.context(
          hasMore: page.hasMore, report: "Contacts",
          appliedFilter: call.query["filter_by"] ?? "Status.All"),
      ])
    }
  }

  private static func addFilters(to list: inout BooksList, _ call: BooksCall) throws {
    try list.filter("contact_type", .word("c.contact_type"))
    try list.filter("contact_name", .text("c.contact_name"))
    try list.filter("company_name", .text("c.company_name"))
    try list.filter("first_name", .text("p.first_name"))
    try list.filter("last_name", .text("p.last_name"))
    try list.filter("email", .text("p.email"))
    try list.filter("phone", .text("p.phone"))
    for name in ["address", "address_startswith", "address_contains"] {
      try list.filter(name, .anywhere(["c.billing_address", "c.shipping_address"]))
    }
    try list.filter("search_text", .anywhere(["c.contact_name", "c.notes"]))
    try list.filter("zcrm_account_id", .word("c.zcrm_account_id"))
    try list.filter("zcrm_contact_id", .word("c.zcrm_contact_id"))
    if let vendor = call.query["zcrm_vendor_id"], !vendor.isEmpty { list.require("0") }
    let today = call.today.description
    switch call.query["filter_by"] {
    case "Status.Active": list.require("c.status = 'active'")
    case "Status.Inactive": list.require("c.status = 'inactive'")
    case "Status.Crm": list.require("(c.zcrm_account_id <> '' OR c.zcrm_contact_id <> '')")
    case "Status.PortalEnabled", "Status.Duplicate": list.require("0")
    case "Status.CreditLimitExceed":
      list.require(
        "c.credit_limit > 0 AND \(Contact.outstandingSQL("c.contact_id")) > c.credit_limit")
    case "Invoice.OverDue":
      list.require(
        """
        EXISTS (SELECT 1 FROM books_invoices i WHERE i.customer_id = c.contact_id
        AND i.state = 'sent' AND i.balance > 0 AND i.due_date < ?)
        """, [today])
    case "Invoice.Unpaid":
      list.require(
        """
        EXISTS (SELECT 1 FROM books_invoices i WHERE i.customer_id = c.contact_id
        AND i.state = 'sent' AND i.balance > 0)
        """)
    default: break
    }
  }

  private static func row(_ row: Row, _ currencies: [Int64: Currency]) -> JSONObject {
    let currency = currencies[row["currency_id"]]
    let account: String = row["zcrm_account_id"]
    let contact: String = row["zcrm_contact_id"]
    return [
      "contact_id": .string(String(row["contact_id"] as Int64)),
      "contact_name": .string(row["contact_name"]), "customer_name": .string(row["contact_name"]),
      "company_name": .string(row["company_name"]), "website": .string(row["website"]),
      "contact_type": .string(row["contact_type"]),
      "customer_sub_type": .string(row["customer_sub_type"]), "status": .string(row["status"]),
      "payment_terms": JSONValue(row["payment_terms"] as Int),
      "payment_terms_label": .string(row["payment_terms_label"]),
      "currency_id": .string(String(row["currency_id"] as Int64)),
      "currency_code": .string(currency?.code ?? ""),
      "is_linked_with_zohocrm": JSONValue(!account.isEmpty || !contact.isEmpty),
      "zcrm_account_id": .string(account), "zcrm_contact_id": .string(contact),
      "outstanding_receivable_amount": .number(Decimal(millionths: row["outstanding"])),
      "unused_credits_receivable_amount": .number(Decimal(millionths: row["unused"])),
      "first_name": JSONValue(row["first_name"] ?? ""),
      "last_name": JSONValue(row["last_name"] ?? ""), "email": JSONValue(row["email"] ?? ""),
      "phone": JSONValue(row["phone"] ?? ""), "mobile": JSONValue(row["mobile"] ?? ""),
      "created_time": .string(Contact.time(row["created_time"])),
      "last_modified_time": .string(Contact.time(row["last_modified_time"])),
    ]
  }
}
