import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A configured account on a local server, and the program run on it without a terminal.
final class Desk {
  /// How a run ended.
  struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  let home: Home
  let server: LocalServer

  /// A desk whose organization is empty unless told otherwise.
  init(deals: Int = 0) async throws {
    home = try Home()
    server = try await LocalServer(home: home, ["--seed", "1", "--deals", "\(deals)"])
    try home.writeProfile("default", for: server)
  }

  /// Runs the program until it ends.
  func run(_ arguments: String...) async throws -> Run {
    let (ending, output, errors) = try await home.run(arguments)
    guard case .exited(let status) = ending else {
      throw NeverHappened(description: "\(arguments) ended by a signal: \(ending)\n\(errors)")
    }
    return Run(status: status, output: output, errors: errors)
  }

  /// Runs the program, which must end well, and gives a member of the JSON object it writes.
  func made(_ member: String, _ arguments: String...) async throws -> String {
    let (ending, output, errors) = try await home.run(arguments)
    let object = try? JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    guard ending == .exited(0), let value = object?[member] as? String else {
      throw NeverHappened(description: "\(arguments) gave no \(member): \(output)\(errors)")
    }
    return value
  }

  /// Makes a deal in the default pipeline; answers its id.
  func deal(_ name: String, stage: String = "Qualification", amount: String = "1200.50")
    async throws -> String
  {
    try await made(
      "id", "deals", "create", "Deal_Name=\(name)", "Stage=\(stage)", "Amount=\(amount)",
      "Closing_Date=2026-12-31")
  }

  /// Lets the server misbehave once, as `/_local/faults` takes it.
  func fault(_ json: String) async throws {
    guard let url = URL(string: server.connection.url + "/_local/faults") else {
      throw URLError(.badURL)
    }
    var request = URLRequest(url: url)
    request.httpMethod = "POST"
    request.httpBody = Data(json.utf8)
    let (_, answer) = try await URLSession.shared.data(for: request)
    guard (answer as? HTTPURLResponse)?.statusCode == 201 else {
      throw URLError(.badServerResponse)
    }
  }

  /// What was really done, in words, such as `crm created Deals`.
  func effects() async throws -> [String] { try await server.effects().map(\.words) }
}
