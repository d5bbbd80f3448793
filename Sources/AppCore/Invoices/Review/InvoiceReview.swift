import FoundationEssentials
import Sales
import Screen

/// An invoice and its mail as the server has them now, before it goes out.
///
/// It was opened by `S` and sends by `s`: the key that opened it, held down or repeated, sends
/// nothing, and neither does a paste.
public struct InvoiceReview: Hashable, Sendable {
  /// The invoice, read back from Books, with the mail as it will be sent.
  public var stored: StoredInvoice {
    didSet {
      if stored.mail.body != oldValue.mail.body { text = PlainText.lines(html: stored.mail.body) }
    }
  }
  /// The mail's text as a person reads it.
  private(set) var text: [SafeText]
  /// The draft it was saved from; nil when it was at Books already.
  public let draft: InvoiceDraft?
  /// The recipient under the cursor.
  public internal(set) var selected = 0
  /// The first line of the mail's text that is shown.
  public internal(set) var top = 0
  /// What is being typed; nil when nothing is.
  public internal(set) var typing: Typing?
  /// The addresses that were typed here and are none of the customer's people.
  private(set) var added: [String] = []

  /// A line of the mail being typed.
  public struct Typing: Hashable, Sendable {
    /// Which line it is.
    public enum Line: Hashable, Sendable {
      /// The subject.
      case subject
      /// One more address to send to.
      case address
    }

    /// Which line it is.
    public var line: Line
    /// What stands in it.
    public var field: TextField
    /// Why it cannot be taken as it stands; nil when nothing is known against it.
    public var problem: SafeText?
  }

  /// The review of an invoice.
  public init(_ stored: StoredInvoice, draft: InvoiceDraft? = nil) {
    self.stored = stored
    self.draft = draft
    text = PlainText.lines(html: stored.mail.body)
  }

  /// The invoice under review.
  var invoice: Invoice { stored.detail.invoice }

  /// Why it cannot be mailed; nil when it can.
  var problem: SafeText? {
    if stored.mail.recipients.isEmpty { return "the customer has no address: a adds one" }
    if stored.mail.selectedAddresses.isEmpty { return "no recipient is chosen: Space chooses" }
    return invoice.status == .known(.void) ? "the invoice is void" : nil
  }

  /// Where the draft and the invoice at Books disagree, both figures named. Books' are the truth.
  var differences: [SafeText] {
    guard let draft else { return [] }
    let totals = draft.totals
    var lines: [SafeText] = []
    func compare(_ name: String, _ ours: Decimal, _ theirs: Decimal) {
      guard ours != theirs || draft.currency != invoice.currency else { return }
      let ours = Money(ours, draft.currency).full.string
      let theirs = Money(theirs, invoice.currency).full.string
      lines.append("\(name): the draft says \(ours), Books says \(theirs)")
    }
    compare("total", totals.total, invoice.total)
    compare("subtotal", totals.subtotal, stored.detail.subtotal)
    if draft.filledLines.count != stored.detail.lines.count {
      let ours = draft.filledLines.count
      lines.append("lines: the draft has \(ours), Books has \(stored.detail.lines.count)")
    }
    return lines
  }

  /// Takes what is being typed, or says why it cannot be.
  mutating func take() {
    guard let typing else { return }
    switch typing.line {
    case .subject: stored.mail.subject = typing.field.text
    case .address:
      let address = typing.field.text
      guard address.isMailAddress else {
        self.typing?.problem = "write an address such as jane@example.com"
        return
      }
      if let index = stored.mail.recipients.firstIndex(where: { $0.email == address }) {
        stored.mail.recipients[index].isSelected = true
      } else {
        stored.mail.recipients.append(
          InvoiceMail.Recipient(name: "", email: address, isSelected: true))
        added.append(address)
      }
    }
    self.typing = nil
  }

  /// What is odd about it and does not keep it from going out.
  func warnings(today: CalendarDate) -> [SafeText] {
    var warnings = differences
    if stored.mail.subject.allSatisfy(\.isWhitespace) { warnings.append("the subject is empty") }
    if stored.mail.attachmentName == nil { warnings.append("no PDF goes with it") }
    if text.allSatisfy(\.isEmpty) { warnings.append("the mail has no text") }
    if let due = invoice.dueDate, due < today {
      warnings.append("it was due on \(due.spoken.string) already")
    }
    if invoice.isEmailed { warnings.append("it was mailed before") }
    for address in added where stored.mail.selectedAddresses.contains(address) {
      warnings.append("\(address) is none of the customer's people")
    }
    return warnings
  }
}

extension AppState {
  /// The review on top of the screen.
  var review: InvoiceReview? {
    if case .review(let review)? = overlays.last { return review }
    return nil
  }

  /// Changes the review on the screen, if there is one.
  mutating func changeReview(_ change: (inout InvoiceReview) -> Void) {
    for (index, overlay) in overlays.enumerated() {
      guard case .review(var review) = overlay else { continue }
      change(&review)
      overlays[index] = .review(review)
    }
  }

  /// Lets the line being typed have a key; nil when the key is not text there.
  mutating func typeInReview(_ key: Key) -> [Effect]? {
    guard var typing = review?.typing else { return key.isPasteOrMouse ? [] : nil }
    switch key {
    case .enter: changeReview { $0.take() }
    case .escape, .ctrl("c"): changeReview { $0.typing = nil }
    default:
      guard typing.field.take(key) else { return nil }
      typing.problem = nil
      changeReview { $0.typing = typing }
    }
    return []
  }

  /// Sends the invoice under review, once: the review and the editor close with it. The draft stays
  /// on disk until Zoho has said yes.
  mutating func sendReviewed() -> [Effect] {
    guard let review else { return [] }
    overlays.removeLast()
    if let open = editor, open.draft.invoice == review.invoice.id {
      editor = nil
      screen = open.origin
    }
    let request = WriteRequest.emailInvoice(review.invoice, review.stored.mail)
    invoices.setPending(request, PendingWrite(words: "it is being sent"))
    return [.enqueue(request)]
  }
}

extension String {
  /// Whether it has the shape of an address for mail: somebody at a host, and nothing that could end a
  /// header line (RFC 5322, 3.4.1, without quoted parts).
  fileprivate var isMailAddress: Bool {
    let parts = split(separator: "@", omittingEmptySubsequences: false)
    let isPlain = unicodeScalars.allSatisfy {
      $0.properties.generalCategory != .control && !$0.properties.isWhitespace
        && !"<>(),;:\\\"[]".unicodeScalars.contains($0)
    }
    return isPlain && parts.count == 2 && !parts[0].isEmpty
      && parts[1].split(separator: ".", omittingEmptySubsequences: false).count > 1
      && !parts[1].split(separator: ".", omittingEmptySubsequences: false).contains("")
  }
}
