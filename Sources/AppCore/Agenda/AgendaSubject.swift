import Sales

/// What a task, a call or a meeting is added to.
public struct AgendaSubject: Hashable, Sendable {
  /// The deal.
  public var deal: Reference<Deal>?
  /// The person.
  public var contact: Reference<Contact>?

  /// A deal with its person.
  init(_ deal: Deal) {
    self.deal = Reference(id: deal.id, name: deal.name)
    contact = deal.contact
  }

  /// What an activity is about.
  init(_ row: AgendaRow) {
    deal = row.deal ?? row.activity.deal.map { Reference(id: $0, name: $0.rawValue) }
    contact = row.contact
  }

  /// What it is called.
  var name: String { deal?.name ?? contact?.name ?? "" }
}
