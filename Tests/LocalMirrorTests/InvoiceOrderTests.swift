import FoundationEssentials
import LocalMirror
import Sales
import Testing

/// Invoices in any order, part payments, and the ages of what is unpaid.
@Suite struct InvoiceOrderTests {
  private let today = CalendarDate("2026-11-24") ?? CalendarDate(daysSinceEpoch: 0)

  private func invoice(
    _ id: Invoice.ID, _ status: InvoiceStatus, due: String, total: Decimal, balance: Decimal,
    customer: String = "Initech", writtenOff: Decimal? = nil
  ) -> Invoice {
    Invoice(
      id: id, number: "INV-\(id)", status: .known(status),
      customer: Reference(id: "c1", name: customer), date: today, dueDate: CalendarDate(due),
      currency: Currency("GBP"), total: total, balance: balance,
      modifiedTime: Date(timeIntervalSince1970: 1), writtenOff: writtenOff)
  }

  private func mirror() throws -> MirrorDatabase {
    let mirror = try MirrorDatabase.inMemory()
    try mirror.write {
      try $0.save(invoices: [
        invoice("1", .sent, due: "2026-12-01", total: 100, balance: 100, customer: "Zeta"),
        invoice("2", .overdue, due: "2026-11-14", total: 200, balance: 50),
        invoice("3", .overdue, due: "2026-11-01", total: 300, balance: 300),
        invoice("4", .overdue, due: "2026-10-15", total: 400, balance: 400, customer: "alpha"),
        invoice("5", .overdue, due: "2026-01-01", total: 500, balance: 500),
        invoice("6", .pendingApproval, due: "2026-01-01", total: 600, balance: 600),
        invoice("7", .paid, due: "2026-01-01", total: 700, balance: 0, writtenOff: 700),
      ])
    }
    return mirror
  }

  private func ids(_ query: InvoiceQuery) throws -> [String] {
    try mirror().read { reader in
      try reader.invoices(query, around: .index(0), limit: 50).rows.map(\.id.rawValue)
    }
  }

  @Test func everyColumnOrdersInBothDirections() throws {
    #expect(
      try ids(InvoiceQuery(today: today, order: InvoiceOrder(.total, isDescending: true)))
        == ["7", "6", "5", "4", "3", "2", "1"])
    #expect(
      try ids(InvoiceQuery(today: today, order: InvoiceOrder(.customer))).first == "4",
      "capitals do not count")
    #expect(
      try ids(InvoiceQuery(group: .overdue, today: today, order: InvoiceOrder(.due)))
        == ["5", "4", "3", "2"])
    #expect(
      try ids(InvoiceQuery(words: "zeta", today: today, order: InvoiceOrder(.number))) == ["1"])
  }

  @Test func partPaymentsAreFoundAndAddedUp() throws {
    #expect(try ids(InvoiceQuery(today: today, isPartPaid: true)) == ["2"])
    let summary = try mirror().read { try $0.invoiceSummary(today: today) }
    #expect(summary.partPaid.count == 1)
    #expect(summary.partPaid.balances[Currency("GBP")].amount == 50)
  }

  @Test func whatIsUnpaidIsInTheBucketOfItsAge() throws {
    let ageing = try mirror().read { try $0.invoiceSummary(today: today).ageing }
    let amounts = ageing.mapValues { $0[Currency("GBP")].amount }
    #expect(amounts == [.current: 100, .upTo15: 50, .upTo30: 300, .upTo45: 400, .over45: 500])
  }

  @Test func whatWaitsForApprovalIsOwedByNobody() throws {
    let summary = try mirror().read { try $0.invoiceSummary(today: today) }
    #expect(summary.column(.approval).count == 1)
    #expect(summary.column(.overdue).count == 4)
    let money = DealMoney(
      value: nil,
      invoices: [invoice("6", .pendingApproval, due: "2026-01-01", total: 600, balance: 600)])
    #expect(money.invoiced.isEmpty)
  }

  @Test func whatWasWrittenOffIsKeptAndIsNoPayment() throws {
    let mirror = try mirror()
    // A list row that does not tell leaves what is known.
    try mirror.write {
      try $0.save(invoices: [invoice("7", .paid, due: "2026-01-01", total: 700, balance: 0)])
    }
    let known = try #require(try mirror.read { try $0.invoice("7") })
    #expect(known.writtenOff == 700)
    #expect(known.paid == 0)
  }

  @Test func whatIsLateByADayOrMoreIsFoundOldestFirst() throws {
    let late = try mirror().read { try $0.invoices(dueBy: today.adding(days: -20)) }
    #expect(late.map(\.id.rawValue) == ["5", "4", "3"])
  }
}
