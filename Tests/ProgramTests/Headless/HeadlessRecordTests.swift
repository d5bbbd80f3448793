import Testing

/// Records of CRM without the screen, as a script sees them: output, status, and what really happened.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct HeadlessRecordTests {
  @Test func aDealIsMadeShownChangedMovedAndDeleted() async throws {
    let desk = try await Desk()
    let id = try await desk.deal("Tower roof")
    #expect(
      try await desk.run(
        "deals", "list", "--fields", "Deal_Name,Stage,Amount,Closing_Date", "--csv"
      ).output == """
        id,Deal_Name,Stage,Amount,Closing_Date\r
        \(id),Tower roof,Qualification,1200.5,2026-12-31\r

        """)
    let edited = try await desk.run("deals", "edit", "Tower roof", "Amount=900", "-o", "table")
    #expect(edited.output == "Changed the deal \(id).\n")
    let moved = try await desk.run("deals", "move", id, "needs analysis", "-o", "table")
    #expect(moved.output == "Moved Tower roof to Needs Analysis\n")
    let shown = try await desk.run(
      "deals", "show", id, "--fields", "Deal_Name,Stage,Amount", "--json")
    #expect(
      shown.output == """
        {"Deal_Name":"Tower roof","Stage":"Needs Analysis","Amount":900,"id":"\(id)"}

        """)
    let deleted = try await desk.run("deals", "delete", id, "--yes", "--ndjson")
    #expect(deleted.output == "{\"id\":\"\(id)\",\"status\":\"deleted\"}\n")
    #expect(try await desk.run("deals", "show", id).status == 4)
  }

  @Test func aMoveThatIsThereAlreadySendsNothing() async throws {
    let desk = try await Desk()
    let id = try await desk.deal("Tower roof")
    let before = try await desk.effects()
    let run = try await desk.run("deals", "move", id, "Qualification", "-o", "table")
    #expect(run.output == "Tower roof is in Qualification already.\n")
    #expect(try await desk.effects() == before)
  }

  @Test func wrongValuesAreAllToldAndNothingIsSent() async throws {
    let desk = try await Desk()
    let run = try await desk.run(
      "deals", "create", "Deal_Name=Roof", "Stage=Qualificatio", "Closing_Date=03/04/2026",
      "Amount=1.234", "Amont=5")
    #expect(run.status == 65)
    #expect(run.output == "")
    #expect(
      run.errors == """
        fairlead: Stage: "Qualificatio" is not on its list (the nearest is Qualification)
        fairlead: Closing_Date: "03/04/2026" may be 2026-03-04 (month/day/year) or 2026-04-03 \
        (day/month/year). Say --dates mdy or --dates dmy.
        fairlead: Amount: "1.234" may be 1.234 (decimal point) or 1234 (decimal comma). \
        Say --decimal . or --decimal ,.
        fairlead: Deals has no field Amont; the nearest is Amount.

        """)
    #expect(try await desk.effects() == [])
  }

  @Test func valuesOfAnotherLocaleAreEchoedAsUnderstood() async throws {
    let desk = try await Desk()
    let run = try await desk.run(
      "deals", "create", "Deal_Name=Roof", "Stage=Qualification", "Closing_Date=31/12/2026",
      "Amount=1.234,50")
    #expect(run.status == 0)
    #expect(
      run.errors == """
        Closing_Date: 31/12/2026 is 2026-12-31
        Amount: 1.234,50 is 1234.5

        """)
  }

  @Test func aDryRunNeedsNobodyAndPrintsTheRequest() async throws {
    let home = try Home()
    try home.write(
      "client_id = \"1000.A\"\nbase_url = \"http://127.0.0.1:9\"",
      to: ".config/fairlead/profiles/default/profile.toml")
    try home.write(
      "client_secret = \"s\"\nrefresh_token = \"1000.r\"",
      to: ".config/fairlead/profiles/default/secrets.toml")
    let (ending, output, errors) = try await home.run([
      "deals", "edit", "4150868000000500055", "Next_Step=Call", "--dry-run",
    ])
    #expect(ending == .exited(0))
    #expect(
      output == """
        {"method":"PUT","url":"http://127.0.0.1:9/crm/v8/Deals/4150868000000500055",\
        "headers":{"content-type":"application/json"},"body":{"data":[{"Next_Step":"Call"}]}}

        """)
    #expect(
      errors == """
        not checked: the fields of Deals are not known here yet, and a dry run asks nobody
        with if-unmodified-since: its Modified_Time, read just before

        """)
  }

  @Test func aDryRunChecksAgainstTheFieldsThatAnEarlierRunKept() async throws {
    let desk = try await Desk()
    _ = try await desk.deal("Tower roof")
    let run = try await desk.run("deals", "edit", "4150868000000500055", "Amont=1", "--dry-run")
    #expect(run.status == 65)
    #expect(run.errors == "fairlead: Deals has no field Amont; the nearest is Amount.\n")
  }

  @Test func somebodyElsesChangeIsAConflict() async throws {
    let desk = try await Desk()
    let id = try await desk.deal("Tower roof")
    let run = try await desk.run(
      "deals", "edit", id, "Amount=1", "--unmodified-since", "2020-01-01T00:00:00+00:00",
      "--json")
    #expect(run.status == 5)
    #expect(
      run.errors == """
        {"error":{"status":5,"name":"conflict","message":"Changed meanwhile by Jane Hartley."}}

        """)
  }

  @Test func aLostAnswerToAMoveIsLookedForAndFound() async throws {
    let desk = try await Desk()
    let id = try await desk.deal("Tower roof")
    try await desk.fault(
      #"{"fault":"apply_then_drop","method":"PUT","path":"/crm/v8/Deals"}"#)
    let run = try await desk.run("deals", "move", id, "Needs Analysis", "-o", "table")
    #expect(run.status == 0)
    #expect(run.output == "Move Tower roof from Qualification to Needs Analysis: found at Zoho.\n")
    #expect(try await desk.effects().filter { $0 == "crm changed Deals" }.count == 1)
  }

  @Test func aLostAnswerToANewRecordIsAFateUnknown() async throws {
    let desk = try await Desk()
    _ = try await desk.deal("First")
    try await desk.fault(#"{"fault":"apply_then_drop","method":"POST","path":"/crm/v8/Deals"}"#)
    let run = try await desk.run(
      "deals", "create", "Deal_Name=Tower", "Stage=Qualification", "Closing_Date=2026-12-31",
      "--json")
    #expect(run.status == 6)
    #expect(run.output == "")
    #expect(
      run.errors.hasPrefix(#"{"error":{"status":6,"name":"outcome-unknown","message":"No answer"#))
    #expect(try await desk.effects() == ["crm created Deals", "crm created Deals"])
  }

  @Test func nothingIsDeletedWithoutConsent() async throws {
    let desk = try await Desk()
    let id = try await desk.deal("Tower roof")
    let run = try await desk.run("deals", "delete", "Tower roof")
    #expect(run.status == 64)
    #expect(
      run.errors == """
        would delete \(id)  Tower roof
        fairlead: Nothing was deleted. Say --yes to delete 1.

        """)
    #expect(try await desk.run("deals", "show", id).status == 0)
  }

  @Test func someDeletedAndSomeNotIsAStatusOfItsOwn() async throws {
    let desk = try await Desk()
    let id = try await desk.deal("Tower roof")
    let run = try await desk.run(
      "deals", "delete", id, "4150868000000999999", "--yes", "--ndjson", "--json-errors")
    #expect(run.status == 3)
    #expect(run.output.contains("{\"id\":\"\(id)\",\"status\":\"deleted\"}\n"))
    #expect(run.output.contains("\"status\":\"refused\""))
    #expect(run.errors.contains(#""name":"some-failed""#))
  }

  @Test func aReadOnlyRunWritesNothing() async throws {
    let desk = try await Desk()
    let id = try await desk.deal("Tower roof")
    let before = try await desk.effects()
    for command in [
      ["deals", "move", id, "Needs Analysis"], ["deals", "edit", id, "Amount=1"],
      ["deals", "delete", id, "--yes"], ["notes", "add", id, "x"],
      ["api", "POST", "crm/v8/Deals", "--field", "x=1"],
    ] {
      let (ending, output, errors) = try await desk.home.run(command + ["--read-only"])
      #expect(ending == .exited(77))
      #expect(output == "")
      #expect(errors == "fairlead: The profile default is read-only: nothing was sent.\n")
    }
    #expect(try await desk.effects() == before)
  }

  @Test func aNameThatSeveralHaveIsNotGuessed() async throws {
    let desk = try await Desk()
    let ids = [try await desk.deal("Twin"), try await desk.deal("Twin")]
    let run = try await desk.run("deals", "show", "Twin")
    #expect(run.status == 65)
    #expect(
      run.errors == "fairlead: Several are called \"Twin\": give one of the ids "
        + ids.joined(separator: ", ") + ".\n")
  }

  @Test func aCutListSaysSoTwice() async throws {
    let desk = try await Desk(deals: 12)
    let run = try await desk.run("deals", "list", "--limit", "2", "--fields", "Stage")
    #expect(run.status == 0)
    #expect(
      run.output.hasSuffix(
        "\n],\"info\":{\"count\":2,\"more\":true,\"hint\":\"Use --limit for more, or --all.\"}}\n"))
    #expect(run.errors == "2 rows shown; more exist. Use --limit for more, or --all.\n")
    let all = try await desk.run("deals", "list", "--all", "--ndjson")
    #expect(all.output.split(separator: "\n").count == 12)
    #expect(all.errors == "")
  }

  @Test func filtersAreJoinedAndCheckedByTheirFields() async throws {
    let desk = try await Desk()
    _ = try await desk.deal("Small", amount: "10")
    let big = try await desk.deal("Big", amount: "9000")
    _ = try await desk.deal("Far", stage: "Needs Analysis", amount: "9000")
    let run = try await desk.run(
      "deals", "list", "--stage", "Qualification", "--owner", "me", "--closing-before",
      "2027-01-01", "--where", "Amount > 100", "--fields", "Deal_Name", "--ndjson")
    #expect(run.output == "{\"id\":\"\(big)\",\"Deal_Name\":\"Big\"}\n")
    let wrong = try await desk.run("deals", "list", "--stage", "Qualification?")
    #expect(wrong.status == 65)
    #expect(
      wrong.errors == "fairlead: Stage: \"Qualification?\" is not on its list "
        + "(the nearest is Qualification)\n")
    #expect(try await desk.run("deals", "list", "--closing-before", "tomorrow").status == 64)
  }

  @Test(arguments: [
    ("contacts", "Last_Name", "Hill", "Full_Name"),
    ("accounts", "Account_Name", "Acme", "Account_Name"),
    ("tasks", "Subject", "Call back", "Subject"),
  ])
  func everyModuleHasTheSameVerbs(
    command: String, field: String, value: String, name: String
  ) async throws {
    let desk = try await Desk()
    let id = try await desk.made("id", command, "create", "\(field)=\(value)")
    let found = "\(name) = '\(value)'"
    let list = try await desk.run(command, "list", "--where", found, "--fields", name, "--csv")
    #expect(list.output == "id,\(name)\r\n\(id),\(value)\r\n")
    #expect(try await desk.run(command, "delete", value, "--yes").status == 0)
    #expect(
      try await desk.run(command, "list", "--where", found, "--fields", name, "--csv").output
        == "id,\(name)\r\n")
  }

  @Test func aTaskIsCompleted() async throws {
    let desk = try await Desk()
    let id = try await desk.made("id", "tasks", "create", "Subject=Call back")
    let run = try await desk.run("tasks", "complete", "Call back", "-o", "table")
    #expect(run.output == "Completed the task \(id).\n")
    let shown = try await desk.run("tasks", "show", id, "--fields", "Status", "--json")
    #expect(shown.output == "{\"Status\":\"Completed\",\"id\":\"\(id)\"}\n")
  }

  @Test func aNoteIsWrittenAndListed() async throws {
    let desk = try await Desk()
    let id = try await desk.deal("Tower roof")
    let run = try await desk.run("notes", "add", id, "Call Jane", "-o", "table")
    #expect(run.output == "Note saved.\n")
    let list = try await desk.run("notes", "list", "Tower roof", "--ndjson")
    #expect(list.output.contains(#""text":"Call Jane""#))
    #expect(try await desk.run("notes", "add", "4150868000000999999", "x").status == 4)
  }

  @Test func aLeadIsConvertedOnlyWithConsent() async throws {
    let desk = try await Desk()
    let id = try await desk.made("id", "leads", "create", "Last_Name=Hill", "Company=Hill Ltd")
    let asked = try await desk.run("leads", "convert", "Hill")
    #expect(asked.status == 64)
    #expect(
      asked.errors == "fairlead: Nothing was done: a converted lead stays converted. "
        + "Say --yes to convert \(id).\n")
    let converted = try await desk.run(
      "leads", "convert", "Hill", "--yes", "--json", "--deal", "Deal_Name=Hill first",
      "--deal", "Stage=Qualification", "--deal", "Closing_Date=2026-12-31",
      "--deal", "Pipeline=Standard")
    #expect(converted.status == 0, "\(converted.errors)")
    #expect(converted.output.contains(#""action":"converted""#))
    let deal = try await desk.run("deals", "show", "Hill first", "--json")
    #expect(deal.output.contains(#""Stage":"Qualification""#))
    let again = try await desk.run("leads", "convert", id, "--yes")
    #expect(again.status == 7)
    #expect(again.errors.contains("ID_ALREADY_CONVERTED"))
    #expect(try await desk.run("leads", "show", "Hill").status == 0)
  }

  @Test func aBlueprintMovesItsRecordsAlone() async throws {
    let desk = try await Desk()
    let id = try await desk.made(
      "id", "deals", "create", "Deal_Name=Partner roof", "Pipeline=Partner Sales",
      "Stage=Qualification", "Closing_Date=2026-12-31")
    let before = try await desk.effects()
    let run = try await desk.run("deals", "move", id, "Needs Analysis")
    #expect(run.status == 7)
    #expect(
      run.errors == """
        fairlead: Zoho refused: The record is in blue print: Stage (RECORD_IN_BLUEPRINT)
        fairlead: The record is in a Blueprint, which alone moves it: `fairlead crm blueprint \
        show MODULE ID` lists its transitions.

        """)
    #expect(try await desk.effects() == before)
    let shown = try await desk.run("crm", "blueprint", "show", "Deals", id, "--json")
    let transition = shown.output.firstMatch(
      of: /"id":"(\d+)"[^{}]*"name":"Qualify"[^{}]*"next_field_value":"Needs Analysis"/)
    let found = try #require(transition, "\(shown.output)")
    let lacking = try await desk.run(
      "crm", "blueprint", "transition", "Deals", id, "--set", "transition_id=\(found.1)")
    #expect(lacking.status == 3)
    #expect(
      lacking.errors
        == "fairlead: Zoho keeps it half done: the record has not moved, a field is missing.\n")
    let still = try await desk.run("deals", "show", id, "--fields", "Stage", "--ndjson")
    #expect(still.output.contains("Qualification"))
    let taken = try await desk.run(
      "crm", "blueprint", "transition", "Deals", id, "--set", "transition_id=\(found.1)", "--set",
      "data.Amount:=900")
    #expect(taken.status == 0, "\(taken.errors)")
    let deal = try await desk.run("deals", "show", id, "--fields", "Stage,Amount", "--ndjson")
    #expect(deal.output.contains(#""Stage":"Needs Analysis","Amount":900"#))
  }

  @Test func aConvertedLeadIsNoLeadAnyMore() async throws {
    let desk = try await Desk()
    let gone = try await desk.made(
      "id", "leads", "create", "Last_Name=Hill", "Company=Hill Ltd")
    let stays = try await desk.made("id", "leads", "create", "Last_Name=Wood", "Company=Wood Ltd")
    #expect(try await desk.run("leads", "convert", gone, "--yes").status == 0)
    let fields = ["--where", "Last_Name in ('Hill', 'Wood')", "--fields", "Last_Name", "--csv"]
    func list(_ options: String...) async throws -> String {
      try await desk.home.run(["leads", "list"] + options + fields).output
    }
    #expect(try await list() == "id,Last_Name\r\n\(stays),Wood\r\n")
    #expect(try await list("--converted", "true") == "id,Last_Name\r\n\(gone),Hill\r\n")
    #expect(
      try await list("--converted", "both")
        == "id,Last_Name\r\n\(gone),Hill\r\n\(stays),Wood\r\n")
  }
}
