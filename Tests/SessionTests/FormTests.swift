import LocalZoho
import Outbox
import Sales
import Screen
import Testing

@testable import AppCore
@testable import Services

/// Forms over the wire: the organization's own fields, choices and modules, and look-ups.
@Suite(.serialized, .timeLimit(.minutes(5))) struct FormTests {
  private func id(
    _ office: Office, _ module: String, _ field: String
  ) async throws -> (id: String, choices: [JSON]) {
    let reply = try await office.colleague.call("GET", "/crm/v8/settings/fields?module=\(module)")
    let found = reply["fields"].items.first { $0["api_name"].text == field }
    let json = try #require(found)
    return (json["id"].text, json["pick_list_values"].items)
  }

  @Test func aFieldOfTheOrganizationsOwnIsInTheFormAndIsSaved() async throws {
    try await Office.open { (office) async throws in
      try await office.colleague.call(
        "POST", "/crm/v8/settings/fields?module=Contacts",
        #"{"fields":[{"field_label":"Shoe Size","data_type":"integer","length":3}]}"#)
      let contact = try await office.colleague.make("Contacts", #""Last_Name":"Zimmer""#)
      let session = try await office.start()
      await session.press("2/zimmer<enter>")
      office.clock.advance(seconds: 60)
      await session.press("e")
      for _ in 0..<60 where session.state.form?.current?.label != "Shoe Size" {
        await session.press("<tab>")
      }
      await session.press("4x")
      #expect(session.screen.contains("! 4x is not a number"))
      await session.press("<backspace>2<c-s>")
      #expect(session.statusLine == "Zimmer is saved")
      let name = try await id(office, "Contacts", "Shoe_Size")
      #expect(!name.id.isEmpty)
      let read = try await office.colleague.call(
        "GET", "/crm/v8/Contacts/\(contact)?fields=Shoe_Size")
      #expect(read["data"][0]["Shoe_Size"].number == 42)
    }
  }

  @Test func aLookUpFindsWhatIsHereAndThenWhatOnlyZohoHas() async throws {
    try await Office.open { (office) async throws in
      _ = try await office.colleague.make("Accounts", #""Account_Name":"Zebra Ltd""#)
      let session = try await office.start()
      _ = try await office.colleague.make("Accounts", #""Account_Name":"Zebulon Works""#)
      office.clock.advance(seconds: 60)
      await session.press("2c")
      for _ in 0..<20 where session.state.form?.field != "Account_Name" {
        await session.press("<tab>")
      }
      await session.press("zebra")
      #expect(session.state.form?.menu?.rows.map(\.label) == ["Zebra Ltd"])
      await session.press("<c-u>zebulon")
      #expect(session.state.form?.menu?.rows.count == 1, "the server knows one more")
      await session.press("<c-u>zebra<enter>")
      guard case .reference(_, let name)? = session.state.form?.values["Account_Name"] else {
        Issue.record("no look-up")
        return
      }
      #expect(name == "Zebra Ltd")
    }
  }

  @Test func choicesThatDependOnAnotherComeWithTheLayout() async throws {
    try await Office.open { (office) async throws in
      let parent = try await id(office, "Leads", "Lead_Source")
      let child = try await id(office, "Leads", "Lead_Status")
      let layouts = try await office.colleague.call(
        "GET", "/crm/v8/settings/layouts?module=Leads")
      let layout = layouts["layouts"][0]["id"].text
      try await office.colleague.call(
        "POST", "/crm/v8/settings/layouts/\(layout)/map_dependency?module=Leads",
        """
        {"map_dependency":[{"parent":{"id":"\(parent.id)"},"child":{"id":"\(child.id)"},
        "pick_list_values":[{"id":"\(parent.choices[0]["id"].text)",
        "maps":[{"id":"\(child.choices[1]["id"].text)"}]}]}]}
        """)
      let session = try await office.start()
      await session.press("2]]c")
      for _ in 0..<30 where session.state.form?.field != "Lead_Source" {
        await session.press("<tab>")
      }
      let first = parent.choices[0]["display_value"].text
      await session.press("<enter>")
      #expect(session.screen.contains(first))
      await session.press("<enter>")
      for _ in 0..<30 where session.state.form?.field != "Lead_Status" {
        await session.press("<tab>")
      }
      await session.press("<enter>")
      #expect(
        session.state.form?.menu?.shown.map(\.label.string) == [
          child.choices[1]["display_value"].text
        ])
    }
  }

  @Test func aModuleOfTheOrganizationsOwnHasAFormAndIsWritten() async throws {
    try await Office.open { (office) async throws in
      let profiles = try await office.colleague.call("GET", "/crm/v8/settings/profiles")
      try await office.colleague.call(
        "POST", "/crm/v8/settings/modules",
        """
        {"modules":[{"singular_label":"Machine","plural_label":"Machines",\
        "api_name":"Machines","profiles":[{"id":"\(profiles["profiles"][0]["id"].text)"}]}]}
        """)
      let session = try await office.start()
      let layout = try await session.services.layout(of: "Machines", for: nil)
      #expect(layout.field("Name")?.isRequired == true)
      #expect(try office.mirror.read { try $0.layouts(of: "Machines") }.first?.id == layout.id)
      session.ledgerStart = try await office.colleague.ledgerLength()
      let new = NewRecord(
        module: "Machines", name: "Lathe", values: ["Name": "Lathe 7"], token: "1")
      await session.services.perform(.enqueue(.record(.create(new))))
      #expect(try await session.effects() == ["crm created Machines"])
    }
  }

  @Test func theStagesOfADealAreThoseOfItsPipeline() async throws {
    try await Office.open { (office) async throws in
      let session = try await office.start()
      let layout = try await session.services.layout(of: "Deals", for: nil)
      let stage = try #require(layout.field("Stage"))
      let all = stage.choices.count
      let some = stage.choices(with: ["Pipeline": "Standard"])
      #expect(!some.isEmpty)
      #expect(some.count <= all)
      #expect(some.map(\.stored).contains("Qualification"))
    }
  }

  @Test func anEditLeftByADeadProgramIsSentOnceByTheNext() async throws {
    try await Office.open { (office) async throws in
      let contact = try await office.colleague.make("Contacts", #""Last_Name":"Zimmer""#)
      let session = try await office.start()
      await session.press("2/zimmer<enter>e")
      office.clock.advance(seconds: 60)
      office.server.inject(Fault(.applyThenDrop, method: "PUT", pathPrefix: "/crm/v8/Contacts"))
      for _ in 0..<20 where session.state.form?.field != "Phone" { await session.press("<tab>") }
      await session.press("+1<space>555<c-s>")
      #expect(session.screen.contains("? 1 uncertain"))
      let next = try await office.start()
      #expect(next.screen.contains("? 1 uncertain"))
      await next.wait(seconds: 3)
      #expect(!next.screen.contains("uncertain"))
      #expect(try await session.effects() == ["crm changed Contacts"])
      let read = try await office.colleague.call("GET", "/crm/v8/Contacts/\(contact)?fields=Phone")
      #expect(read["data"][0]["Phone"].text == "+1 555")
    }
  }
}
