@testable import LocalZoho

/// What came of one operation.
struct Conformance: Sendable {
  var operation: DescribedOperation
  var call: ExampleCall?
  /// None when it conforms.
  var problems: [String]

  var heading: String {
    "\(operation.edition)/\(operation.description) \(operation.method) \(operation.path)"
  }
}

/// Holds a reply against all that a description says of it.
struct ReplyCheck {
  let operation: DescribedOperation

  func problems(of reply: TestReply) throws -> [String] {
    guard let status = reply.status else { return ["there was no reply"] }
    if let code = Self.behindUs[operation.shape], reply.json["code"] == .string(code) {
      return try faults(in: reply, as: operation.response(status)?["application/json"] ?? nil)
    }
    guard (200...299).contains(status) else {
      return ["\(status) \(reply.body.prefix(300))"]
    }
    if status == 204 {
      return reply.body.isEmpty ? [] : ["204 has a body"]
    }
    guard let kinds = try operation.response(status) ?? described() else {
      return ["\(status) is not described, nor is another success"]
    }
    let kind = String((reply.headers["content-type"] ?? "").split(separator: ";").first ?? "")
    guard !kinds.isEmpty else { return [] }
    guard kinds.keys.contains(kind) else {
      if DescriptionFaults.isFile(operation, kind) { return [] }
      return ["\(kind) is not one of \(kinds.keys.sorted().joined(separator: ", "))"]
    }
    guard kind == "application/json" else { return [] }
    let value = try JSONValue(parsing: reply.body)
    var problems = refusals(in: value)
    if let schema = kinds[kind] ?? nil {
      let check = SchemaCheck { violation, value, schema in
        DescriptionFaults.forgives(violation, value, schema, operation)
      }
      problems += Array(Set(try check.violations(of: value, against: schema).map(\.description)))
        .sorted()
      problems += try missing(from: value, schema)
    }
    return problems
  }

  /// Operations that can be done once in the life of an organization, and were when it was made: the
  /// described refusal is the answer.
  private static let behindUs = [
    "POST /crm/v8/org/currencies/actions/enable": "ALREADY_ENABLED"
  ]

  /// A refusal must be one that the description knows.
  private func faults(in reply: TestReply, as schema: Schema?) throws -> [String] {
    guard let schema else { return ["\(reply.status ?? 0) is not described"] }
    let check = SchemaCheck { violation, value, schema in
      DescriptionFaults.forgives(violation, value, schema, operation)
    }
    return try check.violations(of: JSONValue(parsing: reply.body), against: schema)
      .map(\.description)
  }

  /// The success that is described, where the descriptions and the service differ on its status.
  private func described() throws -> [String: Schema?]? {
    guard let status = operation.statuses.first(where: { 200...299 ~= $0 && $0 != 204 }) else {
      return nil
    }
    return try operation.response(status)
  }

  /// A schema that also describes errors would let one pass.
  private func refusals(in value: JSONValue) -> [String] {
    if operation.product == .books { return value["code"] == 0 ? [] : ["its code is not 0"] }
    let rows = [value] + (value.objectValue?.members ?? []).flatMap { $0.value.arrayValue ?? [] }
    return rows.filter { $0["status"] == "error" }.map { "it says no: \($0.brief)" }
  }

  /// Parts of the envelope that the description has and the reply has not.
  private func missing(from value: JSONValue, _ schema: Schema) throws -> [String] {
    guard operation.product == .books, let object = value.objectValue else { return [] }
    let described = try schema.resolved.node["properties"]?.objectValue?.names ?? []
    return described.filter { !object.contains($0) && !DescriptionFaults.isMisnamed($0, operation) }
      .map { "lacks \($0)" }
  }
}
