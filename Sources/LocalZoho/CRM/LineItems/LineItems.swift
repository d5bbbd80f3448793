import FoundationEssentials
import GRDB

/// The line items of a quote or a sales order, on their way from a row into the record.
/// https://www.zoho.com/crm/developer/docs/api/v8/insert-records.html
struct LineItems {
  let call: CRMCall
  let field: CRMField
  /// The place of the record in the body.
  let index: Int

  /// The items after the row: those with an id are changed, or taken away by `_delete`, others are
  /// new; those it does not name stay.
  /// - Throws: ``RowOutcome``.
  func stored(_ value: JSONValue, over old: DatabaseValue) throws -> DatabaseValue {
    guard let rows = value.arrayValue else {
      throw RowOutcome.failure(.wrongType(expected: "jsonarray"), field.apiName, row: index)
    }
    var items = try Self.items(old)
    for (place, row) in rows.enumerated() {
      guard let row = row.objectValue else { throw wrong(place, "", "jsonobject") }
      guard let id = row["id"]?.idText else {
        let id = try RecordIDs.next(.crm, call.db)
        items.append(try item(row, over: ["id": .string(id)], place))
        continue
      }
      guard let known = items.firstIndex(where: { $0["id"] == .string(id) }) else {
        throw RowOutcome.failure(
          "INVALID_DATA", "the id given seems to be invalid",
          ["api_name": "id", "json_path": .string(path(place, "id"))])
      }
      if row.contains("_delete") {
        items.remove(at: known)
      } else {
        items[known] = try item(row, over: items[known], place)
      }
    }
    guard !items.isEmpty else { throw RowOutcome.missing(field.apiName, row: index) }
    let numbered = items.enumerated().map { place, item -> JSONValue in
      var item = item
      item["Sequence_Number"] = JSONValue(place + 1)
      return .object(item)
    }
    return JSONValue.array(numbered).text.databaseValue
  }

  static func items(_ stored: DatabaseValue) throws -> [JSONObject] {
    guard let text = String.fromDatabaseValue(stored) else { return [] }
    return try (JSONValue(parsing: text).arrayValue ?? []).compactMap(\.objectValue)
  }

  /// The sum of what the items cost.
  static func total(_ stored: DatabaseValue) throws -> Decimal {
    try items(stored).reduce(0) { $0 + ($1["Net_Total"]?.numberValue ?? 0) }
  }

  // MARK: One item

  private func item(_ row: JSONObject, over old: JSONObject, _ place: Int) throws -> JSONObject {
    var item = old
    let product = try product(row, old, place)
    item["Product_Name"] = [
      "name": JSONValue(product.text("Product_Name")),
      "id": .string(String(product.number("id") ?? 0)),
    ]
    let quantity = try number("Quantity", row, old, place) ?? 1
    guard quantity > 0 else { throw invalid(place, "Quantity") }
    let usual = product.number("Unit_Price").flatMap {
      Decimal(string: ScaledNumber.text($0, places: 2))
    }
    let isOther = old["Product_Name"].map { $0 != item["Product_Name"] } ?? true
    let price =
      try number("List_Price", row, isOther ? JSONObject() : old, place) ?? usual ?? 0
    let discount = try number("Discount", row, old, place) ?? 0
    let tax = try number("Tax", row, old, place) ?? 0
    let total = (quantity * price).rounded(places: 2)
    guard discount >= 0, discount <= total else { throw invalid(place, "Discount") }
    item["Quantity"] = JSONValue(quantity)
    item["List_Price"] = JSONValue(price)
    item["Total"] = JSONValue(total)
    item["Discount"] = JSONValue(discount)
    item["Total_After_Discount"] = JSONValue(total - discount)
    item["Tax"] = JSONValue(tax)
    item["Line_Tax"] = []
    item["Net_Total"] = JSONValue(total - discount + tax)
    item["Description"] = row["Description"] ?? old["Description"] ?? .null
    return item
  }

  private func product(
    _ row: JSONObject, _ old: JSONObject, _ place: Int
  ) throws -> RecordDraft {
    guard let value = row["Product_Name"] ?? old["Product_Name"], !value.isNull else {
      throw RowOutcome.failure(
        "MANDATORY_NOT_FOUND", "required field not found",
        ["api_name": "Product_Name", "json_path": .string(path(place, "Product_Name"))])
    }
    guard let products = call.metadata.module("Products"),
      let id = value["id"]?.idText.flatMap(Int64.init),
      let product = try RecordWriter(products, call).draft(id)
    else {
      throw RowOutcome.failure(
        "INVALID_DATA", "the id given seems to be invalid",
        ["api_name": "Product_Name", "json_path": .string(path(place, "Product_Name"))])
    }
    return product
  }

  private func number(
    _ name: String, _ row: JSONObject, _ old: JSONObject, _ place: Int
  ) throws -> Decimal? {
    guard let value = row[name] ?? old[name], !value.isNull else { return nil }
    guard let number = value.numberValue else { throw wrong(place, name, "double") }
    guard number > -1_000_000_000_000, number < 1_000_000_000_000 else {
      throw invalid(place, name)
    }
    return number
  }

  private func path(_ place: Int, _ name: String) -> String {
    let item = "$.data[\(index)].\(field.apiName)[\(place)]"
    return name.isEmpty ? item : "\(item).\(name)"
  }

  private func wrong(_ place: Int, _ name: String, _ expected: String) -> RowOutcome {
    .failure(
      "INVALID_DATA", "invalid data",
      [
        "expected_data_type": .string(expected),
        "api_name": .string(name.isEmpty ? field.apiName : name),
        "json_path": .string(path(place, name)),
      ])
  }

  private func invalid(_ place: Int, _ name: String) -> RowOutcome {
    .failure(
      "INVALID_DATA", "invalid data",
      ["api_name": .string(name), "json_path": .string(path(place, name))])
  }
}
