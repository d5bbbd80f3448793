import FoundationEssentials
import Sales
import Screen
import Testing

@testable import AppCore

/// A mail that can be taken back, and the seconds until it cannot.
@Suite struct SendHoldTests {
  private static let invoice = InvoiceSamples.unpaid[0]

  private static func stored(_ mail: InvoiceMail = InvoiceSamples.mail) -> StoredInvoice {
    StoredInvoice(
      detail: InvoiceDetail(
        invoice: invoice, lines: [], subtotal: 6400, taxes: [], isInclusiveTax: false,
        paymentTerms: 30, notes: "", terms: ""), mail: mail)
  }

  private static func reviewing(_ mail: InvoiceMail = InvoiceSamples.mail) -> AppState {
    var state = InvoiceSamples.state()
    let query = InvoiceQuery(today: InvoiceSamples.today)
    state.take(.invoicesLoaded(query, .success(Window(count: 1, rows: [invoice]))))
    state.press(keys: "S")
    state.take(.mailPrepared(invoice.id, .success(stored(mail))))
    return state
  }

  private let request = WriteRequest.emailInvoice(invoice, InvoiceSamples.mail)

  private func pass(_ seconds: Double, _ state: inout AppState) -> [Effect] {
    state.take(.ticked(state.now.addingTimeInterval(seconds), today: state.today))
      + state.take(.billing(.secondPassed))
  }

  @Test func theCountdownRunsOnlyWhileSomethingIsHeld() {
    var state = Self.reviewing()
    let until = state.now.addingTimeInterval(30)
    #expect(
      state.press(keys: "h") == [.billing(.hold(request, until: until)), .billing(.countDown)])
    state.take(.enqueued(request, .success("w1")))
    #expect(pass(1, &state) == [.billing(.countDown)])
    #expect(state.middle.isEmpty == false)
    #expect(draw(state).text.contains("INV-000031 goes out in 29 s to jane@initech.example"))
    #expect(pass(29, &state) == [.billing(.release("w1"))], "and no second more is counted")
    #expect(pass(1, &state) == [])
    #expect(!draw(state).text.contains("goes out"))
  }

  @Test func aSecondHeldMailStartsNoSecondCountdown() {
    var state = Self.reviewing()
    state.press(keys: "h")
    state.take(.enqueued(request, .success("w1")))
    state.invoices.pending = [:]
    state.press(keys: "S")
    state.take(.mailPrepared(Self.invoice.id, .success(Self.stored())))
    #expect(state.press(keys: "h").contains(.billing(.countDown)) == false)
  }

  @Test func whatIsTakenBackBeforeItIsInTheJournalIsTakenBackThen() {
    var state = Self.reviewing()
    state.press(keys: "h")
    #expect(state.press(keys: "u") == [])
    #expect(
      state.take(.enqueued(request, .success("w1"))) == [.billing(.takeBack("w1")), .loadOutbox])
    #expect(pass(60, &state) == [.billing(.countDown)], "nothing is released")
    state.take(.billing(.takenBack("w1", .success(true))))
    #expect(state.place == .review)
    #expect(pass(1, &state) == [])
  }

  @Test func onTheBoardUndoTakesBackTheMailFirst() {
    var state = Self.reviewing()
    state.press(keys: "h")
    state.take(.enqueued(request, .success("w1")))
    state.screen = .pipeline
    #expect(state.press(keys: "u") == [.billing(.takeBack("w1"))])
  }

  @Test func whatLeftAlreadySaysSo() {
    var state = Self.reviewing()
    state.press(keys: "h")
    state.take(.enqueued(request, .success("w1")))
    state.press(keys: "u")
    state.take(.billing(.takenBack("w1", .failure(.invalid("it is on its way")))))
    #expect(state.event?.text == "INV-000031 was let go already: see 6 Outbox.")
    #expect(state.overlays.isEmpty)
  }

  @Test func withoutAnAddressTheLineForOneIsOpened() {
    var mail = InvoiceSamples.mail
    mail.recipients = []
    var state = Self.reviewing(mail)
    #expect(state.press(keys: "s") == [])
    #expect(state.review?.typing?.line == .address)
    for key in Key.parse("bo@initech.example<enter>") ?? [] { state.take(.key(key)) }
    #expect(state.review?.stored.mail.selectedAddresses == ["bo@initech.example"])
    #expect(state.press(keys: "s").count == 1)
  }

  @Test func unusualRecipientsArePointedOut() {
    var correspondence = Correspondence(
      people: ["jane@initech.example", "bill@initech.example"],
      events: ["Invoice emailed to jane@initech.example, (old@agency.example)."])
    #expect(correspondence.oddity(of: "JANE@initech.example") == nil)
    #expect(correspondence.oddity(of: "bill@initech.example") == "was never mailed before")
    #expect(correspondence.oddity(of: "old@agency.example") == nil)
    #expect(
      correspondence.oddity(of: "x@rival.example")
        == "is at another domain than the customer's people (initech.example)")
    correspondence.mailed = []
    #expect(correspondence.oddity(of: "bill@initech.example") == nil, "nobody was mailed so far")
  }

  @Test func thePDFIsSwitchedOffAndOnAgain() {
    var state = Self.reviewing()
    state.press(keys: "p")
    #expect(state.review?.stored.mail.attachmentName == nil)
    #expect(
      state.review?.warnings(today: state.today).contains(
        "the text speaks of an attachment, and no PDF goes with it") == true)
    state.press(keys: "p")
    #expect(state.review?.stored.mail.attachmentName == "INV-000036.pdf")
  }

  @Test func aCopyIsAddedAndTakenAway() {
    var state = Self.reviewing()
    for key in Key.parse("bboss@initech.example<enter>") ?? [] { state.take(.key(key)) }
    #expect(state.review?.stored.mail.copies == ["boss@initech.example"])
    state.press(keys: "jj<space>")
    #expect(state.review?.stored.mail.copies == [])
  }
}

/// Many invoices at once, the list first.
@Suite struct SendBulkTests {
  private static func marked() -> AppState {
    var state = InvoiceSamples.state()
    let rows = [
      InvoiceSamples.unpaid[0], InvoiceSamples.unpaid[1],
      InvoiceSamples.invoice("40", status: .paid, due: "2026-11-01", total: 10, paid: 10),
    ]
    let query = InvoiceQuery(today: InvoiceSamples.today)
    state.take(.invoicesLoaded(query, .success(Window(count: 3, rows: rows))))
    state.press(keys: "<space><space><space>")
    let effects = state.press(keys: "R")
    #expect(effects == [.billing(.gather(.remind, rows.map(\.id)))])
    state.take(.billing(.gathered(.remind, .success(rows))))
    return state
  }

  @Test func nothingIsDoneBeforeEveryMailIsPrepared() {
    var state = Self.marked()
    #expect(state.press(keys: "s") == [])
    #expect(state.event?.text == "mail all that are ready: the mails are still being prepared")
    state.take(.billing(.mailReady("931", .remind, .success(InvoiceSamples.mail))))
    state.take(.billing(.mailReady("935", .remind, .failure(.offline("no route")))))
    let screen = draw(state).text
    #expect(screen.contains("1 ready, £6,400.00, to 1 addresses"))
    #expect(screen.contains("nothing is unpaid"))
    #expect(screen.contains("1 ready · 1 not done · 1 left out"))
    let step = InvoiceStep(.remind(InvoiceSamples.mail), InvoiceSamples.unpaid[0])
    #expect(state.press(keys: "ss") == [.enqueue(.step(step))])
    #expect(state.press(keys: "t") == [], "not while one is on its way")
    state.take(.enqueued(.step(step), .success("w1")))
    state.take(.writeSettled("w1", .step(step), .confirmed("")))
    #expect(state.event?.text == "1 reminded, 1 not.")
    #expect(state.press(keys: "t") == [.billing(.prepareMails(.remind, ["935"]))])
  }

  @Test func whatIsUncertainIsNotTriedAgain() {
    var state = Self.marked()
    state.take(.billing(.mailReady("931", .remind, .success(InvoiceSamples.mail))))
    state.take(.billing(.mailReady("935", .remind, .success(InvoiceSamples.mail))))
    let steps = InvoiceSamples.unpaid.map { InvoiceStep(.remind(InvoiceSamples.mail), $0) }
    #expect(state.press(keys: "s").count == 2)
    for (step, id) in zip(steps, ["w1", "w2"] as [WriteID]) {
      state.take(.enqueued(.step(step), .success(id)))
    }
    state.take(.writeSettled("w1", .step(steps[0]), .uncertain("no answer")))
    state.take(.writeSettled("w2", .step(steps[1]), .refused(.invalid("busy"))))
    #expect(state.event?.text == "0 reminded, 1 not, 1 unsure, see 6 Outbox.")
    #expect(state.press(keys: "t") == [.enqueue(.step(steps[1]))])
  }

  @Test(arguments: [(60, 16), (80, 24), (120, 32)])
  func theListFitsEveryTerminal(_ width: Int, _ height: Int) {
    var state = Self.marked()
    state.take(.resized(Size(width: width, height: height)))
    let screen = draw(state).text
    #expect(screen.contains("Remind of 3 invoices"))
    #expect(screen.contains("INV-000031"))
  }
}
