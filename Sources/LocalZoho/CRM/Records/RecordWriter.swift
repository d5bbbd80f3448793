import FoundationEssentials
import GRDB

/// Checks and writes the rows of one call into one module.
struct RecordWriter {
  let call: CRMCall
  let module: CRMModule
  let fields: [CRMField]
  private let places: [String: Int]
  private let computed: ComputedFields
  /// Which choices go with which, by layout.
  let dependencies: [String: [PickListDependency]]
  /// By which way its changes come.
  var source = Timeline.Source.api
  /// Whether a stage may change although a blueprint holds the record.
  var isTransition = false
  /// What the timeline calls an update, and what it says beside the fields.
  var action: (name: String, details: JSONObject) = ("updated", JSONObject())

  init(_ module: CRMModule, _ call: CRMCall) throws {
    self.call = call
    self.module = module
    fields = call.metadata.fields(of: module.apiName)
    places = Dictionary(
      fields.enumerated().map { ($1.apiName, $0) }, uniquingKeysWith: { first, _ in first })
    computed = try ComputedFields(module, metadata: call.metadata, call.db)
    dependencies = try PickListDependency.all(of: module, call)
  }

  private var time: DatabaseValue { call.seconds.databaseValue }

  /// - Throws: ``RowOutcome`` when the row is refused.
  /// - Parameter original: a record whose values the new one takes where the row gives none.
  func insert(_ row: JSONValue, index: Int, like original: RecordDraft? = nil) throws -> Int64 {
    var draft = RecordDraft(
      fields: fields, places: places, values: Array(repeating: .null, count: fields.count))
    if let original {
      for (place, field) in fields.enumerated() where !field.isReadOnly && !field.isUnique {
        draft.values[place] = original.values[place]
      }
    }
    let given = try read(row, index: index, into: &draft)
    for (place, field) in fields.enumerated()
    where draft.values[place].isNull && !given.contains(field.apiName) {
      draft.values[place] = field.storedDefault
    }
    for field in fields where field.isRequired && draft[field.apiName].isNull {
      throw RowOutcome.missing(field.apiName, row: index)
    }
    let user = call.userID.databaseValue
    draft.fill("Owner", user)
    draft.fill(
      "Layout",
      call.metadata.layout(of: module.apiName).flatMap { Int64($0.id) }.databaseValue)
    draft["Locked__s"] = false.databaseValue
    draft["Created_By"] = user
    draft["Modified_By"] = user
    draft["Created_Time"] = time
    draft["Modified_Time"] = time
    draft["Last_Activity_Time"] = time
    try check(&draft, given: given, old: nil, index: index)
    try checkLayout(draft, given: given, isNew: true, index: index)
    try computed.fill(&draft)
    let id = try RecordIDs.reserve(1, .crm, call.db).lowerBound
    draft["id"] = id.databaseValue
    for number in ["Quote_Number", "SO_Number"] { draft[number] = id.databaseValue }
    let columns = fields.map(\.column).joined(separator: ", ")
    let marks = Array(repeating: "?", count: fields.count).joined(separator: ", ")
    try call.db.cachedStatement(
      sql: "INSERT INTO \(module.table) (\(columns)) VALUES (\(marks))"
    ).execute(arguments: StatementArguments(draft.values))
    if module.apiName == "Deals" { try StageHistory(call).entered(draft, from: nil) }
    if try runsBlueprint(draft) { try Blueprint(call).enter(draft) }
    try touchParent(of: draft)
    try log(.created, id, row, given)
    try Timeline(call).append(
      "added", source, module, id, name: draft.text(module.nameField))
    return id
  }

  /// - Throws: ``RowOutcome`` when the row is refused.
  func update(_ id: Int64, _ row: JSONValue, index: Int) throws {
    guard let old = try draft(id) else {
      throw RowOutcome.failure(
        "INVALID_DATA", "the id given seems to be invalid",
        [
          "id": .string(String(id)), "api_name": "id",
          "json_path": .string("$.data[\(index)].id"),
        ])
    }
    try requireOpen(old, action: "edit")
    try checkUnmodified(old)
    var draft = old
    let given = try read(row, index: index, into: &draft)
    for field in fields
    where field.isRequired && given.contains(field.apiName) && draft[field.apiName].isNull {
      throw RowOutcome.missing(field.apiName, row: index)
    }
    if draft.has("Owner") { draft.fill("Owner", old["Owner"]) }
    try check(&draft, given: given, old: old, index: index)
    try checkLayout(draft, given: given, isNew: false, index: index)
    try keepBlueprint(draft, old: old, index: index)
    draft["Modified_By"] = call.userID.databaseValue
    draft["Modified_Time"] = time
    draft["Last_Activity_Time"] = time
    if given.contains("Currency"), !given.contains("Exchange_Rate") {
      draft["Exchange_Rate"] = .null
    }
    try computed.fill(&draft)
    try save(draft, over: old)
    if module.apiName == "Deals", draft["Stage"] != old["Stage"] {
      try StageHistory(call).entered(draft, from: old)
    }
    try log(.changed, id, row, given)
    let history = try Timeline(call).history(from: old, to: draft)
    guard history != [] else { return }
    var details = action.details
    details["field_history"] = history
    try Timeline(call).append(
      action.name, source, module, id, name: draft.text(module.nameField), details)
  }

  /// The record as it stands; nil when there is none.
  func draft(_ id: Int64) throws -> RecordDraft? {
    let columns = fields.map(\.column).joined(separator: ", ")
    let row = try Row.fetchOne(
      call.db.cachedStatement(sql: "SELECT \(columns) FROM \(module.table) WHERE id = ?"),
      arguments: [id])
    return row.map {
      RecordDraft(fields: fields, places: places, values: Array($0.databaseValues))
    }
  }

  /// Takes what the client may set; returns the names it gave. Names nobody knows and fields that
  /// are read-only are passed over, as Zoho does.
  private func read(
    _ row: JSONValue, index: Int, into draft: inout RecordDraft
  ) throws -> Set<String> {
    guard let object = row.objectValue else {
      throw RowOutcome.failure(
        "INVALID_DATA", "invalid data",
        [
          "expected_data_type": "jsonobject", "api_name": "data",
          "json_path": .string("$.data[\(index)]"),
        ])
    }
    var given: Set<String> = []
    for member in object.members {
      guard let place = places[member.name], !fields[place].isReadOnly else { continue }
      let field = fields[place]
      // A stage is checked against its pipeline instead, which says more.
      let checked = ["Stage", "Pipeline"].contains(field.apiName) && module.apiName == "Deals"
      if field.dataType == .subform, !member.value.isNull {
        let items = LineItems(call: call, field: field, index: index)
        draft.values[place] = try items.stored(member.value, over: draft.values[place])
        given.insert(member.name)
        continue
      }
      if field.apiName == "Tag" {
        draft.values[place] = try storedTags(member.value, index: index)
        given.insert(member.name)
        continue
      }
      let value = try appended(member.value, to: draft.values[place], field, object)
      do {
        draft.values[place] =
          checked && value.stringValue?.isEmpty == false
          ? value.stringValue.databaseValue : try field.stored(value)
      } catch {
        throw RowOutcome.failure(error, member.name, row: index)
      }
      if field.dataType == .parent {
        draft["$se_module"] =
          (member.value["module"]?["api_name"]?.stringValue).databaseValue
      }
      given.insert(member.name)
    }
    return given
  }

  /// The choices of a multi-select list together with those the record has, where the row says
  /// `"$append_values":{"Field":true}`.
  private func appended(
    _ value: JSONValue, to stored: DatabaseValue, _ field: CRMField, _ row: JSONObject
  ) throws -> JSONValue {
    guard field.dataType == .multiselectpicklist, let added = value.arrayValue,
      row["$append_values"]?[field.apiName] == true,
      let text = String.fromDatabaseValue(stored),
      let old = try JSONValue(parsing: text).arrayValue
    else { return value }
    return .array(old + added.filter { !old.contains($0) })
  }

  private func checkUnmodified(_ old: RecordDraft) throws {
    guard let header = call.request.headers["If-Unmodified-Since"] else { return }
    guard let limit = Timestamp.read(header) else {
      throw RowOutcome.failure(
        "INVALID_DATA", "invalid data",
        ["api_name": "If-Unmodified-Since", "expected_data_type": "datetime"])
    }
    let modified = old.number("Modified_Time") ?? 0
    guard modified > Int64(limit.timeIntervalSince1970.rounded(.down)) else { return }
    throw RowOutcome.failure(
      "ALREADY_MODIFIED",
      "Record updated time has already passed if-unmodified-since time",
      details(old).objectValue ?? JSONObject(), status: 412)
  }

  /// What the answer to a write says of the record.
  func details(_ draft: RecordDraft) -> JSONValue {
    func time(_ name: String) -> JSONValue {
      draft.number(name).map {
        .string(Timestamp.crm(Date(timeIntervalSince1970: Double($0))))
      } ?? .null
    }
    return [
      "Modified_Time": time("Modified_Time"),
      "Modified_By": call.users.reference(draft.number("Modified_By")),
      "Created_Time": time("Created_Time"),
      "id": draft.number("id").map { .string(String($0)) } ?? .null,
      "Created_By": call.users.reference(draft.number("Created_By")),
    ]
  }

  /// A note or an activity is a sign of life of the records it hangs on.
  private func touchParent(of draft: RecordDraft) throws {
    let parents = [
      (draft.text("$se_module"), draft.number("Parent_Id") ?? draft.number("What_Id")),
      ("Contacts", draft.number("Who_Id")),
    ]
    for (name, id) in parents {
      guard let id, let parent = name.flatMap(call.metadata.module),
        call.metadata.field("Last_Activity_Time", of: parent.apiName) != nil
      else { continue }
      try call.db.cachedStatement(
        sql: "UPDATE \(parent.table) SET \"Last_Activity_Time\" = ? WHERE id = ?"
      ).execute(arguments: [call.seconds, id])
    }
  }

  private func log(
    _ verb: Effect.Verb, _ id: Int64, _ row: JSONValue, _ given: Set<String>
  ) throws {
    let members = row.objectValue?.members.filter { given.contains($0.name) } ?? []
    try EffectsLedger.append(
      Effect(.crm, verb, module.apiName, String(id), JSONObject(distinct: members)),
      at: call.now, call.db)
  }
}
