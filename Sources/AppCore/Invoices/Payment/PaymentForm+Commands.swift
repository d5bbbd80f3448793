import Sales
import Screen

extension PaymentForm {
  /// What can be done in the form.
  static let commands: [Command] = [
    Command(
      "payment.next", "go to the next field", label: "next",
      keys: ["<tab>", "<enter>", "<down>"], in: [.payment]
    ) { $0.changePayment { $0.move(1) } },
    Command(
      "payment.previous", "go to the field before", keys: ["<s-tab>", "<up>"],
      in: [.payment]
    ) { $0.changePayment { $0.move(-1) } },
    Command(
      "payment.record", "record the payment", label: "record", keys: ["<c-s>"],
      in: [.payment], writes: true, unavailable: { $0.payment?.problem }
    ) {
      guard let form = $0.payment else { return [] }
      $0.overlays.append(.confirmation($0.confirmation(recording: form)))
      return []
    },
    Command(
      "payment.credits", "put the customer's credit on the invoice instead", label: "use credit",
      keys: ["<c-o>"], in: [.payment], writes: true,
      unavailable: { $0.payment?.credits == nil ? "the customer has no credit left" : nil }
    ) { state in
      guard let form = state.payment,
        let invoice = form.unpaid.first(where: { $0.id == form.first }) ?? form.unpaid.first
      else { return [] }
      return [.billing(.loadCredits(.apply, invoice))]
    },
    Command(
      "payment.close", "close; what was typed is kept", label: "close (kept)",
      keys: ["<esc>"], in: [.payment]
    ) {
      $0.invoices.asidePayment = $0.payment
      $0.overlays.removeLast()
      $0.tell("Nothing was recorded. The payment is kept as typed; p goes on with it.")
      return []
    },
  ]
}

extension AppState {
  /// The payment on top of the screen.
  var payment: PaymentForm? {
    if case .payment(let form)? = overlays.last { return form }
    return nil
  }

  /// Begins a payment on an invoice, or goes on with one that was closed.
  mutating func startPayment(on invoice: Invoice) -> [Effect] {
    if let aside = invoices.asidePayment, aside.unpaid.contains(where: { $0.id == invoice.id }) {
      overlays.append(.payment(aside))
      return []
    }
    return [.startPayment(invoice.id)]
  }

  /// Changes the payment on top of the screen, if there is one.
  mutating func changePayment(_ change: (inout PaymentForm) -> Void) -> [Effect] {
    guard var form = payment else { return [] }
    change(&form)
    overlays[overlays.count - 1] = .payment(form)
    return []
  }

  /// Lets the field being typed into have a key; nil when the key is not text there.
  mutating func typeInPayment(_ key: Key) -> [Effect]? {
    if case .mouse = key { return [] }
    var isText = false
    let effects = changePayment { isText = $0.take(key) }
    return isText ? effects : nil
  }

  /// The question before money counts as received.
  fileprivate func confirmation(recording form: PaymentForm) -> Confirmation {
    let draft = form.draft
    let currency = draft.amount.currency
    var lines: [SafeText] = [
      "Organization  \(tenant.organization)",
      "Customer      \(draft.customer.name)",
      "Amount        \(draft.amount.full.string) on \(draft.date.spoken.string)",
      "By            \(form.modeInWords)",
    ]
    for invoice in form.unpaid where form.applied(to: invoice.id) > 0 {
      let amount = Money(form.applied(to: invoice.id), currency).full.string
      lines.append("\(invoice.number)  \(amount)")
    }
    if draft.remainder > 0 {
      let rest = Money(draft.remainder, currency).full.string
      lines.append("\(rest) stays as the customer's credit.")
    }
    return Confirmation(
      title: "Record \(draft.amount.full.string) from \(draft.customer.name)?", lines: lines,
      answers: [
        .init(key: "c", label: "cancel", effects: []),
        .init(key: "r", label: "record", effects: [.enqueue(.recordPayment(draft))]),
      ])
  }
}

extension PaymentForm {
  /// How it came in, as people say it.
  var modeInWords: String { PaymentMode(rawValue: draft.mode)?.words ?? draft.mode }
}
