import FoundationEssentials
import Sales
import Screen

/// The record that a command of the user's own is given, in Zoho's own names of its fields.
struct OwnRecord {
  /// What it is: `deal`, `contact`, `account`, `invoice`.
  var kind: String
  /// Its id at Zoho.
  var id: String
  /// What it is called.
  var name: String
  /// All of it. Ids are strings, amounts are numbers with every digit.
  var json: String

  fileprivate init(_ kind: String, id: String, name: String, _ fields: [(String, JSONValue?)]) {
    self.kind = kind
    self.id = id
    self.name = name
    json = JSONValue.object([("kind", .text(kind)), ("id", .text(id))] + fields).text
  }
}

/// JSON with its members in a given order.
private indirect enum JSONValue {
  case text(String)
  case number(Decimal)
  case flag(Bool)
  case object([(String, JSONValue?)])

  var text: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .number(let number): number.isFinite ? "\(number)" : "null"
    case .flag(let flag): flag ? "true" : "false"
    case .object(let members):
      "{" + members.map { "\(Self.quoted($0.0)):\($0.1?.text ?? "null")" }.joined(separator: ",")
        + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7f:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A look-up.
  static func reference<Subject>(_ reference: Reference<Subject>?) -> JSONValue? {
    reference.map {
      .object([("id", .text($0.id.rawValue)), ("name", .text($0.name))])
    }
  }

  static func text(_ text: String?) -> JSONValue? { text.map { .text($0) } }
  static func day(_ day: CalendarDate?) -> JSONValue? { day.map { .text($0.description) } }
}

extension AppState {
  /// The record under the cursor that a command of that scope is given; nil when there is none.
  func record(for scope: OwnCommand.Scope) -> OwnRecord? {
    switch scope {
    case .deal: board.selectedRow.map { record($0.deal) }
    case .contact:
      shownDetail?.contact.map(record)
        ?? board.selectedRow?.deal.contact.map {
          OwnRecord("contact", id: $0.id.rawValue, name: $0.name, [("Full_Name", .text($0.name))])
        }
    case .account:
      shownDetail?.account.map(record)
        ?? board.selectedRow?.deal.account.map {
          OwnRecord(
            "account", id: $0.id.rawValue, name: $0.name, [("Account_Name", .text($0.name))])
        }
    case .invoice: invoices.invoice.map(record)
    case .none: nil
    }
  }

  /// What surrounds the deal under the cursor, when it was read.
  private var shownDetail: DealDetail? {
    board.detail.flatMap { $0.row.id == board.selectedRow?.id ? $0 : nil }
  }

  private func record(_ deal: Deal) -> OwnRecord {
    let stage = board.pipeline?.stage(deal.stage)?.name ?? deal.stage.rawValue
    return OwnRecord(
      "deal", id: deal.id.rawValue, name: deal.name,
      [
        ("Deal_Name", .text(deal.name)), ("Amount", deal.amount.map { .number($0.amount) }),
        ("Currency", .text(deal.amount?.currency.code)), ("Stage", .text(stage)),
        ("Pipeline", .text(board.pipeline?.name)), ("Closing_Date", .day(deal.closingDate)),
        ("Probability", deal.probability.map { .number(Decimal($0)) }),
        ("Account_Name", .reference(deal.account)), ("Contact_Name", .reference(deal.contact)),
        ("Owner", .reference(deal.owner)), ("Next_Step", .text(deal.nextStep)),
        ("Description", .text(deal.note)),
      ])
  }

  private func record(_ contact: Contact) -> OwnRecord {
    OwnRecord(
      "contact", id: contact.id.rawValue, name: contact.name,
      [
        ("Full_Name", .text(contact.name)), ("Title", .text(contact.title)),
        ("Email", .text(contact.email)), ("Phone", .text(contact.phone)),
        ("Mobile", .text(contact.mobile)), ("Account_Name", .reference(contact.account)),
      ])
  }

  private func record(_ account: Account) -> OwnRecord {
    OwnRecord(
      "account", id: account.id.rawValue, name: account.name,
      [
        ("Account_Name", .text(account.name)), ("Phone", .text(account.phone)),
        ("Website", .text(account.website)), ("Industry", .text(account.industry)),
      ])
  }

  private func record(_ invoice: Invoice) -> OwnRecord {
    OwnRecord(
      "invoice", id: invoice.id.rawValue, name: invoice.number,
      [
        ("invoice_id", .text(invoice.id.rawValue)), ("invoice_number", .text(invoice.number)),
        ("status", .text(invoice.status.text)),
        ("customer_id", .text(invoice.customer.id.rawValue)),
        ("customer_name", .text(invoice.customer.name)), ("date", .day(invoice.date)),
        ("due_date", .day(invoice.dueDate)), ("reference_number", .text(invoice.reference)),
        ("currency_code", .text(invoice.currency.code)), ("total", .number(invoice.total)),
        ("balance", .number(invoice.balance)), ("is_emailed", .flag(invoice.isEmailed)),
        ("zcrm_potential_id", .text(invoice.deal?.rawValue)),
      ])
  }
}
