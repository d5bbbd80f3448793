import FoundationEssentials
import LocalMirror
import Sales
import ZohoAPI

extension Synchronizer {
  /// Fetches what the organization looks like: who, which pipelines, which fields.
  func synchronizeMetadata() async throws {
    let organization = try await gateway.send(.organization(), .background)
    let books = try await gateway.client().booksOrganization ?? ""
    let pipelines = try await gateway.client().pipelines()
    let fields = try await gateway.send(.fields(of: "Deals"), .background)
    var users: [User] = []
    for try await page in gateway.pages(.users(), .background) { users += page.rows }
    try mirror.write { [users] writer in
      try writer.replace(
        organization: Organization(
          crmID: organization.id, booksID: books, name: organization.name,
          currency: organization.currency, edition: organization.edition))
      try writer.replace(pipelines: pipelines)
      try writer.replace(users: users)
      try writer.replace(fields: fields.map(ModuleField.init), of: "Deals")
    }
  }

  /// Fetches what changed in CRM.
  func synchronizeCRM() async throws {
    let currency = try mirror.read { try $0.organization()?.currency } ?? Currency("USD")
    try await synchronize(.deals, module: "Deals") {
      .deals(currency: currency, modifiedSince: $0)
    } save: {
      try $0.save(deals: $1)
    }
    for kind in Activity.Kind.allCases {
      try await synchronize(.activities, module: kind.module) {
        .activities(kind, modifiedSince: $0)
      } save: {
        try $0.save(activities: $1)
      }
    }
    try await synchronize(.contacts, module: "Contacts") {
      .contacts(modifiedSince: $0)
    } save: {
      try $0.save(contacts: $1)
    }
    try await synchronize(.accounts, module: "Accounts") {
      .accounts(modifiedSince: $0)
    } save: {
      try $0.save(accounts: $1)
    }
    try await synchronizeLeads()
    try await synchronize(.notes, module: "Notes") {
      .notes(modifiedSince: $0)
    } save: {
      try $0.save(notes: $1)
    }
    let modules: [(RecordKind, String)] =
      [
        (.deals, "Deals"), (.contacts, "Contacts"), (.accounts, "Accounts"), (.leads, "Leads"),
        (.notes, "Notes"),
      ]
      + Activity.Kind.allCases.map { (.activities, $0.module) }
    for (kind, module) in modules {
      try await synchronizeDeletions(kind, module: module)
    }
    await synchronizeLayouts()
  }
}

extension Activity.Kind {
  /// The module of CRM that holds them.
  var module: String {
    switch self {
    case .task: "Tasks"
    case .event: "Events"
    case .call: "Calls"
    }
  }
}

extension ModuleField {
  /// A field as the local copy keeps it.
  init(_ field: FieldMetadata) {
    self.init(
      module: "Deals", apiName: field.apiName, label: field.label, dataType: field.type,
      isRequired: field.isMandatory, isReadOnly: field.isReadOnly,
      choices: field.choices.map { Choice(stored: $0.value, shown: $0.label) })
  }
}
