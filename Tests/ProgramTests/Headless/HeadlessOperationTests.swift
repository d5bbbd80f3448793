import Foundation
import Testing

/// `crm RESOURCE VERB` and `books RESOURCE VERB`, the whole tables, as scripts use them.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct HeadlessOperationTests {
  @Test func oneRecordIsShownWithItsIDAsText() async throws {
    let desk = try await Desk()
    let id = try await desk.deal("Tower roof")
    let run = try await desk.run(
      "crm", "records", "show", "Deals", id, "--query", "fields=Deal_Name,Amount", "--json")
    #expect(run.status == 0)
    #expect(run.output == "{\"Amount\":1200.5,\"Deal_Name\":\"Tower roof\",\"id\":\"\(id)\"}\n")
    let none = try await desk.run("crm", "records", "show", "Deals", "4150868000000999999")
    #expect(none.status == 4)
    #expect(none.output == "")
    let books = try await desk.run("books", "invoices", "show", "12", "--json-errors")
    #expect(books.status == 4)
    #expect(
      books.errors
        == #"{"error":{"status":4,"name":"not-found","message":"Invoice does not exist. "#
        + #"(1002)","details":{"code":"1002"}}}"# + "\n")
  }

  @Test func aListSaysThatThereIsMoreAndAllIsAllOfIt() async throws {
    let desk = try await Desk(deals: 450)
    let part = try await desk.run(
      "crm", "records", "list", "Deals", "--query", "fields=Deal_Name", "--query", "per_page=2",
      "--csv")
    #expect(part.output.split(separator: "\r\n").count == 3)
    #expect(part.errors == "2 rows shown; more exist. --all writes every page.\n")
    let all = try await desk.run(
      "crm", "records", "list", "Deals", "--query", "fields=Deal_Name", "--all", "--ndjson")
    #expect(all.status == 0)
    #expect(Set(all.output.split(separator: "\n")).count == 450)
    let invoices = try await desk.run(
      "books", "invoices", "list", "--query", "per_page=5", "--all", "--json")
    let facts = try JSONSerialization.jsonObject(with: Data(invoices.output.utf8)) as? [String: Any]
    let rows = try #require(facts?["data"] as? [[String: Any]])
    #expect(rows.count > 5)
    #expect(rows.allSatisfy { $0["invoice_id"] is String })
    #expect((facts?["info"] as? [String: Any])?["more"] as? Bool == false)
  }

  @Test(arguments: [
    (["books", "invoices", "list", "--query", "stauts=overdue"], "the nearest is status"),
    (["books", "invoices", "list", "--query", "status=overdu"], "did you mean overdue?"),
    (["books", "invoces", "list"], "the nearest is invoices"),
    (["books", "invoices", "voidd", "1"], "the nearest is void"),
    (["books", "invoices", "show"], "takes <invoice_id>"),
    (["crm", "records", "list", "Deals"], "needs --query fields="),
  ])
  func whatZohoDoesNotKnowIsNotSent(words: [String], said: String) async throws {
    // Nobody answers there: had anything been sent, it would have failed otherwise.
    let home = try Home.withoutServer()
    let (ending, output, errors) = try await home.run(words)
    #expect(ending == .exited(64))
    #expect(output == "")
    #expect(errors.contains(said), "\(errors)")
  }

  @Test(arguments: [
    ["crm", "records", "create", "Deals", "--set", "Deal_Nam=x"],
    ["crm", "records", "list", "Deals", "--query", "fields=id,Deal_Nam"],
  ])
  func aFieldThatTheModuleDoesNotHaveIsRefused(words: [String]) async throws {
    let desk = try await Desk()
    let (ending, output, errors) = try await desk.home.run(words)
    #expect(ending == .exited(65))
    #expect(output == "")
    #expect(errors == "fairlead: Deals has no field Deal_Nam; the nearest is Deal_Name.\n")
    #expect(try await desk.effects() == [])
  }

  @Test func whatTakesAwayWantsAYes() async throws {
    let desk = try await Desk()
    let id = try await desk.deal("Tower roof")
    let before = try await desk.effects()
    let refused = try await desk.run("crm", "records", "delete", "Deals", id)
    #expect(refused.status == 64)
    #expect(
      refused.errors == """
        fairlead: Nothing was sent. records delete: put a record in the recycle bin. It takes \
        away. Say --yes to do it, or --dry-run to see the call.

        """)
    let asJSON = try await desk.run("crm", "records", "delete", "Deals", id, "--json")
    #expect(asJSON.errors.split(separator: "\n").count == 1)
    let closed = try await desk.run(
      "crm", "records", "delete", "Deals", id, "--yes", "--read-only")
    #expect(closed.status == 77)
    #expect(try await desk.effects() == before)
    let done = try await desk.run("crm", "records", "delete", "Deals", id, "--yes", "--csv")
    #expect(done.status == 0)
    #expect(done.output.hasPrefix("code,id,message,field\r\nSUCCESS,\(id),record deleted,"))
    #expect(try await desk.effects() == before + ["crm deleted Deals"])
  }

  @Test func aProfileThatOnlyReadsReadsAndNoMore() async throws {
    let desk = try await Desk()
    try desk.home.writeProfile("default", for: desk.server)
    let file = ".config/fairlead/profiles/default/profile.toml"
    let text = try String(contentsOfFile: desk.home.path(file), encoding: .utf8)
    try desk.home.write(text + "\nread_only = true\n", to: file)
    let write = try await desk.run("books", "contacts", "create", "--set", "contact_name=Acme")
    #expect(write.status == 77)
    #expect(write.errors.contains("read-only"))
    let ask = try await desk.run(
      "crm", "coql", "query", "--set",
      "select_query=select Deal_Name from Deals where id is not null")
    #expect(ask.status == 0)
    #expect(try await desk.effects() == [])
  }

  @Test func aDryRunNeedsNoNetwork() async throws {
    let home = try Home.withoutServer()
    let (ending, output, errors) = try await home.run([
      "books", "invoices", "void", "4600000000000100001", "--dry-run",
    ])
    #expect(ending == .exited(0), "\(errors)")
    #expect(
      output == #"{"method":"POST","url":"http://127.0.0.1:9/books/v3/invoices/"#
        + #"4600000000000100001/status/void?organization_id=7"}"# + "\n")
    let (set, sent, _) = try await home.run([
      "crm", "records", "create", "Deals", "--set", "Deal_Name=x", "--set", "Amount:=0.10",
      "--set", "Contact_Name.id=7", "--dry-run",
    ])
    #expect(set == .exited(0))
    #expect(
      sent.hasSuffix(
        #""body":{"data":[{"Amount":0.1,"Contact_Name":{"id":"7"},"Deal_Name":"x"}]}}"# + "\n"))
  }

  @Test func ofABatchEachRecordIsTold() async throws {
    let desk = try await Desk()
    try desk.home.write(
      #"{"data":[{"Last_Name":"Good"},{"Email":"bad@new.example"}]}"#, to: "two.json")
    let file = desk.home.path("two.json")
    let run = try await desk.run("crm", "records", "create", "Contacts", "--body", file, "--ndjson")
    #expect(run.status == 3)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix(#"{"code":"SUCCESS","id":"4"#) == true)
    #expect(lines.last?.contains(#""code":"MANDATORY_NOT_FOUND","id":null"#) == true)
    #expect(lines.last?.contains(#""field":"Last_Name""#) == true)
    #expect(run.errors.contains("\"name\":\"some-failed\""))
    try desk.home.write(#"{"data":[{"Email":"bad@new.example"}]}"#, to: "two.json")
    let none = try await desk.run("crm", "records", "create", "Contacts", "--body", file)
    #expect(none.status == 7)
    try desk.home.write("{\"data\":", to: "two.json")
    let broken = try await desk.run("crm", "records", "create", "Contacts", "--body", file)
    #expect(broken.status == 65)
    #expect(try await desk.effects() == ["crm created Contacts"])
  }

  @Test func filesGoUpAndComeBack() async throws {
    let desk = try await Desk()
    let deal = try await desk.deal("Tower roof")
    let bytes = Data((0...255).map { UInt8($0) })
    try bytes.write(to: URL(filePath: desk.home.path("plan.bin")))
    let up = try await desk.run(
      "crm", "attachments", "upload", "Deals", deal, "--file", desk.home.path("plan.bin"), "--csv")
    #expect(up.status == 0)
    let id = up.output.split(separator: "\r\n").last?.split(separator: ",").dropFirst().first
    let attachment = String(try #require(id))
    let goal = desk.home.path("back.bin")
    let down = [
      "crm", "attachments", "download", "Deals", deal, attachment, "--output-file", goal,
    ]
    #expect(try await desk.home.run(down).ending == .exited(0))
    #expect(try Data(contentsOf: URL(filePath: goal)) == bytes)
    let again = try await desk.home.run(down)
    #expect(again.ending == .exited(73))
    #expect(again.errors.contains("--force replaces it"))
    let none = try await desk.run("crm", "photo", "download", "Contacts", "4150868000000999999")
    #expect([4, 7].contains(none.status))
    #expect(none.output == "")
  }

  @Test func anInvoiceComesAsAPDF() async throws {
    let desk = try await Desk(deals: 40)
    let list = try await desk.run("books", "invoices", "list", "--query", "per_page=1", "--ndjson")
    let id = try #require(list.output.firstMatch(of: /"invoice_id":"(\d+)"/)?.1)
    let goal = desk.home.path("invoice.pdf")
    let run = try await desk.run(
      "books", "invoices", "show", String(id), "--query", "accept=pdf", "--output-file", goal)
    #expect(run.status == 0)
    #expect(run.errors == "Saved \(goal).\n")
    #expect(try Data(contentsOf: URL(filePath: goal)).starts(with: Data("%PDF-".utf8)))
  }

  @Test func theShellCompletesResourcesVerbsAndParameters() async throws {
    let home = try Home()
    let script = try await home.run(["completions", "bash"]).output
    #expect(script.contains("books"))
    func completed(_ index: String, _ words: String...) async throws -> [Substring] {
      try await home.run(
        ["---completion", "books", "--", index, "\(words.count + 1)", "0", "fairlead", "books"]
          + words,
        environment: ["SAP_SHELL": "bash", "SAP_SHELL_VERSION": "5"]
      ).output.split(separator: "\n")
    }
    #expect(try await completed("positional@0", "").contains("invoices"))
    #expect(try await completed("positional@1", "invoices", "").contains("void"))
    #expect(
      try await completed("--query", "invoices", "list", "--query", "").contains("status=overdue"))
  }
}

extension Home {
  /// A home whose account is at an address where nobody answers.
  static func withoutServer() throws -> Home {
    let home = try Home()
    try home.write(
      "client_id = \"1000.A\"\nbase_url = \"http://127.0.0.1:9\"\norganization_id = \"7\"",
      to: ".config/fairlead/profiles/default/profile.toml")
    try home.write(
      "client_secret = \"s\"\nrefresh_token = \"1000.r\"",
      to: ".config/fairlead/profiles/default/secrets.toml")
    return home
  }
}
