import Sales
import Screen

extension DocumentDesk {
  /// What opens papers from the invoices screen and from deals.
  static let openers: [Command] = [
    opener("estimates", "show the estimates of Books", .estimate, keys: ["ge"]),
    opener("recurring", "show the recurring profiles of Books", .recurringInvoice, keys: ["gr"]),
    opener("credit-notes", "show the credit notes of Books", .creditNote, keys: ["gc"]),
    opener("retainers", "show the retainers of Books", .retainerInvoice, keys: ["gt"]),
    onInvoice("invoice.like", "write a new invoice like it", label: "again", keys: ["="]) {
      state, invoice in
      state.tell("Reading \(invoice.number) from Books…", kind: .note)
      return [.drafting(.startLike(invoice.id))]
    },
    onInvoice(
      "invoice.credit-note", "make a credit note for it", keys: ["cn"], writes: true,
      off: { invoice in
        switch invoice.status {
        case .known(.draft): "it is a draft: change it instead"
        case .known(.void): "it is void"
        default: nil
        }
      }
    ) { _, invoice in [.drafting(.startCreditNote(invoice.id))] },
    onInvoice(
      "invoice.recurring", "make a recurring profile of it", keys: ["cr"], writes: true
    ) { _, invoice in [.drafting(.startRecurring(.invoice(invoice.id)))] },
    onInvoice("invoice.files", "the files on the invoice", keys: ["ga"]) { state, invoice in
      state.showFiles(of: Reference(id: invoice.id, name: invoice.number))
    },
    Command(
      "deal.retainer", "make a retainer invoice for the deal", keys: ["D"],
      in: [.board, .dealList, .dealPane], writes: true,
      unavailable: { $0.board.selectedRow == nil ? "no deal is selected" : nil }
    ) { $0.board.selectedRow.map { [.drafting(.startRetainer($0.id))] } ?? [] },
  ]

  /// What can be done with papers, the most useful first.
  static let commands: [Command] = [
    Command(
      "document.invoice", "make an invoice of the estimate", label: "invoice",
      keys: ["<enter>", "i"], in: [.documents], unavailable: { $0.desk?.reasonNotToInvoice }
    ) { state in
      guard let estimate = state.desk?.current else { return [] }
      state.overlays.removeLast()
      state.tell("Reading \(estimate.number) from Books…", kind: .note)
      return [.drafting(.startFrom(estimate))]
    },
    Command(
      "document.mark", "mark as sent; a credit note as open", label: "mark sent", keys: ["M"],
      in: [.documents], writes: true, unavailable: { $0.desk?.reasonNotToMark }
    ) { state in
      guard let paper = state.desk?.current else { return [] }
      return state.ask(paper, paper.kind == .creditNote ? "open" : "sent", verb: "mark")
    },
    Command(
      "document.stop", "stop the profile, or let it go on", label: "stop, resume", keys: ["T"],
      in: [.documents], writes: true, unavailable: { $0.desk?.reasonNotToStop }
    ) { state in
      guard let paper = state.desk?.current else { return [] }
      let word = paper.status == "active" ? "stop" : "resume"
      return state.ask(paper, word, verb: word)
    },
    Command(
      "documents.next", "show the next sort", label: "sort", keys: ["<tab>", "l", "<right>"],
      in: [.documents]
    ) { $0.turnDesk(1) },
    Command(
      "documents.previous", "show the sort before", keys: ["<s-tab>", "h", "<left>"],
      in: [.documents]
    ) { $0.turnDesk(-1) },
    move("down", "go down", keys: ["j", "<down>"], by: 1),
    move("up", "go up", keys: ["k", "<up>"], by: -1),
    move("page-down", "go a page down", keys: ["<pagedown>", "<c-d>"], by: 10),
    move("page-up", "go a page up", keys: ["<pageup>", "<c-u>"], by: -10),
    move("first", "go to the first", keys: ["gg", "<home>"], by: -100_000),
    move("last", "go to the last", keys: ["G", "<end>"], by: 100_000),
    Command("documents.refresh", "read them again", keys: ["r"], in: [.documents]) {
      $0.reloadDocuments()
    },
    Command(
      "documents.close", "go back", label: "back", keys: ["<esc>", "q"], in: [.documents]
    ) {
      $0.overlays.removeLast()
      return []
    },
  ]

  private static func opener(
    _ id: String, _ title: SafeText, _ kind: DocumentKind, keys: [String]
  ) -> Command {
    Command(
      "documents.\(id)", title, keys: keys, in: [.invoiceList, .draftList, .invoicePane]
    ) { $0.showDocuments(kind) }
  }

  private static func onInvoice(
    _ id: String, _ title: SafeText, label: SafeText? = nil, keys: [String], writes: Bool = false,
    off: @escaping @Sendable (Invoice) -> SafeText? = { _ in nil },
    run: @escaping @Sendable (inout AppState, Invoice) -> [Effect]
  ) -> Command {
    Command(
      id, title, label: label, keys: keys, in: [.invoiceList, .invoicePane], writes: writes,
      unavailable: { state in
        guard let invoice = state.invoices.invoice else { return "no invoice is selected" }
        return off(invoice)
      }
    ) { state in state.invoices.invoice.map { run(&state, $0) } ?? [] }
  }

  private static func move(
    _ id: String, _ title: SafeText, keys: [String], by step: Int
  ) -> Command {
    Command("documents.\(id)", title, keys: keys, in: [.documents]) {
      $0.changeDesk { $0.move(step) }
      return []
    }
  }

  /// Why no invoice can be made of the paper under the cursor; nil when one can.
  var reasonNotToInvoice: SafeText? {
    guard let current else { return "nothing is selected" }
    guard current.kind == .estimate else { return "only estimates become invoices" }
    switch current.status {
    case "invoiced": return "\(current.number) is invoiced already"
    case "declined": return "\(current.number) was declined"
    default: return nil
    }
  }

  /// Why the paper under the cursor cannot be marked; nil when it can.
  var reasonNotToMark: SafeText? {
    guard let current else { return "nothing is selected" }
    if current.kind == .recurringInvoice { return "a profile sends by itself" }
    return current.status == "draft" ? nil : "it is \(current.status) already"
  }

  /// Why the paper under the cursor cannot be stopped or resumed; nil when it can.
  var reasonNotToStop: SafeText? {
    guard let current else { return "nothing is selected" }
    guard current.kind == .recurringInvoice else { return "only recurring profiles stop" }
    return ["active", "stopped"].contains(current.status) ? nil : "it is \(current.status)"
  }
}

extension AppState {
  fileprivate mutating func turnDesk(_ step: Int) -> [Effect] {
    changeDesk { $0.turn(step) }
    return reloadDocuments()
  }

  /// Asks before a paper gets another status.
  fileprivate mutating func ask(_ paper: BooksDocument, _ status: String, verb: String) -> [Effect]
  {
    let word = verb == "mark" ? "mark as \(status)" : verb
    overlays.append(
      .confirmation(
        Confirmation(
          title:
            "\(word.prefix(1).uppercased() + word.dropFirst()): \(paper.kind.singular) \(paper.number)?",
          lines: [
            "Organization  \(tenant.organization)",
            "Customer      \(paper.customer.name)",
            "Amount        \(paper.total.full.string)",
            "No mail goes out.",
          ],
          answers: [
            .init(key: "c", label: "cancel", effects: []),
            .init(
              key: verb.first ?? "m", label: SafeText(word),
              effects: [.enqueue(.document(.setStatus(paper, status)))]),
          ])))
    return []
  }
}
