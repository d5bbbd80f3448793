import FoundationEssentials
import Sales
import Screen

/// Credits and unused payments of a customer, to go onto an invoice.
public struct CreditForm: Hashable, Sendable {
  /// What there is, and for which invoice.
  public let standing: CreditStanding
  /// How much of each goes onto the invoice, in their order.
  public private(set) var amounts: [Decimal]
  /// The credit that has the keys.
  var selected = 0
  private var texts: [TextField]
  private var problems: [SafeText?]
  private var isFresh = true

  /// The credits, given out from the first on until the invoice is paid.
  public init(_ standing: CreditStanding) {
    self.standing = standing
    var left = standing.invoice.balance
    amounts = standing.credits.map { credit in
      let amount = min(left, credit.left.amount)
      left -= amount
      return amount
    }
    texts = amounts.map { amount in
      TextField(amount == 0 ? "" : amount.typed(places: standing.invoice.currency.decimals))
    }
    problems = amounts.map { _ in nil }
  }

  /// What goes onto the invoice in all.
  var applied: Decimal { amounts.reduce(0, +) }
  /// What is unpaid afterwards.
  var remainder: Decimal { standing.invoice.balance - applied }

  /// What goes onto the invoice.
  var uses: [CreditUse] {
    zip(standing.credits, amounts).compactMap { credit, amount in
      amount > 0 ? CreditUse(credit.source, amount: amount) : nil
    }
  }

  /// Why it cannot be done as it stands; nil when it can.
  var problem: SafeText? {
    if let problem = problems.compactMap(\.self).first { return problem }
    if applied <= 0 { return "type how much goes onto the invoice" }
    guard remainder < 0 else { return nil }
    let balance = Money(standing.invoice.balance, standing.invoice.currency).full.string
    return "only \(balance) is unpaid"
  }

  /// The text of a credit's field.
  func text(_ place: Int) -> TextField { texts[place] }
  /// Why the text of a credit's field is no amount; nil when it is.
  func problem(_ place: Int) -> SafeText? { problems[place] }

  /// Goes to another credit, around the ends.
  mutating func move(_ step: Int) {
    guard !amounts.isEmpty else { return }
    selected = (selected + step + amounts.count) % amounts.count
    isFresh = true
  }

  /// Takes a key that edits the amount; false when the key means something else.
  mutating func take(_ key: Key) -> Bool {
    guard amounts.indices.contains(selected) else { return false }
    var text = texts[selected]
    if isFresh {
      switch key {
      case .character, .paste, .backspace, .delete: text = TextField()
      default: break
      }
    }
    guard text.take(key) else { return false }
    isFresh = false
    texts[selected] = text
    problems[selected] = nil
    amounts[selected] = 0
    do throws(InputProblem) {
      try enter(text.text)
    } catch {
      problems[selected] = error.words
    }
    return true
  }

  private mutating func enter(_ text: String) throws(InputProblem) {
    guard !text.isEmpty else { return }
    let credit = standing.credits[selected]
    let amount = try NumberInput.amount(text, in: credit.left.currency, of: "an amount")
    guard amount <= credit.left.amount else {
      throw InputProblem("\(credit.number) has only \(credit.left.full.string) left")
    }
    amounts[selected] = amount
  }
}

extension CreditForm {
  /// What can be done in the form.
  static let commands: [Command] = [
    Command(
      "credits.next", "go to the next credit", label: "next", keys: ["<tab>", "<enter>", "<down>"],
      in: [.credits]
    ) { $0.changeCredits { $0.move(1) } },
    Command(
      "credits.previous", "go to the credit before", keys: ["<s-tab>", "<up>"], in: [.credits]
    ) { $0.changeCredits { $0.move(-1) } },
    Command(
      "credits.apply", "put them on the invoice", label: "apply", keys: ["<c-s>"], in: [.credits],
      writes: true, unavailable: { $0.credits?.problem }
    ) {
      guard let form = $0.credits else { return [] }
      $0.overlays.append(.confirmation($0.confirmation(applying: form)))
      return []
    },
    Command(
      "credits.close", "go one step back", label: "close", keys: ["<esc>", "<c-c>"],
      in: [.credits]
    ) {
      $0.overlays.removeLast()
      return []
    },
  ]
}

extension AppState {
  /// The credits on top of the screen.
  fileprivate var credits: CreditForm? {
    if case .billing(.credits(let form))? = overlays.last { return form }
    return nil
  }

  fileprivate mutating func changeCredits(_ change: (inout CreditForm) -> Void) -> [Effect] {
    guard var form = credits else { return [] }
    change(&form)
    overlays[overlays.count - 1] = .billing(.credits(form))
    return []
  }

  /// Shows what a customer has left, or says that it is nothing.
  mutating func creditsLoaded(
    _ purpose: CreditPurpose, _ result: Result<CreditStanding, Failure>
  ) -> [Effect] {
    switch result {
    case .failure(let failure):
      tell("The credits were not read: \(failure.message.string)", kind: .failure)
    case .success(let standing):
      let name = standing.invoice.customer.name
      guard !standing.credits.isEmpty else {
        let currency = standing.invoice.currency.code
        tell("\(name) has no credit left in \(currency), and no payment either.", kind: .note)
        return []
      }
      guard overlays.isEmpty || payment != nil, screen == .invoices, editor == nil else {
        tell("The credits of \(name) are read: ask again to see them.", kind: .note)
        return []
      }
      if payment != nil {
        invoices.asidePayment = payment
        overlays.removeLast()
      }
      switch purpose {
      case .apply: overlays.append(.billing(.credits(CreditForm(standing))))
      case .refund: overlays.append(.billing(.refund(RefundForm(standing, today: today))))
      }
    }
    return []
  }

  fileprivate func confirmation(applying form: CreditForm) -> Confirmation {
    let invoice = form.standing.invoice
    let amount = Money(form.applied, invoice.currency).full.string
    var lines: [SafeText] = [
      "Organization  \(tenant.organization)", "Customer      \(invoice.customer.name)",
    ]
    for (credit, part) in zip(form.standing.credits, form.amounts) where part > 0 {
      lines.append("\(credit.words)  \(Money(part, invoice.currency).full.string)")
    }
    let rest = Money(form.remainder, invoice.currency).full.string
    lines.append("\(rest) of \(invoice.number) stays unpaid.")
    let step = InvoiceStep(.applyCredits(form.uses), invoice)
    return Confirmation(
      title: "Put \(amount) of credit on \(invoice.number)?", lines: lines,
      answers: [
        .init(key: "c", label: "cancel"),
        .init(
          key: "a", label: "apply", effects: [.enqueue(.step(step))],
          action: .billing(.formClosed)),
      ])
  }
}

extension OpenCredit {
  /// What it is, with its number.
  var words: SafeText {
    switch source {
    case .creditNote: "credit note \(number)"
    case .payment: "payment \(number)"
    }
  }
}

/// Draws the credits of a customer in the middle of the screen.
func drawCredits(_ form: CreditForm, _ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let invoice = form.standing.invoice
  let inside = drawBox(
    "Credits of \(invoice.customer.name)",
    size: Size(width: min(76, area.width), height: min(form.amounts.count + 8, area.height)),
    in: area, on: &canvas)
  var rows = LabelledRows(area: inside, labelWidth: 13)
  rows.draw("Organization", SafeText(state.tenant.organization), style: .organization, on: &canvas)
  rows.draw(
    "Invoice", "\(invoice.number)  unpaid \(Money(invoice.balance, invoice.currency).full.string)",
    style: .money, on: &canvas)
  let (list, foot) = inside.split(top: 3).rest.split(bottom: 2)
  for place in visible(form.amounts.count, around: form.selected, rows: list.height) {
    let start = visible(form.amounts.count, around: form.selected, rows: list.height).lowerBound
    let row = list.row(place - start)
    let credit = form.standing.credits[place]
    canvas.draw(credit.words, in: row.column(at: 0, width: 24))
    canvas.draw(
      credit.left.full, in: row.column(at: 25, width: 14), style: .money, align: .right)
    let field = row.column(at: 41, width: 13)
    if place == form.selected {
      form.text(place).draw(in: field, on: &canvas)
    } else {
      canvas.draw(SafeText(form.text(place).text), in: field)
    }
    if let problem = form.problem(place) {
      canvas.draw("! " + problem, in: row.column(at: 55, width: row.width - 55), style: .bad)
    }
  }
  let rest = Money(form.remainder, invoice.currency).full
  canvas.draw(
    form.problem.map { "! " + $0 } ?? "\(rest) stays unpaid", in: foot.row(0),
    style: form.problem == nil ? .strong : .bad)
  canvas.draw("Ctrl-S asks before it applies", in: foot.row(1), style: .dim)
}
