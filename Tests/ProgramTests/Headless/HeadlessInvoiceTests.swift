import Testing

/// Money without the screen: every write leaves at most once, by the journal.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct HeadlessInvoiceTests {
  /// A desk with one customer who has an address.
  private func desk() async throws -> Desk {
    let desk = try await Desk()
    let run = try await desk.run(
      "api", "POST", "books/v3/contacts", "--field", "contact_name=Acme", "--field",
      #"contact_persons=[{"first_name":"Jane","email":"jane@acme.example","is_primary_contact":true}]"#
    )
    guard run.status == 0 else { throw NeverHappened(description: run.output + run.errors) }
    return desk
  }

  private func draft(_ desk: Desk, _ line: String = "Work;2;1.500,50") async throws -> String {
    try await desk.made(
      "invoice_number", "invoices", "draft", "--customer", "Acme", "--line", line)
  }

  @Test func anInvoiceIsDraftedSentAndPaid() async throws {
    let desk = try await desk()
    let number = try await draft(desk)
    #expect(number == "INV-000001")
    let send = try await desk.run("invoices", "send", number, "--yes", "-o", "table")
    #expect(send.status == 0)
    #expect(send.output == "Invoice sent to jane@acme.example\n")
    let part = try await desk.run("invoices", "pay", number, "--amount", "1000", "-o", "table")
    #expect(part.output == "Payment of £1,000.00 recorded for Acme\n")
    let rest = try await desk.run("invoices", "pay", number, "--json")
    #expect(rest.status == 0)
    #expect(rest.output.contains(#""amount":2001,"#))
    let list = try await desk.run("invoices", "list", "--csv")
    #expect(list.output.contains("\(number),paid,Acme,"))
    let again = try await desk.run("invoices", "pay", number)
    #expect(again.status == 7)
    #expect(again.errors == "fairlead: Nothing is unpaid on invoice INV-000001.\n")
  }

  @Test func paymentsAreListedAndShown() async throws {
    let desk = try await desk()
    let number = try await draft(desk)
    #expect(try await desk.run("invoices", "mark-sent", number).status == 0)
    let id = try await desk.made("payment_id", "invoices", "pay", number, "--amount", "1000")
    let list = try await desk.run("payments", "list", "--csv")
    #expect(list.status == 0)
    #expect(list.output.contains(id))
    #expect(list.output.contains("Acme"))
    let shown = try await desk.run("payments", "show", id)
    #expect(shown.status == 0)
    #expect(shown.output.contains("\"payment_id\":\"\(id)\""))
    #expect(try await desk.run("payments", "show", "4600000000000999999").status == 4)
  }

  @Test func nothingIsSentWithoutConsent() async throws {
    let desk = try await desk()
    let number = try await draft(desk)
    let before = try await desk.effects()
    let run = try await desk.run("invoices", "send", number)
    #expect(run.status == 64)
    #expect(
      run.errors == """
        Organization  default (\(desk.server.connection.organization_id))
        Invoice       INV-000001 for Acme
        Total         £3,001.00
        To            jane@acme.example
        Subject       Invoice - INV-000001 from Fairlead Trading Ltd
        Attached      INV-000001.pdf
        fairlead: Nothing was sent. Say --yes to send it.

        """)
    #expect(try await desk.effects() == before)
  }

  @Test func aMailWhoseAnswerIsLostGoesOutOnce() async throws {
    let desk = try await desk()
    let number = try await draft(desk)
    try await desk.fault(
      #"{"fault":"apply_then_drop","method":"POST","path":"/books/v3/invoices/"}"#)
    let run = try await desk.run("invoices", "send", number, "--yes", "--json")
    #expect(run.status == 0)
    #expect(
      try await desk.effects().filter { $0.contains("mailed") || $0.contains("sent") }.count > 0)
    let mail = try await desk.server.text("/_local/mail")
    #expect(mail.components(separatedBy: "jane@acme.example").count - 1 >= 1)
    #expect(run.errors.contains("Looking at Zoho for it."))
  }

  @Test func aMailThatNeverArrivedIsAFateUnknownAndStaysInTheJournal() async throws {
    let desk = try await desk()
    let number = try await draft(desk)
    try await desk.fault(#"{"fault":"drop","method":"POST","path":"/books/v3/invoices/"}"#)
    let run = try await desk.run("invoices", "send", number, "--yes", "--json")
    #expect(run.status == 6)
    #expect(run.output == "")
    #expect(run.errors.contains(#""name":"outcome-unknown""#))
    #expect(run.errors.contains(#""journal":""#))
    // The fate of the first is unknown: a second one is not sent.
    let again = try await desk.run("invoices", "send", number, "--yes", "--json-errors")
    #expect(again.status != 0)
    #expect(try await desk.server.text("/_local/mail").contains("jane@acme.example") == false)
  }

  @Test func aDraftIsMarkedAsSentAndVoided() async throws {
    let desk = try await desk()
    let number = try await draft(desk)
    #expect(try await desk.run("invoices", "mark-sent", number).status == 0)
    let again = try await desk.run("invoices", "mark-sent", number)
    #expect(again.status == 7)
    #expect(again.errors == "fairlead: Invoice INV-000001 is no draft any more: it is sent.\n")
    let asked = try await desk.run("invoices", "void", number)
    #expect(asked.status == 64)
    #expect(
      asked.errors
        == "fairlead: Nothing was done. Say --yes to void INV-000001 of Acme, £3,001.00.\n")
    #expect(try await desk.run("invoices", "void", number, "--yes").status == 0)
    let shown = try await desk.run("invoices", "show", number, "--json")
    #expect(shown.output.contains(#""status":"void""#))
  }

  @Test func aPDFNeverReplacesAFile() async throws {
    let desk = try await desk()
    let number = try await draft(desk)
    let path = desk.home.path("mine.pdf")
    let run = try await desk.run("invoices", "pdf", number, "--output", path)
    #expect(run.status == 0)
    #expect(run.errors == "Saved \(path).\n")
    #expect(try String(contentsOfFile: path, encoding: .isoLatin1).hasPrefix("%PDF"))
    let again = try await desk.run("invoices", "pdf", number, "--output", path)
    #expect(again.status == 73)
    #expect(
      again.errors
        == "fairlead: \(path) was not written: it is there already; --force replaces it.\n")
    #expect(try await desk.run("invoices", "pdf", number, "--output", path, "--force").status == 0)
  }

  @Test func remindersHaveAResultEach() async throws {
    let desk = try await desk()
    let first = try await draft(desk)
    let second = try await draft(desk, "More;1;5")
    #expect(try await desk.run("invoices", "mark-sent", first).status == 0)
    let run = try await desk.run("invoices", "remind", first, second, "--yes", "--ndjson")
    #expect(run.output.contains(#""invoice_number":"INV-000001","status":"reminded""#))
    #expect(run.output.contains(#""invoice_number":"INV-000002""#))
    let none = try await desk.run("invoices", "remind", "--late-by", "14d")
    #expect(none.status == 64)
    #expect(none.errors == "fairlead: Nothing was sent. Say --yes to mail 0 reminders.\n")
  }

  @Test func whatIsNotThereIsNotFound() async throws {
    let desk = try await desk()
    #expect(try await desk.run("invoices", "show", "INV-009999").status == 4)
    #expect(try await desk.run("invoices", "show", "4600000000000999999").status == 4)
    #expect(try await desk.run("customers", "show", "Nobody").status == 4)
  }

  @Test func anAmountThatIsTooMuchOrDoubtfulIsRefused() async throws {
    let desk = try await desk()
    let number = try await draft(desk)
    #expect(try await desk.run("invoices", "mark-sent", number).status == 0)
    let much = try await desk.run("invoices", "pay", number, "--amount", "9000.00")
    #expect(much.status == 65)
    #expect(much.errors == "fairlead: --amount 9000: only £3,001.00 is unpaid.\n")
    let doubtful = try await desk.run("invoices", "pay", number, "--amount", "1,500")
    #expect(doubtful.status == 65)
    #expect(
      doubtful.errors
        == "fairlead: --amount 1,500 may be read in two ways. Say --decimal . or --decimal ,.\n")
  }
}
