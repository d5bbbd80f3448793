import Foundation
import GRDB

/// What is switched on and off for a contact, and what it was given back or has paid ahead.
/// https://www.zoho.com/books/api/v3/contacts/
enum ContactPreferenceCalls {
  static let routes = [
    BooksRoute("POST", "contacts/{contact_id}/portal/enable", "contacts.CREATE", enablePortal),
    BooksRoute("POST", "contacts/{contact_id}/paymentreminder/enable", "contacts.CREATE") { call in
      try change(call, \.isReminderEnabled, true, "payment_reminder_enabled")
      return BooksCall.success("All reminders associated with this contact have been enabled.")
    },
    BooksRoute("POST", "contacts/{contact_id}/paymentreminder/disable", "contacts.CREATE") { call in
      try change(call, \.isReminderEnabled, false, "payment_reminder_enabled")
      return BooksCall.success("All reminders associated with this contact have been stopped.")
    },
    BooksRoute("POST", "contacts/{contact_id}/track1099", "contacts.CREATE") { call in
      try change(call, \.isTracked, true, "track_1099")
      return BooksCall.success("1099 tracking is enabled.")
    },
    BooksRoute("POST", "contacts/{contact_id}/untrack1099", "contacts.CREATE") { call in
      try change(call, \.isTracked, false, "track_1099")
      return BooksCall.success("1099 tracking is disabled.")
    },
    BooksRoute("GET", "contacts/{contact_id}/refunds", "contacts.READ", refunds),
    BooksRoute(
      "GET", "contacts/{contact_id}/receivables/unusedretainerpayments", "contacts.READ",
      unusedRetainers),
  ]

  private static func change(
    _ call: BooksCall, _ switched: WritableKeyPath<Contact, Bool>, _ value: Bool, _ name: String
  ) throws {
    let id = try call.id("contact_id", of: "Contact")
    try call.write { db in
      var contact = try Contact.find(id, db)
      contact[keyPath: switched] = value
      contact.lastModifiedTime = Int64(call.now.timeIntervalSince1970)
      try contact.update(db)
      try call.record(.changed, "contacts", id, [name: JSONValue(value)], db)
    }
  }

  /// For the persons the body names, and no others.
  private static func enablePortal(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("contact_id", of: "Contact")
    guard let entries = try call.fields().objects("contact_persons"), !entries.isEmpty else {
      throw Refusal.booksInvalid("contact_persons")
    }
    try call.write { db in
      var contact = try Contact.find(id, db)
      for entry in entries {
        guard let personID = try entry.id("contact_person_id"),
          var person = try ContactPerson.fetchOne(db, key: personID), person.contactId == id,
          !person.email.isEmpty
        else { throw Refusal.booksInvalid("contact_person_id") }
        person.isAddedInPortal = true
        try person.update(db)
      }
      contact.isPortalEnabled = true
      contact.lastModifiedTime = Int64(call.now.timeIntervalSince1970)
      try contact.update(db)
      try call.record(.changed, "contacts", id, ["is_portal_enabled": true], db)
    }
    return BooksCall.success("Client Portal preferences have been updated")
  }

  /// Those of its credit notes.
  private static func refunds(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("contact_id", of: "Contact")
    var list = BooksList(
      call.query, sorts: ["date": "r.date"], defaultSort: "date", descending: true,
      tiebreak: "r.refund_id")
    list.require("r.contact_id = ?", [id])
    return try call.read { db in
      _ = try Contact.find(id, db)
      return try RefundCalls.creditNotes.reply(list, message: "success", db)
    }
  }

  private static func unusedRetainers(_ call: BooksCall) throws -> ZohoReply {
    let id = try call.id("contact_id", of: "Contact")
    return try call.read { db in
      _ = try Contact.find(id, db)
      let payments = try Payment.fetchAll(
        db,
        sql: """
          SELECT * FROM books_payments
          WHERE customer_id = ? AND retainer_id IS NOT NULL AND unused_amount > 0
          ORDER BY payment_id
          """, arguments: [id])
      let currencies = try Currency.all(db)
      let wanted = call.query["currency_id"] ?? ""
      return BooksCall.success([
        "unused_credits_receivable": .array(
          payments.filter { wanted.isEmpty || String($0.currencyId) == wanted }.map { payment in
            [
              "payment_id": .string(String(payment.paymentId)),
              "payment_number": .string(String(payment.paymentNumber)),
              "date": .string(payment.date),
              "amount": .number(Decimal(millionths: payment.amount)),
              "unused_amount": .number(Decimal(millionths: payment.unusedAmount)),
              "currency_id": .string(String(payment.currencyId)),
              "currency_code": .string(currencies[payment.currencyId]?.code ?? ""),
              "currency_symbol": .string(currencies[payment.currencyId]?.symbol ?? ""),
              "reference_number": .string(payment.referenceNumber),
              "payment_mode": .string(payment.paymentMode),
              "description": .string(payment.description),
            ]
          })
      ])
    }
  }
}
