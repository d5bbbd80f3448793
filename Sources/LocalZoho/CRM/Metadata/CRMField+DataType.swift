extension CRMField {
  /// What kind of value a field has. The raw value is Zoho's own word.
  enum DataType: String, Codable, Hashable, Sendable {
    case text, textarea, email, phone, website, picklist, multiselectpicklist
    case integer, bigint, double, currency, percent, boolean, date, datetime
    case lookup, ownerlookup
    /// A lookup into one of several modules: `What_Id`.
    case relatedTo = "multi_module_lookup"
    /// The record a note hangs on: `Parent_Id`, an object that names its module.
    case parent
    /// The layout of a record.
    case layout
    /// Any JSON, kept as it came: tags, participants, reminders.
    case jsonobject, jsonarray

    /// How the value stands in its column.
    enum Storage: Hashable, Sendable {
      case text, number, boolean, date, datetime, id, json
    }

    var storage: Storage {
      switch self {
      case .text, .textarea, .email, .phone, .website, .picklist: .text
      case .integer, .double, .currency, .percent: .number
      case .boolean: .boolean
      case .date: .date
      case .datetime: .datetime
      case .bigint, .lookup, .ownerlookup, .relatedTo, .parent, .layout: .id
      case .multiselectpicklist, .jsonobject, .jsonarray: .json
      }
    }

    /// The declaration of a column. Texts compare without regard to case, as Zoho compares them.
    var columnType: String {
      switch storage {
      case .text: "TEXT COLLATE NOCASE"
      case .number, .boolean, .datetime, .id: "INTEGER"
      case .date, .json: "TEXT"
      }
    }

    /// What `data_type` says in the description of a field.
    var zohoName: String {
      switch self {
      case .relatedTo, .parent: "lookup"
      case .layout: "bigint"
      case .jsonarray, .jsonobject: "text"
      default: rawValue
      }
    }

    /// What `json_type` says.
    var jsonType: String {
      switch self {
      case .text, .textarea, .email, .phone, .website, .picklist, .date, .datetime, .bigint:
        "string"
      case .integer: "integer"
      case .double, .currency, .percent: "double"
      case .boolean: "boolean"
      case .lookup, .ownerlookup, .relatedTo, .parent, .layout, .jsonobject: "jsonobject"
      case .multiselectpicklist, .jsonarray: "jsonarray"
      }
    }

    /// What `expected_data_type` says when a client sends something else.
    var expected: String {
      switch self {
      case .text, .textarea, .picklist: "text"
      case .lookup, .ownerlookup, .relatedTo, .parent, .layout, .jsonobject: "jsonobject"
      case .multiselectpicklist, .jsonarray: "jsonarray"
      case .currency, .percent, .double: "double"
      default: rawValue
      }
    }

    var usualLength: Int {
      switch self {
      case .text, .picklist: 255
      case .textarea: 32_000
      case .email: 100
      case .phone: 30
      case .website: 450
      case .multiselectpicklist, .jsonarray, .jsonobject: 2000
      case .integer: 9
      case .bigint: 18
      case .double, .currency: 16
      case .percent: 5
      case .boolean: 5
      case .date, .datetime: 20
      case .lookup, .ownerlookup, .relatedTo, .parent, .layout: 120
      }
    }

    var usualDecimalPlaces: Int {
      switch self {
      case .double, .currency, .percent: 2
      default: 0
      }
    }
  }
}
