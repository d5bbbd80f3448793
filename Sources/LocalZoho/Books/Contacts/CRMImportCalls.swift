import Foundation
import GRDB

/// Makes a customer of a CRM account or contact, or finds the one already made.
/// https://www.zoho.com/books/api/v3/zoho-crm-integration/
enum CRMImportCalls {
  static let routes = [
    BooksRoute("POST", "crm/account/{crm_account_id}/import", "contacts.CREATE", importAccount),
    BooksRoute("POST", "crm/contact/{crm_contact_id}/import", "contacts.CREATE", importContact),
    BooksRoute("POST", "crm/item/{crm_product_id}/import", "settings.CREATE", importItem),
  ]

  private static func importAccount(_ call: BooksCall) throws -> ZohoReply {
    let crmID = call.parameters["crm_account_id"] ?? ""
    let id = try call.write { db -> Int64 in
      if let known = try linked("zcrm_account_id", crmID, db) { return known }
      guard let account = try call.service.crm.account(crmID, db) else {
        throw Refusal.booksMissing("CRM account")
      }
      var contact = try ContactCalls.newContact(call, db)
      contact.contactName = try freeName(account.name, db)
      contact.companyName = account.name
      contact.zcrmAccountId = crmID
      contact.website = account.website
      contact.billingAddress = JSONValue.object(account.billingAddress).text
      contact.shippingAddress = contact.billingAddress
      if let code = account.currency, let currency = try Currency.find(code: code, db) {
        contact.currencyId = currency.id
      }
      return try insert(contact, account.persons, call, db)
    }
    return BooksCall.success(["data": ["contact_id": .string(String(id))]])
  }

  private static func importContact(_ call: BooksCall) throws -> ZohoReply {
    let crmID = call.parameters["crm_contact_id"] ?? ""
    let id = try call.write { db -> Int64 in
      if let known = try linked("zcrm_contact_id", crmID, db) { return known }
      guard let person = try call.service.crm.contact(crmID, db) else {
        throw Refusal.booksMissing("CRM contact")
      }
      if let account = person.accountID, let known = try linked("zcrm_account_id", account, db) {
        return known
      }
      var contact = try ContactCalls.newContact(call, db)
      let name = [person.firstName, person.lastName].filter { !$0.isEmpty }
      contact.contactName = try freeName(name.joined(separator: " "), db)
      contact.customerSubType = "individual"
      contact.zcrmContactId = crmID
      return try insert(contact, [person], call, db)
    }
    return BooksCall.success(["data": ["contact_id": .string(String(id))]])
  }

  /// An item of the product's name is the product's.
  private static func importItem(_ call: BooksCall) throws -> ZohoReply {
    let now = Int64(call.now.timeIntervalSince1970)
    let id = try call.write { db -> Int64 in
      guard let product = try call.service.crm.product(call.parameters["crm_product_id"] ?? "", db)
      else { throw Refusal.booksMissing("CRM product") }
      if let known = try Int64.fetchOne(
        db, sql: "SELECT item_id FROM books_items WHERE name = ?", arguments: [product.name])
      {
        return known
      }
      guard let rate = (Decimal(product.unitPrice) / 100).millionths else {
        throw Refusal.booksInvalid("rate")
      }
      let item = Item(
        itemId: try BooksStart.nextID(db), name: product.name, description: product.description,
        rate: rate, sku: product.code, createdTime: now,
        lastModifiedTime: now)
      try item.insert(db)
      try call.record(.created, "items", item.itemId, ["name": .string(item.name)], db)
      return item.itemId
    }
    return BooksCall.success(["data": ["item_id": .string(String(id))]])
  }

  private static func linked(_ column: String, _ id: String, _ db: Database) throws -> Int64? {
    guard !id.isEmpty else { return nil }
    return try Int64.fetchOne(
      db, sql: "SELECT contact_id FROM books_contacts WHERE \(column) = ?", arguments: [id])
  }

  /// The name, with a number behind it when another customer has it already.
  private static func freeName(_ name: String, _ db: Database) throws -> String {
    var candidate = name.isEmpty ? "Customer" : name
    var number = 1
    while try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM books_contacts WHERE contact_name = ?)",
      arguments: [candidate]) == true
    {
      number += 1
      candidate = "\(name) \(number)"
    }
    return candidate
  }

  private static func insert(
    _ contact: Contact, _ persons: [CRMRecords.Person], _ call: BooksCall, _ db: Database
  ) throws -> Int64 {
    try contact.insert(db)
    for (index, person) in persons.enumerated() {
      try ContactPerson(
        contactPersonId: try BooksStart.nextID(db), contactId: contact.contactId,
        salutation: person.salutation, firstName: person.firstName, lastName: person.lastName,
        email: person.email, phone: person.phone, mobile: person.mobile,
        isPrimaryContact: index == 0
      ).insert(db)
    }
    try ContactCalls.noteCreation(of: contact, call, db)
    return contact.contactId
  }
}
