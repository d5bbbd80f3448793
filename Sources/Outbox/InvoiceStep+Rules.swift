import Sales

extension InvoiceStep {
  /// What may be done when the answer is lost: mail and money leave once.
  var resendClass: ResendClass {
    switch kind {
    case .remind, .writeOff, .cancelWriteOff, .applyCredits, .refund: .once
    case .returnToDraft, .submit, .approve: .setState
    case .comment: .queriedCreate
    }
  }

  /// What it touches: of two steps with the same word, the second waits for the first.
  var record: String {
    guard case .refund(let credit, _, _) = kind else {
      return InvoiceTarget.invoice(invoice.id).record
    }
    switch credit.source {
    case .creditNote(let id): return "credit note \(id)"
    case .payment(let id): return "payment \(id)"
    }
  }

  /// The mark that finds what was made.
  var tag: String? {
    guard case .refund(_, _, let tag) = kind else { return nil }
    return tag
  }
}
