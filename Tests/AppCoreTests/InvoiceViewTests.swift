import FoundationEssentials
import Sales
import Screen
import Testing

@testable import AppCore

/// The invoices screen at the three extents that count, below the top line and above the footer.
@Suite struct InvoiceViewTests {
  private static let pounds = InvoiceSamples.pounds
  private static let paid = InvoiceSamples.invoice(
    "36", status: .paid, due: "2026-10-20", total: 1600, paid: 1600)

  /// The draft of the design's picture, from a deal of which £10,000 were invoiced before.
  private static func drafting(width: Int, height: Int) -> AppState {
    var state = InvoiceSamples.editing(width: width, height: height)
    state.press(
      keys: "lic<enter>25<tab><tab><tab><tab>onb<enter>2<tab><tab>10%<esc>gn"
        + "Payment due within 30 days.<esc>")
    let deal = Deal(
      id: "5", name: "Initech licences", amount: Money(22_500, pounds), stage: "Proposal",
      createdTime: InvoiceSamples.now, modifiedTime: InvoiceSamples.now)
    let detail = DealDetail(
      row: DealRow(deal: deal, next: nil), invoices: InvoiceSamples.unpaid + [paid])
    state.take(.dealDetailLoaded("5", .success(detail)))
    return state
  }

  private static func listing(width: Int, height: Int) -> AppState {
    var state = InvoiceSamples.state(width: width, height: height)
    let owed = { (amount: Decimal) in Totals([Money(amount, pounds)]) }
    state.take(
      .invoiceSummaryLoaded(
        InvoiceSummary(columns: [
          .init(group: .overdue, count: 1, totals: owed(6400), balances: owed(6400)),
          .init(group: .open, count: 1, totals: owed(2000), balances: owed(2000)),
          .init(group: .paid, count: 1, totals: owed(1600), balances: owed(0)),
        ])))
    let rows = InvoiceSamples.unpaid + [paid]
    state.take(
      .invoicesLoaded(
        InvoiceQuery(today: InvoiceSamples.today),
        .success(Window(count: 3, totals: owed(10_000), rows: rows))))
    var draft = InvoiceSamples.draft
    draft.customer = Reference(id: "302", name: "株式会社テスト")
    draft.lines = [LineItem(name: "Travel", rate: 120)]
    state.take(.draftsLoaded([draft]))
    state.press(keys: "j")
    return state
  }

  private static func open(_ state: AppState) -> AppState {
    var state = state
    state.press(keys: "<enter>")
    let invoice = InvoiceSamples.unpaid[1]
    let line = LineItem(
      name: "Onboarding day", quantity: 2, rate: 850, discount: .percent(10),
      tax: InvoiceSamples.vat)
    let detail = InvoiceDetail(
      invoice: invoice, lines: [line], subtotal: 1530,
      taxes: [TaxAmount(name: "VAT (20%)", amount: 306)], isInclusiveTax: false, paymentTerms: 30,
      notes: "Thank you.", terms: "")
    let event = InvoiceEvent(
      id: "1", text: "Invoice emailed to jane@initech.example", time: "2026-11-02 10:00", by: "Ann")
    let payment = Payment(
      id: "1", number: "7", customer: InvoiceSamples.initech,
      date: InvoiceSamples.day("2026-11-20"),
      mode: "banktransfer", amount: Money(100, pounds), reference: "HSBC 17",
      applications: [.init(invoice: invoice.id, amount: 60)], modifiedTime: InvoiceSamples.now)
    let folder = InvoiceFolder(
      invoice: invoice, detail: detail, payments: [payment], events: [event],
      customer: InvoiceSamples.customer)
    state.take(.invoiceFolderLoaded(invoice.id, .success(folder)))
    return state
  }

  private static func drafts(_ state: AppState) -> AppState {
    var state = state
    state.press(keys: "d")
    return state
  }

  @Test func theEditorAsDesigned() {
    #expect(
      Self.drafting(width: 120, height: 32).middle == """
        ┌ Draft invoice ─ Initech Ltd ─ from deal: Initech licences ─────────────── saved 0s ago ┐┌ Initech Ltd owes ──────────┐
        │ Customer   Initech Ltd  <jane@initech.example>                                         ││ INV-000031 £6,400 late 12d │
        │ Date       23 Nov 2026        Terms Net 30          Due 23 Dec 2026                    ││ INV-000035 £2,000    in 9d │
        │ Number     auto               Reference  FL-7Q2M9K4XZT                                 ││                            │
        │    Item                         Qty         Rate   Discount Tax                 Amount ││                            │
        │ 1  Licence, annual               25       400.00            VAT 20%          10,000.00 ││                            │
        │ 2  Onboarding day                 2       850.00        10% VAT 20%           1,530.00 ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││                            │
        │                                                                                        ││ credits   £250.00          │
        │                                                                                        ││                            │
        │                                                                                        ││ Value     £22,500.00       │
        │ Notes Payment due within 30 days.             Subtotal                       11,530.00 ││ Invoiced  £10,000.00       │
        │ Terms                                         VAT (20%)                       2,306.00 ││ This one  £13,836.00       │
        │                                               Total                         £13,836.00 ││ ! over the deal's value    │
        │ Discount none      Shipping 0.00       Adjust 0.00                                     ││   by £1,336.00             │
        └────────────────────────────────────────────────────────────────────────────────────────┘└────────────────────────────┘
        """)
  }

  @Test func theEditorAt80x24() {
    #expect(
      Self.drafting(width: 80, height: 24).middle == """
        ┌ Draft invoice ─ Initech Ltd ─ from deal: Initech licences ───── saved 0s ago ┐
        │ Customer   Initech Ltd  <jane@initech.example>                               │
        │ Date       23 Nov 2026        Terms Net 30          Due 23 Dec 2026          │
        │ Number     auto               Reference  FL-7Q2M9K4XZT                       │
        │    Item                      Qty       Rate Discount Tax              Amount │
        │ 1  Licence, annual            25     400.00          VAT 20%       10,000.00 │
        │ 2  Onboarding day              2     850.00      10% VAT 20%        1,530.00 │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ Notes Payment due within 30 days.   Subtotal                       11,530.00 │
        │ Terms                               VAT (20%)                       2,306.00 │
        │                                     Total                         £13,836.00 │
        │ Discount none      Shipping 0.00       Adjust 0.00                           │
        │ ! over the deal's value by £1,336.00                                         │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func theEditorAt60x16() {
    #expect(
      Self.drafting(width: 60, height: 16).middle == """
        ┌ Draft invoice ─ Initech Ltd ─ from de… ──── saved 0s ago ┐
        │ Customer   Initech Ltd  <jane@initech.example>           │
        │ Date       23 Nov 2026  Terms Net 30    Due 23 Dec 2026  │
        │ Number     auto         Reference  FL-7Q2M9K4XZT         │
        │    Item         Qty      Rate  Disc. Tax          Amount │
        │ 1  Licence,…     25    400.00        VAT 20%   10,000.00 │
        │ 2  Onboardi…      2    850.00    10% VAT 20%    1,530.00 │
        │                                                          │
        │ Notes Payment due within… Subtotal             11,530.00 │
        │ Terms                     VAT (20%)             2,306.00 │
        │                           Total               £13,836.00 │
        │ ! over the deal's value by £1,336.00                     │
        └──────────────────────────────────────────────────────────┘
        """)
  }

  @Test func theListWithAnInvoiceBesideIt() {
    #expect(
      Self.open(Self.listing(width: 120, height: 32)).middle == """
        ┌ Invoices ─ All ──────────────────────────────────────────────────────┐┌ Invoice INV-000035 ──────────────────────────┐
        │[All 3] Draft 0  Sent 1  Overdue 1  Paid 1  Void 0  Drafts here 1     ││ Initech Ltd                                  │
        │ £8,400 –        £2,000  £6,400     £1,600  –       £120              ││ jane@initech.example                         │
        │ Number      Customer                                 Unpaid Status   ││ Status                                  sent │
        │ INV-000031  Initech Ltd              late 12d     £6,400.00 overdue  ││ Date                             12 Oct 2026 │
        │▌INV-000035  Initech Ltd              in 9d        £2,000.00 sent     ││ Due                        2 Dec 2026, in 9d │
        │ INV-000036  Initech Ltd                               £0.00 paid     ││ Total                              £2,000.00 │
        │                                                                      ││ Paid                                   £0.00 │
        │                                                                      ││ Unpaid                             £2,000.00 │
        │                                                                      ││                                              │
        │                                                                      ││ Lines                                        │
        │                                                                      ││ Onboarding day                     £1,530.00 │
        │                                                                      ││   2 × 850.00, less 10%, VAT 20%              │
        │                                                                      ││ Subtotal                           £1,530.00 │
        │                                                                      ││ VAT (20%)                            £306.00 │
        │                                                                      ││ Total                              £2,000.00 │
        │                                                                      ││                                              │
        │                                                                      ││ Notes                                        │
        │                                                                      ││ Thank you.                                   │
        │                                                                      ││                                              │
        │                                                                      ││ Payments                                     │
        │                                                                      ││ 20 Nov 2026  bank transfer  HSBC 17   £60.00 │
        │                                                                      ││                                              │
        │                                                                      ││ Mails                                        │
        │                                                                      ││ 2026-11-02 10:00  Ann                        │
        │                                                                      ││   Invoice emailed to jane@initech.example    │
        │                                                                      ││                                              │
        │ 2 of 3 · in all £10,000.00 · unpaid £8,400.00                        ││                                              │
        └──────────────────────────────────────────────────────────────────────┘└──────────────────────────────────────────────┘
        """)
  }

  @Test func theListAt80x24() {
    #expect(
      Self.listing(width: 80, height: 24).middle == """
        ┌ Invoices ─ All ──────────────────────────────────────────────────────────────┐
        │[All 3]  Draft 0   Sent 1   Overdue 1   Paid 1   Void 0   Drafts here 1       │
        │ £8,400  –         £2,000   £6,400      £1,600   –        £120                │
        │ Number       Customer                          Total        Unpaid Status    │
        │ INV-000031   Initech Ltd     late 12d      £6,400.00     £6,400.00 overdue   │
        │▌INV-000035   Initech Ltd     in 9d         £2,000.00     £2,000.00 sent      │
        │ INV-000036   Initech Ltd                   £1,600.00         £0.00 paid      │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ 2 of 3 · in all £10,000.00 · unpaid £8,400.00                                │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func theListAt60x16() {
    #expect(
      Self.listing(width: 60, height: 16).middle == """
        ┌ Invoices ─ All ──────────────────────────────────────────┐
        │ [All 3] Draft 0  Sent 1  Overdue 1  Paid 1  Void 0      ▸│
        │  £8,400 –        £2,000  £6,400     £1,600  –            │
        │ Number      Customer                     Unpaid Status   │
        │ INV-000031  Initech Ltd  late 12d     £6,400.00 overdue  │
        │▌INV-000035  Initech Ltd  in 9d        £2,000.00 sent     │
        │ INV-000036  Initech Ltd                   £0.00 paid     │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │ 2 of 3 · in all £10,000.00 · unpaid £8,400.00            │
        └──────────────────────────────────────────────────────────┘
        """)
  }

  @Test func theDraftsAt80x24() {
    #expect(
      Self.drafts(Self.listing(width: 80, height: 24)).middle == """
        ┌ Invoices ─ Drafts here ──────────────────────────────────────────────────────┐
        │ All 3   Draft 0   Sent 1   Overdue 1   Paid 1   Void 0  [Drafts here 1]      │
        │ £8,400  –         £2,000   £6,400      £1,600   –        £120                │
        │ Customer                  At Books     From deal                       Total │
        │▌株式会社テスト            not yet      Initech licences              £120.00 │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ 1 here, on this machine only · £120.00                                       │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

}
