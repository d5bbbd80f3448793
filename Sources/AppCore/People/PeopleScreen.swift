import Sales
import Screen

/// Contacts, accounts and leads: three lists, each with the pane of the record under its cursor.
public struct PeopleScreen: Hashable, Sendable {
  /// The list that is shown.
  public internal(set) var list = PeopleList.contacts
  /// The rows of every list that was looked at.
  var rows: [PeopleList: PeopleRows] = [:]
  /// What was typed to filter, by list: kept when one comes back.
  var filters: [PeopleList: TextField] = [:]
  /// How each list is ordered.
  var orders: [PeopleList: PeopleOrder] = [:]
  /// How many there are of each, whatever the filter.
  var counts: [PeopleList: Int] = [:]
  /// What the open deals of the rows of each list add up to, with the question that was answered.
  var sums: [PeopleList: Sum] = [:]
  /// Whether the filter has the keys.
  var isFiltering = false
  /// Whether the pane has the keys.
  var isInPane = false
  /// The part of the pane that is shown.
  var tab = PersonTab.fields
  /// The pane of the record under the cursor.
  var pane: PersonPane?
  /// The lead that is being converted, with what it could be joined to.
  var conversion: LeadOptions?

  /// What the open deals of a list add up to.
  struct Sum: Hashable, Sendable {
    var query: PeopleQuery
    var totals: Totals
  }

  /// Nothing known yet.
  public init() {}

  /// The part that has the keys.
  public var place: Place {
    if isFiltering { return .filter }
    return isInPane && pane != nil ? .peoplePane : .peopleList
  }

  /// The rows of the list that is shown.
  var current: PeopleRows {
    get { rows[list] ?? PeopleRows() }
    set { rows[list] = newValue }
  }

  /// What was typed to filter the list that is shown.
  var filter: TextField { filters[list] ?? TextField() }

  /// The record under the cursor.
  var record: RecordKey? {
    current.row.map { RecordKey(module: list.module, id: $0.id.rawValue, name: $0.name) }
  }

  /// The question for the rows of the list that is shown.
  var query: PeopleQuery {
    PeopleQuery(list: list, words: filter.text, order: orders[list] ?? .name)
  }

  /// Reads the rows around the cursor.
  func loadRows() -> [Effect] {
    [.people(.load(query, around: current.anchor, limit: PeopleRows.limit))]
  }

  /// Reads again what it shows.
  func reload() -> [Effect] {
    var effects = [.people(.count), .people(.sum(query))] + loadRows()
    if let pane { effects.append(.people(.loadFolder(pane.list, id: pane.id))) }
    return effects
  }

  /// Shows the pane of the record under the cursor, should it be another.
  mutating func followCursor() -> [Effect] {
    guard let record else {
      if current.window?.count == 0 { pane = nil }
      return []
    }
    if let pane, pane.id == record.id, pane.list == list { return [] }
    pane = PersonPane(list: list, id: record.id)
    return [.people(.loadFolder(list, id: record.id))]
  }
}

extension PeopleList {
  /// What people call them.
  var title: SafeText {
    switch self {
    case .contacts: "Contacts"
    case .accounts: "Accounts"
    case .leads: "Leads"
    }
  }

  /// One of them.
  var noun: SafeText {
    switch self {
    case .contacts: "contact"
    case .accounts: "account"
    case .leads: "lead"
    }
  }

  /// The list so many places further, around the ends.
  func neighbour(_ step: Int) -> PeopleList {
    let all = Self.allCases
    let place = all.firstIndex(of: self) ?? 0
    return all[(place + step + all.count) % all.count]
  }
}
