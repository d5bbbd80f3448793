import Sales
import Screen

extension InvoiceReview {
  /// What can be done in the review.
  static let commands: [Command] = [
    Command(
      "review.send", "send the mail", label: "send", keys: ["s"], in: [.review],
      writes: true, unavailable: { $0.reasonNotToSendReviewed }
    ) { $0.sendReviewed() },
    Command(
      "review.hold", "hold the mail for a moment, then send it", label: "hold", keys: ["h"],
      in: [.review], writes: true, unavailable: { $0.reasonNotToSendReviewed }
    ) { $0.holdReviewed() },
    Command(
      "review.edit", "go back to the draft", label: "edit", keys: ["e"], in: [.review],
      unavailable: { $0.editor == nil ? "it is at Books already: edit it there" : nil }
    ) {
      $0.overlays.removeLast()
      return []
    },
    Command(
      "review.postpone", "send it later", label: "postpone", keys: ["<esc>", "q"],
      in: [.review]
    ) {
      guard let review = $0.review else { return [] }
      $0.overlays.removeLast()
      let key = review.purpose == .invoice ? "S" : "R"
      $0.tell(
        "Nothing was sent. \(review.invoice.number) is at Books; \(key) on it reviews it again.")
      return []
    },
    Command(
      "review.mark-sent", "mark as sent, without a mail", label: "mark sent", keys: ["m"],
      in: [.review], writes: true,
      unavailable: {
        guard let review = $0.review else { return "there is no invoice" }
        return $0.reasonNotToMark(review.invoice)
      }
    ) {
      guard let review = $0.review else { return [] }
      $0.overlays.removeLast()
      $0.overlays.append(.confirmation($0.confirmation(marking: review.invoice)))
      return []
    },
    Command(
      "review.toggle", "choose the recipient, or leave it out", label: "choose",
      keys: ["<space>"], in: [.review],
      unavailable: { $0.review?.addressCount == 0 ? "there is none" : nil }
    ) {
      $0.changeReview { $0.toggle() }
      return []
    },
    Command(
      "review.attach", "send the PDF along, or leave it out", label: "PDF on/off", keys: ["p"],
      in: [.review]
    ) {
      $0.changeReview { $0.toggleAttachment() }
      return []
    },
    Command(
      "review.subject", "write another subject", label: "subject", keys: ["c"],
      in: [.review]
    ) {
      $0.changeReview {
        $0.typing = Typing(line: .subject, field: TextField($0.stored.mail.subject))
      }
      return []
    },
    Command(
      "review.add-address", "send it to one more address", label: "add address", keys: ["a"],
      in: [.review]
    ) {
      $0.changeReview { $0.typing = Typing(line: .address, field: TextField()) }
      return []
    },
    Command(
      "review.add-copy", "send a copy to one more address", label: "cc", keys: ["b"],
      in: [.review]
    ) {
      $0.changeReview { $0.typing = Typing(line: .copy, field: TextField()) }
      return []
    },
    Command(
      "review.body", "edit the text in $EDITOR, as HTML", label: "text", keys: ["<c-e>"],
      in: [.review]
    ) {
      guard let review = $0.review else { return [] }
      return [.editText(.mailBody(review.invoice.id), review.stored.mail.body)]
    },
    Command("review.pdf", "open the PDF", label: "PDF", keys: ["o"], in: [.review]) {
      $0.review.map { [.savePDF($0.invoice.id, thenOpen: true)] } ?? []
    },
    Command("review.next", "go to the next recipient", keys: ["j", "<tab>"], in: [.review]) {
      $0.changeReview {
        $0.selected = min($0.selected + 1, max(0, $0.addressCount - 1))
      }
      return []
    },
    Command(
      "review.previous", "go to the recipient before", keys: ["k", "<s-tab>"],
      in: [.review]
    ) {
      $0.changeReview { $0.selected = max(0, $0.selected - 1) }
      return []
    },
    scroll("review.down", "scroll the text down", keys: ["<down>"], by: 1),
    scroll("review.up", "scroll the text up", keys: ["<up>"], by: -1),
    scroll("review.page-down", "scroll a page down", keys: ["<pagedown>", "<c-d>"], by: 8),
    scroll("review.page-up", "scroll a page up", keys: ["<pageup>", "<c-u>"], by: -8),
  ]

  private static func scroll(
    _ id: String, _ title: SafeText, keys: [String], by step: Int
  ) -> Command {
    Command(id, title, keys: keys, in: [.review]) {
      let width = $0.size.width - 4
      $0.changeReview { review in
        let lines = review.text.reduce(0) { $0 + $1.wrapped(to: width).count }
        review.top = min(max(0, review.top + step), max(0, lines - 1))
      }
      return []
    }
  }
}

extension AppState {
  /// Why the mail under review cannot go out; nil when it can. Without an address one is asked for.
  fileprivate var reasonNotToSendReviewed: SafeText? {
    review?.stored.mail.recipients.isEmpty == true ? nil : review?.problem
  }
}
