import AppCore
import ArgumentParser
import Sales
import ZohoAPI

/// Brings accounts and contacts of CRM in step with customers of Books. Without `--apply` it only shows
/// what would be done.
struct SyncContacts: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contacts", abstract: Commands.abstract(of: "sync contacts"),
    discussion: """
      Shows, field by field, what would go from CRM to Books and back, for the accounts and contacts \
      named, or for all accounts with open deals. --apply does it: a missing customer is made from \
      CRM's record, one that is found by mail address or name is linked, values that only one side \
      changed go to the other. Where both have a value of their own it is a conflict: it is listed and \
      left alone, unless --prefer says whose value wins.
      """)

  /// Whose value wins in a conflict.
  enum Side: String, CaseIterable, ExpressibleByArgument {
    case crm
    case books
  }

  @Option(parsing: .upToNextOption, help: "Accounts of CRM, by id.") var account: [String] = []
  @Option(parsing: .upToNextOption, help: "Contacts of CRM, by id.") var contact: [String] = []
  @Flag(help: "Write it. Without this nothing is written.") var apply = false
  @Option(help: "Whose value wins where both have one: crm or books.") var prefer: Side?
  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      let parties =
        try account.map { Party.account(Sales.Account.ID(try RecordID.only($0))) }
        + contact.map { Party.contact(Contact.ID(try RecordID.only($0))) }
      let services = try apply ? await session.services() : session.localServices()
      try await services.synchronize()
      let plans = try await services.services.planCustomerSync(parties).map(decided)
      try await apply
        ? carryOut(plans, session, services) : show(plans, session)
    }
  }

  private func decided(_ plan: PartyPlan) -> PartyPlan {
    switch prefer {
    case .crm: plan.deciding(.toBooks)
    case .books: plan.deciding(.toCRM)
    case nil: plan
    }
  }

  /// A row for each party and each difference.
  private func show(_ plans: [PartyPlan], _ session: HeadlessSession) throws {
    let rows = session.output.rows(
      columns: ["name", "customer", "step", "field", "crm", "books", "goes"])
    for plan in plans where !plan.isInStep || !plan.differences.isEmpty {
      if plan.differences.isEmpty { rows.add([plan.row]) }
      rows.add(plan.differences.map { plan.row.merging($0.row) { $1 } })
    }
    session.output.finish(rows)
    let open = plans.count { $0.hasConflicts }
    let same = plans.count { $0.isInStep }
    session.output.tell(
      "\(grouped(plans.count)) compared, \(grouped(same)) in step, \(grouped(open)) with conflicts. "
        + "Nothing was written; --apply does it.")
  }

  /// A row for each party.
  private func carryOut(
    _ plans: [PartyPlan], _ session: HeadlessSession, _ services: HeadlessWrites
  ) async throws {
    let results = session.results(
      columns: ["name", "id", "customer", "result", "done", "conflicts", "message"])
    var uncertain: [String] = []
    for plan in plans where !plan.isInStep {
      let result = await services.services.carryOut(plan)
      if result.isUncertain { uncertain.append(plan.name) }
      results.add(plan.row(of: result), isGood: result.problem == nil)
      session.output.tell("\(plan.name): \(result.problem?.message.string ?? "done")")
    }
    if !uncertain.isEmpty {
      results.tell()
      throw HeadlessError(
        .uncertain,
        "No answer came for \(uncertain.joined(separator: ", ")): it may have happened. The journal "
          + "keeps it: 6 Outbox of the program looks again. Do not repeat it before.")
    }
    try results.finish()
  }
}

extension PartyPlan {
  /// What is known of the party without its differences.
  fileprivate var row: RecordFields {
    var row: RecordFields = [
      "module": .text(party.module), "id": .text(party.id), "name": .text(name),
      "step": .text(stepWord),
    ]
    if let customer { row["customer"] = .text(customer.rawValue) }
    if case .link(_, let way) = step { row["found_by"] = .text(way.rawValue) }
    if case .ambiguous(let customers) = step {
      row["candidates"] = .list(customers.map { .reference(id: $0.id.rawValue, name: $0.name) })
    }
    return row
  }

  private var stepWord: String {
    switch step {
    case .create: "create"
    case .link: "link"
    case .compare: isInStep ? "none" : "update"
    case .ambiguous: "ambiguous"
    }
  }

  fileprivate func row(of result: PartyResult) -> RecordFields {
    var row = row
    row["step"] = nil
    if let customer = result.customer { row["customer"] = .text(customer.rawValue) }
    row["result"] =
      result.problem == nil ? "done" : result.isUncertain ? "outcome-unknown" : "failed"
    row["done"] = .list(result.done.map { .text($0) })
    row["conflicts"] = .number(.init(differences.count { $0.verdict == .conflict }))
    if let problem = result.problem { row["message"] = .text(problem.message.string) }
    return row
  }
}

extension PartyDifference {
  fileprivate var row: RecordFields {
    var row: RecordFields = [
      "field": .text(name), "crm": crm.map { .text($0) } ?? .null,
      "books": books.map { .text($0) } ?? .null,
    ]
    switch verdict {
    case .goes(.toBooks): row["goes"] = "to Books"
    case .goes(.toCRM): row["goes"] = "to CRM"
    case .conflict: row["goes"] = "conflict"
    case .stays(let reason):
      row["goes"] = "stays"
      row["reason"] = .text(reason)
    }
    return row
  }

  private var name: String {
    switch subject {
    case .field(let field): field.label
    case .person(let email, let field): "\(field.label) of \(email)"
    case .wholePerson(let email): "person \(email)"
    }
  }
}
