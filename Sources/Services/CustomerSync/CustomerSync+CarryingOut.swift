import AppCore
import FoundationEssentials
import Outbox
import Sales
import Screen
import ZohoAPI

extension CustomerSync {
  /// Carries a plan out, one write after the other, each at most once. It stops at the first that did
  /// not succeed; what was done stays, and the next plan begins from there.
  func carryOut(_ plan: PartyPlan) async -> PartyResult {
    var result = PartyResult(party: plan.party, name: plan.name)
    do {
      switch plan.step {
      case .ambiguous(let customers):
        let names = customers.map(\.name).joined(separator: ", ")
        result.problem = .invalid("more than one customer could be meant: \(names)")
        return result
      case .create:
        if let name = try await customerMadeMeanwhile(plan) {
          result.problem = .invalid("Books has a customer \(name) by now; compare again")
          return result
        }
        guard let id = try await perform(plan.creation, &result) else { return result }
        let made = Reference<Customer>(id: Customer.ID(id), name: plan.name)
        result.customer = made.id
        // What Books did not take over from CRM by itself follows.
        try journal.save(
          PartyLink(party: plan.party, customer: made.id, agreed: PartyDetails(values: [:])),
          at: clock.now())
        guard let rest = try await plans(for: [plan.party]).first else { return result }
        try await write(rest, customer: made, &result)
      case .link(let id, _), .compare(let id):
        result.customer = id
        if case .link = plan.step { result.done.append("linked to the customer in Books") }
        let name = plan.books?.values[.name] ?? plan.name
        try await write(plan, customer: Reference(id: id, name: name), &result)
      }
      try await keepAgreement(plan.party, customer: result.customer)
    } catch {
      result.problem = Failure(error)
    }
    return result
  }

  /// A customer that Books has and the local copy did not when the plan was made. Asked just before one
  /// is made: a second one of the same company would be worse than a question.
  private func customerMadeMeanwhile(_ plan: PartyPlan) async throws -> String? {
    let lists =
      [List.customers(named: plan.name)]
      + plan.crm.people.prefix(Self.addressesAsked).map { List.customers(email: $0.email) }
    for list in lists {
      for try await page in gateway.pages(list, .write) {
        if let customer = page.rows.first { return customer.name }
      }
    }
    return nil
  }

  /// How many people's addresses are looked up before a customer is made.
  private static let addressesAsked = 3

  private func write(
    _ plan: PartyPlan, customer: Reference<Customer>, _ result: inout PartyResult
  ) async throws {
    let books = try await gateway.send(.customerFields(customer.id), .write)
    guard PartyDetails(customer: books) == plan.books else {
      result.problem = .invalid("the customer was changed at Books meanwhile; compare again")
      return
    }
    for work in plan.works(customer: customer, books: books) {
      guard try await perform(work, &result) != nil else { return }
    }
  }

  /// Sends a write and answers the id of what it made, or an empty one; nil when it did not succeed.
  private func perform(_ work: Work, _ result: inout PartyResult) async throws -> String? {
    let intent = try await dispatcher.carryOut(work, draft: nil)
    switch intent.state {
    case .confirmed:
      result.done.append(work.title)
      return intent.returnedID ?? ""
    case .rejected, .conflict, .cancelled:
      result.problem = .invalid(
        SafeText("\(work.title): \(intent.reason ?? "Zoho refused it")"))
    case .queued:
      result.problem = .invalid(
        SafeText("\(work.title): waiting, \(intent.reason ?? "Zoho cannot be reached")"))
    case .dispatching, .uncertain, .probing, .needsYou:
      result.isUncertain = true
      result.problem = .invalid(
        SafeText("\(work.title): no answer came; it may have happened. The outbox looks for it."))
    }
    return nil
  }

  /// Keeps what both say now, so that the next difference shows who changed something.
  private func keepAgreement(_ party: Party, customer: Customer.ID?) async throws {
    guard let customer, let now = try await plans(for: [party]).first else { return }
    let books =
      if now.customer == customer, let books = now.books { books } else {
        PartyDetails(customer: try await gateway.send(.customerFields(customer), .write))
      }
    let before = try journal.link(of: party)?.agreed
    try journal.save(
      PartyLink(
        party: party, customer: customer,
        agreed: .agreement(crm: now.crm, books: books, before: before)),
      at: clock.now())
  }
}

extension PartyPlan {
  /// The write that makes the customer.
  fileprivate var creation: Work {
    switch party {
    case .account(let id): .importCustomer(Reference(id: id, name: name))
    case .contact(let id): .importPerson(Reference(id: id, name: name))
    }
  }

  /// The writes that the differences ask for, CRM first.
  fileprivate func works(customer: Reference<Customer>, books: RecordFields) -> [Work] {
    var works = recordEdits.map(Work.editRecord)
    let fields = customerFields(books)
    if !fields.isEmpty {
      works.append(.editCustomer(CustomerEdit(customer: customer, fields: fields)))
    }
    for person in crm.people {
      if differences.contains(where: { $0.subject == .wholePerson(email: person.email) }) {
        var fields = person.booksFields(person.values.keys)
        fields["email"] = person.email
        works.append(
          .addPerson(NewPerson(customer: customer, email: person.email, fields: fields)))
      } else if let same = self.books?.person(person.email) {
        let changed = personFields(person.email, .toBooks)
        if changed.isEmpty { continue }
        works.append(
          .editPerson(
            PersonEdit(
              customer: customer, person: same.id, fields: person.booksFields(changed))))
      }
    }
    return works
  }

  /// What goes to CRM: fields of the party's record, and of the records of its people.
  private var recordEdits: [RecordEdit] {
    var own: [String: RecordValue] = [:]
    for difference in differences where difference.verdict == .goes(.toCRM) {
      guard case .field(let field) = difference.subject, let name = field.crmName(in: party) else {
        continue
      }
      own[name] = difference.books.map(RecordValue.text) ?? .empty
    }
    var edits: [RecordEdit] = []
    if !own.isEmpty {
      edits.append(
        RecordEdit(module: party.module, id: party.id, name: name, fields: own, version: version))
    }
    for person in crm.people {
      let changed = personFields(person.email, .toCRM)
      guard !changed.isEmpty, let same = books?.person(person.email) else { continue }
      let fields = changed.map { field in
        (field.crmName, same.values[field].map(RecordValue.text) ?? .empty)
      }
      edits.append(
        RecordEdit(
          module: "Contacts", id: person.id, name: person.name,
          fields: Dictionary(uniqueKeysWithValues: fields), version: nil))
    }
    return edits
  }

  /// What goes to the customer itself. Books takes an address as a whole, so one that changes is sent
  /// with what it has besides.
  private func customerFields(_ raw: RecordFields) -> [String: String] {
    var fields: [String: String] = [:]
    for difference in differences where difference.verdict == .goes(.toBooks) {
      guard case .field(let field) = difference.subject else { continue }
      fields[field.booksKey] = difference.crm ?? ""
    }
    let addresses = Set(fields.keys.compactMap { $0.split(separator: ".").dropLast().first })
    for address in addresses.map(String.init) {
      for (member, value) in raw[address]?.fields ?? [:] {
        let key = "\(address).\(member)"
        if fields[key] == nil, member != "address_id" { fields[key] = value.text ?? "" }
      }
    }
    return fields
  }

  private func personFields(
    _ email: String, _ direction: PartyDifference.Direction
  ) -> [PersonField] {
    differences.compactMap { difference in
      guard difference.verdict == .goes(direction),
        case .person(email, let field) = difference.subject
      else { return nil }
      return field
    }
  }
}

extension PartyDetails.Person {
  fileprivate func booksFields(_ changed: some Sequence<PersonField>) -> [String: String] {
    var fields: [String: String] = [:]
    for field in changed { fields[field.booksKey] = values[field] ?? "" }
    return fields
  }
}
