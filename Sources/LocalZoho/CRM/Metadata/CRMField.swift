import GRDB

/// One field of a module, as its organization defines it.
/// https://www.zoho.com/crm/developer/docs/api/v8/field-meta.html
struct CRMField: Codable, FetchableRecord, PersistableRecord, Hashable, Sendable {
  static let databaseTableName = "crm_fields"

  var id = ""
  /// API name of the module it belongs to.
  var module = ""
  var apiName: String
  var label: String
  var dataType: DataType
  /// The most characters or digits it takes.
  var length: Int
  /// Digits after the point; stored numbers are whole multiples of the last one.
  var decimalPlaces: Int
  var isRequired: Bool
  var isUnique: Bool
  /// Clients cannot set it; what they send for it is ignored, as Zoho does.
  var isReadOnly: Bool
  var isCustom = false
  /// Where a lookup leads.
  var lookupModule: String?
  var pickList: [PickListValue]
  /// What a new record has when the client gives nothing.
  var defaultValue: String?
  /// Title of the section of the layout; nil when the layout does not show it.
  var section: String?
  var sequence = 0

  init(
    _ apiName: String, _ label: String, _ dataType: DataType, length: Int? = nil,
    places: Int? = nil, required: Bool = false, unique: Bool = false, readOnly: Bool = false,
    to lookupModule: String? = nil, values: [PickListValue] = [],
    default defaultValue: String? = nil,
    in section: String? = nil
  ) {
    self.apiName = apiName
    self.label = label
    self.dataType = dataType
    self.length = length ?? dataType.usualLength
    decimalPlaces = places ?? dataType.usualDecimalPlaces
    isRequired = required
    isUnique = unique
    isReadOnly = readOnly
    self.lookupModule = lookupModule
    pickList = values
    self.defaultValue = defaultValue
    self.section = section
  }

  /// The column that holds it, quoted for SQL.
  var column: String { "\"\(apiName)\"" }

  /// Whether its column holds the id of a record or user.
  var isReference: Bool { dataType.storage == .id }

  /// The value of its pick list that a client writes as `text`.
  func pickListValue(_ text: String) -> PickListValue? {
    pickList.first { $0.actualValue == text }
  }
}
