import FoundationEssentials
import Sales
import Screen

/// An invoice being written: the draft, and where in its grid the keys go.
///
/// A cell reached by Tab or Enter is *live*: what is typed goes into it, and the first letter
/// replaces what stood there. Esc or Enter leave it for the *grid*, where letters are commands
/// (`dd`, `yy`, `u`) and the arrows or hjkl move. Whoever only types and tabs never meets the grid,
/// and whoever wants commands is one Esc away. Esc in the grid closes the editor; the draft stays.
public struct InvoiceEditor: Hashable, Sendable {
  /// The draft as it stands, what is being typed included as far as it makes sense.
  public internal(set) var draft: InvoiceDraft
  /// The cell under the cursor.
  public internal(set) var cell: GridCell
  /// What is being typed into the cell; nil in the grid.
  public internal(set) var input: CellInput?
  /// The labels of the cells, while one is being typed to jump to.
  var jump: JumpLabels?
  /// The drafts before each edit, for undo.
  var past: [InvoiceDraft] = []
  /// The drafts that undo came from, for redo.
  var future: [InvoiceDraft] = []
  /// The line that was copied.
  var copied: LineItem?
  /// How far the draft is on disk.
  var saving = DraftSaving()
  /// The save at Books that is under way.
  var storing: Storing?
  /// The taxes a line can have.
  var taxes: [Tax] = []
  /// The customer with what it owes; nil until it was read.
  var standing: CustomerStanding?
  /// A customer of the same name that waits for the user's word.
  var proposed: Customer?
  /// The account whose customer was just made in Books and is looked for.
  var made: Reference<Account>?
  /// The money of the deal; nil until it was read, or without a deal.
  var dealMoney: DealMoney?
  /// Whether the deal could not be read.
  var isDealUnread = false
  /// Something to tell the user once the key is done with.
  var notice: SafeText?
  /// The screen to go back to.
  let origin: ScreenName
  /// Whether the draft was just started.
  let isNew: Bool
  /// The currency of the items' rates; nil when unknown.
  let home: Currency?
  /// The decimal point that the user types; nil when unknown.
  let decimalMark: Character?
  /// The looks that its PDF can have, the last used first.
  var templates: [InvoiceTemplate] = []
  /// The invoice as Books has it, when it was last saved there.
  var atBooks: InvoiceDetail?

  /// A save at Books under way.
  struct Storing: Hashable, Sendable {
    /// The revision that is being saved.
    var revision: Int
    /// Whether the review opens when it is there.
    var thenReview: Bool
  }

  /// The editor of a draft.
  public init(
    _ draft: InvoiceDraft, origin: ScreenName = .invoices, home: Currency? = nil,
    isNew: Bool = false, decimalMark: Character? = nil
  ) {
    self.draft = draft
    if draft.lines.isEmpty { self.draft.lines = [LineItem()] }
    self.origin = origin
    self.isNew = isNew
    self.home = home
    self.decimalMark = decimalMark
    cell = .line(0, .item)
  }

  /// Whether the draft was just started and nothing was typed or saved since.
  var isUntouched: Bool {
    isNew && past.isEmpty && future.isEmpty && storing == nil && draft.invoice == nil
      && draft.filledLines.isEmpty
  }

  /// The part that has the keys.
  public var place: Place {
    if jump != nil { return .editorJump }
    return input == nil ? .editor : .editorCell
  }

  /// Reads again what it shows.
  func reload() -> [Effect] {
    var effects: [Effect] = [.loadTaxes]
    if let customer = draft.customer { effects.append(.loadCustomer(customer.id)) }
    if let deal = draft.deal { effects.append(.loadDealDetail(deal.id)) }
    return effects
  }

  /// How much the draft goes beyond the deal's value with what was invoiced before; nil when it does
  /// not, or when that cannot be known.
  var beyondDeal: Money? {
    guard let value = dealValue, value.currency == draft.currency else { return nil }
    let invoiced = dealMoney?.invoiced[draft.currency].amount ?? 0
    let excess = invoiced + draft.totals.total - value.amount
    return excess > 0 ? Money(excess, draft.currency) : nil
  }

  /// What the deal is worth.
  var dealValue: Money? {
    dealMoney?.value ?? draft.dealValue.map { Money($0, draft.currency) }
  }

  /// Why the draft cannot go to Books as it stands; nil when it can.
  var problem: SafeText? {
    if draft.customer == nil { return "choose a customer first" }
    if draft.filledLines.isEmpty { return "there is no line yet" }
    for (index, line) in draft.lines.enumerated() where !line.isBlank {
      if line.name.isEmpty { return "line \(index + 1) has no item" }
      if line.amount(places: draft.currency.decimals) < 0 {
        return "the discount of line \(index + 1) is more than the line"
      }
    }
    if draft.discount != nil, draft.filledLines.contains(where: { $0.discount != nil }) {
      return "Books takes a discount on lines or on the whole, not on both"
    }
    if draft.totals.total < 0 { return "it comes to less than nothing" }
    if draft.dueDate < draft.date { return "it is due before its date" }
    if let problem = input?.problem { return problem }
    return storing == nil ? nil : "it is being saved at Books"
  }
}

/// How far a draft is on disk.
struct DraftSaving: Hashable, Sendable {
  /// The newest revision on disk; nil before the first answer.
  var revision: Int?
  /// When that was.
  var time: Date?
  /// Why the last save failed; nil when it did not.
  var failure: Failure?
  /// Whether leaving the editor was refused once because of that.
  var isWarned = false

  /// Takes the answer to a save.
  mutating func settle(_ revision: Int, _ result: Result<Date, Failure>) {
    switch result {
    case .success(let time):
      guard revision >= self.revision ?? 0 else { return }
      self.revision = revision
      self.time = time
      failure = nil
      isWarned = false
    case .failure(let failure):
      if revision >= self.revision ?? 0 { self.failure = failure }
    }
  }
}
