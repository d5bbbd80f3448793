import FoundationEssentials
import LocalMirror
import Sales
import Testing

@Suite("Records come back as they were saved")
struct RecordTests {
  private let mirror: MirrorDatabase
  private let time = Samples.time

  init() throws { mirror = try Samples.mirror() }

  @Test("A deal with every field, and one with none")
  func deals() throws {
    let full = Deal(
      id: "1", name: "Initech “licences” 💷",
      amount: Money(Decimal(string: "22500.12345") ?? 0, Currency("GBP")), stage: "Proposal",
      pipeline: "Standard", closingDate: Samples.day(2026, 12, 31), probability: 60,
      account: Reference(id: "a1", name: "Initech"), contact: Reference(id: "c1", name: "Jane"),
      owner: Reference(id: "u1", name: "Me"), nextStep: "Call", note: "A\nB", createdTime: time,
      modifiedTime: time + 0.25, modifiedBy: "Ann", lastActivityTime: time - 5)
    let bare = Samples.deal("2", "Bare", pipeline: nil)
    try mirror.write { try $0.save(deals: [full, bare]) }
    #expect(try mirror.read { try $0.deal("1") } == DealRow(deal: full, next: nil))
    #expect(try mirror.read { try $0.deal("2") }?.deal == bare)
    #expect(try mirror.read { try $0.deal("3") } == nil)
  }

  @Test("An amount beyond all measure is kept in full and stops nothing")
  func hugeAmount() throws {
    let amount = Decimal(string: "123456789012345678901234567890") ?? 0
    let deal = Samples.deal("1", "Huge", amount: Money(amount, Currency("GBP")))
    try mirror.write { try $0.save(deals: [deal]) }
    #expect(try mirror.read { try $0.deal("1") }?.deal.amount?.amount == amount)
    let board = try mirror.read { try $0.boardSummary(of: "Standard", today: Samples.today) }
    #expect(board.column("Qualification").count == 1)
  }

  @Test("Everything around a deal, in the order its panes show")
  func detail() throws {
    let account = Account(id: "a-Initech", name: "Initech", modifiedTime: time)
    let contact = Contact(
      id: "c-Jane", name: "Jane", email: "jane@initech.example",
      account: Reference(id: "a-Initech", name: "Initech"), modifiedTime: time)
    let customer = Customer(
      id: "cu1", name: "Initech Ltd", currency: Currency("GBP"), account: "a-Initech",
      outstanding: Decimal(string: "8400.10") ?? 0, modifiedTime: time)
    let gbp = Currency("GBP")
    let history = [
      StageChange(stage: "Qualification", time: time, by: "Ann"),
      StageChange(stage: "Proposal", time: time + 60, by: nil),
    ]
    func note(_ id: Note.ID, _ seconds: Double) -> Note {
      Note(
        id: id, title: nil, content: "text", parent: "1", author: "Ann",
        createdTime: time + seconds, modifiedTime: time + seconds)
    }
    try mirror.write {
      try $0.save(deals: [
        Samples.deal("1", "Licences", amount: Money(100, gbp), account: "Initech", contact: "Jane"),
        Samples.deal("2", "Support", amount: Money(50, gbp), account: "Initech"),
        Samples.deal("3", "Old", amount: Money(9, gbp), stage: "Won", account: "Initech"),
      ])
      try $0.save(accounts: [account])
      try $0.save(contacts: [contact])
      try $0.save(customers: [customer])
      try $0.save(notes: [note("n1", 1), note("n2", 2)])
      try $0.replace(history: history, of: "1")
      try $0.save(activities: [
        Samples.task("done1", deal: "1", day: Samples.today, isDone: true),
        Samples.task("done2", deal: "1", day: Samples.today.adding(days: 1), isDone: true),
        Samples.task("someday", deal: "1", day: nil),
        Samples.task("later", deal: "1", day: Samples.today.adding(days: 9)),
        Samples.task("soon", deal: "1", day: Samples.today),
      ])
      try $0.save(invoices: [
        Samples.invoice("i1", .sent, due: Samples.day(2026, 7, 9), deal: "1"),
        Samples.invoice("i2", .overdue, due: Samples.day(2026, 5, 9)),
        Samples.invoice("i3", .draft, deal: "1"), Samples.invoice("i4", .paid),
      ])
    }
    let detail = try #require(try mirror.read { try $0.dealDetail("1") })
    #expect(detail.row.next?.id == "soon")
    #expect(detail.activities.map(\.id) == ["soon", "later", "someday", "done2", "done1"])
    #expect(detail.notes.map(\.id) == ["n2", "n1"])
    #expect(detail.history == history)
    #expect(detail.contact == contact)
    #expect(detail.account == account)
    #expect(detail.openDeals == 2)
    #expect(detail.openTotals[gbp].amount == 150)
    #expect(detail.customer == customer)
    #expect(Set(detail.invoices.map(\.id)) == ["i1", "i3"])
    #expect(detail.unpaid.map(\.id) == ["i2", "i1"])
    #expect(try mirror.read { try $0.dealDetail("none") } == nil)
  }

  @Test("What describes the organization is replaced as a whole, in order")
  func organization() throws {
    let organization = Organization(
      crmID: "1", booksID: "2", name: "Acme", currency: Currency("EUR"), edition: "enterprise")
    let users = [
      User(id: "u1", name: "Ann", email: "ann@x.example", isActive: true),
      User(id: "u2", name: "bob", email: "bob@x.example", isActive: false),
    ]
    let field = ModuleField(
      module: "Deals", apiName: "Type", label: "Type", dataType: "picklist", isRequired: true,
      choices: [.init(stored: "New", shown: "New business")])
    try mirror.write {
      try $0.replace(organization: organization)
      try $0.replace(users: users.reversed())
      try $0.replace(fields: [field], of: "Deals")
      try $0.replace(fields: [field], of: "Deals")
      try $0.replace(taxes: [Tax(id: "t", name: "VAT", percentage: Decimal(string: "17.5") ?? 0)])
      try $0.setCursor(SyncCursor(module: "Deals", position: "page-2", synced: time))
    }
    try mirror.read { (reader: MirrorReader) throws in
      #expect(try reader.organization() == organization)
      #expect(try reader.users() == users)
      #expect(try reader.pipelines() == [Samples.standard, Samples.other])
      #expect(try reader.fields(of: "Deals") == [field])
      #expect(try reader.taxes().map(\.percentage.description) == ["17.5"])
      #expect(
        try reader.cursor(for: "Deals")
          == SyncCursor(module: "Deals", position: "page-2", synced: time))
      #expect(try reader.cursor(for: "Tasks") == nil)
    }
  }

  @Test("A transaction that fails leaves rows and cursor as they were")
  func allOrNothing() throws {
    struct Cut: Error {}
    #expect(throws: Cut.self) {
      try mirror.write {
        try $0.save(deals: [Samples.deal("1", "A")])
        try $0.setCursor(SyncCursor(module: "Deals", position: "2", synced: nil))
        throw Cut()
      }
    }
    #expect(try mirror.read { try $0.ids(of: .deals) }.isEmpty)
    #expect(try mirror.read { try $0.cursors() }.isEmpty)
  }
}
