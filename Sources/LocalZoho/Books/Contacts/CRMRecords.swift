import GRDB

/// What Books reads of the CRM when it imports a customer.
struct CRMRecords: Sendable {
  /// A company, or a person without one.
  struct Account: Hashable, Sendable {
    var id: String
    var name: String
    /// ISO code; nil means the organization's own.
    var currency: String?
    var website = ""
    var phone = ""
    /// As Books keeps addresses.
    var billingAddress = JSONObject()
    var persons: [Person] = []
  }

  struct Person: Hashable, Sendable {
    var id: String
    var salutation = ""
    var firstName = ""
    var lastName = ""
    var email = ""
    var phone = ""
    var mobile = ""
    /// The account it belongs to.
    var accountID: String?
  }

  struct Product: Hashable, Sendable {
    var name: String
    var code = ""
    var description = ""
    /// In hundredths of the organization's currency.
    var unitPrice: Int64 = 0
  }

  /// Reads in the transaction of the call; nil when there is no such record.
  var account: @Sendable (String, Database) throws -> Account?
  var contact: @Sendable (String, Database) throws -> Person?
  var product: @Sendable (String, Database) throws -> Product? = { _, _ in nil }

  /// An organization without a CRM.
  static let none = CRMRecords(
    account: { _, _ in nil }, contact: { _, _ in nil })
}

extension CRMRecords {
  /// The CRM of this server, by its tables.
  static let tables = CRMRecords(
    account: { id, db in
      guard let row = try row("Accounts", id, db) else { return nil }
      let persons = try Row.fetchAll(
        db, sql: "SELECT * FROM \"crm_Contacts\" WHERE \"Account_Name\" = ? ORDER BY id",
        arguments: [row["id"] as Int64])
      var address = JSONObject()
      let columns = [
        "address": "Billing_Street", "city": "Billing_City", "state": "Billing_State",
        "zip": "Billing_Code", "country": "Billing_Country",
      ]
      for member in BooksFields.addressMembers {
        address.append(member, .string(columns[member].flatMap { row[$0] } ?? ""))
      }
      return Account(
        id: id, name: row["Account_Name"] ?? "", currency: row["Currency"],
        website: row["Website"] ?? "", phone: row["Phone"] ?? "", billingAddress: address,
        persons: persons.map(person))
    },
    contact: { id, db in try row("Contacts", id, db).map(person) },
    product: { id, db in
      try row("Products", id, db).map {
        Product(
          name: $0["Product_Name"] ?? "", code: $0["Product_Code"] ?? "",
          description: $0["Description"] ?? "", unitPrice: $0["Unit_Price"] ?? 0)
      }
    })

  private static func row(_ module: String, _ id: String, _ db: Database) throws -> Row? {
    guard let number = Int64(id) else { return nil }
    return try Row.fetchOne(
      db, sql: "SELECT * FROM \"crm_\(module)\" WHERE id = ?", arguments: [number])
  }

  @Sendable private static func person(_ row: Row) -> Person {
    Person(
      id: String(row["id"] as Int64), salutation: row["Salutation"] ?? "",
      firstName: row["First_Name"] ?? "", lastName: row["Last_Name"] ?? "",
      email: row["Email"] ?? "", phone: row["Phone"] ?? "", mobile: row["Mobile"] ?? "",
      accountID: (row["Account_Name"] as Int64?).map(String.init))
  }
}
