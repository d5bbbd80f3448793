import GRDB

extension Document {
  /// Takes over what the body says, but for lines, number and custom fields. The link to a CRM deal
  /// is no part of Books' descriptions of a body: only the CRM itself sets it.
  /// - Throws: Books' refusals of bad values.
  mutating func apply(
    _ fields: BooksFields, isNew: Bool, _ kind: DocumentKind, today: Day, _ db: Database
  ) throws {
    try applyContact(fields, isNew: isNew, kind, db)
    try applyPersons(fields, db)
    try applyDates(fields, isNew: isNew, kind, today: today)
    try applyCurrency(fields, isNew: isNew, isSettled: settled != 0, db)
    try applyTerms(fields, isNew: isNew)
    if let template = try fields.text("template_id"), !template.isEmpty {
      try DocumentTemplate.demand(template)
      templateId = template
    }
    for member in kind.particulars {
      if let value = try fields.value(of: member) {
        try set(member.name, value)
      } else if isNew {
        try set(member.name, member.initial)
      }
    }
  }

  private mutating func applyContact(
    _ fields: BooksFields, isNew: Bool, _ kind: DocumentKind, _ db: Database
  ) throws {
    let named = try fields.id(kind.partyID)
    guard isNew || named.map({ $0 != contactId }) == true else { return }
    guard let id = named, let contact = try Contact.fetchOne(db, key: id),
      contact.contactType == kind.party.rawValue
    else { throw Refusal.booksInvalid(kind.partyID) }
    guard contact.status == "active" else {
      throw kind.refusal(
        13, "The \(kind.party.rawValue) \"\(contact.contactName)\" is inactive.")
    }
    guard settled == 0 else { throw Refusal.booksInvalid(kind.partyID) }
    contactId = id
    contactName = contact.contactName
    currencyId = contact.currencyId
    paymentTerms = contact.paymentTerms
    paymentTermsLabel = contact.paymentTermsLabel
    billingAddress = contact.billingAddress
    shippingAddress = contact.shippingAddress
    let primary = try ContactPerson.all(of: id, db).first
    contactPersons =
      JSONValue.array(primary.map { [.string(String($0.contactPersonId))] } ?? []).text
  }

  private mutating func applyDates(
    _ fields: BooksFields, isNew: Bool, _ kind: DocumentKind, today: Day
  ) throws {
    let newDate = try fields.day("date")
    let day = newDate ?? (isNew ? today : Day(date) ?? today)
    date = day.description
    var hasNewTerms = false
    if let days = try fields.integer("payment_terms") {
      guard (-3...1000).contains(days) else { throw Refusal.booksInvalid("payment_terms") }
      hasNewTerms = days != paymentTerms
      if hasNewTerms { paymentTermsLabel = PaymentTerms.label(days) }
      paymentTerms = days
    }
    if let label = try fields.text("payment_terms_label", limit: 100), !label.isEmpty {
      paymentTermsLabel = label
    }
    guard let second = kind.secondDay else { return }
    if let due = try fields.day(second.name) {
      guard due >= day else { throw Refusal.booksInvalid(second.name) }
      dueDate = due.description
    } else if second.followsTerms, isNew || hasNewTerms || newDate != nil {
      dueDate = (day + max(0, paymentTerms)).description
    } else if fields.has(second.name) {
      dueDate = ""
    }
  }
}

extension BooksFields {
  /// A member as it is kept; nil when the body does not have it.
  func value(of member: DocumentKind.Particular) throws -> JSONValue? {
    guard has(member.name) else { return nil }
    switch member.value {
    case .text: return .string(try text(member.name) ?? "")
    case .number: return try number(member.name).map(JSONValue.number) ?? member.initial
    case .truth: return try truth(member.name).map(JSONValue.bool) ?? member.initial
    case .day: return .string(try day(member.name)?.description ?? "")
    case .id: return .string(try id(member.name).map(String.init) ?? "")
    case .word(let words):
      guard let word = try text(member.name), words.contains(word) else {
        throw Refusal.booksInvalid(member.name)
      }
      return .string(word)
    case .any: return object[member.name].flatMap { $0.isNull ? nil : $0 } ?? member.initial
    }
  }
}
