import LocalZoho
import Sales
import Testing

@testable import AppCore

/// Leads: found, and made a contact, an account and maybe a deal of, once.
@Suite(.serialized, .timeLimit(.minutes(5))) struct PeopleLeadTests {
  func atLead(_ work: (Session, String, Office) async throws -> Void) async throws {
    try await Office.open { (office) async throws in
      let lead = try await office.colleague.make(
        "Leads",
        #""First_Name":"Yan","Last_Name":"Yeti","Company":"Yeti Works","#
          + #""Email":"yan@yeti.example","Lead_Status":"Contacted""#)
      let session = try await office.start()
      await session.press("2[/yeti<enter>")
      office.clock.advance(seconds: 60)
      #expect(session.state.people.record?.id == lead)
      try await work(session, lead, office)
    }
  }

  @Test func leadsAreListedWithTheirStatus() async throws {
    try await atLead { (session, _, _) async throws in
      #expect(session.screen.contains("Yeti Works"))
      #expect(session.screen.contains("Contacted"))
      #expect(session.screen.contains("Lead Information"))
    }
  }

  @Test func aLeadIsConvertedAfterSeeingWhatIsMade() async throws {
    try await atLead { (session, lead, office) async throws in
      await session.press("C")
      #expect(session.screen.contains("new: Yeti Works"))
      #expect(session.screen.contains("new: Yan Yeti"))
      await session.press("<c-s>")
      #expect(session.screen.contains("Account       new: Yeti Works"))
      #expect(session.screen.contains("Contact       new: Yan Yeti"))
      #expect(session.screen.contains("Deal          none"))
      #expect(try await session.effects() == [])
      await session.press("v")
      #expect(session.state.people.counts[.leads] != nil)
      let made = try await session.effects()
      #expect(made.contains("crm created Contacts"))
      #expect(made.contains("crm created Accounts"))
      #expect(!made.contains("crm created Deals"))
      #expect(session.screen.contains("None has these words"))
      await session.press("]/yeti<enter>")
      #expect(session.state.people.record?.name == "Yan Yeti", "the contact is there")
    }
  }

  @Test func aDealIsMadeWithItWhenAsked() async throws {
    try await atLead { (session, _, office) async throws in
      await session.press("C")
      for _ in 0..<9 where session.state.form?.field != "Makes_Deal" {
        await session.press("<tab>")
      }
      await session.press("<space>")
      for _ in 0..<9 where session.state.form?.field != "Closing_Date" {
        await session.press("<tab>")
      }
      await session.press("+30<c-s>")
      #expect(session.screen.contains("Deal          new: Yeti Works"))
      await session.press("v")
      let made = try await session.effects()
      #expect(made.contains("crm created Deals"), "\(session.statusLine) \(made)")
    }
  }

  @Test func whatADealNeedsIsAskedForBeforeAnythingIsSent() async throws {
    try await atLead { (session, _, _) async throws in
      await session.press("C")
      for _ in 0..<9 where session.state.form?.field != "Makes_Deal" {
        await session.press("<tab>")
      }
      await session.press("<space>")
      for _ in 0..<9 where session.state.form?.field != "Deal_Name" { await session.press("<tab>") }
      await session.press("<c-u><c-s>")
      #expect(session.screen.contains("is needed for a deal"))
      #expect(try await session.effects() == [])
    }
  }

  @Test func aCancelledConversionMakesNothing() async throws {
    try await atLead { (session, _, _) async throws in
      await session.press("C<c-s><esc>")
      #expect(try await session.effects() == [])
      #expect(session.state.people.record?.name == "Yan Yeti")
      await session.press("C")
      #expect(session.statusLine.contains("as you left it"))
    }
  }

  @Test func aDeletedLeadLeavesTheListWithTheNextSync() async throws {
    try await atLead { (session, lead, office) async throws in
      try await office.colleague.call("DELETE", "/crm/v8/Leads/\(lead)")
      office.clock.advance(seconds: 60)
      await session.press("r")
      #expect(session.screen.contains("None has these words"))
    }
  }
}
