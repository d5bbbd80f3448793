import Sales
import Screen

extension InvoiceStep {
  /// What it is about, to begin a sentence with.
  var subject: SafeText {
    switch kind {
    case .remind: "Reminding of \(invoice.number)"
    case .writeOff: "Writing off \(invoice.number)"
    case .cancelWriteOff: "Cancelling the write-off of \(invoice.number)"
    case .returnToDraft: "Making \(invoice.number) a draft again"
    case .submit: "Submitting \(invoice.number)"
    case .approve: "Approving \(invoice.number)"
    case .applyCredits: "Putting credit on \(invoice.number)"
    case .refund(_, let refund, _):
      "Refund of \(Money(refund.amount, invoice.currency).full.string) to \(invoice.customer.name)"
    case .comment: "The remark on \(invoice.number)"
    }
  }

  /// What is going on while it is under way.
  var beingDone: SafeText {
    switch kind {
    case .remind(let mail): "reminding \(mail.addressesInWords)"
    case .writeOff: "writing off"
    case .cancelWriteOff: "cancelling the write-off"
    case .returnToDraft: "making it a draft"
    case .submit: "submitting"
    case .approve: "approving"
    case .applyCredits: "putting credit on it"
    case .refund: "recording the refund"
    case .comment: "saving"
    }
  }

  /// What was done, once Zoho has said so.
  var done: SafeText {
    let number = invoice.number
    switch kind {
    case .remind(let mail): return "Reminder of \(number) sent to \(mail.addressesInWords)."
    case .writeOff:
      let amount = Money(invoice.balance, invoice.currency).full.string
      return "\(amount) of \(number) is written off; u takes that back."
    case .cancelWriteOff: return "What was written off of \(number) is owed again."
    case .returnToDraft: return "Invoice \(number) is a draft again."
    case .submit: return "Invoice \(number) waits for approval."
    case .approve: return "Invoice \(number) is approved: it may be sent."
    case .applyCredits(let credits):
      let amount = Money(credits.reduce(0) { $0 + $1.amount }, invoice.currency).full.string
      return "\(amount) of credit is on \(number)."
    case .refund(let credit, let refund, _):
      let amount = Money(refund.amount, invoice.currency).full.string
      return "\(amount) of \(credit.number) given back to \(invoice.customer.name)."
    case .comment: return "The remark on \(number) is saved."
    }
  }
}
