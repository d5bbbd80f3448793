import Foundation
import GRDB

/// The rows of a page of payments, with the invoices each was applied to.
struct PaymentRows {
  let json: [JSONValue]

  init(_ rows: [Row], _ db: Database) throws {
    let ids = rows.map { $0["payment_id"] as Int64 }
    let applied = try Self.applied(ids, db)
    let currencies = try Currency.all(db)
    let places = try Currency.base(db).places
    let values = try CustomValues(.payment, db)
    let custom = try CustomValues.values(of: ids, db)
    json = rows.map { row in
      let id: Int64 = row["payment_id"]
      let invoices = applied[id] ?? []
      let numbers = invoices.compactMap { $0["invoice_number"]?.stringValue }
      let amount = Decimal(millionths: row["amount"])
      let rate = Decimal(millionths: row["exchange_rate"])
      var json = JSONObject()
      json.append("payment_id", .string(String(id)))
      json.append("payment_number", .string(String(row["payment_number"] as Int64)))
      json.append("invoice_numbers", .string(numbers.joined(separator: ", ")))
      json.append("invoice_number", .string(numbers.joined(separator: ", ")))
      json.append("date", .string(row["date"]))
      json.append("payment_mode", .string(row["payment_mode"]))
      json.append("payment_mode_formatted", .string(Payment.modeText(row["payment_mode"])))
      json.append("amount", .number(amount))
      json.append("bcy_amount", .number((amount * rate).rounded(places: places)))
      json.append("unused_amount", .number(Decimal(millionths: row["unused_amount"])))
      json.append("description", .string(row["description"]))
      json.append("reference_number", .string(row["reference_number"]))
      json.append("customer_id", .string(String(row["customer_id"] as Int64)))
      json.append("customer_name", .string(row["customer_name"]))
      json.append("currency_id", .string(String(row["currency_id"] as Int64)))
      json.append("currency_code", .string(currencies[row["currency_id"]]?.code ?? ""))
      json.append("applied_invoices", .array(invoices.map(JSONValue.object)))
      json.append("created_time", .string(Contact.time(row["created_time"])))
      json.append("last_modified_time", .string(Contact.time(row["last_modified_time"])))
      values.append(custom[id] ?? [:], to: &json)
      return .object(json)
    }
  }

  private static func applied(_ ids: [Int64], _ db: Database) throws -> [Int64: [JSONObject]] {
    guard !ids.isEmpty else { return [:] }
    let marks = Array(repeating: "?", count: ids.count).joined(separator: ",")
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT a.payment_id, a.amount_applied, a.invoice_id, i.invoice_number
        FROM books_payment_invoices a JOIN books_invoices i USING (invoice_id)
        WHERE a.payment_id IN (\(marks)) ORDER BY a.invoice_payment_id
        """, arguments: StatementArguments(ids))
    var applied: [Int64: [JSONObject]] = [:]
    for row in rows {
      applied[row["payment_id"], default: []].append([
        "invoice_id": .string(String(row["invoice_id"] as Int64)),
        "invoice_number": .string(row["invoice_number"]),
        "amount_applied": .number(Decimal(millionths: row["amount_applied"])),
      ])
    }
    return applied
  }
}
