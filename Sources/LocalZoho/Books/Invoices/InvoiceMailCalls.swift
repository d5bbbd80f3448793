import Foundation
import GRDB

/// Mails about invoices. https://www.zoho.com/books/api/v3/invoices/
enum InvoiceMailCalls {
  static let routes = [
    BooksRoute("GET", "invoices/{invoice_id}/email", "invoices.READ") { call in
      try content(call, .invoice)
    },
    BooksRoute("POST", "invoices/{invoice_id}/email", "invoices.CREATE") { call in
      try send(call, .invoice, "Your invoice has been sent.")
    },
    BooksRoute("POST", "invoices/email", "invoices.CREATE", sendMany),
    BooksRoute("GET", "invoices/{invoice_id}/paymentreminder", "invoices.READ") { call in
      try content(call, .reminder)
    },
    BooksRoute("POST", "invoices/{invoice_id}/paymentreminder", "invoices.CREATE") { call in
      try send(call, .reminder, "Your payment reminder has been sent.")
    },
  ]

  private static func send(
    _ call: BooksCall, _ kind: InvoiceMailing.Kind, _ message: String
  ) throws -> ZohoReply {
    let id = try call.id("invoice_id", of: "Invoice")
    let fields = try call.fields()
    try call.write { db in
      let invoice = try Invoice.find(id, db)
      _ = try InvoiceMailing(invoice: invoice, kind: kind, call: call, db: db).send(fields)
    }
    return BooksCall.success(message)
  }

  private static func sendMany(_ call: BooksCall) throws -> ZohoReply {
    let ids = try (call.query["invoice_ids"] ?? "").split(separator: ",").map {
      guard let id = Int64($0) else { throw Refusal.booksInvalid("invoice_ids") }
      return id
    }
    guard (1...10).contains(ids.count) else { throw Refusal.booksInvalid("invoice_ids") }
    try call.write { db in
      for id in ids {
        let mailing = InvoiceMailing(invoice: try Invoice.find(id, db), call: call, db: db)
        _ = try mailing.send(BooksFields(JSONObject()))
      }
    }
    return BooksCall.success(
      """
      Your mails are scheduled to be sent in a few minutes. We will notify you once it is done.
      """)
  }

  private static func content(
    _ call: BooksCall, _ kind: InvoiceMailing.Kind
  ) throws -> ZohoReply {
    let id = try call.id("invoice_id", of: "Invoice")
    let data = try call.read { db -> JSONObject in
      let invoice = try Invoice.find(id, db)
      let words = try InvoiceMailWords(invoice, kind, call, db)
      let mailing = InvoiceMailing(invoice: invoice, kind: kind, call: call, db: db)
      let selected = Set(try mailing.defaultRecipients().map(\.contactPersonId))
      let persons = try ContactPerson.all(of: invoice.customerId, db)
      return [
        "subject": .string(words.subject), "body": .string(words.body),
        "customer_id": .string(String(invoice.customerId)),
        "customer_name": .string(invoice.customerName),
        "entity_id": .string(String(invoice.invoiceId)), "attach_pdf": true,
        "file_name": .string(invoice.fileName),
        "file_name_without_extension": .string(invoice.invoiceNumber),
        "to_contacts": .array(
          persons.filter { !$0.email.isEmpty }.map { recipient($0, selected: selected) }),
        "to_mails_str": "", "cc_mails_list": [], "cc_mails_str": "", "bcc_mails": [],
        "bcc_mails_str": "", "from_address": .string(call.caller.userID),
        "from_email": .string(try call.user(db).email),
        "from_emails": .array(
          try InvoiceMailWords.senders(call, db).map { sender in
            [
              "user_name": .string(sender.mailbox.name), "email": .string(sender.mailbox.address),
              "selected": JSONValue(!sender.isOrganization),
              "organization_contact_id": .string(sender.id),
              "is_org_email_id": JSONValue(sender.isOrganization),
            ]
          }),
        "emailtemplates": [
          ["email_template_id": "4600000000000000067", "name": "Default", "selected": true]
        ],
        "documents": "", "gateways_configured": false, "gateways_associated": false,
        "error_list": [], "deprecated_placeholders_used": [], "emailtemplate_documents": [],
      ]
    }
    return BooksCall.success(["data": .object(data)])
  }

  private static func recipient(_ person: ContactPerson, selected: Set<Int64>) -> JSONValue {
    [
      "contact_person_id": .string(String(person.contactPersonId)),
      "salutation": .string(person.salutation), "first_name": .string(person.firstName),
      "last_name": .string(person.lastName), "email": .string(person.email),
      "phone": .string(person.phone), "mobile": .string(person.mobile),
      "selected": JSONValue(selected.contains(person.contactPersonId)),
    ]
  }
}
