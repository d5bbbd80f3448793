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
  /// What the mail is for.
  public let purpose: Purpose
  /// The name of the PDF when one goes along.
  let attachmentName: String
  /// The recipient under the cursor.
  public internal(set) var selected = 0
  /// The first line of the mail's text that is shown.
  public internal(set) var top = 0
  /// What is being typed; nil when nothing is.
  public internal(set) var typing: Typing?

  /// What a mail is for.
  public enum Purpose: Hashable, Sendable {
    /// It takes the invoice to the customer.
    case invoice
    /// It reminds the customer of the invoice.
    case reminder
  }

  /// A line of the mail being typed.
  public struct Typing: Hashable, Sendable {
    /// Which line it is.
    public enum Line: Hashable, Sendable {
      /// The subject.
      case subject
      /// One more address to send to.
      case address
      /// One more address that gets a copy.
      case copy
    }

    /// Which line it is.
    public var line: Line
    /// What stands in it.
    public var field: TextField
    /// Why it cannot be taken as it stands; nil when nothing is known against it.
    public var problem: SafeText?
  }

  /// The review of an invoice.
  public init(
    _ stored: StoredInvoice, draft: InvoiceDraft? = nil, purpose: Purpose = .invoice
  ) {
    self.stored = stored
    // Whom Books proposes is one of the customer's people.
    let proposed = stored.mail.recipients.map { $0.email.lowercased() }
    self.stored.correspondence.people.formUnion(proposed)
    self.draft = draft
    self.purpose = purpose
    attachmentName = stored.mail.attachmentName ?? stored.detail.invoice.number + ".pdf"
    text = PlainText.lines(html: stored.mail.body)
  }

  /// The invoice under review.
  var invoice: Invoice { stored.detail.invoice }

  /// The rows that can be chosen: who it goes to, then who gets a copy.
  var addressCount: Int { stored.mail.recipients.count + stored.mail.copies.count }

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
    let text = typing.field.text
    if typing.line == .subject {
      stored.mail.subject = text
    } else if !text.isMailAddress {
      self.typing?.problem = "write an address such as jane@example.com"
      return
    } else if typing.line == .copy {
      if !stored.mail.copies.contains(text) { stored.mail.copies.append(text) }
    } else if let index = stored.mail.recipients.firstIndex(where: { $0.email == text }) {
      stored.mail.recipients[index].isSelected = true
    } else {
      stored.mail.recipients.append(
        InvoiceMail.Recipient(name: "", email: text, isSelected: true))
    }
    self.typing = nil
  }

  /// Chooses the recipient under the cursor, or leaves it out; a copy goes away.
  mutating func toggle() {
    if stored.mail.recipients.indices.contains(selected) {
      stored.mail.recipients[selected].isSelected.toggle()
    } else if stored.mail.copies.indices.contains(selected - stored.mail.recipients.count) {
      stored.mail.copies.remove(at: selected - stored.mail.recipients.count)
      selected = max(0, min(selected, addressCount - 1))
    }
  }

  /// Sends the PDF along, or does not.
  mutating func toggleAttachment() {
    stored.mail.attachmentName = stored.mail.attachmentName == nil ? attachmentName : nil
  }

  /// The write that sends it.
  var request: WriteRequest {
    switch purpose {
    case .invoice: .emailInvoice(invoice, stored.mail)
    case .reminder: .step(InvoiceStep(.remind(stored.mail), invoice))
    }
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

  /// Sends the invoice under review, once.
  mutating func sendReviewed() -> [Effect] {
    guard let request = closeReview() else { return [] }
    invoices.setPending(request, PendingWrite(words: "it is being sent"))
    return [.enqueue(request)]
  }

  /// Closes the review and the editor with it, and answers the write that sends the mail. The draft
  /// stays on disk until Zoho has said yes. Without an address the line for one is opened instead.
  mutating func closeReview() -> WriteRequest? {
    guard let review else { return nil }
    guard !review.stored.mail.recipients.isEmpty else {
      changeReview { $0.typing = InvoiceReview.Typing(line: .address, field: TextField()) }
      tell("Nothing was sent: the customer has no address. Write one.", kind: .warning)
      return nil
    }
    overlays.removeLast()
    if let open = editor, open.draft.invoice == review.invoice.id {
      editor = nil
      screen = open.origin
    }
    return review.request
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
