import FoundationEssentials
import Sales

extension List where Row == Customer {
  /// The customers, most recently changed first.
  ///
  /// <https://www.zoho.com/books/api/v3/contacts/#list-contacts>
  ///
  /// - Parameter modifiedSince: Only what changed since that instant: the list ends with the first
  ///   page that has older ones. Nil for all.
  public static func customers(modifiedSince: Date? = nil) -> List<Customer> {
    let list = customers(
      [("sort_column", "last_modified_time"), ("sort_order", "D")]
    ) { customer in modifiedSince.map { $0 <= customer.modifiedTime } ?? true }
    guard modifiedSince != nil else { return list }
    return List { cursor in
      var request = list.page(cursor)
      let decode = request.decode
      request.decode = { reply in
        var page = try decode(reply)
        if page.isFiltered { page.next = nil }
        return page
      }
      return request
    }
  }

  /// The customers that an account of CRM is linked to.
  public static func customers(of account: Account.ID) -> List<Customer> {
    customers([("zcrm_account_id", account.rawValue)]) {
      $0.account == nil || $0.account == account
    }
  }

  /// The customers that a person of CRM is linked to.
  public static func customers(ofContact contact: Contact.ID) -> List<Customer> {
    customers([("zcrm_contact_id", contact.rawValue)]) {
      $0.contact == nil || $0.contact == contact
    }
  }

  /// The customers whose primary person has that mail address.
  public static func customers(email: String) -> List<Customer> {
    customers([("email", email)]) { $0.email?.lowercased() == email.lowercased() }
  }

  /// The customer of that name; Books has at most one.
  public static func customers(named name: String) -> List<Customer> {
    customers([("contact_name", name)]) { $0.name.lowercased() == name.lowercased() }
  }

  private static func customers(
    _ query: [(name: String, value: String)],
    where isWanted: @escaping @Sendable (Customer) -> Bool
  ) -> List<Customer> {
    books(
      "/contacts", names: ["contacts"], query: [("contact_type", "customer")] + query,
      where: isWanted
    ) { (record: CustomerRecord) in record.customer }
  }
}

/// A customer with the people who get its mail.
public struct CustomerDetail: Hashable, Sendable {
  /// The customer.
  public let customer: Customer
  /// Its people, the primary one first.
  public let persons: [Customer.Person]
}

extension Request where Response == CustomerDetail {
  /// A customer with its people.
  public static func customer(_ id: Customer.ID) -> Self {
    Request(.books, .get, id.path) { try CustomerRecord.detail($0) }
  }

  /// Makes a customer. Books refuses a name it already has (code 3062).
  ///
  /// <https://www.zoho.com/books/api/v3/contacts/#create-a-contact>
  public static func createCustomer(_ draft: CustomerDraft) -> Self {
    Request(.books, .post, "/contacts", json: CustomerBody(draft)) {
      try CustomerRecord.detail($0)
    }
  }

  /// Changes a customer; what the draft leaves nil stays.
  public static func updateCustomer(_ id: Customer.ID, _ draft: CustomerDraft) -> Self {
    Request(.books, .put, id.path, json: CustomerBody(draft)) { try CustomerRecord.detail($0) }
  }
}

extension Request where Response == Customer.ID {
  /// Makes a customer of a CRM account, or finds the one it is linked to. It needs the integration of
  /// CRM and Books to be switched on for accounts.
  ///
  /// <https://www.zoho.com/books/api/v3/zoho-crm-integration/>
  public static func importAccount(_ id: Account.ID) -> Self {
    imported(from: "account", id.rawValue)
  }

  /// Makes a customer of a CRM contact, or finds the one they are linked to. It needs the integration of
  /// CRM and Books to be switched on for contacts.
  ///
  /// <https://www.zoho.com/books/api/v3/zoho-crm-integration/>
  public static func importContact(_ id: Contact.ID) -> Self {
    imported(from: "contact", id.rawValue)
  }

  private static func imported(from kind: String, _ id: String) -> Self {
    Request(.books, .post, "/crm/\(kind)/\(PathSegment.of(id))/import") { reply in
      let link: ImportRecord = try BooksReply.content(reply, "data")
      return Customer.ID(link.customer)
    }
  }
}

extension Identifier<Customer> {
  fileprivate var path: String { "/contacts/" + PathSegment.of(rawValue) }
}

/// The answer of an import.
private struct ImportRecord: Decodable {
  let customer: String

  enum CodingKeys: String, CodingKey {
    case customer = "contact_id"
  }

  init(from decoder: any Decoder) throws {
    customer = try decoder.container(keyedBy: CodingKeys.self).requiredID(.customer)
  }
}
