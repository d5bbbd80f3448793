import Sales
import ZohoAPI

/// What an organization lets one fill in, in its own words: read before anything is checked.
struct CRMSettings {
  /// The fields by module.
  let fields: [String: [FieldMetadata]]
  /// The pipelines with their stages.
  let pipelines: [Pipeline]
  /// Who may own a record.
  let users: [User]

  /// Reads the settings of the modules named.
  ///
  /// - Parameter needsUsers: Whether owners are to be found.
  static func read(
    _ client: ZohoClient, modules: Set<String>, needsUsers: Bool, patience: Patience
  ) async throws(ZohoError) -> CRMSettings {
    var fields: [String: [FieldMetadata]] = [:]
    for module in modules.sorted() {
      fields[module] = try await patience.asking { () async throws(ZohoError) in
        try await client.send(.fields(of: module))
      }
    }
    let pipelines = try await patience.asking { () async throws(ZohoError) in
      try await client.pipelines()
    }
    var users: [User] = []
    if needsUsers {
      users = try await patience.asking { () async throws(ZohoError) in
        var users: [User] = []
        for try await page in client.pages(List<User>.users()) { users += page.rows }
        return users
      }
    }
    return CRMSettings(fields: fields, pipelines: pipelines, users: users)
  }

  /// The field of that target; nil when the module has none of that name.
  func field(_ target: Target) -> FieldMetadata? {
    fields[target.module]?.first { $0.apiName == target.field }
  }
}
