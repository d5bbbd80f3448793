import FoundationEssentials
import Sales
import Screen

/// Money being given back to a customer, of a payment or a credit note with something left.
public struct RefundForm: Hashable, Sendable {
  /// A field of the form.
  enum Field: CaseIterable, Hashable {
    case credit, amount, date, mode, account, reference
  }

  /// What there is to give back, and from where.
  public let standing: CreditStanding
  /// The refund as it stands, as far as what was typed makes sense.
  public private(set) var draft: RefundDraft
  /// The field that has the keys.
  var field = Field.amount
  /// What was typed, by field.
  private(set) var texts: [Field: TextField] = [:]
  /// Why a text is no value, by field.
  private(set) var problems: [Field: SafeText] = [:]
  private var place = 0
  private var isFresh = true
  private let today: CalendarDate

  /// The form of a refund of the first credit, in full.
  public init(_ standing: CreditStanding, today: CalendarDate) {
    self.standing = standing
    self.today = today
    draft = RefundDraft(
      date: today, amount: 0, mode: PaymentMode.bankTransfer.rawValue,
      account: standing.accounts.first?.id ?? "")
    texts[.date] = TextField(today.spoken.string)
    texts[.reference] = TextField()
    choose(0)
  }

  /// What is given back of.
  var credit: OpenCredit { standing.credits[place] }

  /// The account it is paid from.
  var account: PayingAccount? { standing.accounts.first { $0.id == draft.account } }

  /// Why it cannot be recorded as it stands; nil when it can.
  var problem: SafeText? {
    for field in Field.allCases {
      if let problem = problems[field] { return problem }
    }
    if account == nil { return "Books has no bank or cash account to pay from" }
    if draft.amount <= 0 { return "type the amount that went out" }
    return draft.amount > credit.left.amount
      ? "\(credit.words) has only \(credit.left.full) left" : nil
  }

  private mutating func choose(_ place: Int) {
    self.place = place
    draft.amount = credit.left.amount
    texts[.amount] = TextField(draft.amount.typed(places: credit.left.currency.decimals))
    problems[.amount] = nil
  }

  /// Goes to another field, around the ends.
  mutating func move(_ step: Int) {
    let fields = Field.allCases
    let place = fields.firstIndex(of: field) ?? 0
    field = fields[(place + step + fields.count) % fields.count]
    isFresh = true
  }

  /// Takes a key that edits the field; false when the key means something else.
  mutating func take(_ key: Key) -> Bool {
    switch field {
    case .credit: return step(key, standing.credits.count, from: place) { $0.choose($1) }
    case .mode:
      let modes = PaymentMode.allCases
      let at = modes.firstIndex { $0.rawValue == draft.mode } ?? 0
      return step(key, modes.count, from: at) { $0.draft.mode = modes[$1].rawValue }
    case .account:
      let at = standing.accounts.firstIndex { $0.id == draft.account } ?? 0
      return step(key, standing.accounts.count, from: at) {
        $0.draft.account = $0.standing.accounts[$1].id
      }
    case .amount, .date, .reference: return type(key)
    }
  }

  /// Goes through a list of choices with the arrows or the space bar.
  private mutating func step(
    _ key: Key, _ count: Int, from place: Int, _ choose: (inout RefundForm, Int) -> Void
  ) -> Bool {
    switch key {
    case .left: if count > 0 { choose(&self, (place + count - 1) % count) }
    case .right, .character(" "): if count > 0 { choose(&self, (place + 1) % count) }
    case .character, .paste, .backspace: break
    default: return false
    }
    return true
  }

  private mutating func type(_ key: Key) -> Bool {
    var text = texts[field] ?? TextField()
    if isFresh {
      switch key {
      case .character, .paste, .backspace, .delete: text = TextField()
      default: break
      }
    }
    guard text.take(key) else { return false }
    isFresh = false
    texts[field] = text
    problems[field] = nil
    do throws(InputProblem) {
      switch field {
      case .amount:
        draft.amount = 0
        if !text.text.isEmpty {
          draft.amount = try NumberInput.amount(
            text.text, in: credit.left.currency, of: "an amount")
        }
      case .date: draft.date = try DateInput.parse(text.text, from: today)
      case .reference: draft.reference = text.text
      case .credit, .mode, .account: break
      }
    } catch {
      problems[field] = error.words
    }
    return true
  }
}

extension RefundForm {
  /// What can be done in the form.
  static let commands: [Command] = [
    Command(
      "refund.next", "go to the next field", label: "next", keys: ["<tab>", "<enter>", "<down>"],
      in: [.refund]
    ) { $0.changeRefund { $0.move(1) } },
    Command(
      "refund.previous", "go to the field before", keys: ["<s-tab>", "<up>"], in: [.refund]
    ) { $0.changeRefund { $0.move(-1) } },
    Command(
      "refund.record", "record the refund", label: "record", keys: ["<c-s>"], in: [.refund],
      writes: true, unavailable: { $0.refund?.problem }
    ) {
      guard let form = $0.refund else { return [] }
      $0.overlays.append(.confirmation($0.confirmation(refunding: form)))
      return []
    },
    Command(
      "refund.close", "go one step back", label: "close", keys: ["<esc>", "<c-c>"], in: [.refund]
    ) {
      $0.overlays.removeLast()
      return []
    },
  ]
}

extension AppState {
  /// The refund on top of the screen.
  fileprivate var refund: RefundForm? {
    if case .billing(.refund(let form))? = overlays.last { return form }
    return nil
  }

  fileprivate mutating func changeRefund(_ change: (inout RefundForm) -> Void) -> [Effect] {
    guard var form = refund else { return [] }
    change(&form)
    overlays[overlays.count - 1] = .billing(.refund(form))
    return []
  }

  fileprivate func confirmation(refunding form: RefundForm) -> Confirmation {
    let invoice = form.standing.invoice
    let amount = Money(form.draft.amount, form.credit.left.currency).full.string
    let kind = InvoiceStep.Kind.refund(form.credit, form.draft, tag: form.standing.tag)
    return Confirmation(
      title: "Give \(amount) back to \(invoice.customer.name)?",
      lines: [
        "Organization  \(tenant.organization)", "Of            \(form.credit.words)",
        "On            \(form.draft.date.spoken.string) by \(form.modeInWords)",
        "From          \(form.account?.name ?? "")",
        "Books records it; no bank is told. Its reference ends in \(form.standing.tag).",
      ],
      answers: [
        .init(key: "c", label: "cancel"),
        .init(
          key: "r", label: "record the refund",
          effects: [.enqueue(.step(InvoiceStep(kind, invoice)))], action: .billing(.formClosed)),
      ])
  }
}

extension RefundForm {
  /// How it goes out, as people say it.
  var modeInWords: String { PaymentMode(rawValue: draft.mode)?.words ?? draft.mode }

  /// A field's label and value.
  fileprivate func row(_ field: Field) -> (label: String, value: SafeText) {
    switch field {
    case .credit: ("Of", "\(credit.words), \(credit.left.full) left")
    case .amount: ("Amount", Money(draft.amount, credit.left.currency).full)
    case .date: ("Date", draft.date.spoken)
    case .mode: ("By", SafeText(modeInWords))
    case .account: ("From", SafeText(account?.name ?? "no account"))
    case .reference: ("Reference", SafeText(draft.reference))
    }
  }
}

/// Draws the form of a refund in the middle of the screen.
func drawRefund(_ form: RefundForm, _ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let inside = drawBox(
    "Refund to \(form.standing.invoice.customer.name)",
    size: Size(width: min(72, area.width), height: min(12, area.height)), in: area, on: &canvas)
  var rows = LabelledRows(area: inside, labelWidth: 13)
  rows.draw("Organization", SafeText(state.tenant.organization), style: .organization, on: &canvas)
  for field in RefundForm.Field.allCases {
    let (label, value) = form.row(field)
    let isHere = form.field == field
    switch field {
    case .amount, .date,
      .reference where isHere:
      let (left, right) = rows.draw(label, "", on: &canvas).split(left: 22)
      form.texts[field]?.draw(in: left, on: &canvas)
      if let problem = form.problems[field] {
        canvas.draw("! " + problem, in: right.inset(x: 1), style: .bad)
      } else if field != .reference {
        canvas.draw("= " + value, in: right.inset(x: 1), style: .good)
      }
    default:
      let hint: SafeText = isHere ? "  ← → another" : ""
      rows.draw(label, value + hint, style: isHere ? .field : .normal, on: &canvas)
    }
  }
  let foot = inside.split(bottom: 2).bottom
  canvas.draw(
    form.problem.map { "! " + $0 } ?? "", in: foot.row(0), style: .bad)
  canvas.draw("Ctrl-S asks before it records", in: foot.row(1), style: .dim)
}
