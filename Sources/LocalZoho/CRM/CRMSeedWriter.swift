import FoundationEssentials
import GRDB

/// Writes many records at once for a seed: with ids and times given, without validation of one
/// against the other, and without the ledger, since no client did this.
struct CRMSeedWriter {
  private let db: Database
  private let metadata: CRMMetadata
  private let now: Date

  /// - Parameter db: a transaction of the caller; all records of a seed belong into one.
  init(_ db: Database, now: Date) throws {
    self.db = db
    self.now = now
    metadata = try CRMMetadata(db)
  }

  struct UnknownName: Error, Hashable {
    var module: String
    var field: String?
  }

  /// Inserts records written as Zoho's JSON: lookups are `{"id": "…"}`, a note's parent is
  /// `{"module": {"api_name": "Deals"}, "id": "…"}`. `id` may be given, else the next one is taken;
  /// so may `Owner`, the times and who created it. What the CRM computes (`Full_Name`,
  /// `Probability` from the stage, `Expected_Revenue`, `Exchange_Rate`) is computed here when it is
  /// not given. The history of stages is a module of its own: `Stage_History`, with `Deal_Id`.
  /// - Throws: ``UnknownName``, ``FieldProblem`` for a value the field cannot hold, or GRDB's error.
  func insert(_ moduleName: String, _ records: [JSONObject]) throws {
    guard let module = metadata.module(moduleName) else {
      throw UnknownName(module: moduleName, field: nil)
    }
    let fields = metadata.fields(of: moduleName)
    let places = Dictionary(
      fields.enumerated().map { ($1.apiName, $0) }, uniquingKeysWith: { first, _ in first })
    let marks = Array(repeating: "?", count: fields.count).joined(separator: ", ")
    let columns = fields.map(\.column).joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "INSERT INTO \(module.table) (\(columns)) VALUES (\(marks))")
    let computed = try ComputedFields(module, metadata: metadata, db)
    let defaults = fields.enumerated().map { (place: $0, value: $1.storedDefault) }
      .filter { !$0.value.isNull }
    let empty = Array(repeating: DatabaseValue.null, count: fields.count)
    let ids = try RecordIDs.reserve(
      records.count { !$0.contains("id") }, .crm, db)
    var nextID = ids.lowerBound
    for record in records {
      var values = empty
      for member in record.members {
        guard let place = places[member.name] else {
          throw UnknownName(module: moduleName, field: member.name)
        }
        values[place] = try fields[place].stored(member.value)
      }
      var draft = RecordDraft(fields: fields, places: places, values: values)
      if draft["id"].isNull {
        draft["id"] = nextID.databaseValue
        nextID += 1
      }
      if let parent = record["Parent_Id"]?["module"]?["api_name"]?.stringValue {
        draft["$se_module"] = parent.databaseValue
      }
      draft.fill("Layout", layout(of: draft, in: moduleName))
      fillSystemFields(&draft, defaults)
      try computed.fill(&draft)
      statement.setUncheckedArguments(StatementArguments(draft.values))
      try statement.execute()
    }
  }

  /// A deal has the layout of its pipeline, every other record the module's first.
  private func layout(of draft: RecordDraft, in module: String) -> DatabaseValue {
    let pipeline = metadata.pipelines.first { $0.name == draft.text("Pipeline") }
    return (pipeline?.layoutID ?? metadata.layout(of: module)?.id).flatMap(Int64.init)
      .databaseValue
  }

  private func fillSystemFields(
    _ draft: inout RecordDraft, _ defaults: [(place: Int, value: DatabaseValue)]
  ) {
    let time = Int64(now.timeIntervalSince1970.rounded(.down)).databaseValue
    let user = Int64(User.administrator.id).databaseValue
    draft.fill("Created_Time", time)
    draft.fill("Modified_Time", draft["Created_Time"])
    draft.fill("Owner", user)
    draft.fill("Created_By", draft["Owner"])
    draft.fill("Modified_By", draft["Created_By"])
    for (place, value) in defaults where draft.values[place].isNull {
      draft.values[place] = value
    }
  }
}
