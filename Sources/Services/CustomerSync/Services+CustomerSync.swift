import AppCore
import Sales

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

  /// Compares one party for the screen.
  func comparison(of party: Party) async throws -> PartyPlan {
    guard let plan = try await customerSync.plans(for: [party]).first else {
      throw Failure.invalid("CRM has no such record")
    }
    return plan
  }

  private var customerSync: CustomerSync {
    CustomerSync(
      mirror: mirror, journal: journal, gateway: gateway, dispatcher: dispatcher, clock: clock)
  }
}
