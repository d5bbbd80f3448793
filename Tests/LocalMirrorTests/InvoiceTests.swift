import FoundationEssentials
import LocalMirror
import Sales
import Testing

@Suite("Invoices")
struct InvoiceTests {
  private let mirror: MirrorDatabase
  private let gbp = Currency("GBP")
  private let today = Samples.today

  init() throws { mirror = try Samples.mirror() }

  private func window(
    _ group: InvoiceGroup? = nil, words: String = "", around anchor: Anchor<Invoice> = .index(0),
    limit: Int = 50
  ) throws -> Window<Invoice> {
    let query = InvoiceQuery(group: group, words: words, today: today)
    return try mirror.read { try $0.invoices(query, around: anchor, limit: limit) }
  }

  @Test("Overdue is told by the due day, not by yesterday's status")
  func groups() throws {
    try mirror.write {
      try $0.save(invoices: [
        Samples.invoice("late", .sent, due: today.adding(days: -1), total: 100, balance: 40),
        Samples.invoice("due", .overdue, due: today),
        Samples.invoice("lateNoDay", .overdue), Samples.invoice("noDay", .viewed),
        Samples.invoice("draft", .draft, due: today.adding(days: -9)),
        Samples.invoice("paid", .paid, balance: 0), Samples.invoice("void", .void),
        Samples.invoice("yen", .sent, due: today.adding(days: -3), currency: "JPY"),
      ])
    }
    let summary = try mirror.read { try $0.invoiceSummary(today: today) }
    #expect(summary.column(.overdue).count == 3)
    #expect(summary.column(.overdue).totals[gbp].amount == 200)
    #expect(summary.column(.overdue).balances[gbp].amount == 140)
    #expect(summary.column(.overdue).balances[Currency("JPY")].amount == 100)
    #expect(summary.column(.open).count == 2)
    #expect(
      try window().rows.map(\.id) == [
        "lateNoDay", "yen", "late", "due", "noDay", "draft", "paid", "void",
      ])
    #expect(try window(.overdue).totals[gbp].amount == 200)
    #expect(try window(.open).rows.map(\.id) == ["due", "noDay"])
    let tomorrow = try mirror.read { try $0.invoiceSummary(today: today.adding(days: 1)) }
    #expect(tomorrow.column(.overdue).count == 4)
  }

  @Test("Windows agree with plain sorting, with and without words")
  func windows() throws {
    let seed = UInt64.random(in: 0..<1_000_000)
    var random = SeededGenerator(seed: seed)
    var all: [Invoice] = []
    for number in 0..<600 {
      all.append(
        Samples.invoice(
          Invoice.ID("\(number)"), InvoiceStatus.allCases.randomElement(using: &random) ?? .sent,
          customer: Reference(
            id: "c", name: ["Ärzte AG", "Initech"].randomElement(using: &random) ?? ""),
          due: today.adding(days: Int.random(in: -20...20, using: &random)),
          date: today.adding(days: Int.random(in: -60...0, using: &random)),
          total: Decimal(Int.random(in: 1...500, using: &random)),
          currency: ["GBP", "EUR"].randomElement(using: &random) ?? "GBP"))
    }
    try mirror.write { [all] in try $0.save(invoices: all) }
    let order: [InvoiceGroup] = [.overdue, .open, .approval, .draft, .paid, .void]
    for group in [nil] + order.map(Optional.some) {
      for words in ["", "ärzte", "INV-1 init"] {
        let wanted = words.lowercased().split(separator: " ")
        let expected = order.filter { group == nil || $0 == group }.flatMap { part in
          let rows = all.enumerated().filter { _, invoice in
            invoice.group(on: today) == part
              && wanted.allSatisfy {
                invoice.number.lowercased().contains($0)
                  || invoice.customer.name.lowercased().contains($0)
              }
          }
          let isOpen = part == .overdue || part == .open
          return rows.sorted { left, right in
            let first = isOpen ? left.element.dueDate : left.element.date
            let second = isOpen ? right.element.dueDate : right.element.date
            let leftKey = (first?.description ?? "", left.offset)
            let rightKey = (second?.description ?? "", right.offset)
            return isOpen ? leftKey < rightKey : leftKey > rightKey
          }.map(\.element)
        }
        for index in [0, expected.count / 2, expected.count - 1] {
          let part = try window(group, words: words, around: .index(index), limit: 15)
          let context: Comment = "seed \(seed) \(String(describing: group)) \(words) \(index)"
          #expect(part.count == expected.count, context)
          #expect(part.rows == Array(expected[part.range]), context)
          #expect(part.totals == Totals(expected.map { Money($0.total, $0.currency) }), context)
          guard expected.indices.contains(index) else { continue }
          let anchor = Anchor<Invoice>.record(expected[index].id, lastIndex: 0)
          #expect(
            try window(group, words: words, around: anchor, limit: 15).row(at: index)
              == expected[index], context)
        }
      }
    }
  }

  @Test("The sums follow an invoice as it is paid and when it goes; once mailed stays mailed")
  func changes() throws {
    var mailed = Samples.invoice("1", .sent, due: today.adding(days: 5))
    mailed.isEmailed = true
    try mirror.write { try $0.save(invoices: [mailed]) }
    let paid = Samples.invoice("1", .paid, balance: 0, modified: Samples.time + 1)
    try mirror.write { try $0.save(invoices: [paid]) }
    try mirror.write { try $0.save(invoices: [mailed]) }
    let summary = try mirror.read { try $0.invoiceSummary(today: today) }
    #expect(summary.columns.map(\.group) == [.paid])
    #expect(try window().rows.map(\.isEmailed) == [true])
    try mirror.write { try $0.delete(["1"], from: .invoices) }
    #expect(try mirror.read { try $0.invoiceSummary(today: today) }.columns.isEmpty)
    #expect(try window(words: "inv").count == 0)
  }

  @Test("Everything around an invoice; a list row never wipes what the whole record said")
  func folder() throws {
    let invoice = Samples.invoice("1", .sent, due: today)
    let detail = InvoiceDetail(
      invoice: invoice,
      lines: [
        LineItem(
          name: "Licence", quantity: Decimal(string: "1.5") ?? 0,
          rate: Decimal(string: "0.1") ?? 0, discount: .amount(1))
      ],
      subtotal: 100, taxes: [TaxAmount(name: "VAT (20%)", amount: 20)], isInclusiveTax: false,
      paymentTerms: 30, notes: "Thanks", terms: "")
    let payment = Payment(
      id: "p1", number: "7", customer: invoice.customer, date: today, mode: "cash",
      amount: Money(60, gbp), applications: [.init(invoice: "1", amount: 60)],
      modifiedTime: Samples.time)
    var listRow = payment
    listRow.applications = []
    let events = [InvoiceEvent(id: "e1", text: "Invoice emailed", time: "2026-06-30", by: "Ann")]
    try mirror.write { [listRow] in
      try $0.save(detail: detail)
      try $0.save(payments: [payment])
      try $0.save(payments: [listRow])
      try $0.replace(events: events, of: "1")
    }
    let folder = try #require(try mirror.read { try $0.invoiceFolder("1") })
    #expect(folder.detail == detail)
    #expect(folder.payments == [payment])
    #expect(folder.events == events)
    #expect(folder.customer == nil)
    try mirror.write { try $0.delete(["p1"], from: .payments) }
    #expect(try mirror.read { try $0.invoiceFolder("1") }?.payments == [])
    #expect(try mirror.read { try $0.invoiceFolder("2") } == nil)
  }
}
