import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// LocalZoho as a process of its own, with its ledger and its mail to look at.
final class LocalServer {
  /// Whom it knows: the line that it prints, in its own words.
  struct Connection: Decodable {
    let url: String
    let client_id: String
    let client_secret: String
    let refresh_token: String
    let organization_id: String
  }

  /// One thing that was really done.
  struct Effect {
    /// What and where, such as `crm changed Deals`.
    let words: String
    let sequence: Int
    /// What else the server tells, as text.
    let summary: String
  }

  let connection: Connection
  let child: Child
  /// Kept as long as the server runs in it.
  private let home: Home

  /// Starts the server and waits until it answers.
  init(home: Home, _ arguments: [String] = ["--seed", "1", "--deals", "60"]) async throws {
    let output = home.path("server-\(UUID().uuidString).out")
    let child = try Child(
      [Home.program, "local-zoho", "--json"] + arguments, environment: home.environment,
      streams: ["/dev/null", output, output + ".err"])
    self.child = child
    self.home = home
    connection = try await eventually(
      "the line of local-zoho",
      instead: { (try? String(contentsOfFile: output + ".err", encoding: .utf8)) ?? "" }
    ) {
      if let ending = child.ended() {
        throw NeverHappened(description: "local-zoho ended at once: \(ending)")
      }
      let text = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
      guard text.hasSuffix("\n") else { return nil }
      return try JSONDecoder().decode(Connection.self, from: Data(text.utf8))
    }
  }

  /// What was really done since an entry of the ledger.
  func effects(after sequence: Int = 0) async throws -> [Effect] {
    let answer = try await get("/_local/effects?after=\(sequence)")
    let list = (answer as? [String: Any])?["effects"] as? [[String: Any]] ?? []
    return try list.map { entry in
      let summary = try JSONSerialization.data(
        withJSONObject: entry["summary"] ?? [:],
        options: [.sortedKeys, .withoutEscapingSlashes])
      let words = ["product", "verb", "module"].map { entry[$0] as? String ?? "?" }
      return Effect(
        words: words.joined(separator: " "), sequence: entry["sequence"] as? Int ?? -1,
        summary: String(decoding: summary, as: UTF8.self))
    }
  }

  /// The text of an answer of the server.
  func text(_ path: String) async throws -> String {
    guard let url = URL(string: connection.url + path) else { throw URLError(.badURL) }
    let (data, _) = try await URLSession.shared.data(from: url)
    return String(decoding: data, as: UTF8.self)
  }

  private func get(_ path: String) async throws -> Any {
    try JSONSerialization.jsonObject(with: Data(try await text(path).utf8))
  }
}
