import Sales
import Screen

extension InvoiceList {
  /// What can be done with invoices, the most useful first.
  static let commands: [Command] =
    one + steps + drafts + whole + marking.commands + showing + moving

  private static let lists: Set<Place> = [.invoiceList, .draftList]
  private static let onInvoice: Set<Place> = [.invoiceList, .invoicePane]

  private static let one: [Command] = [
    invoice(
      "invoice.open", "open the invoice", label: "open", keys: ["<enter>"],
      in: [.invoiceList], headless: "invoices show"
    ) { state, invoice in
      state.invoices.pane = InvoicePane(id: invoice.id)
      return [.loadInvoiceFolder(invoice.id)]
    },
    many(
      "invoice.review", "review and send", label: "review & send", keys: ["S"],
      headless: "invoices send", off: { $0.reasonNotToSend($1) },
      marked: { [.billing(.gather(.mail, $0.invoices.markedIDs))] }
    ) { state, invoice in
      state.tell("Reading \(invoice.number) from Books…", kind: .note)
      return [.prepareMail(invoice.id)]
    },
    many(
      "invoice.remind", "review a reminder and send it", label: "remind", keys: ["R"],
      off: { $0.reasonNotToRemind($1) },
      marked: { [.billing(.gather(.remind, $0.invoices.markedIDs))] }
    ) { state, invoice in
      state.tell("Reading the reminder of \(invoice.number) from Books…", kind: .note)
      return [.billing(.prepareReminder(invoice.id))]
    },
    invoice(
      "invoice.pay", "record a payment", label: "payment", keys: ["p"], writes: true,
      headless: "invoices pay",
      off: { $0.reasonNotToPay($1) }
    ) { state, invoice in state.startPayment(on: invoice) },
    many(
      "invoice.mark-sent", "mark as sent, without a mail", label: "mark sent", keys: ["M"],
      headless: "invoices mark-sent", off: { $0.reasonNotToMark($1) },
      marked: { [.billing(.gather(.markSent, $0.invoices.markedIDs))] }
    ) { state, invoice in
      state.overlays.append(.confirmation(state.confirmation(marking: invoice)))
      return []
    },
    many(
      "invoice.void", "void the invoice", keys: ["V"], headless: "invoices void",
      off: { $0.reasonNotToVoid($1) },
      marked: { state in
        let ids = state.invoices.markedIDs
        let title: SafeText = "Why are \(ids.count.grouped) invoices void?"
        state.overlays.append(.prompt(Prompt(title: title, purpose: .billing(.voidMany(ids)))))
        return []
      }
    ) { state, invoice in
      let title: SafeText = "Why is \(invoice.number) void? It goes into its history"
      state.overlays.append(.prompt(Prompt(title: title, purpose: .billing(.void(invoice)))))
      return []
    },
    invoice(
      "invoice.edit", "edit the draft", label: "edit", keys: ["e"],
      off: { $0.reasonNotToEdit($1) }
    ) { state, invoice in
      [state.draft(of: invoice).map { .openDraft($0) } ?? .drafting(.adopt(invoice.id))]
    },
    invoice("invoice.read", "read it as a page", label: "page", keys: ["o"]) { state, invoice in
      var paper = PaperView(id: invoice.id)
      if let folder = state.invoices.pane?.folder, folder.detail != nil { paper.folder = folder }
      state.overlays.append(.billing(.paper(paper)))
      return [.billing(.readPaper(invoice.id))]
    },
    invoice("invoice.open-pdf", "open the PDF in a viewer", keys: ["O"]) { _, invoice in
      [.savePDF(invoice.id, thenOpen: true)]
    },
    many(
      "invoice.save-pdf", "save the PDF in a file", keys: ["w"], writes: false,
      headless: "invoices pdf", off: { _, _ in nil },
      marked: { [.billing(.savePapers($0.invoices.markedIDs))] }
    ) { _, invoice in [.savePDF(invoice.id, thenOpen: false)] },
    invoice("invoice.copy-number", "copy the number", keys: ["yn"]) { state, invoice in
      state.tell("\(invoice.number) is on the clipboard.", kind: .note)
      return [.copy(SafeText(invoice.number))]
    },
    invoice("invoice.copy-path", "copy the path of the PDF", keys: ["yp"]) { state, invoice in
      state.copyPath(of: invoice.id)
    },
  ]

  private static let drafts: [Command] = [
    Command("draft.new", "write a new invoice", label: "new", keys: ["a"], in: lists) { _ in
      [.startDraft(deal: nil)]
    },
    Command(
      "draft.open", "open the draft", label: "open", keys: ["<enter>", "e"],
      in: [.draftList], unavailable: { $0.invoices.draft == nil ? "there is no draft" : nil }
    ) { $0.invoices.draft.map { [.openDraft($0.id)] } ?? [] },
    Command(
      "draft.discard", "discard the draft", label: "discard", keys: ["D"],
      in: [.draftList], unavailable: { $0.invoices.draft == nil ? "there is no draft" : nil }
    ) { $0.discardDraft() },
    Command(
      "draft.restore", "bring back the draft that was discarded last", label: "undo",
      keys: ["u"], in: [.draftList],
      unavailable: { $0.invoices.discarded.isEmpty ? "no draft was discarded" : nil }
    ) {
      guard let id = $0.invoices.discarded.popLast() else { return [] }
      $0.invoices.selectedDraft = id
      $0.tell("The draft is back.")
      return [.restoreDraft(id), .loadDrafts]
    },
    Command(
      "drafts.show", "show the drafts on this machine", label: "drafts", keys: ["d"],
      in: [.invoiceList]
    ) { $0.showInvoices(.drafts) },
  ]

  private static let whole: [Command] = [
    Command(
      "invoices.filter", "filter by number, customer or reference", label: "filter",
      keys: ["/"], in: [.invoiceList]
    ) {
      $0.invoices.isFiltering = true
      return []
    },
    Command(
      "invoices.next-group", "show the next group", label: "group",
      keys: [
        "<tab>", "l",
        "<right>",
      ], in: lists
    ) { $0.showInvoices($0.invoices.neighbour(1)) },
    Command(
      "invoices.previous-group", "show the group before", keys: ["<s-tab>", "h", "<left>"],
      in: lists
    ) { $0.showInvoices($0.invoices.neighbour(-1)) },
    Command(
      "invoices.clear-filter", "take the marks away, or show all again", keys: ["<esc>"], in: lists,
      unavailable: {
        $0.invoices.filter.text.isEmpty && $0.invoices.marks.isEmpty
          ? "no filter is set and nothing is marked" : nil
      }
    ) { $0.invoices.marks.clear() ? [] : $0.filterInvoices(TextField()) },
    Command(
      "invoices.remind-late", "remind of all that are late by some days", keys: ["L"],
      in: [.invoiceList], writes: true
    ) {
      var prompt = Prompt(title: "Late by at least how many days?", purpose: .billing(.late))
      prompt.field = TextField("14")
      $0.overlays.append(.prompt(prompt))
      return []
    },
    Command(
      "invoices.outcomes", "show what became of the last list", keys: ["B"], in: [.invoiceList],
      unavailable: { $0.invoices.bulk == nil ? "nothing was done with many yet" : nil }
    ) {
      $0.overlays.append(.billing(.bulk))
      return []
    },
    Command(
      "invoice.close", "close the invoice", label: "close", keys: ["<esc>", "q"],
      in: [.invoicePane]
    ) {
      $0.invoices.pane = nil
      return []
    },
  ]

  private static let moving: [Command] = [
    move("down", "go down", keys: ["j", "<down>"]) { state, index in index + 1 },
    move("up", "go up", keys: ["k", "<up>"]) { state, index in index - 1 },
    move("page-down", "go a page down", keys: ["<pagedown>", "<c-d>"]) { state, index in
      index + max(1, state.invoiceRowsHeight - 1)
    },
    move("page-up", "go a page up", keys: ["<pageup>", "<c-u>"]) { state, index in
      index - max(1, state.invoiceRowsHeight - 1)
    },
    move("first", "go to the first", keys: ["gg", "<home>"]) { _, _ in 0 },
    move("last", "go to the last", keys: ["G", "<end>"]) { _, _ in Int.max / 2 },
    scroll("pane.down", "scroll down", keys: ["j", "<down>"], by: 1),
    scroll("pane.up", "scroll up", keys: ["k", "<up>"], by: -1),
    scroll(
      "pane.page-down", "scroll a page down", keys: ["<pagedown>", "<c-d>", "<space>"], by: 10),
    scroll("pane.page-up", "scroll a page up", keys: ["<pageup>", "<c-u>"], by: -10),
    neighbour("pane.next", "show the next invoice", label: "next", keys: ["]", "<tab>"], step: 1),
    neighbour("pane.previous", "show the invoice before", keys: ["[", "<s-tab>"], step: -1),
  ]

  static func invoice(
    _ id: String, _ title: SafeText, label: SafeText? = nil, keys: [String],
    in places: Set<Place> = onInvoice, writes: Bool = false, headless: String? = nil,
    off: @escaping @Sendable (AppState, Invoice) -> SafeText? = { _, _ in nil },
    run: @escaping @Sendable (inout AppState, Invoice) -> [Effect]
  ) -> Command {
    Command(
      id, title, label: label, keys: keys, in: places, writes: writes, headless: headless,
      unavailable: { state in
        guard let invoice = state.invoices.invoice else { return "no invoice is selected" }
        return off(state, invoice)
      }
    ) { state in state.invoices.invoice.map { run(&state, $0) } ?? [] }
  }

  /// A command that does something with the marked invoices, or with the one under the cursor.
  private static func many(
    _ id: String, _ title: SafeText, label: SafeText? = nil, keys: [String],
    writes: Bool = true, headless: String? = nil,
    off: @escaping @Sendable (AppState, Invoice) -> SafeText?,
    marked: @escaping @Sendable (inout AppState) -> [Effect],
    run: @escaping @Sendable (inout AppState, Invoice) -> [Effect]
  ) -> Command {
    Command(
      id, title, label: label, keys: keys, in: onInvoice, writes: writes, headless: headless,
      unavailable: { state in
        if state.hasMarkedInvoices { return nil }
        guard let invoice = state.invoices.invoice else { return "no invoice is selected" }
        return off(state, invoice)
      }
    ) { state in
      if state.hasMarkedInvoices { return marked(&state) }
      return state.invoices.invoice.map { run(&state, $0) } ?? []
    }
  }

  private static func move(
    _ id: String, _ title: SafeText, keys: [String],
    to place: @escaping @Sendable (AppState, Int) -> Int
  ) -> Command {
    Command("invoices.\(id)", title, keys: keys, in: lists) { state in
      guard state.invoices.isShowingDrafts else {
        return state.goToInvoice(place(state, state.invoices.current.index))
      }
      guard let drafts = state.invoices.drafts, !drafts.isEmpty else { return [] }
      let index = drafts.firstIndex { $0.id == state.invoices.draft?.id } ?? 0
      let target = min(max(0, place(state, index)), drafts.count - 1)
      state.invoices.selectedDraft = drafts[target].id
      return []
    }
  }

  private static func scroll(
    _ id: String, _ title: SafeText, keys: [String], by step: Int
  ) -> Command {
    Command(id, title, keys: keys, in: [.invoicePane]) { state in
      let lines = state.invoices.pane.map { InvoicePaneText(state, $0).lines.count } ?? 0
      let top = (state.invoices.pane?.top ?? 0) + step
      state.invoices.pane?.top = min(max(0, top), max(0, lines - 1))
      return []
    }
  }

  private static func neighbour(
    _ id: String, _ title: SafeText, label: SafeText? = nil, keys: [String], step: Int
  ) -> Command {
    Command(id, title, label: label, keys: keys, in: [.invoicePane]) { state in
      let effects = state.goToInvoice(state.invoices.current.index + step)
      guard let id = state.invoices.current.selected, id != state.invoices.pane?.id else {
        return effects
      }
      state.invoices.pane = InvoicePane(id: id)
      return effects + [.loadInvoiceFolder(id)]
    }
  }
}

extension AppState {
  /// Whether commands mean the marked invoices: in the list, not in the pane of one.
  fileprivate var hasMarkedInvoices: Bool {
    invoices.pane == nil && !invoices.marks.isEmpty
  }

  /// Shows another tab; its old rows stay until new ones come.
  mutating func showInvoices(_ tab: InvoiceTab) -> [Effect] {
    invoices.tab = tab
    return invoices.loadRows(today: today)
  }

  /// Takes the draft under the cursor off the list.
  mutating func discardDraft() -> [Effect] {
    guard let draft = invoices.draft else { return [] }
    let place = invoices.drafts?.firstIndex(of: draft) ?? 0
    invoices.drafts?.removeAll { $0.id == draft.id }
    invoices.discarded.append(draft.id)
    let left = invoices.drafts ?? []
    invoices.selectedDraft = left.isEmpty ? nil : left[min(place, left.count - 1)].id
    tell("Draft discarded, u brings it back: \(draft.customer?.name ?? "no customer yet")")
    return [.discardDraft(draft.id)]
  }
}
