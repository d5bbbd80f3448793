/// What bringing a party of CRM in step with Books would do, before anything is done.
public struct PartyPlan: Hashable, Sendable {
  /// How the customer was found.
  public enum Way: String, Hashable, Sendable {
    /// Books, or we, know the link.
    case link
    /// By a mail address.
    case email
    /// By the name.
    case name
  }

  /// What is to be done first.
  public enum Step: Hashable, Sendable {
    /// Books has no such customer: one is made from the record of CRM.
    case create
    /// A customer was found that is not linked yet.
    case link(Customer.ID, Way)
    /// The customer is linked already.
    case compare(Customer.ID)
    /// More than one customer could be meant; the user links the right one.
    case ambiguous([Reference<Customer>])
  }

  /// The record of CRM.
  public var party: Party
  /// Its name in CRM.
  public var name: String
  /// Its version in CRM, on which changes there are based.
  public var version: String?
  /// What is to be done first.
  public var step: Step
  /// What CRM has.
  public var crm: PartyDetails
  /// What Books has; nil without a customer.
  public var books: PartyDetails?
  /// Where they differ.
  public var differences: [PartyDifference]

  /// What bringing a party in step would do.
  public init(
    party: Party, name: String, version: String?, step: Step, crm: PartyDetails,
    books: PartyDetails? = nil, differences: [PartyDifference] = []
  ) {
    self.party = party
    self.name = name
    self.version = version
    self.step = step
    self.crm = crm
    self.books = books
    self.differences = differences
  }

  /// The customer of Books it is about; nil when there is none yet, or more than one.
  public var customer: Customer.ID? {
    switch step {
    case .create, .ambiguous: nil
    case .link(let id, _), .compare(let id): id
    }
  }

  /// Whether nothing is to be done.
  public var isInStep: Bool {
    guard case .compare = step else { return false }
    return !differences.contains { difference in
      if case .stays = difference.verdict { false } else { true }
    }
  }

  /// Whether somebody has to decide something.
  public var hasConflicts: Bool {
    if case .ambiguous = step { return true }
    return differences.contains { $0.verdict == .conflict }
  }

  /// The same plan with every conflict decided one way. What cannot be written there stays.
  public func deciding(_ direction: PartyDifference.Direction) -> PartyPlan {
    var plan = self
    for place in plan.differences.indices { plan.decide(place, direction) }
    return plan
  }

  /// Decides the conflict at a place of the differences; anything else there stays as it is.
  public mutating func decide(_ place: Int, _ direction: PartyDifference.Direction) {
    guard differences.indices.contains(place), differences[place].verdict == .conflict else {
      return
    }
    if direction == .toCRM, case .field(let field) = differences[place].subject,
      let reason = field.reasonNotInCRM(party)
    {
      differences[place].verdict = .stays(reason: reason)
    } else {
      differences[place].verdict = .goes(direction)
    }
  }
}
