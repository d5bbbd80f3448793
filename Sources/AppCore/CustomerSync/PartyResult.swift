import Sales

/// What became of a plan to bring a party in step that was carried out.
public struct PartyResult: Hashable, Sendable {
  /// The record of CRM.
  public var party: Party
  /// Its name.
  public var name: String
  /// The customer of Books, once there is one.
  public var customer: Customer.ID?
  /// What was done, in words, in order.
  public var done: [String] = []
  /// Why it stopped; nil when everything was done.
  public var problem: Failure?
  /// Whether nobody knows if the last write happened.
  public var isUncertain = false

  /// A plan of which nothing is done yet.
  public init(party: Party, name: String) {
    self.party = party
    self.name = name
  }
}
