import Foundation
import GRDB

/// A line of a history, written by the server at every event or by a person as a comment.
struct HistoryEntry {
  /// What a line belongs to. All of a customer's lines make up the customer's history.
  enum Subject {
    case contact(Int64)
    case invoice(Int64, contact: Int64)
    case payment(Int64, contact: Int64)
    case document(Int64, kind: String, contact: Int64)

    var contact: Int64 {
      switch self {
      case .contact(let id), .invoice(_, let id), .payment(_, let id): id
      case .document(_, _, let id): id
      }
    }

    var transaction: (id: Int64, type: String) {
      switch self {
      case .contact(let id): (id, "contact")
      case .invoice(let id, _): (id, "invoice")
      case .payment(let id, _): (id, "customer_payment")
      case .document(let id, let kind, _): (id, kind)
      }
    }
  }

  let row: Row

  func json(today: Day) -> JSONObject {
    let instant = Date(timeIntervalSince1970: Double(row["time"] as Int64))
    let day = Timestamp.day(instant)
    return [
      "comment_id": .string(String(row["comment_id"] as Int64)),
      "description": .string(row["description"]),
      "commented_by_id": .string(row["commented_by_id"]),
      "commented_by": .string(row["commented_by"]), "comment_type": .string(row["comment_type"]),
      "operation_type": .string(row["operation_type"]), "date": .string(day.description),
      "date_description": .string(Self.ago(today.number - day.number)),
      "time": .string(Self.clock(instant)),
      "transaction_id": .string(String(row["transaction_id"] as Int64)),
      "transaction_type": .string(row["transaction_type"]),
    ]
  }

  static func ago(_ days: Int) -> String {
    switch days {
    case ...0: "today"
    case 1: "yesterday"
    default: "\(days) days ago"
    }
  }

  /// `2:38 AM`
  static func clock(_ instant: Date) -> String {
    let seconds = Int(instant.timeIntervalSince1970.rounded(.down))
    let minutes = ((seconds % 86_400) + 86_400) % 86_400 / 60
    let hour = minutes / 60
    let minute = Digits.padded(minutes % 60, 2)
    return "\(hour % 12 == 0 ? 12 : hour % 12):\(minute) \(hour < 12 ? "AM" : "PM")"
  }
}

extension BooksCall {
  /// Writes a line of history; returns its id.
  @discardableResult
  func comment(
    on subject: HistoryEntry.Subject, _ description: String, _ operation: String,
    type: String = "system", _ db: Database
  ) throws -> Int64 {
    let user = try user(db)
    let id = try BooksStart.nextID(db)
    let statement = try db.cachedStatement(
      sql: "INSERT INTO books_comments VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    try statement.execute(arguments: [
      id, subject.contact, subject.transaction.id, subject.transaction.type, description, type,
      operation, user.id, user.fullName, Int64(now.timeIntervalSince1970),
    ])
    return id
  }
}
