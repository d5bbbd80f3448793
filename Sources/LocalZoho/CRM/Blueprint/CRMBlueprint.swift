import GRDB

/// A process that records of a pipeline go through: from stage to stage only by its transitions.
/// https://www.zoho.com/crm/developer/docs/api/v8/get-blueprint.html
struct CRMBlueprint: Codable, FetchableRecord, PersistableRecord, Hashable, Sendable {
  static let databaseTableName = "crm_blueprints"

  var id: String
  var name: String
  var module: String
  /// The pick list whose values are the states.
  var field: String
  /// The pipeline whose records it holds.
  var pipeline: String
  var transitions: [Transition]

  struct Transition: Codable, Hashable, Sendable {
    var id: String
    var name: String
    /// The states that it leads away from.
    var from: [String]
    var to: String
    var terms: [Term]
  }

  /// What a transition asks for.
  struct Term: Codable, Hashable, Sendable {
    /// API name of a field, or `Notes`, or `CheckLists`.
    var name: String
    var isRequired: Bool
    /// The titles of a check list.
    var items: [String] = []
  }

  static func all(_ db: Database) throws -> [CRMBlueprint] {
    try CRMBlueprint.order(Column("id")).fetchAll(db)
  }

  func transitions(from state: String) -> [Transition] {
    transitions.filter { $0.from.contains(state) }
  }
}
