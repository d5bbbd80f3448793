import GRDB

/// What a Bulk Write job is to do, checked.
struct BulkWriteOrder {
  let operation: BulkJob.Operation
  let module: CRMModule
  let upload: Int64
  /// Finds the record of a row, for updates.
  let findBy: String?
  let ignoresEmpty: Bool
  /// Nil when the file's own header names the fields.
  let mappings: [BulkMapping]?

  private static let unsupported: Set = ["Notes", "Events", "Calls", "Attachments"]

  /// - Throws: ``Refusal``.
  init(_ body: JSONObject, _ call: CRMCall) throws {
    guard let word = body["operation"]?.stringValue else { throw Self.missing("operation") }
    guard let operation = BulkJob.Operation(rawValue: word), operation != .read else {
      throw Refusal.crm(
        400, "INVALID_DATA", "invalid data",
        details: ["api_name": "operation", "supported_values": ["insert", "update", "upsert"]])
    }
    guard let resource = body["resource"]?.arrayValue?.first?.objectValue else {
      throw Self.missing("resource")
    }
    guard resource["type"]?.stringValue == "data" else { throw Self.missing("resource[0].type") }
    let name = resource["module"]?["api_name"]?.stringValue ?? ""
    guard let module = call.metadata.module(name), module.isAPISupported,
      !Self.unsupported.contains(name)
    else {
      throw Refusal.crm(
        400, "MODULE_NOT_AVAILABLE", "Requested module '\(name)' is not available.")
    }
    let verb = operation == .update ? "UPDATE" : "CREATE"
    try call.caller.require("ZohoCRM.modules.\(module.scopeName).\(verb)")
    guard let file = resource["file_id"] else { throw Self.missing("resource[0].file_id") }
    guard let id = file.stringValue.flatMap(Int64.init),
      try Row.fetchOne(call.db, sql: "SELECT 1 FROM crm_uploads WHERE id = ?", arguments: [id])
        != nil
    else { throw Refusal.crm(400, "INVALID_FILE_ID", "improper file id") }
    self.operation = operation
    self.module = module
    upload = id
    ignoresEmpty =
      resource["ignore_empty"]?.boolValue ?? body["ignore_empty"]?.boolValue ?? false
    mappings = try resource["field_mappings"]?.arrayValue.map { list in
      try list.map { try BulkMapping($0, module, call.metadata) }
    }
    findBy = try Self.findBy(resource, operation, module, call.metadata)
    if let mappings { try checkMandatory(mappings, call.metadata) }
  }

  /// A new record needs all that its layout demands.
  func checkMandatory(_ mappings: [BulkMapping], _ metadata: CRMMetadata) throws {
    guard operation == .insert else { return }
    let mapped = Set(mappings.map(\.field.apiName))
    let missing = metadata.fields(of: module.apiName).filter {
      $0.isRequired && $0.storedDefault.isNull && !mapped.contains($0.apiName)
    }
    guard missing.isEmpty else {
      throw Refusal.crm(
        400, "MANDATORY_FIELDS_NOT_MAPPED", "All mandatory fields are not mapped for the layout",
        details: ["fields": .array(missing.map { .string($0.apiName) })])
    }
  }

  private static func findBy(
    _ resource: JSONObject, _ operation: BulkJob.Operation, _ module: CRMModule,
    _ metadata: CRMMetadata
  ) throws -> String? {
    guard operation != .insert else { return nil }
    guard let name = resource["find_by"]?.stringValue else {
      throw Refusal.crm(400, "MANDATORY_NOT_FOUND", "Required key find_by is not available")
    }
    let supported =
      ["id"] + (module.duplicateCheckField.map { [$0] } ?? [])
      + metadata.fields(of: module.apiName).filter(\.isUnique).map(\.apiName)
    guard supported.contains(name) else {
      throw Refusal.crm(
        400, "INVALID_DATA", "invalid data",
        details: [
          "api_name": "find_by", "supported_values": .array(supported.map(JSONValue.string)),
        ])
    }
    return name
  }

  private static func missing(_ key: String) -> Refusal {
    .crm(
      400, "MISSING_REQUIRED_KEY", "required key \(key) is not found in request body.",
      details: ["json_path": "$.\(key)"])
  }
}
