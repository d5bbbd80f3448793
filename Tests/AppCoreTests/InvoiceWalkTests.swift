import FoundationEssentials
import Sales
import Screen
import Testing

@testable import AppCore

/// Whole walks by keys alone, dialogs included; what Books would answer is written out.
@Suite struct InvoiceWalkTests {
  private static let sent = Invoice(
    id: "936", number: "INV-000036", status: .known(.draft), customer: InvoiceSamples.initech,
    date: InvoiceSamples.today, dueDate: InvoiceSamples.day("2026-12-23"),
    currency: InvoiceSamples.pounds, total: 12_000, balance: 12_000,
    modifiedTime: InvoiceSamples.now)

  private static func stored(_ draft: InvoiceDraft) -> StoredInvoice {
    StoredInvoice(
      detail: InvoiceDetail(
        invoice: sent, lines: draft.filledLines, subtotal: 10_000,
        taxes: [TaxAmount(name: "VAT (20%)", amount: 2000)], isInclusiveTax: false,
        paymentTerms: 30, notes: "", terms: ""), mail: InvoiceSamples.mail)
  }

  @Test func fromAnEmptyDraftToAMailThatWentOutOnce() throws {
    var state = InvoiceSamples.editing(width: 80, height: 24)
    let typed = state.press(keys: "lic<enter>25<esc>S")
    let draft = try #require(state.editor?.draft)
    #expect(typed.last == .storeDraft(draft))
    state.take(.draftStored("d1", revision: draft.revision, .success(Self.stored(draft))))
    #expect(draw(state).text.contains("Review before sending ─ INV-000036"))
    state.press(keys: "c<c-u>Your invoice<enter>j<space>")
    var mail = InvoiceSamples.mail
    mail.subject = "Your invoice"
    mail.recipients[1].isSelected = true
    let request = WriteRequest.emailInvoice(Self.sent, mail)
    #expect(state.press(keys: "sss") == [.enqueue(request)])
    state.take(.enqueued(request, .success("w1")))
    state.take(.writeSettled("w1", request, .confirmed("")))
    #expect(
      state.event?.text
        == "Invoice INV-000036 sent to jane@initech.example, bill@initech.example.")
    #expect(state.editor == nil)
  }

  @Test func markingAsSentInsteadIsAskedFirst() throws {
    var state = InvoiceSamples.editing()
    state.press(keys: "lic<enter>25<esc>S")
    let draft = try #require(state.editor?.draft)
    state.take(.draftStored("d1", revision: draft.revision, .success(Self.stored(draft))))
    #expect(state.press(keys: "mmm<enter>") == [], "the key held down, then the safe answer")
    #expect(state.place == .editor)
    state.press(keys: "S")
    state.take(.draftStored("d1", revision: draft.revision, .success(Self.stored(draft))))
    #expect(state.press(keys: "m<tab><enter>") == [.enqueue(.markSent(Self.sent))])
  }

  @Test func aPaymentIsTypedAskedAndRecorded() {
    var state = InvoiceSamples.state(width: 60, height: 16)
    let query = InvoiceQuery(today: InvoiceSamples.today)
    state.take(.invoicesLoaded(query, .success(Window(count: 2, rows: InvoiceSamples.unpaid))))
    #expect(state.press(keys: "p") == [.startPayment("931")])
    var draft = PaymentDraft(
      tag: "FL-0123456789", customer: InvoiceSamples.initech, date: InvoiceSamples.today,
      mode: "banktransfer", amount: Money(6400, InvoiceSamples.pounds), applications: [])
    let start = PaymentStart(draft: draft, unpaid: InvoiceSamples.unpaid)
    state.take(.paymentStarted(.success(start)))
    #expect(state.press(keys: "7000<enter>20 nov<enter><enter>HSBC<enter><enter><enter>") == [])
    state.press(keys: "<c-s><c-s>")
    state.take(.key(.paste("r")))
    #expect(draw(state).text.contains("Record £7,000.00 from Initech Ltd?"))
    draft.amount = Money(7000, InvoiceSamples.pounds)
    draft.date = InvoiceSamples.day("2026-11-20")
    draft.reference = "HSBC"
    draft.applications = [
      .init(invoice: "931", amount: 6400), .init(invoice: "935", amount: 600),
    ]
    #expect(state.press(keys: "rr") == [.enqueue(.recordPayment(draft))])
    state.take(.enqueued(.recordPayment(draft), .success("w1")))
    #expect(state.overlays.isEmpty)
  }

  @Test func aPaymentThatCouldNotBeKeptIsStillOnTheScreen() {
    var state = InvoiceSamples.state()
    let draft = PaymentDraft(
      tag: "FL-0123456789", customer: InvoiceSamples.initech, date: InvoiceSamples.today,
      mode: "cash", amount: Money(10, InvoiceSamples.pounds), applications: [])
    state.take(.paymentStarted(.success(PaymentStart(draft: draft, unpaid: []))))
    guard case .enqueue(let request)? = state.press(keys: "<c-s>r").first else {
      Issue.record("nothing was asked of Zoho")
      return
    }
    state.take(.enqueued(request, .failure(.storage("disk full"))))
    #expect(state.place == .payment)
    #expect(
      state.event?.text
        == "Payment of £10.00 for Initech Ltd was not asked of Zoho: Local files: disk full")
  }

  @Test func typingOnWhileAQuestionComesAnswersNothing() {
    var state = InvoiceSamples.state()
    let start = DraftStart(
      draft: InvoiceSamples.draft,
      match: .missing(Reference(id: "88", name: "Initech"), email: nil))
    state.take(.draftStarted(.success(start)))
    #expect(state.press(keys: "licence") == [])
  }

  @Test func theKeysThatMatterStandInTheFooter() {
    func footer(_ state: AppState) -> String {
      String(draw(state).text.split(separator: "\n").last ?? "")
    }
    var state = InvoiceSamples.editing(width: 80, height: 24)
    #expect(
      footer(state).hasPrefix(" Tab next cell  Enter take  Esc grid  Ctrl-N line  Ctrl-E notes"))
    state.press(keys: "lic<enter><esc>")
    #expect(
      footer(state).hasPrefix(
        " Tab next cell  Enter type  S review & send  Esc close (kept)"))
  }
}
