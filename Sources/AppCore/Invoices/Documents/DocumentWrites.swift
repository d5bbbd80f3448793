import Sales
import Screen

extension DocumentWrite {
  /// What is asked, in words.
  public var title: SafeText {
    switch self {
    case .create(let draft):
      "New \(draft.kind.singular) of \(draft.total.full.string) for \(draft.customer.name)"
    case .setStatus(let paper, let status): "\(paper.number): \(status)"
    }
  }

  /// What was done, once Books has said so.
  var done: SafeText {
    switch self {
    case .create(let draft):
      "A \(draft.kind.singular) of \(draft.total.full.string) is made for \(draft.customer.name)."
    case .setStatus(let paper, "stop"): "\(paper.number) is stopped."
    case .setStatus(let paper, "resume"): "\(paper.number) goes on."
    case .setStatus(let paper, let status): "\(paper.number) is marked as \(status)."
    }
  }

  /// The invoice it changes; nil when none.
  var invoice: Invoice.ID? {
    guard case .create(let draft) = self else { return nil }
    return draft.invoice?.id
  }
}
