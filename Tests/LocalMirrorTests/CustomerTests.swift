import FoundationEssentials
import LocalMirror
import Sales
import Testing

@Suite("Customers, items and people")
struct CustomerTests {
  private let mirror: MirrorDatabase
  private let time = Samples.time

  init() throws { mirror = try Samples.mirror() }

  private func customer(
    _ id: Customer.ID, _ name: String, email: String? = nil, account: Account.ID? = nil,
    isActive: Bool = true
  ) -> Customer {
    Customer(
      id: id, name: name, email: email, currency: Currency("GBP"), account: account,
      isActive: isActive, modifiedTime: time)
  }

  private func match(contact: Contact.ID? = nil) throws -> CustomerMatch? {
    try mirror.read { try $0.customer(for: "a1", contact: contact) }
  }

  @Test("An account's customer: by link, by address, by name, and never by a guess")
  func matching() throws {
    try mirror.write {
      try $0.save(accounts: [Account(id: "a1", name: "ÄRZTE AG", modifiedTime: time)])
      try $0.save(contacts: [
        Contact(
          id: "c1", name: "Jane", email: "Jane@Aerzte.example",
          account: Reference(id: "a1", name: "Ärzte AG"), modifiedTime: time)
      ])
    }
    #expect(try match() == nil)
    try mirror.write { try $0.save(customers: [customer("gone", "Ärzte AG", isActive: false)]) }
    #expect(try match() == nil)
    try mirror.write { try $0.save(customers: [customer("named", "Ärzte AG")]) }
    #expect(try match()?.way == .name)
    #expect(try match()?.customer.id == "named")
    try mirror.write {
      try $0.save(customers: [customer("mailed", "Praxis")])
      try $0.replace(
        persons: [.init(id: "p1", name: "J", email: "jane@aerzte.example", isPrimary: true)],
        of: "mailed")
    }
    #expect(try match()?.customer.id == "mailed")
    #expect(try match(contact: "c1")?.way == .email)
    // Two customers with the same address: the name decides.
    try mirror.write {
      try $0.save(customers: [customer("twin", "Twin", email: "JANE@aerzte.example")])
    }
    #expect(try match()?.way == .name)
    try mirror.write { try $0.save(customers: [customer("linked", "Other", account: "a1")]) }
    #expect(try match()?.way == .linked)
    #expect(try match()?.customer.id == "linked")
  }

  @Test("Typing finds customers, items and people by any word, whatever its case")
  func typeAhead() throws {
    try mirror.write {
      try $0.save(customers: [
        customer("1", "Ärzte AG", email: "praxis@x.example"), customer("2", "Initech Ltd"),
        customer("3", "Initrode", isActive: false),
      ])
      try $0.save(items: [
        Item(id: "i1", name: "Licence, annual", rate: Decimal(string: "400.005") ?? 0),
        Item(id: "i2", name: "Onboarding day", description: "on site", rate: 850),
        Item(id: "i3", name: "Old licence", rate: 1, isActive: false),
      ])
      try $0.replace(
        persons: [
          .init(id: "p2", name: "Zoë", email: "zoe@x.example", isPrimary: false),
          .init(id: "p1", name: "Jane", email: "jane@x.example", isPrimary: true),
        ], of: "1")
      try $0.save(contacts: [
        Contact(id: "c", name: "Jane Doe", email: "Jane@x.example", modifiedTime: time),
        Contact(id: "d", name: "No Mail", modifiedTime: time),
      ])
    }
    try mirror.read { (reader: MirrorReader) throws in
      #expect(try reader.customers(matching: "ÄRZTE", limit: 9).map(\.id) == ["1"])
      #expect(try reader.customers(matching: "praxis ag", limit: 9).map(\.id) == ["1"])
      #expect(try reader.customers(matching: "init", limit: 9).map(\.id) == ["2"])
      #expect(try reader.customers(matching: "", limit: 1).map(\.id) == ["2"])
      #expect(try reader.items(matching: "licence", limit: 9).map(\.id) == ["i1"])
      #expect(try reader.items(matching: "SITE", limit: 9).map(\.rate) == [850])
      #expect(try reader.persons(of: "1").map(\.id) == ["p1", "p2"])
      #expect(try reader.persons(matching: "jane", limit: 9).count == 1)
      #expect(try reader.persons(matching: "zo ärzte", limit: 9).map(\.email) == ["zoe@x.example"])
      #expect(try reader.persons(matching: "mail", limit: 9).isEmpty)
    }
  }
}
