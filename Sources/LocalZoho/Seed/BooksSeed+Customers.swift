import Foundation
import GRDB

extension BooksSeed {
  /// Of twenty accounts, fifteen are customers linked by their id, three are customers that only the
  /// address of a person gives away, and two have never been billed.
  mutating func fillCustomers() throws {
    var people: [Int: [SeededCRM.Contact]] = [:]
    for contact in world.contacts { people[contact.account, default: []].append(contact) }
    var names: Set<String> = []
    for (place, account) in world.accounts.enumerated() {
      let kind = (place * 7 + 3) % 20
      guard kind < 18 else { continue }
      let isLinked = kind < 15
      var name = isLinked ? account.name : account.name + " (Accounts)"
      while !names.insert(name.lowercased()).inserted { name += " 2" }
      let customer = try customer(name, account, isLinked: isLinked)
      try customer.insert(db)
      customers[place] = customer
      for (index, person) in (people[place] ?? []).prefix(3).enumerated() {
        let personID = try ids.next(db)
        if index == 0 { primaryPersons[customer.contactId] = personID }
        try ContactPerson(
          contactPersonId: personID, contactId: customer.contactId,
          firstName: person.firstName, lastName: person.lastName, email: person.email,
          phone: person.phone, isPrimaryContact: index == 0
        ).insert(db)
      }
    }
  }

  private mutating func customer(
    _ name: String, _ account: SeededCRM.Account, isLinked: Bool
  ) throws -> Contact {
    var address = JSONObject()
    let parts = [
      "address": account.street, "city": account.city, "zip": account.code,
      "country": account.country,
    ]
    for member in BooksFields.addressMembers {
      address.append(member, .string(parts[member] ?? ""))
    }
    let days = random.pick([0, 14, 30, 30, 30, 45, 60])
    let created = workTime(on: world.today - 550)
    let text = JSONValue.object(address).text
    return Contact(
      contactId: try ids.next(db), contactName: name, companyName: account.name,
      currencyId: currencies[account.currency]?.id ?? home.id, paymentTerms: days,
      paymentTermsLabel: PaymentTerms.label(days), website: account.website,
      billingAddress: text, shippingAddress: text, ownerId: User.administrator.id,
      zcrmAccountId: isLinked ? account.id : "", createdTime: created, lastModifiedTime: created)
  }
}
