import GRDB

/// https://www.zoho.com/crm/developer/docs/api/v8/add-currency.html
extension CRMCall {
  static let currencyRoutes = [
    CRMRoute("POST", "org/currencies", "settings.currencies.CREATE") { try $0.addCurrencies() },
    CRMRoute("PUT", "org/currencies", "settings.currencies.UPDATE") {
      try $0.updateCurrencies()
    },
    CRMRoute("PUT", "org/currencies/{id}", "settings.currencies.UPDATE") {
      try $0.updateCurrencies()
    },
    CRMRoute("POST", "org/currencies/actions/enable", "settings.currencies.CREATE") { _ in
      throw Refusal.crm(400, "ALREADY_ENABLED", "multi currency is already enabled")
    },
    CRMRoute("PUT", "org/currencies/actions/enable", "settings.currencies.UPDATE") {
      try $0.updateBaseCurrency()
    },
    CRMRoute(
      "GET", "org/currencies/actions/available_currencies", "settings.currencies.READ"
    ) { try $0.availableCurrencies() },
  ]

  /// Currencies that can be added: code, words, symbol, digits after the point.
  private static let available: [(code: String, name: String, symbol: String, places: Int)] = [
    ("AUD", "Australian Dollar", "AU$", 2), ("CAD", "Canadian Dollar", "CA$", 2),
    ("CHF", "Swiss Franc", "CHF", 2), ("CNY", "Chinese Yuan", "CN¥", 2),
    ("CZK", "Czech Koruna", "Kč", 2), ("DKK", "Danish Krone", "kr", 2),
    ("EUR", "Euro", "€", 2), ("GBP", "British Pound", "£", 2), ("INR", "Indian Rupee", "Rs.", 2),
    ("JPY", "Japanese Yen", "¥", 0), ("KWD", "Kuwaiti Dinar", "KD", 3),
    ("NOK", "Norwegian Krone", "kr", 2), ("NZD", "New Zealand Dollar", "NZ$", 2),
    ("PLN", "Polish Zloty", "zł", 2), ("SEK", "Swedish Krona", "kr", 2),
    ("SGD", "Singapore Dollar", "S$", 2), ("USD", "US Dollar", "$", 2),
    ("ZAR", "South African Rand", "R", 2),
  ]

  private func availableCurrencies() throws -> ZohoReply {
    .json(
      200,
      [
        "available_currencies": .array(
          Self.available.map { currency in
            [
              "display_value": .string("\(currency.name) - \(currency.code)"),
              "decimal_separator": "Period", "symbol": .string(currency.symbol),
              "thousand_separator": "Comma",
              "display_name": .string("\(currency.name) - \(currency.code)"),
              "iso_code": .string(currency.code),
              "decimal_places": .string(String(currency.places)),
            ]
          })
      ])
  }

  /// Units for one of the base, in billionths.
  private func rate(_ row: JSONValue, _ path: SettingPath) throws -> Int64? {
    guard let value = row["exchange_rate"], !value.isNull else { return nil }
    guard let text = value.stringValue ?? value.numberValue.map({ "\($0)" }),
      let rate = ScaledNumber.read(text, places: CRMCurrency.ratePlaces), rate > 0
    else { throw path.invalid("exchange_rate", ["expected_data_type": "double"]) }
    return rate
  }

  private func addCurrencies() throws -> ZohoReply {
    try settingOutcomes("currencies", settingRows("currencies", atMost: 180), success: 200) {
      row, path in
      let code = try path.text("iso_code", of: row, atMost: 3)
      guard let known = Self.available.first(where: { $0.code == code }) else {
        throw path.invalid("iso_code")
      }
      guard try !CRMCurrency.all(db).contains(where: { $0.isoCode == code }) else {
        throw path.duplicate("iso_code")
      }
      guard let rate = try rate(row, path) else { throw path.missing("exchange_rate") }
      let currency = CRMCurrency(
        id: try RecordIDs.next(.crm, db),
        name: try path.optionalText("name", of: row, atMost: 100) ?? "\(known.name) - \(code)",
        isoCode: code,
        symbol: try path.optionalText("symbol", of: row, atMost: 10) ?? known.symbol,
        rateBillionths: rate, isBase: false, isActive: row["is_active"] != false)
      try currency.insert(db)
      try offer(code)
      try logSetting(.created, "currencies", currency.id, ["iso_code": .string(code)])
      return .success(
        "The multi-currency feature is configured successfully",
        details: ["id": .string(currency.id)])
    }
  }

  /// A new currency is a choice of every field `Currency`.
  private func offer(_ code: String) throws {
    for module in metadata.modules {
      guard var field = metadata.field("Currency", of: module.apiName),
        field.pickListValue(code) == nil
      else { continue }
      var choice = PickListValue(code)
      choice.id = try RecordIDs.next(.crm, db)
      field.pickList.append(choice)
      try field.update(db)
    }
  }

  private func updateCurrencies() throws -> ZohoReply {
    try settingOutcomes("currencies", settingRows("currencies", atMost: 100), success: 200) {
      row, path in
      guard let id = parameters["id"] ?? row["id"]?.idText else { throw path.missing("id") }
      guard var currency = try CRMCurrency.fetchOne(db, key: id) else {
        throw path.unknownID("id")
      }
      if let rate = try rate(row, path), rate != currency.rateBillionths {
        guard !currency.isBase else {
          throw path.failure(
            "NOT_ALLOWED", "the exchange rate of the base currency cannot be changed",
            "exchange_rate")
        }
        currency.rateBillionths = rate
      }
      if let isActive = row["is_active"]?.boolValue {
        guard isActive || !currency.isBase else {
          throw path.failure(
            "NOT_ALLOWED", "the base currency cannot be deactivated", "is_active")
        }
        currency.isActive = isActive
      }
      currency.symbol = try path.optionalText("symbol", of: row, atMost: 10) ?? currency.symbol
      try currency.update(db)
      try logSetting(
        .changed, "currencies", id, ["iso_code": .string(currency.isoCode)])
      return .success("The currency updated successfully", details: ["id": .string(id)])
    }
  }

  private func updateBaseCurrency() throws -> ZohoReply {
    guard let row = try body()["base_currency"], row.objectValue != nil else {
      throw Refusal.crmMissing("base_currency", "$.base_currency")
    }
    guard var base = try CRMCurrency.all(db).first(where: \.isBase) else { return .empty(204) }
    guard row["id"]?.idText == base.id else {
      throw Refusal.crmInvalid("id", "$.base_currency.id", "the id given seems to be invalid")
    }
    if let symbol = row["symbol"]?.stringValue, !symbol.isEmpty { base.symbol = symbol }
    try base.update(db)
    try logSetting(.changed, "currencies", base.id, ["symbol": .string(base.symbol)])
    return .json(
      200,
      [
        "base_currency": [
          "code": "SUCCESS", "details": ["id": .string(base.id)],
          "message": "The currency updated successfully", "status": "success",
        ]
      ])
  }
}
