import Sales
import Screen

extension InvoiceEditor {
  /// What fills a draft from elsewhere, and what hangs on it.
  static let filling: [Command] = [
    Command(
      "draft.same-as-last", "fill in the lines of the customer's last invoice",
      label: "same as last", keys: ["="], in: [.editor],
      unavailable: { $0.editor?.draft.customer == nil ? "choose a customer first" : nil }
    ) { state in
      guard let draft = state.editor?.draft, let customer = draft.customer else { return [] }
      return [.drafting(.loadLast(customer.id, for: draft.id, except: draft.invoice))]
    },
    Command("draft.tax-in-rates", "say whether the rates contain tax", keys: ["t"], in: [.editor]) {
      $0.edit { editor in
        let effects = editor.edit { $0.isInclusiveTax.toggle() }
        editor.notice =
          editor.draft.isInclusiveTax
          ? "The rates contain tax now." : "Tax is added to the rates now."
        return effects
      }
    },
    Command("draft.template", "choose how the PDF looks", keys: ["gl"], in: [.editor]) {
      $0.tell("Reading the templates…", kind: .note)
      return [.drafting(.loadTemplates)]
    },
    Command(
      "draft.files", "the files on the invoice", keys: ["ga"], in: [.editor],
      unavailable: {
        $0.editor?.draft.invoice == nil ? "save it at Books first: Ctrl-S" : nil
      }
    ) { state in
      guard let draft = state.editor?.draft, let invoice = draft.invoice else { return [] }
      return state.showFiles(of: Reference(id: invoice, name: draft.number ?? ""))
    },
    Command(
      "draft.recurring", "make a recurring profile of it", keys: ["R"], in: [.editor],
      writes: true, unavailable: { $0.reasonNotToStore }
    ) { state in
      state.editor.map { [.drafting(.startRecurring(.draft($0.draft)))] } ?? []
    },
  ]
}

extension AppState {
  /// Puts the lines of the customer's last invoice into the open draft: one edit, which undo takes back.
  mutating func fillLines(
    _ id: InvoiceDraft.ID, _ result: Result<InvoiceDetail?, Failure>
  ) -> [Effect] {
    guard let open = editor, open.draft.id == id else { return [] }
    switch result {
    case .failure(let failure):
      tell("The last invoice was not read: \(failure.message.string)", kind: .failure)
    case .success(nil):
      tell("\(open.draft.customer?.name ?? "The customer") has no invoice yet.", kind: .note)
    case .success(let last?):
      let invoice = last.invoice
      guard invoice.currency == open.draft.currency else {
        tell(
          "\(invoice.number) is in \(invoice.currency.code): its rates do not fit here.",
          kind: .warning)
        return []
      }
      let count = last.lines.count == 1 ? "1 line" : "\(last.lines.count) lines"
      tell("\(count) as on \(invoice.number) of \(invoice.date.spoken.string); u takes that back.")
      return edit { $0.add(last.lines.map(\.copy), isInclusiveTax: last.isInclusiveTax) }
    }
    return []
  }

  /// Offers the looks that the PDF can have, the last used first.
  mutating func offerTemplates(_ result: Result<TemplateList, Failure>) {
    guard let open = editor, overlays.isEmpty else { return }
    switch result {
    case .failure(let failure):
      tell("The templates were not read: \(failure.message.string)", kind: .failure)
    case .success(let list):
      editor?.templates = list.templates
      let rows = list.templates.map { template in
        let isChosen = template.id == open.draft.template?.id
        return Chooser.Row(
          id: template.id.rawValue, label: SafeText(template.name),
          detail: isChosen ? "chosen" : template.id == list.lastUsed ? "last used" : "")
      }
      overlays.append(
        .chooser(Chooser(title: "How the PDF looks", purpose: .template, rows: rows)))
    }
  }

  /// Takes the look that was chosen.
  mutating func chooseTemplate(_ id: String) -> [Effect] {
    guard let template = editor?.templates.first(where: { $0.id.rawValue == id }) else { return [] }
    tell("The PDF will look as \(template.name).", kind: .note)
    return edit { editor in
      editor.edit { $0.template = Reference(id: template.id, name: template.name) }
    }
  }
}

extension InvoiceEditor {
  /// Adds lines behind those that are filled, and goes to the first of them.
  fileprivate mutating func add(_ lines: [LineItem], isInclusiveTax: Bool) -> [Effect] {
    var effects: [Effect] = []
    guard finish(by: .tab, effects: &effects) else { return effects }
    let first = draft.filledLines.count
    effects += edit { draft in
      draft.lines = draft.filledLines + lines
      if first == 0 { draft.isInclusiveTax = isInclusiveTax }
      if draft.lines.isEmpty { draft.lines = [LineItem()] }
    }
    go(to: .line(min(first, draft.lines.count - 1), .quantity))
    return effects
  }
}

extension LineItem {
  /// The same line for another invoice.
  var copy: LineItem {
    var line = self
    line.id = nil
    return line
  }
}
