/// The looks documents can have.
enum DocumentTemplate {
  static let standard = "4600000000000000143"

  static let all: KeyValuePairs<String, String> = [
    standard: "Standard Template", "4600000000000000145": "Service - Classic",
  ]

  static func name(_ id: String) -> String {
    all.first { $0.key == id }?.value ?? ""
  }

  /// - Throws: code 2 for a template that is not there.
  static func demand(_ id: String) throws {
    guard all.contains(where: { $0.key == id }) else { throw Refusal.booksInvalid("template_id") }
  }

  static var json: JSONValue {
    .array(
      all.map { id, name in
        [
          "template_name": .string(name), "template_id": .string(id),
          "template_type": id == standard ? "standard" : "classic",
        ]
      })
  }
}
