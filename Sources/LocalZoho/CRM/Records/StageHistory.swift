import GRDB

/// Keeps one row for each stage that a deal was in.
struct StageHistory {
  private let call: CRMCall

  init(_ call: CRMCall) { self.call = call }

  /// The deal is in another stage now: closes the row of the one before, begins a new one.
  func entered(_ deal: RecordDraft, from old: RecordDraft?) throws {
    guard let id = deal.number("id"), let time = deal.number("Modified_Time") else { return }
    if old != nil {
      try call.db.cachedStatement(
        sql: """
          UPDATE crm_Stage_History SET "Moved_To__s" = :stage,
            "Stage_Duration" = (:time - "Modified_Time") / 86400,
            "Stage_Duration_Calendar_Days" = (:time - "Modified_Time") / 86400
          WHERE id = (SELECT MAX(id) FROM crm_Stage_History WHERE "Deal_Id" = :deal)
          """
      ).execute(arguments: ["stage": deal["Stage"], "time": time, "deal": id])
    }
    try call.db.cachedStatement(
      sql: """
        INSERT INTO crm_Stage_History ("id", "Deal_Id", "Stage", "Amount", "Probability",
          "Expected_Revenue", "Close_Date", "Modified_By", "Modified_Time", "Created_Time")
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      try RecordIDs.reserve(1, .crm, call.db).lowerBound, id, deal["Stage"], deal["Amount"],
      deal["Probability"], deal["Expected_Revenue"], deal["Closing_Date"], deal["Modified_By"],
      time, time,
    ])
  }
}
