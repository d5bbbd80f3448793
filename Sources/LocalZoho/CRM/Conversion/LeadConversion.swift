import FoundationEssentials
import GRDB

/// Makes an account, a contact and, on request, a deal of a lead.
/// https://www.zoho.com/crm/developer/docs/api/v8/convert-lead.html
struct LeadConversion {
  let call: CRMCall
  let leads: RecordWriter
  let lead: RecordDraft
  /// One object under `data`.
  let wishes: JSONValue

  struct Result {
    var contact: Int64
    var account: Int64?
    var deal: Int64?
  }

  init(_ call: CRMCall, _ leads: RecordWriter, _ lead: RecordDraft, _ wishes: JSONValue) {
    self.call = call
    self.leads = leads
    self.lead = lead
    self.wishes = wishes
  }

  private static let contactFields = [
    "Salutation": "Salutation", "First_Name": "First_Name", "Last_Name": "Last_Name",
    "Secondary_Email": "Secondary_Email", "Phone": "Phone", "Mobile": "Mobile",
    "Email_Opt_Out": "Email_Opt_Out", "Designation": "Title", "Lead_Source": "Lead_Source",
    "Street": "Mailing_Street", "City": "Mailing_City", "State": "Mailing_State",
    "Zip_Code": "Mailing_Zip", "Country": "Mailing_Country", "Description": "Description",
    "Owner": "Owner",
  ]

  private static let accountFields = [
    "Company": "Account_Name", "Phone": "Phone", "Website": "Website", "Industry": "Industry",
    "No_of_Employees": "Employees", "Annual_Revenue": "Annual_Revenue",
    "Street": "Billing_Street", "City": "Billing_City", "State": "Billing_State",
    "Zip_Code": "Billing_Code", "Country": "Billing_Country", "Currency": "Currency",
    "Exchange_Rate": "Exchange_Rate", "Owner": "Owner",
  ]

  /// - Throws: ``RowOutcome`` when a row of it is refused; nothing must stay written then.
  func run() throws -> Result {
    let account = try account()
    let contact = try contact(account)
    let deal = try deal(account, contact)
    var leads = leads
    leads.source = .convert
    try leads.set(
      [
        ("Converted__s", true.databaseValue),
        ("Converted_Date_Time", call.seconds.databaseValue),
        ("Converted_Account", account.databaseValue),
        ("Converted_Contact", contact.databaseValue), ("Converted_Deal", deal.databaseValue),
      ], of: lead, "converted")
    try move(to: contact, account: account, deal: deal)
    return Result(contact: contact, account: account, deal: deal)
  }

  private func writer(_ name: String) throws -> RecordWriter {
    guard let module = call.metadata.module(name) else { throw Refusal.crmUnknownModule(0) }
    var writer = try RecordWriter(module, call)
    writer.source = .convert
    return writer
  }

  /// A draft with the lead's values under the names of another module.
  private func draft(_ writer: RecordWriter, _ names: [String: String]) -> RecordDraft {
    var draft = RecordDraft(fields: writer.fields)
    for (from, to) in names { draft[to] = lead[from] }
    if let owner = wishes["assign_to"]?["id"]?.idText.flatMap(Int64.init) {
      draft["Owner"] = owner.databaseValue
    }
    return draft
  }

  /// The record that the body names for a module, which must exist.
  private func named(_ name: String, _ writer: RecordWriter) throws -> Int64? {
    guard let id = wishes[name]?["id"] else { return nil }
    guard let number = id.idText.flatMap(Int64.init), try writer.draft(number) != nil else {
      throw RowOutcome.failure(
        "INVALID_DATA", "the id given seems to be invalid",
        ["api_name": "id", "json_path": .string("$.data[0].\(name).id")])
    }
    return number
  }

  private var joinsExisting: Bool { wishes["add_to_existing_record"] == true }

  private func account() throws -> Int64? {
    let writer = try writer("Accounts")
    let draft = draft(writer, Self.accountFields)
    if let id = try named("Accounts", writer) {
      if wishes["overwrite"] == true {
        try writer.update(
          id, ["Account_Name": JSONValue(draft.text("Account_Name"))], index: 0)
      }
      return try tagged("Accounts", id, writer)
    }
    guard !draft["Account_Name"].isNull else { return nil }
    if joinsExisting, let known = try writer.find("Account_Name", draft["Account_Name"]) {
      return try tagged("Accounts", known.id, writer)
    }
    return try tagged("Accounts", writer.insert([:], index: 0, like: draft), writer)
  }

  private func contact(_ account: Int64?) throws -> Int64 {
    let writer = try writer("Contacts")
    var draft = draft(writer, Self.contactFields)
    draft["Account_Name"] = account.databaseValue
    if let id = try named("Contacts", writer) {
      var row: JSONObject = [:]
      if let account { row["Account_Name"] = ["id": .string(String(account))] }
      if wishes["overwrite"] == true {
        for name in ["First_Name", "Last_Name", "Phone", "Mobile", "Title"] {
          if let text = draft.text(name) { row[name] = .string(text) }
        }
      }
      try writer.update(id, .object(row), index: 0)
      return try tagged("Contacts", id, writer)
    }
    if joinsExisting, !lead["Email"].isNull, let known = try writer.find("Email", lead["Email"]) {
      return try tagged("Contacts", known.id, writer)
    }
    let email: JSONValue = ["Email": JSONValue(lead.text("Email"))]
    return try tagged("Contacts", writer.insert(email, index: 0, like: draft), writer)
  }

  private func deal(_ account: Int64?, _ contact: Int64) throws -> Int64? {
    guard let wished = wishes["Deals"], !wished.isNull else { return nil }
    guard let given = wished.objectValue else {
      throw RowOutcome.failure(
        "INVALID_DATA", "invalid data",
        [
          "expected_data_type": "jsonobject", "api_name": "Deals",
          "json_path": "$.data[0].Deals",
        ])
    }
    let writer = try writer("Deals")
    if let id = try named("Deals", writer) { return try tagged("Deals", id, writer) }
    for name in ["Deal_Name", "Closing_Date", "Pipeline", "Stage"]
    where given[name] == nil || given[name] == .null {
      throw RowOutcome.failure(
        "MANDATORY_NOT_FOUND", "required field not found",
        ["api_name": .string(name), "json_path": .string("$.data[0].Deals.\(name)")])
    }
    var row = given
    row["Contact_Name"] = ["id": .string(String(contact))]
    if let account { row["Account_Name"] = ["id": .string(String(account))] }
    let draft = draft(
      writer, ["Owner": "Owner", "Lead_Source": "Lead_Source", "Currency": "Currency"])
    do {
      return try tagged("Deals", writer.insert(.object(row), index: 0, like: draft), writer)
    } catch RowOutcome.refused(let refused, let status) {
      throw RowOutcome.refused(Self.inDeals(refused), status: status)
    }
  }

  /// The refusal of a deal's row, with the paths and the words that the conversion has for it.
  private static func inDeals(_ refused: JSONValue) -> JSONValue {
    guard var object = refused.objectValue, var details = object["details"]?.objectValue else {
      return refused
    }
    if let path = details["json_path"]?.stringValue, path.hasPrefix("$.data[0].") {
      details["json_path"] = .string("$.data[0].Deals." + path.dropFirst(10))
    }
    object["details"] = .object(details)
    if object["code"] == "MAPPING_MISMATCH", let message = object["message"]?.stringValue {
      // Zoho writes a backtick here.
      object["message"] = .string(String(message.map { $0 == "'" ? "`" : $0 }))
    }
    return .object(object)
  }

  /// Carries over the tags that the body names for a module.
  private func tagged(_ name: String, _ id: Int64, _ writer: RecordWriter) throws -> Int64 {
    guard let tags = wishes["carry_over_tags"]?[name], let old = try writer.draft(id) else {
      return id
    }
    let carried = try writer.storedTags(tags, index: 0)
    guard let text = String.fromDatabaseValue(carried) else { return id }
    let known = try old.tags
    let added = try (JSONValue(parsing: text).arrayValue ?? []).filter { !known.contains($0) }
    try writer.set(
      [("Tag", JSONValue.array(known + added).text.databaseValue)], of: old, "tag_added")
    return id
  }

  /// Notes go to the contact, activities to the deal or the account, and to the contact.
  private func move(to contact: Int64, account: Int64?, deal: Int64?) throws {
    guard let id = lead.number("id") else { return }
    try call.db.execute(
      sql: """
        UPDATE crm_Notes SET "Parent_Id" = ?, "$se_module" = 'Contacts'
        WHERE "Parent_Id" = ? AND "$se_module" = 'Leads'
        """, arguments: [contact, id])
    for name in ["Tasks", "Events", "Calls"] {
      try call.db.execute(
        sql: """
          UPDATE \(CRMModule.table(name)) SET "What_Id" = ?, "$se_module" = ?, "Who_Id" = ?
          WHERE "What_Id" = ? AND "$se_module" = 'Leads'
          """,
        arguments: [
          deal ?? account, deal != nil ? "Deals" : account != nil ? "Accounts" : nil, contact, id,
        ])
    }
  }
}
