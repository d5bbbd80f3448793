import Sales
import Screen

/// The pane of a contact, an account or a lead.
struct PersonPane: Hashable, Sendable {
  /// The list it is of.
  let list: PeopleList
  /// The record.
  let id: String
  /// What was read of it; nil until then.
  var folder: PersonFolder?
  /// Why it could not be read; nil when it could.
  var failure: Failure?
  /// The row under the cursor, by part.
  var cursors: [PersonTab: Int] = [:]
}

/// A part of the pane of a record.
enum PersonTab: Hashable, Sendable, CaseIterable {
  case fields
  case deals
  case people
  case activities
  case notes
  case mails
  case files
  case invoices

  /// The parts that a list's records have.
  static func of(_ list: PeopleList) -> [PersonTab] {
    switch list {
    case .contacts: [.fields, .deals, .activities, .notes, .mails, .files, .invoices]
    case .accounts: [.fields, .deals, .people, .activities, .notes, .mails, .files, .invoices]
    case .leads: [.fields, .activities, .notes, .mails, .files]
    }
  }

  var title: SafeText {
    switch self {
    case .fields: "Fields"
    case .deals: "Deals"
    case .people: "People"
    case .activities: "Activities"
    case .notes: "Notes"
    case .mails: "Mails"
    case .files: "Files"
    case .invoices: "Invoices"
    }
  }

  /// How many there are in a folder; nil for fields, and for what was not read yet.
  func count(in folder: PersonFolder?) -> Int? {
    guard let folder else { return nil }
    switch self {
    case .fields: return nil
    case .deals: return folder.deals.count
    case .people: return folder.people.count
    case .activities: return folder.activities.count
    case .notes: return folder.notes.count
    case .mails: return folder.mails?.count
    case .files: return folder.files?.count
    case .invoices: return folder.invoices.count
    }
  }
}

/// A row of the pane.
struct PersonPaneRow: Hashable {
  /// What Enter does on it.
  enum Target: Hashable {
    case field(String)
    case deal(Deal.ID)
    case invoice(Invoice.ID)
    case contact(RecordKey)
    case file(RecordFile)
  }

  /// What it says.
  var line: TextLine
  /// What Enter does on it; nil when there is nothing to do.
  var target: Target?

  init(_ line: TextLine, _ target: Target? = nil) {
    self.line = line
    self.target = target
  }
}
