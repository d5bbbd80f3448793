import FoundationEssentials

/// The Blueprint that a record is in: the process that alone may move it.
public struct Blueprint: Hashable, Sendable, Codable {
  /// The field that it moves, such as `Stage`.
  public let field: String
  /// Where the record stands.
  public let value: String
  /// Its name.
  public let name: String
  /// What the signed-in user may do next.
  public let transitions: [Transition]

  /// A step from where the record stands.
  public struct Transition: Hashable, Sendable, Codable {
    /// The id.
    public let id: String
    /// What people call it.
    public let name: String
    /// What the field holds afterwards.
    public let target: String?
    /// Whether the record fulfils its conditions.
    public let isOpen: Bool
    /// What is missing, in Zoho's words.
    public let reason: String?
    /// What has to be filled in.
    public let fields: [Field]
  }

  /// A field that a transition asks for.
  public struct Field: Hashable, Sendable, Codable {
    /// The name used in requests.
    public let apiName: String
    /// What people see.
    public let label: String
    /// The sort of value.
    public let type: String
    /// Whether the transition cannot be taken without it.
    public let isMandatory: Bool
    /// What can be chosen: the values of a pick list, the items of a check list.
    public let choices: [String]
  }
}

extension Request where Response == Blueprint? {
  /// The Blueprint of a record; nil when it is in none.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/get-blueprint.html>
  public static func blueprint(of id: String, in module: String) -> Self {
    var request = Request(.crm, .get, .blueprint(id, module)) { reply in
      if let said = ReplyMessage(reply.body), said.code == "RECORD_NOT_IN_PROCESS" { return nil }
      guard (200..<300).contains(reply.status) else { throw ZohoError(reply, from: .crm) }
      guard !reply.isEmpty else { return nil }
      let answer = try JSONDecoder().decode(RecordFields.self, from: reply.body)
      return Blueprint(answer["blueprint"]?.fields ?? [:])
    }
    request.takesAnyStatus = true
    return request
  }
}

extension Request where Response == Void {
  /// Takes a transition. Send it once: the record has moved on afterwards.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/update-blueprint.html>
  ///
  /// - Parameter fields: What the transition asks for.
  public static func take(
    transition: String, _ fields: RecordFields = [:], of id: String, in module: String
  ) -> Self {
    let step: RecordFields = ["transition_id": .text(transition), "data": .object(fields)]
    return Request(
      .crm, .put, .blueprint(id, module),
      json: ["blueprint": FieldValue.list([.object(step)])]
    ) { reply in _ = try OnlyRow.of(reply, "blueprint") }
  }
}

extension String {
  fileprivate static func blueprint(_ id: String, _ module: String) -> String {
    "/\(PathSegment.of(module))/\(PathSegment.of(id))/actions/blueprint"
  }
}

extension Blueprint {
  fileprivate init(_ blueprint: RecordFields) {
    let process = blueprint["process_info"]?.fields ?? [:]
    field = process["api_name"]?.text ?? ""
    value = process["field_value"]?.text ?? ""
    name = process["name"]?.text ?? ""
    transitions = (blueprint["transitions"]?.records ?? []).map { row in
      Transition(
        id: row["id"]?.text ?? "", name: row["name"]?.text ?? "",
        target: row["next_field_value"]?.text, isOpen: row["criteria_matched"] != false,
        reason: row["criteria_message"]?.text,
        fields: (row["fields"]?.records ?? []).compactMap(Field.init))
    }
  }
}

extension Blueprint.Field {
  fileprivate init?(_ row: RecordFields) {
    guard let apiName = row["api_name"]?.text else { return nil }
    self.apiName = apiName
    label = row["display_label"]?.text ?? row["field_label"]?.text ?? apiName
    type = row["data_type"]?.text ?? "text"
    isMandatory = row["system_mandatory"] == true || row["mandatory"] == true
    let items: [FieldValue] = if case .list(let items)? = row["items"] { items } else { [] }
    choices =
      (row["pick_list_values"]?.records ?? []).compactMap {
        $0["actual_value"]?.text ?? $0["display_value"]?.text
      } + items.compactMap(\.text)
  }
}
