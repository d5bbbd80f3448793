import GRDB

/// Preferences, which Zoho's descriptions leave out and clients read all the same.
enum PreferenceCalls {
  static let routes = [
    BooksRoute("GET", "settings/preferences", "settings.READ", preferences),
    BooksRoute("GET", "settings/preferences/customfields", "settings.READ", customFields),
  ]

  private static func preferences(_ call: BooksCall) throws -> ZohoReply {
    try call.read { db in
      BooksCall.success([
        "preferences": [
          "convert_to_invoice": false, "notify_me_on_online_payment": true,
          "auto_generate_invoice_number": true,
          "invoice_prefix": .string(try BooksSettings.value("invoice_prefix", db)),
          "tax_rounding": .string(try BooksSettings.value("tax_rounding", db)),
          "rounding_mode": "round_half_up", "discount_type": "item_level",
          "is_discount_before_tax": true,
          "default_notes": .string(
            try BooksSettings.value("notes", db)),
          "default_terms": .string(try BooksSettings.value("terms", db)),
        ]
      ])
    }
  }

  private static func customFields(_ call: BooksCall) throws -> ZohoReply {
    let name = call.query["entity"] ?? "invoice"
    guard let entity = CustomField.Entity(rawValue: name) else {
      throw Refusal.booksInvalid("entity")
    }
    let fields = try call.read { try CustomField.all(of: entity, $0) }
    return BooksCall.success([
      "customfields": .array(
        fields.map { field in
          [
            "customfield_id": .string(String(field.id)), "field_id": .string(String(field.id)),
            "index": JSONValue(field.position), "label": .string(field.label),
            "api_name": .string(field.apiName), "placeholder": .string(field.apiName),
            "data_type": .string(field.dataType), "entity": .string(name), "is_active": true,
            "is_mandatory": false, "is_unique": JSONValue(field.isUnique), "show_on_pdf": false,
            "show_in_all_pdf": false,
          ]
        })
    ])
  }
}
