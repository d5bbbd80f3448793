import ArgumentParser
import FoundationEssentials
import ZohoAPI

/// Makes a contact and an account of a lead, and a deal when asked.
struct ConvertLead: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Make a contact and an account of a lead, and a deal when asked.",
    discussion: "A lead that was converted cannot be made a lead again.")

  @Argument(help: "Its id or its exact name.") var record: String

  @Option(help: "The account to use, by id, in place of a new one.") var account: String?
  @Option(help: "The contact to use, by id, in place of a new one.") var contact: String?
  @Option(help: "Field=value of a deal; Deal_Name, Stage, Closing_Date and Pipeline are needed.")
  var deal: [String] = []

  @OptionGroup var notations: NotationOptions
  @OptionGroup var consent: Consent
  @OptionGroup var write: WriteOptions
  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      let deal = try await dealFields(session)
      guard !write.dryRun else {
        return try session.show(request(try RecordID.only(record), deal))
      }
      try session.allowWrite()
      let id = try await session.id(of: record, LeadModule.self)
      guard consent.yes else {
        throw HeadlessError(
          .usage, "Nothing was done: a converted lead stays converted. Say --yes to convert \(id).")
      }
      let made = try await session.send(request(id, deal))
      session.output.done(
        "Converted the lead \(id).", made.facts.merging(["id": .text(id)]) { $1 })
    }
  }

  private func dealFields(_ session: HeadlessSession) async throws -> RecordFields? {
    guard !deal.isEmpty else { return nil }
    let settings = try await session.settings(of: DealModule.module, dryRun: write.dryRun)
    let checked = try FieldAssignments(deal, settings, notations, isNew: true)
    for line in checked.understood { session.output.tell(line) }
    return checked.fields
  }

  private func request(_ id: String, _ deal: RecordFields?) -> Request<ConvertedLead> {
    .convertLead(id, LeadConversion(account: account, contact: contact, deal: deal))
  }
}

extension ConvertedLead {
  /// What was made, by module.
  fileprivate var facts: RecordFields {
    var facts: RecordFields = ["action": isScheduled ? "scheduled" : "converted"]
    facts["Accounts"] = account.map { .text($0) }
    facts["Contacts"] = contact.map { .text($0) }
    facts["Deals"] = deal.map { .text($0) }
    return facts
  }
}

extension Request {
  /// A call that sends JSON without a type of its own.
  static func json(
    _ product: Product, _ method: ZohoAPI.Method, _ path: String, _ body: FieldValue,
    isWrite: Bool = true, decode: @escaping @Sendable (Reply) throws -> Response
  ) -> Request {
    Request(
      product, method, path, body: Data(JSONText.sent(body).utf8), isWrite: isWrite, decode: decode)
  }
}
