import Sales
import Screen

extension AppState {
  /// Why the open draft cannot go to Books now; nil when it can.
  var reasonNotToStore: SafeText? {
    guard let open = editor else { return "no draft is open" }
    return open.problem ?? open.draft.invoice.flatMap { pending($0) }
  }

  /// Saves the draft at Books, and opens the review when asked.
  mutating func storeDraft(thenReview: Bool) -> [Effect] {
    edit { editor in
      var effects: [Effect] = []
      guard editor.finish(by: .tab, effects: &effects) else { return effects }
      editor.storing = .init(revision: editor.draft.revision, thenReview: thenReview)
      editor.notice = "Saving at Books…"
      return effects + [.storeDraft(editor.draft)]
    }
  }

  /// The draft is at Books, or is not.
  mutating func draftStored(
    _ id: InvoiceDraft.ID, revision: Int, _ result: Result<StoredInvoice, Failure>
  ) -> [Effect] {
    let isOpen = editor?.draft.id == id
    let thenReview =
      isOpen && editor?.storing?.revision == revision && editor?.storing?.thenReview == true
    if isOpen { editor?.storing = nil }
    switch result {
    case .failure(let failure):
      tell("Not saved at Books: \(failure.message.string)", kind: .failure)
      return []
    case .success(let stored):
      let invoice = stored.detail.invoice
      invoices.draftsAtBooks[invoice.id] = id
      guard isOpen, let draft = editor?.draft else {
        tell("The draft is at Books as \(invoice.number).")
        return reload()
      }
      editor?.draft.invoice = invoice.id
      editor?.draft.number = invoice.number
      editor?.atBooks = stored.detail
      if draft.revision != revision {
        tell("\(invoice.number) is at Books; what you typed since is not.", kind: .warning)
      } else if thenReview, overlays.isEmpty, screen == .invoices {
        tell("\(invoice.number) is at Books. Nothing was sent yet.")
        overlays.append(.review(InvoiceReview(stored, draft: draft)))
      } else {
        tell("The draft is at Books as \(invoice.number)." + difference(stored, draft))
      }
      return []
    }
  }

  private func difference(_ stored: StoredInvoice, _ draft: InvoiceDraft) -> SafeText {
    let ours = Money(draft.totals.total, draft.currency)
    let theirs = Money(stored.detail.invoice.total, stored.detail.invoice.currency)
    return ours == theirs
      ? "" : " Its total there is \(theirs.full.string), here \(ours.full.string)."
  }

  /// Closes the editor; the draft stays on disk, unless nobody typed anything into it.
  mutating func closeEditor() -> [Effect] {
    guard let open = editor else { return [] }
    if open.isUntouched {
      editor = nil
      screen = open.origin
      tell("Nothing was typed: no draft is kept.", kind: .note)
      return [.discardDraft(open.draft.id), .loadDrafts] + reload()
    }
    if let failure = open.saving.failure, !open.saving.isWarned {
      editor?.saving.isWarned = true
      tell(
        "The draft is not on disk: \(failure.message.string) Trying again; Esc leaves all the same.",
        kind: .failure)
      return [.saveDraft(open.draft)]
    }
    editor = nil
    let name = open.draft.customer?.name ?? "no customer yet"
    let total = Money(open.draft.totals.total, open.draft.currency).full
    if open.saving.failure == nil {
      tell("Kept under 3 Invoices, Drafts here: \(name), \(total.string)")
    } else {
      tell("The last edits of the draft are lost: it was not on disk.", kind: .failure)
    }
    screen = open.origin
    return [.loadDrafts] + reload()
  }
}
