import Foundation
import GRDB

/// The time logged on a project, and what it is worth.
struct ProjectTime {
  struct Part {
    var minutes = 0
    var amount: Decimal = 0
  }

  let project: BooksRecord
  let entries: [BooksRecord]
  private let places: Int
  private let rates: [Int64: Decimal]

  init(_ project: BooksRecord, _ db: Database) throws {
    self.project = project
    entries = try BooksRecord.all(
      "time_entry", where: "\(BooksRecord.column("project_id")) = ?", [String(project.id)], db)
    places = try project.id("currency_id").flatMap { try Currency.find($0, db) }?.places ?? 2
    var rates: [Int64: Decimal] = [:]
    for part in try BooksRecord.all("task", where: "parent_id = ?", [project.id], db) {
      rates[part.id] = part.number("rate")
    }
    for part in try BooksRecord.all("project_user", where: "parent_id = ?", [project.id], db) {
      if let user = part.id("user_id") { rates[user] = part.number("rate") }
    }
    self.rates = rates
  }

  /// What an hour of an entry costs the customer.
  func rate(of entry: BooksRecord) -> Decimal {
    switch project.text("billing_type") {
    case "based_on_project_hours": project.number("rate")
    case "based_on_staff_hours": entry.id("user_id").flatMap { rates[$0] } ?? 0
    case "based_on_task_hours": entry.id("task_id").flatMap { rates[$0] } ?? 0
    default: 0
    }
  }

  /// The entries that meet a condition, together.
  func sum(_ isPart: (BooksRecord) -> Bool) -> Part {
    entries.filter(isPart).reduce(into: Part()) { part, entry in
      let minutes = entry.minutes
      part.minutes += minutes
      part.amount += (Decimal(minutes) * rate(of: entry) / 60).rounded(places: places)
    }
  }

  /// By the names that replies put before `_hours` and `_amount`.
  var parts: KeyValuePairs<String, Part> {
    [
      "total": sum { _ in true }, "billed": sum { $0.status == "invoiced" },
      "un_billed": sum { $0.status == "unbilled" && $0.isTrue("is_billable") },
      "billable": sum { $0.isTrue("is_billable") },
      "non_billable": sum { !$0.isTrue("is_billable") },
    ]
  }
}

extension BooksRecord {
  /// What a time entry has logged.
  var minutes: Int { Clock.minutes(text("log_time")) ?? 0 }
}

/// Spans of time as Books writes them: hours and minutes.
enum Clock {
  /// `07:05`
  static func text(_ minutes: Int) -> String {
    "\(Digits.padded(minutes / 60, 2)):\(Digits.padded(minutes % 60, 2))"
  }

  /// Of `7:05`, nil when it is none.
  static func minutes(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count <= 4, let hours = Int(parts[0]), hours >= 0,
      let minutes = Int(parts[1]), (0..<60).contains(minutes)
    else { return nil }
    return hours * 60 + minutes
  }

  /// Minutes as hours with a fraction.
  static func hours(_ minutes: Int) -> Decimal { (Decimal(minutes) / 60).rounded(places: 2) }
}
