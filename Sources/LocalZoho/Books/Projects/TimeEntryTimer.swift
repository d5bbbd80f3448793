import Foundation
import GRDB

/// The timer of a time entry: one runs per person, and stopping it adds its minutes.
enum TimeEntryTimer {
  private static let started = "timer_started"

  static let start: BooksResource.Answer = {
    record, call, db in
    try startTimer(&record, call, db)
    return BooksCall.success(
      "The timer has been started.",
      ["time_entry": try TimeEntries.entries.shownAlone(record, call, db)])
  }

  static func startTimer(_ record: inout BooksRecord, _ call: BooksCall, _ db: Database) throws {
    guard record.status == "unbilled" else {
      throw Refusal.books(400, 1003, "Time entries that are invoiced cannot be changed.")
    }
    if var other = try running(of: record.text("user_id"), db), other.id != record.id {
      halt(&other, now: call.now)
      try other.save(db)
    }
    guard record.members[started] == nil else { return }
    record.set(started, JSONValue(Int(call.now.timeIntervalSince1970)))
  }

  static func stop(_ call: BooksCall) throws -> ZohoReply {
    try call.write { db in
      guard var record = try running(of: call.caller.userID, db) else {
        throw Refusal.books(400, 1003, "There is no timer running.")
      }
      halt(&record, now: call.now)
      record.modified = Int64(call.now.timeIntervalSince1970)
      try record.save(db)
      try call.record(
        .changed, "timeentries", record.id, ["log_time": .string(record.text("log_time"))], db)
      return BooksCall.success(
        "Timer has been stopped successfully.",
        ["time_entry": try TimeEntries.entries.shownAlone(record, call, db)])
    }
  }

  static func running(_ call: BooksCall) throws -> ZohoReply {
    try call.read { db in
      guard let record = try running(of: call.caller.userID, db) else {
        throw Refusal.booksMissing("Running timer")
      }
      return BooksCall.success([
        "time_entry": try TimeEntries.entries.shownAlone(record, call, db)
      ])
    }
  }

  static func show(_ record: BooksRecord, _ json: inout JSONObject, now: Date) {
    let start = record.members[started]?.intValue
    let seconds = start.map { max(0, Int(now.timeIntervalSince1970) - $0) }
    let instant = start.map { Contact.time(Int64($0)) } ?? ""
    json["timer_started_at"] = .string(instant)
    json["timer_started_at_utc_time"] = .string(instant)
    json["timer_duration_in_minutes"] = .string(seconds.map { String($0 / 60) } ?? "")
    json["timer_duration_in_seconds"] = .string(seconds.map(String.init) ?? "")
  }

  private static func running(of user: String, _ db: Database) throws -> BooksRecord? {
    try BooksRecord.all(
      "time_entry",
      where: "\(BooksRecord.column(started)) IS NOT NULL AND \(BooksRecord.column("user_id")) = ?",
      [user], db
    ).first
  }

  private static func halt(_ record: inout BooksRecord, now: Date) {
    guard let start = record.members[started]?.intValue else { return }
    let minutes = max(0, Int(now.timeIntervalSince1970) - start) / 60
    record.set("log_time", .string(Clock.text(record.minutes + minutes)))
    record.members[started] = nil
  }
}
