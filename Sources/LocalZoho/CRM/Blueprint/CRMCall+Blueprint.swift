import FoundationEssentials
import GRDB

/// `/{module}/{id}/actions/blueprint`
/// https://www.zoho.com/crm/developer/docs/api/v8/get-blueprint.html
extension CRMCall {
  static let blueprintRoutes = [
    CRMRoute("GET", "{module}/{id}/actions/blueprint", "modules.{module}.READ") {
      try $0.blueprint()
    },
    CRMRoute("PUT", "{module}/{id}/actions/blueprint", "modules.{module}.UPDATE") {
      try $0.runTransition()
    },
  ]

  private struct Held {
    var blueprint: CRMBlueprint
    var writer: RecordWriter
    var draft: RecordDraft
    var id: Int64
    var state: String
  }

  private func held() throws -> Held {
    let module = try module()
    let id = try relatedID()
    try requireRecord(module, id)
    let writer = try RecordWriter(module, self)
    guard let blueprint = try Blueprint(self).holding(id), let draft = try writer.draft(id) else {
      throw Refusal.crm(400, "RECORD_NOT_IN_PROCESS", "record not in process")
    }
    return Held(
      blueprint: blueprint, writer: writer, draft: draft, id: id,
      state: draft.text(blueprint.field) ?? "")
  }

  private func blueprint() throws -> ZohoReply {
    let held = try held()
    guard let field = metadata.field(held.blueprint.field, of: held.blueprint.module) else {
      return .empty(204)
    }
    let choice = field.pickListValue(held.state)
    let transitions = held.blueprint.transitions(from: held.state)
    return .json(
      200,
      [
        "blueprint": [
          "process_info": [
            "field_id": .string(field.id), "is_continuous": false,
            "api_name": .string(field.apiName), "continuous": false,
            "field_label": .string(field.label), "name": .string(held.blueprint.name),
            "column_name": .string(field.apiName.uppercased()),
            "field_value": .string(held.state), "id": .string(held.blueprint.id),
            "field_name": .string(field.label), "escalation": nil,
            "current_picklist": [
              "colour_code": JSONValue(choice?.colour), "id": JSONValue(choice?.id),
              "value": .string(held.state),
            ],
          ],
          "transitions": .array(
            try transitions.enumerated().map { try json($1, sequence: $0 + 1, held) }),
        ]
      ])
  }

  private func json(
    _ transition: CRMBlueprint.Transition, sequence: Int, _ held: Held
  ) throws -> JSONValue {
    let saved = try Blueprint(self).saved(held.id, transition)
    let choice = metadata.field(held.blueprint.field, of: held.blueprint.module)?
      .pickListValue(transition.to)
    var data = saved
    for term in transition.terms where !data.contains(term.name) { data[term.name] = .null }
    return [
      "next_transitions": .array(
        held.blueprint.transitions(from: transition.to).map {
          [
            "criteria_matched": true, "type": "manual", "name": .string($0.name),
            "id": .string($0.id),
          ]
        }),
      "parent_transition": nil,
      "percent_partial_save": JSONValue(percent(of: transition, saved)),
      "data": .object(data), "next_field_value": .string(transition.to),
      "name": .string(transition.name), "criteria_matched": true, "id": .string(transition.id),
      "color_code": JSONValue(choice?.colour), "text_color_code": "#FFFFFF",
      "fields": .array(transition.terms.enumerated().map { json($1, $0 + 1, held) }),
      "criteria_message": nil, "type": "manual", "execution_time": nil,
      "sequence": JSONValue(sequence),
    ]
  }

  /// How much of what it asks for is there.
  private func percent(of transition: CRMBlueprint.Transition, _ data: JSONObject) -> Int {
    let there = transition.terms.count { isGiven($0, data) }
    return transition.terms.isEmpty ? 0 : 100 * there / transition.terms.count
  }

  private func isGiven(_ term: CRMBlueprint.Term, _ data: JSONObject) -> Bool {
    guard let value = data[term.name], !value.isNull, value != "" else { return false }
    guard term.name == "CheckLists" else { return true }
    let checked = value.arrayValue ?? []
    return term.items.allSatisfy { item in checked.contains { $0[item] == true } }
  }

  private func json(_ term: CRMBlueprint.Term, _ sequence: Int, _ held: Held) -> JSONValue {
    let module = held.writer.module
    var object: JSONObject
    if let field = metadata.field(term.name, of: module.apiName),
      let described = MetadataReplies(metadata).field(field, of: module).objectValue
    {
      object = described
      object["_type"] = "used"
    } else {
      object = [
        "api_name": .string(term.name), "display_label": .string(term.name),
        "data_type": term.name == "Notes" ? "textarea" : "jsonarray", "_type": "message",
        "system_mandatory": false, "pick_list_values": [],
      ]
      if !term.items.isEmpty {
        object["content"] = nil
        object["items"] = .array(term.items.map(JSONValue.string))
      }
    }
    object["mandatory"] = JSONValue(term.isRequired)
    object["transition_sequence"] = JSONValue(sequence)
    object["personality_name"] = .null
    return .object(object)
  }

  // MARK: Running one

  private func runTransition() throws -> ZohoReply {
    var held = try held()
    guard let step = try body()["blueprint"]?.arrayValue?.first else {
      throw Refusal.crmMissing("blueprint", "$.blueprint")
    }
    guard let wanted = step["transition_id"]?.idText else {
      throw Refusal.crmMissing("transition_id", "$.blueprint[0].transition_id")
    }
    guard
      let transition = held.blueprint.transitions(from: held.state).first(where: {
        $0.id == wanted
      })
    else { throw Refusal.crm(400, "INVALID_DATA", "invalid transition") }
    var data = try Blueprint(self).saved(held.id, transition)
    for member in step["data"]?.objectValue?.members ?? [] {
      try check(member, of: transition, in: held)
      data[member.name] = member.value
    }
    let missing = transition.terms.filter { $0.isRequired && !isGiven($0, data) }
    guard missing.isEmpty else {
      try Blueprint(self).save(data, held.id, transition)
      return success("transition saved partially")
    }
    try run(transition, data, &held)
    return success("transition updated successfully")
  }

  private func success(_ message: String) -> ZohoReply {
    .json(
      200,
      ["code": "SUCCESS", "details": [:], "message": .string(message), "status": "success"])
  }

  private func check(
    _ member: JSONObject.Member, of transition: CRMBlueprint.Transition, in held: Held
  ) throws {
    func refused(_ reason: String, _ more: JSONObject = JSONObject()) -> Refusal {
      var details: JSONObject = [
        "api_name": .string(member.name), "message": .string(reason),
        "parent_api_name": "data",
      ]
      for member in more.members { details[member.name] = member.value }
      return .crm(400, "INVALID_DATA", "invalid data", details: details)
    }
    guard let term = transition.terms.first(where: { $0.name == member.name }) else {
      throw refused("the field is not part of the transition")
    }
    switch term.name {
    case "Notes":
      guard member.value.isNull || member.value.stringValue != nil else {
        throw refused("invalid data", ["expected_data_type": "string"])
      }
    case "CheckLists":
      guard member.value.isNull || member.value.arrayValue != nil else {
        throw refused("invalid data", ["expected_data_type": "jsonarray"])
      }
    default:
      guard let field = metadata.field(term.name, of: held.writer.module.apiName) else { return }
      do throws(FieldProblem) {
        _ = try field.stored(member.value)
      } catch {
        guard case .wrongType(let expected) = error else { throw refused("invalid data") }
        throw refused("invalid data", ["expected_data_type": .string(expected)])
      }
    }
  }

  private func run(
    _ transition: CRMBlueprint.Transition, _ data: JSONObject, _ held: inout Held
  ) throws {
    held.writer.isTransition = true
    held.writer.source = .blueprint
    held.writer.action = (
      "transition_executed",
      [
        "automation_details": [
          "type": "blueprint",
          "rule": ["name": .string(held.blueprint.name), "id": .string(held.blueprint.id)],
          "transition": ["name": .string(transition.name), "id": .string(transition.id)],
        ]
      ]
    )
    var row = JSONObject(
      distinct: data.members.filter { !["Notes", "CheckLists"].contains($0.name) })
    row[held.blueprint.field] = .string(transition.to)
    do {
      try held.writer.update(held.id, .object(row), index: 0)
    } catch RowOutcome.refused(let refused, let status) {
      throw Refusal(.json(status, refused))
    }
    guard let text = data["Notes"]?.stringValue, !text.isEmpty,
      let notes = metadata.module("Notes")
    else { return }
    _ = try RecordWriter(notes, self).insert(
      [
        "Note_Content": .string(text),
        "Parent_Id": [
          "module": ["api_name": .string(held.writer.module.apiName)],
          "id": .string(String(held.id)),
        ],
      ], index: 0)
  }
}
