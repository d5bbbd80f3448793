import FoundationEssentials
import GRDB
import Sales

/// How an intent is kept.
enum IntentRow {
  static func insert(_ intent: Intent, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO intents (id, kind, class, organization, data_centre, record, work, body,
          body_hash, tag, depends_on, undoes, draft, summary, created, state, state_since)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        intent.id.rawValue, intent.work.kind, intent.resendClass.rawValue,
        intent.profile.organization, intent.profile.dataCentre, intent.work.record,
        try Stored.json(intent.work), Data(intent.body), intent.bodyHash, intent.tag,
        intent.dependsOn?.rawValue, intent.undoes?.rawValue, intent.draft?.rawValue,
        intent.summary, Stored.time(intent.created), IntentState.queued.rawValue,
        Stored.time(intent.created),
      ])
  }

  static func find(_ id: Intent.ID, _ db: Database) throws -> Intent {
    guard let intent = try findIfAny(id, db) else { throw OutboxError.unknownIntent(id) }
    return intent
  }

  static func findIfAny(_ id: Intent.ID, _ db: Database) throws -> Intent? {
    try fetch(db, "WHERE id = ?", [id.rawValue]).first
  }

  /// The intents that satisfy the rest of the statement.
  static func fetch(
    _ db: Database, _ rest: String, _ arguments: StatementArguments = []
  ) throws -> [Intent] {
    try Row.fetchAll(db, sql: "SELECT * FROM intents " + rest, arguments: arguments).map(intent)
  }

  private static func intent(_ row: Row) throws -> Intent {
    var intent = Intent(
      id: Intent.ID(row["id"]), work: try Stored.value(Work.self, row["work"]),
      resendClass: try Stored.word(ResendClass.self, row["class"]),
      profile: Profile(organization: row["organization"], dataCentre: row["data_centre"]),
      body: Array(row["body"] as Data), bodyHash: row["body_hash"], tag: row["tag"],
      dependsOn: (row["depends_on"] as String?).map { Intent.ID($0) },
      undoes: (row["undoes"] as String?).map { Intent.ID($0) },
      draft: (row["draft"] as String?).map { InvoiceDraft.ID($0) },
      summary: row["summary"], created: Stored.date(row["created"]))
    intent.state = try Stored.word(IntentState.self, row["state"])
    intent.stateSince = Stored.date(row["state_since"])
    intent.reason = row["reason"]
    intent.returnedID = row["returned_id"]
    intent.notBefore = (row["not_before"] as Int64?).map(Stored.date)
    intent.approved = (row["approved"] as Int64?).map(Stored.date)
    intent.automaticResends = row["automatic_resends"]
    intent.dispatched = (row["dispatched"] as Int64?).map(Stored.date)
    intent.nextProbe = (row["next_probe"] as Int64?).map(Stored.date)
    intent.isDismissed = row["is_dismissed"]
    intent.heldUntil = (row["held_until"] as Int64?).map(Stored.date)
    return intent
  }
}

extension Work {
  /// The word in column `kind`. Such words are on disk and never change.
  var kind: String {
    switch self {
    case .moveStage: "moveStage"
    case .editRecord: "editRecord"
    case .createInvoice: "createInvoice"
    case .updateInvoice: "updateInvoice"
    case .markSent: "markSent"
    case .emailInvoice: "emailInvoice"
    case .voidInvoice: "voidInvoice"
    case .recordPayment: "recordPayment"
    case .createCustomer: "createCustomer"
    case .importCustomer: "importCustomer"
    case .importPerson: "importPerson"
    case .editCustomer: "editCustomer"
    case .addPerson: "addPerson"
    case .editPerson: "editPerson"
    case .createNote: "createNote"
    case .record(let write): write.kind
    case .step: "step"
    case .document: "document"
    case .step: "step"
    }
  }
}
