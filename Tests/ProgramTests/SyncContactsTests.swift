import Foundation
import Testing

/// `fairlead sync contacts`: CRM and Books in step, from a shell.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct SyncContactsTests {
  private static let verb = ["sync", "contacts", "--profile", "acme"]

  /// The rows that a command printed as JSON lines.
  private func rows(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map { line in
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
    }
  }

  @Test func withoutApplyNothingIsWrittenAndWithItOnceAndForAll() async throws {
    let home = try Home()
    let server = try await LocalServer(home: home)
    try home.writeProfile("acme", for: server)

    let shown = try await home.run(Self.verb + ["--ndjson"])
    #expect(shown.ending == .exited(0))
    let proposals = try rows(shown.output)
    #expect(!proposals.isEmpty)
    #expect(proposals.contains { $0["goes"] as? String == "to Books" })
    #expect(shown.errors.contains("Nothing was written; --apply does it."))
    #expect(try await server.effects().isEmpty)

    let applied = try await home.run(Self.verb + ["--ndjson", "--apply", "--prefer", "crm"])
    let results = try rows(applied.output)
    #expect(applied.ending == .exited(0), "\(applied.output) \(applied.errors)")
    #expect(results.allSatisfy { $0["result"] as? String == "done" })
    let effects = try await server.effects()
    #expect(!effects.isEmpty)

    let again = try await home.run(Self.verb + ["--ndjson", "--apply", "--prefer", "crm"])
    #expect(again.ending == .exited(0))
    #expect(again.output == "")
    #expect(try await server.effects().count == effects.count)
  }

  @Test func aReadOnlyProfileShowsAndWritesNothing() async throws {
    let home = try Home()
    let server = try await LocalServer(home: home)
    try home.writeProfile("acme", for: server)
    let shown = try await home.run(Self.verb + ["--json", "--read-only"])
    #expect(shown.ending == .exited(0))
    let refused = try await home.run(Self.verb + ["--apply", "--read-only"])
    #expect(refused.ending == .exited(77))
    #expect(try await server.effects().isEmpty)
  }

  @Test func anAccountThatIsNotThereIsToldByItsId() async throws {
    let home = try Home()
    let server = try await LocalServer(home: home)
    try home.writeProfile("acme", for: server)
    let (ending, output, errors) = try await home.run(
      Self.verb + ["--account", "4000000000000999"])
    #expect(ending != .exited(0))
    #expect(output == "")
    #expect(errors.contains("4000000000000999"))
  }
}
