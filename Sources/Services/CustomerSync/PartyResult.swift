import AppCore
import Sales

/// What became of a plan that was carried out.
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

  init(party: Party, name: String) {
    self.party = party
    self.name = name
  }
}

extension Services {
  /// What bringing parties of CRM in step with Books would do; with none named, all companies that have
  /// open deals. The local copy should be up to date. Nothing is written.
  ///
  /// - Throws: `Failure` in words a person can act on.
  public func planCustomerSync(_ parties: [Party] = []) async throws -> [PartyPlan] {
    do {
      let chosen =
        try parties.isEmpty
        ? mirror.read { try $0.accountsWithOpenDeals() }.map { Party.account($0.id) } : parties
      return try await customerSync.plans(for: chosen)
    } catch {
      throw Failure(error)
    }
  }

  /// Carries a plan out, each of its writes at most once.
  public func carryOut(_ plan: PartyPlan) async -> PartyResult {
    await customerSync.carryOut(plan)
  }

  private var customerSync: CustomerSync {
    CustomerSync(
      mirror: mirror, journal: journal, gateway: gateway, dispatcher: dispatcher, clock: clock)
  }
}
