import FoundationEssentials
import GRDB

/// A currency of the organization.
/// https://www.zoho.com/crm/developer/docs/api/v8/get-currencies.html
struct CRMCurrency: Codable, FetchableRecord, PersistableRecord, Hashable, Sendable {
  static let databaseTableName = "crm_currencies"

  var id: String
  var name: String
  var isoCode: String
  var symbol: String
  /// Units of this currency for one of the base, in billionths.
  var rateBillionths: Int64
  var isBase: Bool
  var isActive: Bool

  static let ratePlaces = 9

  static func all(_ db: Database) throws -> [CRMCurrency] {
    try CRMCurrency.order(Column("id")).fetchAll(db)
  }
}
