import Testing

/// `import contacts` and its like: upserts by the hundred or in one bulk job, with a result each.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct HeadlessImportTests {
  private func run(
    _ desk: Desk, _ csv: String, _ options: [String] = ["--match", "Email"]
  ) async throws -> (run: Desk.Run, results: String?) {
    try desk.home.write(csv, to: "people.csv")
    let file = desk.home.path("people.csv")
    let (ending, output, errors) = try await desk.home.run(["import", "contacts", file] + options)
    guard case .exited(let status) = ending else { throw NeverHappened(description: errors) }
    let results = try? String(contentsOfFile: file + ".results.csv", encoding: .utf8)
    return (Desk.Run(status: status, output: output, errors: errors), results)
  }

  @Test func recordsAreMadeAndTheSecondTimeChanged() async throws {
    let desk = try await Desk()
    let csv = """
      Last_Name,email,Phone
      Hill,hill@new.example,+44 1
      Wood,wood@new.example,+44 2

      """
    let (first, _) = try await run(desk, csv)
    #expect(first.status == 0)
    #expect(first.output.hasPrefix("created 2\n"))
    #expect(first.errors.contains("email → Email\n"))
    let (second, results) = try await run(desk, csv.replacing("+44 2", with: "+44 3"))
    #expect(second.status == 0)
    #expect(second.output.hasPrefix("created 0 · updated 2\n"))
    #expect(
      results?.hasPrefix("line,Full_Name,status,id,message\r\n2,hill@new.example,updated,") == true)
    let phone = try await desk.run(
      "query", "select Phone from Contacts where Email = 'wood@new.example'", "--ndjson")
    #expect(phone.output.contains("+44 3"))
  }

  @Test func wrongRowsKeepEverythingBack() async throws {
    let desk = try await Desk()
    let before = try await desk.effects()
    let csv = """
      Last_Name,Email
      Hill,hill@new.example
      ,wood@new.example
      Hall,HILL@new.example
      Moor,

      """
    let (refused, results) = try await run(desk, csv)
    #expect(refused.status == 65)
    #expect(
      refused.errors == """
        Last_Name → Last_Name
        Email → Email
        line 3: Last_Name is empty
        line 4: Email: "HILL@new.example" stands on line 2 too
        line 5: Email is empty: nothing to know the record by
        fairlead: Nothing was sent. Put the rows right, or send the others with --skip-bad.

        """)
    #expect(results == nil)
    #expect(try await desk.effects() == before)
    let (sent, rows) = try await run(desk, csv, ["--match", "Email", "--skip-bad"])
    #expect(sent.status == 3)
    #expect(sent.output.hasPrefix("created 1 · bad 3\n"))
    #expect(rows?.contains("3,wood@new.example,bad,,Last_Name is empty\r\n") == true)
  }

  @Test func aColumnWithoutAFieldIsToldWithTheNearest() async throws {
    let desk = try await Desk()
    let (run, _) = try await run(desk, "Last_Name,Emial\nHill,a@b.example\n")
    #expect(run.status == 65)
    #expect(
      run.errors == "fairlead: people.csv: Contacts has no field \"Emial\"; the nearest is Email. "
        + "Say --map or --skip.\n")
  }

  @Test func aDryRunPrintsTheRecords() async throws {
    let desk = try await Desk()
    let before = try await desk.effects()
    let (run, results) = try await run(
      desk, "name,mail,born\nHill,a@b.example,31/12/1980\n",
      [
        "--match", "Email", "--map", "name=Last_Name", "--map", "mail=Email", "--map",
        "born=Date_of_Birth", "--dry-run",
      ])
    #expect(run.status == 0)
    #expect(
      run.output
        == #"{"Date_of_Birth":"1980-12-31","Email":"a@b.example","Last_Name":"Hill"}"# + "\n")
    #expect(
      run.errors.hasSuffix(
        "would send 1 records, matched by Email; 0 bad rows. Nothing was sent.\n"))
    #expect(results == nil)
    #expect(try await desk.effects() == before)
  }

  @Test func aLostAnswerIsAskedForAgainAndNothingIsDoubled() async throws {
    let desk = try await Desk()
    try await desk.fault(
      #"{"fault":"apply_then_drop","method":"POST","path":"/crm/v8/Contacts/upsert"}"#)
    let (run, _) = try await run(desk, "Last_Name,Email\nHill,hill@new.example\n")
    #expect(run.status == 0)
    let found = try await desk.run(
      "query", "select Email from Contacts where Email = 'hill@new.example'", "--ndjson")
    #expect(found.output.split(separator: "\n").count == 1)
  }

  @Test func manyRowsGoInOneBulkJob() async throws {
    let desk = try await Desk()
    let csv =
      "Last_Name,Email\n" + (1...20).map { "\"Hill, \($0)\",hill\($0)@new.example\n" }.joined()
    let (run, results) = try await run(desk, csv, ["--match", "Email", "--bulk-above", "10"])
    #expect(run.status == 0)
    #expect(run.errors.contains("bulk job "))
    #expect(run.output.hasPrefix("created 20\n"))
    let rows = results?.split(separator: "\r\n") ?? []
    #expect(rows.count == 21)
    #expect(
      rows.dropFirst().allSatisfy {
        $0.wholeMatch(of: /\d+,hill\d+@new.example,created,\d+,/) != nil
      })
    let found = try await desk.run(
      "query", "select Email from Contacts where Last_Name = 'Hill, 7'", "--ndjson")
    #expect(found.output.contains("hill7@new.example"))
  }

  @Test func aBulkJobTellsOfEachRow() async throws {
    let desk = try await Desk()
    let there = try await desk.made(
      "id", "contacts", "create", "Last_Name=Wood", "Email=wood@new.example")
    let csv = """
      Last_Name,Email,Phone
      Hill,hill@new.example,1
      Wood,wood@new.example,2

      """
    let options = ["--match", "Email", "--bulk-above", "1"]
    let (first, results) = try await run(desk, csv, options)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.hasPrefix("created 1 · updated 1\n"))
    #expect(results?.contains("3,wood@new.example,updated,\(there),\r\n") == true)
    // Without the job's file nobody knows which rows were taken.
    try await desk.fault(#"{"fault":"reply","status":404,"path":"/v2/crm","body":"{}"}"#)
    let moor = csv + "Moor,moor@new.example,3\n"
    let (unclear, told) = try await run(desk, moor, options)
    #expect(unclear.errors.contains("What became of each row is not known: "))
    #expect(unclear.errors.contains("1 made, 2 changed of 3"))
    #expect(told?.contains("4,moor@new.example,") == true)
  }

  @Test func aReadOnlyProfileImportsNothing() async throws {
    let desk = try await Desk()
    let (run, _) = try await run(
      desk, "Last_Name,Email\nHill,a@b.example\n", ["--match", "Email", "--read-only"])
    #expect(run.status == 77)
  }
}
