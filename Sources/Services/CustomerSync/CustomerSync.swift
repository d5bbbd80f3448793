import AppCore
import FoundationEssentials
import LocalMirror
import Outbox
import Sales
import ZohoAPI

/// Brings records of CRM and customers of Books in step: finds which belong together, shows where they
/// differ, and writes what was agreed to, each write through the journal.
struct CustomerSync: Sendable {
  let mirror: MirrorDatabase
  let journal: Journal
  let gateway: Gateway
  let dispatcher: Dispatcher
  let clock: TimeSource

  /// How many records one call asks for, so that its address stays short.
  private static let batch = 50

  /// What bringing each party in step would do. Nothing is written.
  ///
  /// - Throws: `ZohoError` when Zoho cannot be asked, `Failure` for a record that is not there.
  func plans(for parties: [Party]) async throws -> [PartyPlan] {
    var result: [PartyPlan] = []
    for module in ["Accounts", "Contacts"] {
      let same = parties.filter { $0.module == module }
      for start in stride(from: 0, to: same.count, by: Self.batch) {
        let end = min(start + Self.batch, same.count)
        result += try await plans(batch: Array(same[start..<end]))
      }
    }
    return result
  }

  private func plans(batch: [Party]) async throws -> [PartyPlan] {
    guard let first = batch.first else { return [] }
    let records = try await gateway.send(
      .records(of: first.module, ids: batch.map(\.id), fields: first.crmFields), .interactive)
    let people = try await people(of: batch, records)
    var plans: [PartyPlan] = []
    for party in batch {
      guard let record = records.first(where: { $0["id"]?.text == party.id }) else {
        throw Failure.invalid("CRM has no record \(party.id) in \(party.module)")
      }
      let crm = PartyDetails(record, of: party, people: people[party.id] ?? [])
      plans.append(
        try await plan(
          PartyPlan(
            party: party, name: crm.values[.name] ?? party.id,
            version: record["Modified_Time"]?.text, step: .create, crm: crm)))
    }
    return plans
  }

  /// The people of each company; a person is their own.
  private func people(
    of batch: [Party], _ records: [RecordFields]
  ) async throws -> [String: [RecordFields]] {
    guard case .account? = batch.first else {
      return Dictionary(
        records.compactMap { record in record["id"]?.text.map { ($0, [record]) } },
        uniquingKeysWith: { first, _ in first })
    }
    var found: [String: [RecordFields]] = [:]
    var offset = 0
    while true {
      let query = """
        select \(Party.personFields.joined(separator: ", ")), Account_Name from Contacts \
        where Account_Name in (\(batch.map { "'\($0.id)'" }.joined(separator: ", "))) \
        order by id limit \(offset), 200
        """
      let answer = try await gateway.send(.query(query), .interactive)
      for row in answer.rows {
        guard let account = row["Account_Name"]?.fields?["id"]?.text else { continue }
        found[account, default: []].append(row)
      }
      guard answer.hasMore else { return found }
      offset += 200
    }
  }

  /// The plan with its customer and the differences put in.
  private func plan(_ start: PartyPlan) async throws -> PartyPlan {
    var plan = start
    let link = try journal.link(of: plan.party)
    plan.step = try step(for: plan, link)
    guard let customer = plan.customer else { return plan }
    let books = PartyDetails(
      customer: try await gateway.send(.customerFields(customer), .interactive))
    plan.books = books
    plan.differences = PartyDetails.differences(
      of: plan.party, crm: plan.crm, books: books, agreed: link?.agreed)
    return plan
  }

  /// Finds the customer: by the link, then by mail address, then by name. A guess counts only when it
  /// leads to one customer.
  private func step(for plan: PartyPlan, _ link: PartyLink?) throws -> PartyPlan.Step {
    if let link { return .compare(link.customer) }
    return try mirror.read { reader in
      let linked = try reader.customers(linkedTo: plan.party)
      if linked.count == 1 { return .compare(linked[0].id) }
      if linked.count > 1 { return .ambiguous(linked.map(\.reference)) }
      let byAddress = try reader.customers(withAddress: plan.crm.people.map(\.email))
      if byAddress.count == 1 { return .link(byAddress[0].id, .email) }
      if byAddress.count > 1 { return .ambiguous(byAddress.map(\.reference)) }
      let byName = try reader.customers(named: plan.name)
      if byName.count == 1 { return .link(byName[0].id, .name) }
      return byName.isEmpty ? .create : .ambiguous(byName.map(\.reference))
    }
  }
}

extension Customer {
  fileprivate var reference: Reference<Customer> { Reference(id: id, name: name) }
}
