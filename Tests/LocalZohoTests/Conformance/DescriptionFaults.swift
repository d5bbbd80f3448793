@testable import LocalZoho

/// Where Zoho's descriptions are known to be wrong, each with its reason. Nothing else is forgiven.
enum DescriptionFaults {
  /// Paths that only fill a place that OpenAPI demands.
  static let placeholders: Set = [
    // The file holds shared schemas; its one path is called "dummy".
    "GET /",
    // The address that a finished job gives, whatever it is.
    "GET /{}",
  ]

  /// References to what no file has.
  static let dangling: Set = ["#/components/parameters/If-Modified-Since"]

  /// A kind of departure that is no fault of the reply.
  private struct Fault {
    /// How the set's name begins, and the description's name; nil is any.
    var edition: String
    var description: String?
    /// The place in the reply, or how it ends; nil is any.
    var path: String?
    var keywords: Set<String>
    var reason: String
    var applies: @Sendable (JSONValue, Schema, SchemaViolation) -> Bool = { _, _, _ in true }
  }

  /// What every reply of the CRM has.
  private static let envelope = ["code", "details", "message", "status", "id"]

  private static let faults: [Fault] = [
    Fault(
      edition: "books", keywords: ["type"],
      reason: "Amounts, rates and ids are texts in one reply of Books and numbers in the next.",
      applies: { value, schema, _ in
        let types: Set = ["string", "integer", "number"]
        return types.contains(schema.node["type"].text) && (value.isNumber || value.isNumeral)
      }),
    Fault(
      edition: "books", keywords: ["type"],
      reason: "Some descriptions of Books show truth values as texts.",
      applies: { value, schema, _ in value.boolValue != nil && schema.node["type"] == "string" }),
    Fault(
      edition: "books", keywords: ["type"],
      reason: "The descriptions of Books show some lists as single objects.",
      applies: { value, schema, _ in
        value.arrayValue != nil && schema.node["type"] == "object"
      }),
    Fault(
      edition: "books", description: "purchase-order", path: "taxes[]", keywords: ["type"],
      reason: "A tax is an object, as in every other document."),
    Fault(
      edition: "books", keywords: ["type"],
      reason: "What is empty is an empty text in Books, be it a number, a date or an object.",
      applies: { value, _, _ in value == "" }),
    Fault(
      edition: "books", keywords: ["type"],
      reason: "The descriptions of Books show some single objects as lists.",
      applies: { value, schema, _ in
        value.objectValue != nil && schema.node["type"] == "array"
      }),
    Fault(
      edition: "books", description: "retainer-invoices", path: "user_name", keywords: ["type"],
      reason: "A name is a text, as in the same reply of invoices."),
    Fault(
      edition: "books", path: "fiscal_year_start_month", keywords: ["type"],
      reason: "The service names the month; the description has its number."),
    Fault(
      edition: "books", description: "users", path: "custom_fields", keywords: ["type"],
      reason: "A list, as everywhere in Books; this description alone calls it a text."),
    Fault(
      edition: "books", description: "currency", path: "exchange_rate", keywords: ["type"],
      reason: "The description takes the number of that name for the object of that name."),
    Fault(
      edition: "crm", keywords: ["type"],
      reason: "A value that is empty is null in the CRM, whether its schema says so or not.",
      applies: { value, _, _ in value.isNull }),
    Fault(
      edition: "crm", path: "message", keywords: ["enum", "const"],
      reason: "The two sets have other texts for one message; clients go by the code."),
    Fault(
      edition: "crm/v8.0-oas3.0", path: "id", keywords: ["type"],
      reason: "Ids are texts; they do not fit the numbers of JSON.",
      applies: { value, _, _ in value.stringValue != nil }),
    Fault(
      edition: "crm/v8.0-oas3.0", description: "fiscal-year", keywords: ["enum"],
      reason: "The month is in capitals in the other set."),
    Fault(
      edition: "crm/v8.0-oas3.1", description: "fetch-full-data", keywords: ["type"],
      reason: "Every field is called a text; each has its own type, as in the other calls."),
    Fault(
      edition: "crm/v8.0-oas3.1", keywords: ["additionalProperties"],
      reason: "This set closes objects that have more members in the other set."),
    Fault(
      edition: "crm/v8.0-oas3.0", keywords: ["required"],
      reason: """
        This set calls every member required, also those of other types of field and of other \
        requests; a member that a user may not see is not there.
        """,
      applies: { _, _, violation in !envelope.contains { violation.problem == "lacks \($0)" } }),
    Fault(
      edition: "crm/v8.0-oas3.0", keywords: ["pattern"],
      reason: "The patterns of this set are made for the data of its authors' own tests."),
    Fault(
      edition: "crm/v8.0-oas3.0", description: "users", keywords: ["enum"],
      reason: "The formats of the authors' own organization stand as the only ones.",
      applies: { value, _, _ in value.stringValue != nil }),
    Fault(
      edition: "crm/v8.0-oas3.0", description: "users", path: "count", keywords: ["type"],
      reason: "A count is a number, as in the other set."),
    Fault(
      edition: "crm/v8.0-oas3.0", description: "notifications", path: "channel_id",
      keywords: ["type"], reason: "The channel's id is a text, as in the other set."),
    Fault(
      edition: "crm/v8.0-oas3.0", description: "bulk-write", keywords: ["type", "required"],
      reason: "The uploaded file's id is a text under file_id, as in the other set.",
      applies: { _, _, violation in violation.path.hasPrefix("details") }),
    Fault(
      edition: "crm/v8.0-oas3.0", description: "mass-delete-tags", keywords: ["required"],
      reason: "The other set has no message here, and allows none.",
      applies: { _, _, violation in
        violation.path.isEmpty && violation.problem == "lacks message"
      }),
    Fault(
      edition: "crm/v8.0-oas3.0", description: "share-records", path: "share[].details",
      keywords: ["required"],
      reason: "Sharing is only started: the details are empty, as in the other set.",
      applies: { _, _, violation in violation.problem == "lacks id" }),
    Fault(
      edition: "crm/v8.0-oas3.0", description: "blueprint", path: "lookup",
      keywords: ["required"],
      reason: "A field that leads nowhere has an empty object, as in the description of fields.",
      applies: { value, _, _ in value.objectValue?.members.isEmpty == true }),
    Fault(
      edition: "crm/v8.0-oas3.0", description: "blueprint", path: "decimal_place",
      keywords: ["type"], reason: "A number, as in the description of fields."),
    Fault(
      edition: "crm/v8.0-oas3.0", description: "blueprint", path: "quick_sequence_number",
      keywords: ["type"], reason: "A text, as in the description of fields."),
    Fault(
      edition: "crm/v8.0-oas3.0", description: "change-owner", keywords: ["enum"],
      reason: "The reply of one record is described with its errors only."),
    Fault(
      edition: "crm/v8.0-oas3.1", description: "change-owner", keywords: ["required"],
      reason: "Many records have a row each, as in the other set; this one describes one record.",
      applies: { value, _, _ in value["data"]?.arrayValue != nil }),
    Fault(
      edition: "crm/v8.0-oas3.0", description: "mass-change-owner",
      keywords: ["enum", "required"],
      reason: "A job is scheduled and has a job's id alone, as in the other set.",
      applies: { _, _, violation in violation.path.hasPrefix("data[]") }),
    Fault(
      edition: "crm/v8.0-oas3.0", description: "profiles", path: "module", keywords: ["type"],
      reason: "The module of a permission is an object, as in the other set."),
    Fault(
      edition: "crm/v8.0-oas3.0", description: "variables", path: "value", keywords: ["type"],
      reason: "The value is a text, as in the other set."),
    Fault(
      edition: "crm/v8.0-oas3.1", description: "variables", path: "variables",
      keywords: ["maxItems"],
      reason: "The number that the authors' own organization had; one call alone makes 50."),
    Fault(
      edition: "crm/v8.0-oas3.1", description: "bulk-read", path: "data[]", keywords: ["required"],
      reason: "Only jobs that read attachments have a source and a file.",
      applies: { _, _, violation in
        ["lacks Attachment_Source__s", "lacks File_Id__s"].contains(violation.problem)
      }),
    Fault(
      edition: "crm/v8.0-oas3.1", description: "global-picklists", path: "code",
      keywords: ["enum"],
      reason: "A list that no field uses is gone at once, as in the other set; no job is needed.",
      applies: { value, _, _ in value == "SUCCESS" }),
    Fault(
      edition: "crm/v8.0-oas3.1", description: "global-picklists", path: "details",
      keywords: ["required"],
      reason: "A list that no field uses is gone at once, as in the other set; no job is needed.",
      applies: { _, _, violation in violation.problem == "lacks job_id" }),
    Fault(
      edition: "crm/v8.0-oas3.0", description: "user-groups", keywords: ["required"],
      reason: "What is read is described with its errors only; the other set has the groups.",
      applies: { value, _, violation in
        violation.path.isEmpty
          && ["user_groups", "sources", "sources_count"].contains { value[$0]?.arrayValue != nil }
      }),
    Fault(
      edition: "crm/v8.0-oas3.0", description: "users", path: "time_zone", keywords: ["type"],
      reason: "The name of the zone, as in the other set."),
  ]

  /// Whether a departure is one of those.
  static func forgives(
    _ violation: SchemaViolation, _ value: JSONValue, _ schema: Schema,
    _ operation: DescribedOperation
  ) -> Bool {
    faults.contains { fault in
      operation.edition.hasPrefix(fault.edition)
        && (fault.description ?? operation.description) == operation.description
        && violation.path.hasSuffix(fault.path ?? "")
        && fault.keywords.contains(violation.keyword) && fault.applies(value, schema, violation)
    }
  }

  /// Files of which the descriptions say that they come as JSON, or all as one kind.
  static func isFile(_ operation: DescribedOperation, _ kind: String) -> Bool {
    kind != "application/json" && operation.method == "GET"
      && (operation.path.contains("/Attachments/")
        || [
          "pdf", "print", "attachment", "receipt", "result", "photo", "files",
          "download_attachments",
        ].contains(operation.path.split(separator: "/").last.map(String.init)))
  }

  /// Members of Books' envelope that the service calls otherwise.
  static func isMisnamed(_ member: String, _ operation: DescribedOperation) -> Bool {
    switch (operation.description, member) {
    // The service answers debit notes, at the paths of invoices, as invoices.
    case ("customer-debit-notes", "debit_note"), ("customer-debit-notes", "debit_notes"): true
    // `customerpayments`
    case ("customer-payments", "customer_payments"): true
    // The description has the payment's members beside the code, the service has them in an object.
    case ("vendor-payments", _): member != "message"
    // Described for one recurring invoice that is got or made, not for the same one when changed.
    case ("recurring-invoices", "page_context"):
      operation.path.hasSuffix("}") || operation.method == "POST"
    default: false
    }
  }
}

extension JSONValue {
  fileprivate var isNumber: Bool { numberValue != nil }

  /// `"1200.50"`
  fileprivate var isNumeral: Bool {
    guard let text = stringValue, !text.isEmpty else { return false }
    return text.allSatisfy { $0.isASCII && $0.isNumber || $0 == "." || $0 == "-" }
  }
}
