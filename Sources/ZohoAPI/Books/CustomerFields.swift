import FoundationEssentials
import Sales

extension Request where Response == RecordFields {
  /// A customer with every key that Books keeps of it, addresses and people included.
  ///
  /// <https://www.zoho.com/books/api/v3/contacts/#get-contact>
  public static func customerFields(_ id: Customer.ID) -> Self {
    Request(.books, .get, "/contacts/" + PathSegment.of(id.rawValue)) { reply in
      let content: FieldValue = try BooksReply.content(reply, "contact")
      guard let fields = content.fields else {
        throw ZohoError.unreadable(
          path: reply.path, status: reply.status, reason: "the contact is no object")
      }
      return fields
    }
  }
}

extension Request where Response == Void {
  /// Changes keys of a customer; the others stay. An address must be sent whole.
  ///
  /// <https://www.zoho.com/books/api/v3/contacts/#update-a-contact>
  public static func updateCustomer(_ id: Customer.ID, fields: RecordFields) -> Self {
    Request(.books, .put, "/contacts/" + PathSegment.of(id.rawValue), json: fields) { reply in
      try BooksReply.done(reply)
    }
  }

  /// Changes keys of a person at a customer; the others stay.
  ///
  /// <https://www.zoho.com/books/api/v3/contact-persons/#update-a-contact-person>
  public static func updatePerson(
    _ person: String, of customer: Customer.ID, fields: RecordFields
  ) -> Self {
    var fields = fields
    fields["contact_id"] = .text(customer.rawValue)
    return Request(
      .books, .put, "/contacts/contactpersons/" + PathSegment.of(person), json: fields
    ) { reply in try BooksReply.done(reply) }
  }
}

extension Request where Response == String {
  /// Adds a person to a customer, and answers their id.
  ///
  /// <https://www.zoho.com/books/api/v3/contact-persons/#create-a-contact-person>
  public static func addPerson(to customer: Customer.ID, fields: RecordFields) -> Self {
    var fields = fields
    fields["contact_id"] = .text(customer.rawValue)
    return Request(.books, .post, "/contacts/contactpersons", json: fields) { reply in
      let person: PersonAnswer = try BooksReply.content(reply, "contact_person")
      return person.id
    }
  }
}

/// The person in an answer: an object, or an array of one in Zoho's own description.
private struct PersonAnswer: Decodable {
  let id: String

  enum CodingKeys: String, CodingKey {
    case id = "contact_person_id"
  }

  init(from decoder: any Decoder) throws {
    if var list = try? decoder.unkeyedContainer() {
      id = try list.decode(PersonAnswer.self).id
    } else {
      id = try decoder.container(keyedBy: CodingKeys.self).requiredID(.id)
    }
  }
}

extension RecordFields {
  /// Texts by key, where a key with a dot is a member of an object: `billing_address.city`.
  public init(nesting texts: [String: String]) {
    var fields: [String: FieldValue] = [:]
    for (key, text) in texts {
      let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
      if parts.count == 2 {
        var members = fields[parts[0]]?.fields ?? [:]
        members[parts[1]] = .text(text)
        fields[parts[0]] = .object(members)
      } else {
        fields[key] = .text(text)
      }
    }
    self = fields
  }
}
