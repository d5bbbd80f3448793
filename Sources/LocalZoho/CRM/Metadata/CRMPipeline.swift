import GRDB

/// The stages that a deal of one kind goes through, in their order.
/// https://www.zoho.com/crm/developer/docs/api/v8/get-pipelines.html
struct CRMPipeline: Codable, FetchableRecord, PersistableRecord, Hashable, Sendable {
  static let databaseTableName = "crm_pipelines"

  var id: String
  var layoutID: String
  var name: String
  var isDefault: Bool
  /// Actual values of the stages.
  var stages: [String]
  var sequence: Int
}
