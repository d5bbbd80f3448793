import FoundationEssentials
import GRDB

/// Checks that look beyond one field: other fields, other records.
extension RecordWriter {
  /// - Throws: ``RowOutcome`` when the row is refused.
  func check(
    _ draft: inout RecordDraft, given: Set<String>, old: RecordDraft?, index: Int
  ) throws {
    for field in fields where given.contains(field.apiName) && field.isReference {
      try checkReference(field, draft, index: index)
    }
    switch module.apiName {
    case "Deals": try checkStage(&draft, given: given, old: old, index: index)
    case "Notes": try checkNote(draft, given: given, isNew: old == nil, index: index)
    case "Events": try checkEvent(draft, index: index)
    default: break
    }
    try checkDuplicates(draft, given: given, index: index)
  }

  private func checkReference(
    _ field: CRMField, _ draft: RecordDraft, index: Int
  ) throws {
    guard let id = draft.number(field.apiName) else { return }
    switch field.dataType {
    case .ownerlookup:
      guard !call.users.contains(id) else { return }
    case .lookup:
      if try exists(id, in: field.lookupModule ?? "") { return }
    case .relatedTo:
      let module = draft.text("$se_module")
      guard let module else {
        throw RowOutcome.failure(
          "DEPENDENT_FIELD_MISSING", "Dependent Fields missing",
          [
            "dependee": [
              "api_name": "$se_module", "json_path": .string("$.data[\(index)].$se_module"),
            ], "api_name": .string(field.apiName),
            "json_path": .string("$.data[\(index)].\(field.apiName)"),
          ])
      }
      if try exists(id, in: module) { return }
    case .layout:
      let isKnown = call.metadata.layouts.contains {
        $0.module == module.apiName && $0.id == String(id)
      }
      if isKnown { return }
    default: return
    }
    throw RowOutcome.failure(.unknownID, field.apiName, row: index)
  }

  private func exists(_ id: Int64, in module: String) throws -> Bool {
    guard let module = call.metadata.module(module) else { return false }
    return try Row.fetchOne(
      call.db.cachedStatement(sql: "SELECT 1 FROM \(module.table) WHERE id = ?"), arguments: [id])
      != nil
  }

  // MARK: Deals

  private func checkStage(
    _ draft: inout RecordDraft, given: Set<String>, old: RecordDraft?, index: Int
  ) throws {
    let pipelines = call.metadata.pipelines
    let name = draft.text("Pipeline") ?? pipelines.first(where: \.isDefault)?.name
    let layout = given.contains("Layout") ? draft.number("Layout").map(String.init) : nil
    guard
      let pipeline = pipelines.first(where: {
        $0.name == name && (layout == nil || $0.layoutID == layout)
      })
    else {
      throw mismatch("Pipeline", "Layout", "Layout doesn't contain the Pipeline", index)
    }
    draft["Layout"] = Int64(pipeline.layoutID).databaseValue
    draft["Pipeline"] = pipeline.name.databaseValue
    guard let stage = draft.text("Stage"), pipeline.stages.contains(stage) else {
      throw mismatch("Stage", "Pipeline", "Pipeline doesn't contain the Stage", index)
    }
    if draft["Stage"] != old?["Stage"] {
      if !given.contains("Probability") { draft["Probability"] = .null }
      draft["Stage_Modified_Time"] = call.seconds.databaseValue
    }
    if let probability = draft.number("Probability"), !(0...100).contains(probability) {
      throw RowOutcome.failure(.notAProbability, "Probability", row: index)
    }
  }

  private func mismatch(
    _ field: String, _ mapped: String, _ message: String, _ index: Int
  ) -> RowOutcome {
    .failure(
      "MAPPING_MISMATCH", message,
      [
        "mapped_field": .string(mapped), "api_name": .string(field),
        "json_path": .string("$.data[\(index)].\(field)"),
      ])
  }

  // MARK: Notes and meetings

  private func checkNote(
    _ draft: RecordDraft, given: Set<String>, isNew: Bool, index: Int
  ) throws {
    if draft["Note_Title"].isNull, draft["Note_Content"].isNull {
      let expected = ["Note_Title", "Note_Content"].map { name -> JSONValue in
        ["api_name": .string(name), "json_path": .string("$.data[\(index)].\(name)")]
      }
      throw RowOutcome.failure(
        "EXPECTED_FIELD_MISSING", "expected field not found", ["expected_fields": .array(expected)])
    }
    guard isNew || given.contains("Parent_Id"), let id = draft.number("Parent_Id") else { return }
    let path = "$.data[\(index)].Parent_Id"
    guard let name = draft.text("$se_module") else {
      throw RowOutcome.failure(
        "MANDATORY_NOT_FOUND", "required field not found",
        [
          "api_name": "api_name", "json_path": .string("\(path).module.api_name"),
          "parent_api_name": "Parent_Id",
        ])
    }
    guard call.metadata.module(name)?.isAPISupported == true else {
      throw RowOutcome.failure(
        "INVALID_MODULE", "the module name given seems to be invalid",
        ["api_name": "api_name", "json_path": .string("\(path).module.api_name")])
    }
    guard try exists(id, in: name) else {
      throw RowOutcome.failure(.unknownID, "Parent_Id", row: index)
    }
  }

  private func checkEvent(_ draft: RecordDraft, index: Int) throws {
    guard let start = draft.number("Start_DateTime"), let end = draft.number("End_DateTime"),
      end < start
    else { return }
    throw RowOutcome.failure(
      "INVALID_DATA", "invalid data",
      ["api_name": "End_DateTime", "json_path": .string("$.data[\(index)].End_DateTime")])
  }

  // MARK: Duplicates

  private func checkDuplicates(
    _ draft: RecordDraft, given: Set<String>, index: Int
  ) throws {
    for field in fields
    where field.isUnique && given.contains(field.apiName) && !draft[field.apiName].isNull {
      guard let other = try find(field.apiName, draft[field.apiName]),
        other.id != draft.number("id")
      else { continue }
      throw RowOutcome.failure(
        "DUPLICATE_DATA", "duplicate data",
        [
          "api_name": .string(field.apiName),
          "json_path": .string("$.data[\(index)].\(field.apiName)"),
          "id": .string(String(other.id)),
          "duplicate_record": [
            "Owner": call.users.reference(other.owner), "id": .string(String(other.id)),
            "module": [
              "api_name": .string(module.apiName), "id": .string(module.id),
            ],
          ],
        ])
    }
  }

  /// The oldest record with that value.
  func find(_ apiName: String, _ value: DatabaseValue) throws -> (id: Int64, owner: Int64?)? {
    try Row.fetchOne(
      call.db.cachedStatement(
        sql: """
          SELECT id, "Owner" FROM \(module.table) WHERE "\(apiName)" = ? ORDER BY id LIMIT 1
          """), arguments: [value]
    ).map { ($0[0], $0[1]) }
  }
}
