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
        "Converted the lead \(id).", made.merging(["id": .text(id), "action": "converted"]) { $1 })
    }
  }

  private func dealFields(_ session: HeadlessSession) async throws -> RecordFields? {
    guard !deal.isEmpty else { return nil }
    let settings = try await session.settings(of: DealModule.module, dryRun: write.dryRun)
    let checked = try FieldAssignments(deal, settings, notations, isNew: true)
    for line in checked.understood { session.output.tell(line) }
    return checked.fields
  }

  /// The call. Its answer names what was made, by module.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/convert-lead.html>
  private func request(_ id: String, _ deal: RecordFields?) -> Request<RecordFields> {
    var body: RecordFields = ["overwrite": false, "notify_lead_owner": false]
    if let account { body["Accounts"] = .object(["id": .text(account)]) }
    if let contact { body["Contacts"] = .object(["id": .text(contact)]) }
    if let deal { body["Deals"] = .object(deal) }
    return .json(
      .crm, .post, "/Leads/\(id)/actions/convert",
      .object(["data": .list([.object(body)])])
    ) { reply in
      let answer = try JSONDecoder().decode(RecordFields.self, from: reply.body)
      guard case .list(let rows)? = answer["data"], let row = rows.first?.fields else { return [:] }
      return row["details"]?.fields ?? row
    }
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
