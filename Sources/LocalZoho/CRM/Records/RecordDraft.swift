import GRDB

/// A record on its way into its table: a value for each field of the module.
struct RecordDraft {
  let fields: [CRMField]
  private let places: [String: Int]
  var values: [DatabaseValue]

  init(fields: [CRMField], places: [String: Int], values: [DatabaseValue]) {
    self.fields = fields
    self.places = places
    self.values = values
  }

  init(fields: [CRMField]) {
    self.init(
      fields: fields,
      places: Dictionary(
        fields.enumerated().map { ($1.apiName, $0) }, uniquingKeysWith: { first, _ in first }),
      values: Array(repeating: .null, count: fields.count))
  }

  /// The stored value of a field; null when the module has no such field. Writing to a field that
  /// the module lacks does nothing.
  subscript(_ apiName: String) -> DatabaseValue {
    get { places[apiName].map { values[$0] } ?? .null }
    set { if let place = places[apiName] { values[place] = newValue } }
  }

  /// Writes where nothing is.
  mutating func fill(_ apiName: String, _ value: DatabaseValue) {
    if self[apiName].isNull { self[apiName] = value }
  }

  func has(_ apiName: String) -> Bool { places[apiName] != nil }
  func text(_ apiName: String) -> String? { String.fromDatabaseValue(self[apiName]) }
  func number(_ apiName: String) -> Int64? { Int64.fromDatabaseValue(self[apiName]) }
}
