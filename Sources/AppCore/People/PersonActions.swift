import Sales
import Screen

extension AppState {
  /// Shows the part of the pane so many further, around the ends.
  mutating func showPersonTab(_ step: Int) -> [Effect] {
    let tabs = PersonTab.of(people.list)
    let place = tabs.firstIndex(of: personTab) ?? 0
    people.tab = tabs[(place + step + tabs.count) % tabs.count]
    return []
  }

  /// Edits the field under the pane's cursor, or goes to what the row stands for.
  mutating func actOnPersonRow() -> [Effect] {
    guard let target = personTarget, let record = people.record else { return [] }
    guard case .field(let field) = target else { return leavePeople(for: target) }
    guard !tenant.isReadOnly else {
      tell("this profile is read-only", kind: .warning)
      return []
    }
    return editField(field, of: record)
  }

  /// Goes to a deal, an invoice or another person; `2` comes back.
  mutating func leavePeople(for target: PersonPaneRow.Target) -> [Effect] {
    switch target {
    case .field: return []
    case .file(let file):
      guard let record = people.record else { return [] }
      tell("Fetching \(file.name)…", kind: .note)
      return [.people(.saveFile(file, of: record))]
    case .contact(let key): return openPerson(key)
    case .deal(let id):
      let effects = openDeal(id)
      tell("2 goes back to \(people.record?.name ?? "the contacts")", kind: .note)
      return effects
    case .invoice(let id):
      invoices.pane = InvoicePane(id: id)
      invoices.tab = .all
      let effects = show(.invoices)
      tell("2 goes back to \(people.record?.name ?? "the contacts")", kind: .note)
      return effects
    }
  }

  /// Asks for the form of a new record of the list; a contact of the account that is open gets it.
  mutating func createPerson() -> [Effect] {
    let list = people.list
    guard list == .accounts, people.isInPane, personTab == .people, let account = people.record
    else { return createRecord(of: list.module) }
    return createRecord(
      of: PeopleList.contacts.module,
      initial: ["Account_Name": .reference(id: account.id, name: account.name)])
  }

  /// The question before a record goes into the recycle bin.
  func confirmation(deleting key: RecordKey) -> Confirmation {
    var lines: [SafeText] = [
      "Organization  \(tenant.organization) (\(tenant.dataCenter))",
      "Record        \(key.name)",
    ]
    if let folder = people.pane?.folder, people.pane?.id == key.id {
      let open = folder.deals.count { folder.openStages.contains($0.deal.stage) }
      if open > 0 { lines.append("Open deals    \(open): they stay, without it") }
    }
    lines.append("It stays in the recycle bin for sixty days; u brings it back.")
    return Confirmation(
      title: "Delete \(key.name)?", lines: lines,
      answers: [
        .init(key: "c", label: "cancel"),
        .init(key: "d", label: "delete", effects: [.enqueue(.record(.delete(key)))]),
      ])
  }

  /// Puts a text on the clipboard and says so.
  mutating func copy(_ text: String) -> [Effect] {
    tell("\(text) is on the clipboard.", kind: .note)
    return [.copy(SafeText(text))]
  }

  /// The mail address of the record under the cursor.
  var recordEmail: String? {
    if let mail = people.pane?.folder?.record?["Email"].text, !mail.isEmpty { return mail }
    guard people.list != .accounts, let mail = people.current.row?.email else { return nil }
    return mail.isEmpty ? nil : mail
  }

  /// Where the record under the cursor is on the web, in its data centre; nil for the local server.
  var recordLink: String? {
    people.record.flatMap { RecordLink.address(of: $0, dataCenter: tenant.dataCenter) }
  }

  /// Leaves the form, which is kept, for the other record that has the same.
  mutating func openOtherOfForm() -> [Effect] {
    guard let form, let other = form.other else { return [] }
    forms.kept[form.purpose] = form
    overlays.removeLast()
    tell("The form is kept: c or e goes on with it.", kind: .note)
    return openPerson(other)
  }
}

/// Where records are on the web.
public enum RecordLink {
  private static let hosts = [
    "us": "crm.zoho.com", "eu": "crm.zoho.eu", "in": "crm.zoho.in", "au": "crm.zoho.com.au",
    "jp": "crm.zoho.jp", "cn": "crm.zoho.com.cn", "ca": "crm.zohocloud.ca", "sa": "crm.zoho.sa",
    "uk": "crm.zoho.uk",
  ]

  /// The address of a record's page in a data centre such as `eu`; nil where there are no pages.
  public static func address(of key: RecordKey, dataCenter: String) -> String? {
    let tab = key.module == "Deals" ? "Potentials" : key.module
    return hosts[dataCenter].map { "https://\($0)/crm/tab/\(tab)/\(key.id)" }
  }
}
