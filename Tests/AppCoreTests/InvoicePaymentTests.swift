import FoundationEssentials
import Sales
import Screen
import Testing

@testable import AppCore

@Suite struct InvoicePaymentTests {
  private static func start(_ amount: Decimal = 0) -> PaymentStart {
    PaymentStart(
      draft: PaymentDraft(
        tag: "FL-0123456789", customer: InvoiceSamples.initech, date: InvoiceSamples.today,
        mode: "banktransfer", amount: Money(amount, InvoiceSamples.pounds), applications: []),
      unpaid: InvoiceSamples.unpaid)
  }

  /// A form with keys typed into it, Tab going on.
  private static func form(typing keys: String = "") -> PaymentForm {
    var form = PaymentForm(start(), today: InvoiceSamples.today)
    for key in Key.parse(keys) ?? [] where !form.take(key) { form.move(1) }
    return form
  }

  @Test func anAmountGoesToTheOldestInvoiceFirst() {
    let form = Self.form(typing: "7,000.00")
    #expect(form.draft.amount.amount == 7000)
    #expect(
      form.draft.applications == [
        .init(invoice: "931", amount: 6400), .init(invoice: "935", amount: 600),
      ])
    #expect(form.problem == nil)
  }

  @Test func theInvoiceItWasStartedFromIsServedFirst() {
    var start = Self.start(2000)
    start.draft.applications = [.init(invoice: "935", amount: 2000)]
    var form = PaymentForm(start, today: InvoiceSamples.today)
    for key in Key.parse("10") ?? [] { _ = form.take(key) }
    #expect(form.draft.applications == [.init(invoice: "935", amount: 10)])
    for key in Key.parse("<c-u>2500") ?? [] { _ = form.take(key) }
    #expect(
      form.draft.applications == [
        .init(invoice: "931", amount: 500), .init(invoice: "935", amount: 2000),
      ])
  }

  @Test func whatNoInvoiceNeedsIsLeftOver() {
    let form = Self.form(typing: "9000")
    #expect(form.draft.applications.map(\.amount) == [6400, 2000])
    #expect(form.draft.remainder == 600)
    #expect(form.problem == nil)
  }

  @Test func eachPartCanBeTypedAndNoneGetsMoreThanItLacks() {
    var form = Self.form(typing: "1000<tab><tab><tab><tab>400<tab>600")
    #expect(
      form.draft.applications == [
        .init(invoice: "931", amount: 400), .init(invoice: "935", amount: 600),
      ])
    #expect(form.draft.remainder == 0)
    form = Self.form(typing: "5000<tab><tab><tab><tab>0<tab>2000.01")
    #expect(form.problem == "INV-000035 lacks only £2,000.00")
    form = Self.form(typing: "1000<tab><tab><tab><tab>500<tab>501")
    #expect(form.problem == "the invoices get £1,001.00, but only £1,000.00 came in")
  }

  @Test(arguments: [
    ("", "type the amount that came in"), ("0", "type the amount that came in"),
    ("1,000", "1,000 can be read two ways: type 1000 or 1.0000"),
    ("10.001", "10.001 can be read two ways: type 10001 or 10.0010"),
    ("-4", "an amount cannot be below zero"),
    ("5<tab>someday", "someday is no day: try 1 dec, 2026-12-01, +30, fri or eom"),
  ])
  func wrongValuesKeepItFromBeingRecorded(keys: String, words: String) {
    #expect(Self.form(typing: keys).problem?.string == words)
  }

  @Test func dateModeAndReferenceAreTyped() {
    let form = Self.form(typing: "400<tab>20 nov<tab>ccc<tab>HSBC 17")
    #expect(form.draft.date == InvoiceSamples.day("2026-11-20"))
    #expect(form.draft.mode == "creditcard", "c goes over the modes that begin with it")
    #expect(form.draft.taggedReference == "HSBC 17 FL-0123456789")
  }

  private static func paying(width: Int = 80, height: Int = 24) -> AppState {
    var state = InvoiceSamples.state(width: width, height: height)
    state.take(
      .invoicesLoaded(
        InvoiceQuery(today: InvoiceSamples.today),
        .success(Window(count: 2, rows: InvoiceSamples.unpaid))))
    return state
  }

  @Test func itIsAskedForThenRecordedOnceAndTold() {
    var state = Self.paying()
    #expect(state.press(keys: "p") == [.startPayment("931")])
    state.take(.paymentStarted(.success(Self.start(400))))
    #expect(state.place == .payment)
    #expect(state.press(keys: "<c-s>") == [])
    guard case .confirmation(let question)? = state.overlays.last else {
      Issue.record("nothing was asked")
      return
    }
    #expect(question.title == "Record £400.00 from Initech Ltd?")
    #expect(
      question.lines.map(\.string) == [
        "Organization  Acme Ltd", "Customer      Initech Ltd",
        "Amount        £400.00 on 23 Nov 2026", "By            bank transfer",
        "INV-000031  £400.00",
      ])
    var draft = Self.start(400).draft
    draft.applications = [.init(invoice: "931", amount: 400)]
    let request = WriteRequest.recordPayment(draft)
    #expect(question.answers.map(\.effects) == [[], [.enqueue(request)]])
    state.overlays.removeLast()
    state.take(.enqueued(request, .success("w1")))
    #expect(state.overlays.isEmpty)
    #expect(state.reasonNotToPay(InvoiceSamples.unpaid[0]) == "recording")
    state.take(.writeSettled("w1", request, .confirmed("")))
    #expect(state.event?.text == "Payment of £400.00 recorded for Initech Ltd.")
    #expect(state.reasonNotToPay(InvoiceSamples.unpaid[0]) == nil)
  }

  @Test func closingKeepsWhatWasTyped() {
    var state = Self.paying()
    state.take(.paymentStarted(.success(Self.start(400))))
    state.take(.key(.escape))
    #expect(state.overlays.isEmpty)
    #expect(state.press(keys: "p") == [], "it goes on where it was left")
    #expect(state.payment?.draft.amount.amount == 400)
  }

  @Test func draftsAndPaidInvoicesTakeNoPayment() {
    let state = Self.paying()
    let draft = InvoiceSamples.invoice("1", status: .draft, due: "2026-12-01", total: 5)
    #expect(state.reasonNotToPay(draft) == "it is a draft: send it or mark it as sent first")
    let paid = InvoiceSamples.invoice("2", status: .paid, due: "2026-12-01", total: 5, paid: 5)
    #expect(state.reasonNotToPay(paid) == "nothing is unpaid")
  }

  @Test func theFormShowsWhatIsLeftOver() {
    let state = Self.paying()
    var canvas = Canvas(size: Size(width: 60, height: 13))
    drawPayment(Self.form(typing: "9000<tab>"), state, in: canvas.area, on: &canvas)
    #expect(
      canvas.text == """
        ┌ Payment from Initech Ltd ────────────────────────────────┐
        │ Organization Acme Ltd                                    │
        │ Amount       £9,000.00                                   │
        │ Date         23 Nov 2026          = 23 Nov 2026          │
        │ By           bank transfer                               │
        │ Reference                                                │
        │ Invoice       Due                  Unpaid        Gets    │
        │ INV-000031    late 12d          £6,400.00  £6,400.00     │
        │ INV-000035    in 9d             £2,000.00  £2,000.00     │
        │ £600.00 left over: it stays as the customer's credit     │
        │ Ctrl-S asks before it records                            │
        └──────────────────────────────────────────────────────────┘

        """)
  }
}
