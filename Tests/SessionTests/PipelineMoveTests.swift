import LocalZoho
import Sales
import Testing

@testable import AppCore

/// What a move asks for and tells before it is made: Blueprints, closing, money; and taking it back.
@Suite(.serialized, .timeLimit(.minutes(5))) struct PipelineMoveTests {
  private static let deals = "/crm/v8/Deals"

  /// A deal of the pipeline whose Blueprint alone moves deals, under the cursor.
  func atPartner(
    _ work: (Session, String, Office) async throws -> Void
  ) async throws {
    try await Office.open { (office) async throws in
      let deal = try await office.colleague.make(
        "Deals",
        #""Deal_Name":"Zebra","Pipeline":"Partner Sales","Stage":"Qualification","Amount":500,"#
          + #""Closing_Date":"2026-12-20""#)
      let session = try await office.start()
      await session.press("Ppartner<enter>")
      await session.find("zebra")
      #expect(session.state.board.selectedRow?.deal.name == "Zebra")
      office.clock.advance(seconds: 60)
      try await work(session, deal, office)
    }
  }

  func atZebra(
    in stage: String = "Qualification", _ work: (Session, String, Office) async throws -> Void
  ) async throws {
    try await Office.open { (office) async throws in
      let deal = try await office.colleague.makeDeal("Zebra", in: stage)
      let session = try await office.start()
      await session.find("zebra")
      office.clock.advance(seconds: 60)
      try await work(session, deal, office)
    }
  }

  @Test func theListGreysWhatTheBlueprintForbidsAndSaysWhy() async throws {
    try await atPartner { (session, _, _) async throws in
      await session.press("t")
      #expect(session.screen.contains("off: Partner Sales leads only to"))
      await session.press("won<enter>")
      #expect(try await session.effects() == [])
      #expect(session.statusLine.contains("Partner Sales leads only to Needs Analysis, Closed"))
    }
  }

  @Test func moveModeSaysWhyAStageCannotBeReached() async throws {
    try await atPartner { (session, _, _) async throws in
      await session.press("mll")
      #expect(session.screen.contains("MOVE not to Proposal/Price Quote"))
      await session.press("<enter>")
      #expect(try await session.effects() == [])
      await session.press("<esc>")
      #expect(session.state.board.selectedRow?.deal.stage == "Qualification")
    }
  }

  @Test func escPutsAPreviewedDealBack() async throws {
    try await atZebra { (session, deal, office) async throws in
      await session.press("ml")
      #expect(session.screen.contains("MOVE Qualification ▸ Needs Analysis"))
      await session.press("<esc>")
      #expect(session.state.board.selectedRow?.deal.stage == "Qualification")
      #expect(try await session.effects() == [])
    }
  }

  @Test func winningSaysWhatItMayDoToMoneyBeforeItIsSaved() async throws {
    try await atZebra(in: "Negotiation/Review") { (session, deal, office) async throws in
      await session.press("L")
      #expect(session.screen.contains("Zoho may raise an invoice when a deal is won."))
      #expect(session.screen.contains("Invoiced so far: nothing of £22,500."))
      #expect(try await session.effects() == [], "nothing is saved before it was told")
    }
  }

  @Test func losingNamesTheInvoicesThatMayBeVoided() async throws {
    try await Office.open { (office) async throws in
      let (deal, customer) = try await office.colleague.makeInitech()
      try await office.colleague.makeInvoice(
        of: customer, amount: 400, due: "2026-12-01", deal: deal)
      let session = try await office.start()
      await session.find("initech licences")
      await session.press("tclosed lost<enter>")
      #expect(session.screen.contains("Zoho may void invoices when a deal is lost."))
      #expect(session.screen.contains("£400 unpaid"))
      #expect(try await session.effects() == [])
    }
  }

  @Test func losingAsksForTheReasonAndTheDayAndUndoTakesThemBack() async throws {
    try await atZebra { (session, deal, office) async throws in
      await session.press("tclosed lost<enter>")
      #expect(session.screen.contains("Reason For Loss"))
      await session.press("price<enter><c-s>")
      let record = "\(Self.deals)/\(deal)?fields=Stage,Reason_For_Loss__s,Closing_Date"
      let lost = try await office.colleague.call("GET", record)["data"][0]
      #expect(lost["Stage"].text == "Closed Lost")
      #expect(lost["Reason_For_Loss__s"].text == "Price")
      #expect(lost["Closing_Date"].text == office.clock.today.description)
      #expect(try await session.effects() == ["crm changed Deals"], "one write says all of it")
      office.clock.advance(seconds: 60)
      await session.press("u")
      let back = try await office.colleague.call("GET", record)["data"][0]
      #expect(back["Stage"].text == "Qualification")
      #expect(back["Closing_Date"].text == "2026-12-20")
    }
  }

  @Test func aTransitionAsksForItsFieldsInsideTheMove() async throws {
    try await atPartner { (session, deal, office) async throws in
      await session.press("L")
      #expect(session.screen.contains("Qualify"))
      #expect(session.screen.contains("Amount"))
      #expect(try await session.effects() == [])
      await session.press("<c-s>")
      #expect(try await office.colleague.stage(of: deal) == "Needs Analysis")
      #expect(session.statusLine == "Moved Zebra to Needs Analysis")
      #expect(session.state.board.selectedRow?.deal.stage == "Needs Analysis")
    }
  }

  @Test func aCheckListIsTickedInsideTheMove() async throws {
    try await atPartner { (session, deal, office) async throws in
      await session.press("L<c-s>L<c-s>")
      #expect(try await office.colleague.stage(of: deal) == "Proposal/Price Quote")
      await session.press("L<c-s>")
      #expect(
        try await office.colleague.stage(of: deal) == "Proposal/Price Quote",
        "nothing was ticked: it stays")
      #expect(session.screen.contains("is needed"))
    }
  }

  @Test func aMoveIsNotTakenBackOnceSomebodyElseTouchedTheDeal() async throws {
    try await atZebra { (session, deal, office) async throws in
      await session.press("L")
      office.clock.advance(seconds: 60)
      try await office.colleague.call(
        "PUT", "\(Self.deals)/\(deal)", #"{"data":[{"Amount":9}]}"#)
      await session.press("u")
      #expect(session.screen.contains("has changed it since: the move is not taken back"))
      #expect(try await office.colleague.stage(of: deal) == "Needs Analysis")
    }
  }

  @Test func movesAreTakenBackOneAfterTheOther() async throws {
    try await atZebra { (session, deal, office) async throws in
      await session.press("LL")
      office.clock.advance(seconds: 60)
      await session.press("u")
      #expect(try await office.colleague.stage(of: deal) == "Needs Analysis")
      await session.press("u")
      #expect(try await office.colleague.stage(of: deal) == "Qualification")
    }
  }
}
