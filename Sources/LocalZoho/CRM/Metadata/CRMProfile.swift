/// What a user may do. Profiles and roles have no tables: their ids follow from their names.
struct CRMProfile: Hashable, Sendable {
  let name: String

  static let all = [CRMProfile(name: "Administrator"), CRMProfile(name: "Standard")]

  var id: String { CRMProfile.id(of: "profile", name) }

  var reference: JSONValue { ["name": .string(name), "id": .string(id)] }

  /// The id of a profile or role.
  static func id(of kind: String, _ name: String) -> String {
    String(4_150_868_000_000_010_000 + Int64(PageToken.hash(kind + name) % 9000))
  }
}
