import Sales
import ZohoAPI

extension InvoiceStep {
  /// The call that takes it.
  var request: Request<Void> {
    switch kind {
    case .remind(let mail): .remind(mail, of: invoice.id)
    case .writeOff: .writeOff(invoice.id)
    case .cancelWriteOff: .cancelWriteOff(invoice.id)
    case .returnToDraft: .returnToDraft(invoice.id)
    case .submit: .submit(invoice.id)
    case .approve: .approve(invoice.id)
    case .applyCredits(let credits): .apply(credits, to: invoice.id)
    case .refund(let credit, let refund, let tag):
      switch credit.source {
      case .creditNote(let id): .refund(creditNote: id, Self.tagged(refund, tag))
      case .payment(let id): .refund(payment: id, Self.tagged(refund, tag))
      }
    case .comment(let text): .comment(text, on: invoice.id)
    }
  }

  /// Whether only a line in the invoice's history tells that it was taken.
  var isProvenByHistory: Bool {
    switch kind {
    case .remind, .applyCredits, .comment: true
    default: false
    }
  }

  /// What it is called in a remark.
  var word: String {
    switch kind {
    case .remind: "Reminder"
    case .writeOff: "Written off"
    case .cancelWriteOff: "Write-off cancelled"
    case .returnToDraft: "Back to draft"
    case .submit: "Submitted"
    case .approve: "Approved"
    case .applyCredits: "Credits applied"
    case .refund: "Refund"
    case .comment: "Remark"
    }
  }

  /// What was asked, in words, for the outbox.
  var title: String {
    let number = invoice.number
    switch kind {
    case .remind(let mail):
      return "Remind \(mail.selectedAddresses.joined(separator: ", ")) of \(number)"
    case .writeOff: return "Write off \(number)"
    case .cancelWriteOff: return "Cancel the write-off of \(number)"
    case .returnToDraft: return "Make \(number) a draft again"
    case .submit: return "Submit \(number) for approval"
    case .approve: return "Approve \(number)"
    case .applyCredits(let credits):
      let amount = Money(credits.reduce(0) { $0 + $1.amount }, invoice.currency)
      return "Put \(amount.amount) \(amount.currency.code) of credit on \(number)"
    case .refund(let credit, let refund, _):
      return "Refund \(refund.amount) \(credit.left.currency.code) of \(credit.number)"
    case .comment(let text): return "Remark on \(number): \(text)"
    }
  }
}
