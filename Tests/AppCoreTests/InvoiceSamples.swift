import AppCore
import FoundationEssentials
import Sales
import Screen

/// Records of a small organization, for the tests of invoices.
enum InvoiceSamples {
  static let today = day("2026-11-23")
  static let now = Date(timeIntervalSince1970: 1_795_392_000)
  static let pounds = Currency("GBP")
  static let initech = Reference<Customer>(id: "301", name: "Initech Ltd")
  static let vat = Tax(id: "71", name: "VAT", percentage: 20)
  static let reduced = Tax(id: "72", name: "Reduced", percentage: 5)

  static let licence = Item(
    id: "11", name: "Licence, annual", description: "One seat for a year", rate: 400, unit: "seat",
    tax: "71")
  static let onboarding = Item(id: "12", name: "Onboarding day", rate: 850, unit: "day", tax: "71")

  static let customer = Customer(
    id: "301", name: "Initech Ltd", email: "jane@initech.example", currency: pounds,
    paymentTerms: 30, outstanding: 8400, unusedCredits: 250, modifiedTime: now)

  static let unpaid = [
    invoice("31", status: .overdue, due: "2026-11-11", total: 6400),
    invoice("35", status: .sent, due: "2026-12-02", total: 2000),
  ]

  static let standing = CustomerStanding(
    customer: customer,
    persons: [.init(id: "1", name: "Jane Doe", email: "jane@initech.example", isPrimary: true)],
    unpaid: unpaid)

  /// A new draft from a deal, its customer not yet known to it.
  static let draft = InvoiceDraft(
    id: "d1", tag: "FL-7Q2M9K4XZT",
    deal: Reference(id: "5", name: "Initech licences"), dealValue: 22_500, currency: pounds,
    date: today)

  static let mail = InvoiceMail(
    recipients: [
      .init(name: "Jane Doe", email: "jane@initech.example", isSelected: true),
      .init(name: "Bill", email: "bill@initech.example", isSelected: false),
    ],
    from: "sales@acme.example", subject: "Invoice INV-000036 from Acme",
    body: "<p>Dear Jane,</p><p>please find our <b>invoice</b> attached.<br>Kind regards</p>",
    attachmentName: "INV-000036.pdf")

  static func day(_ text: String) -> CalendarDate {
    CalendarDate(text) ?? CalendarDate(daysSinceEpoch: 0)
  }

  static func invoice(
    _ number: String, status: InvoiceStatus, due: String, total: Decimal, paid: Decimal = 0,
    customer: Reference<Customer> = initech
  ) -> Invoice {
    Invoice(
      id: .init("9\(number)"), number: "INV-0000\(number)", status: .known(status),
      customer: customer, date: day("2026-10-12"), dueDate: day(due), currency: pounds,
      total: total, balance: total - paid, modifiedTime: now)
  }

  /// The draft that is open, or a blank one.
  static func saved(_ state: AppState) -> InvoiceDraft { state.editor?.draft ?? draft }

  static func state(width: Int = 120, height: Int = 32) -> AppState {
    var state = AppState(
      size: Size(width: width, height: height), now: now, today: today,
      tenant: Tenant(organization: "Acme Ltd", dataCenter: "eu", currency: pounds))
    state.screen = .invoices
    return state
  }

  /// An editor on a new draft whose customer was found by its link.
  static func editing(width: Int = 120, height: Int = 32) -> AppState {
    var state = state(width: width, height: height)
    state.take(.draftStarted(.success(DraftStart(draft: draft, match: .linked(customer)))))
    state.take(.taxesLoaded([vat, reduced]))
    state.take(.customerLoaded("301", standing))
    return state
  }
}

extension AppState {
  /// Takes an action and answers the work it wants done.
  @discardableResult
  mutating func take(_ action: Action) -> [Effect] { reduce(&self, action) }

  /// Presses keys one after another, answering from the samples what type-ahead asks for and what
  /// has to be saved.
  @discardableResult
  mutating func press(keys: String) -> [Effect] {
    var all: [Effect] = []
    for key in Key.parse(keys) ?? [] {
      let effects = take(.key(key))
      all += effects
      for effect in effects { answer(effect) }
    }
    return all
  }

  mutating func answer(_ effect: Effect) {
    switch effect {
    case .findItems(let words):
      let items = [InvoiceSamples.licence, InvoiceSamples.onboarding]
      take(
        .itemsFound(
          words: words, items.filter { $0.name.lowercased().contains(words.lowercased()) }))
    case .findCustomers(let words):
      let isFound = "initech ltd".contains(words.lowercased())
      take(.customersFound(words: words, isFound ? [InvoiceSamples.customer] : []))
    case .loadCustomer(let id): take(.customerLoaded(id, InvoiceSamples.standing))
    case .saveDraft(let draft):
      take(.draftSaved(draft.id, revision: draft.revision, .success(InvoiceSamples.now)))
    default: break
    }
  }

  /// The screen without the top line and the two lines at the bottom.
  var middle: String {
    draw(self).text.split(separator: "\n", omittingEmptySubsequences: false)
      .dropFirst().dropLast(2).joined(separator: "\n")
  }
}
