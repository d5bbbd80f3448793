import FoundationEssentials
import LocalZoho
import Sales
import Testing

@testable import AppCore

/// Two invoices of Initech that are late: £600.00 by 21 days, £400.00 by 4.
struct Late {
  var deal: String
  var customer: String
  var old: String
  var new: String

  static func open(
    _ work: (Session, Office, Late) async throws -> Void
  ) async throws {
    try await Office.open { (office) async throws in
      let (deal, customer) = try await office.colleague.makeInitech()
      func bill(_ amount: Int, due: String) async throws -> String {
        try await office.colleague.makeInvoice(of: customer, amount: amount, due: due, deal: deal)
      }
      let late = Late(
        deal: deal, customer: customer, old: try await bill(600, due: "2026-11-03"),
        new: try await bill(400, due: "2026-11-20"))
      let session = try await office.start()
      office.clock.advance(seconds: 60)
      await session.wait(seconds: 0)
      await session.press("3/initech<enter>")
      try await work(session, office, late)
    }
  }

  /// An invoice as the server has it.
  static func invoice(_ id: String, _ office: Office) async throws -> JSON {
    try await office.colleague.call("GET", "/books/v3/invoices/\(id)")["invoice"]
  }
}

/// The review, the hold, and what became of the mail.
@Suite(.serialized, .timeLimit(.minutes(5))) struct SendReviewTests {
  @Test func aHeldMailGoesOutOnceWhenNobodyTakesItBack() async throws {
    try await Late.open { (session, _, _) async throws in
      await session.press("Sh")
      #expect(session.state.overlays.isEmpty)
      #expect(session.screen.contains("goes out in 30 s to jane@initech.example"))
      await session.press("6")
      #expect(session.screen.contains("held"))
      await session.wait(seconds: 10)
      #expect(session.screen.contains("goes out in 20 s"))
      #expect(try await session.mail() == [])
      await session.wait(seconds: 21)
      #expect(try await session.mail().count == 1)
      #expect(session.statusLine.contains("sent to jane@initech.example"))
      await session.wait(seconds: 60)
      #expect(try await session.mail().count == 1)
      #expect(!session.screen.contains("goes out in"))
    }
  }

  @Test func aHeldMailIsTakenBackAndItsReviewShownAgain() async throws {
    try await Late.open { (session, office, _) async throws in
      await session.press("Sh")
      await session.wait(seconds: 5)
      await session.press("u")
      #expect(session.state.place == .review)
      #expect(session.statusLine.hasPrefix("Nothing was sent"))
      await session.wait(seconds: 120)
      #expect(try await session.mail() == [])
      #expect(try office.journal.intents(in: [.queued, .dispatching, .confirmed]) == [])
      await session.press("s")
      #expect(try await session.mail().count == 1)
    }
  }

  @Test func leavingWithAHeldMailAsksAndTheNextStartSendsNothingByItself() async throws {
    try await Late.open { (session, office, _) async throws in
      await session.press("Shq")
      #expect(session.screen.contains("Leave with 1 held?"))
      await session.press("l")
      #expect(session.state.isFinished)
      await session.services.stop()
      office.clock.advance(seconds: 600)
      let next = try await office.start()
      await next.wait(seconds: 600)
      #expect(try await next.mail() == [])
      #expect(next.state.outbox.uncertainCount == 1)
      await next.press("6S")
      #expect(next.screen.contains("Send it now?"))
      await next.press("<tab><enter>")
      #expect(try await next.mail().count == 1)
    }
  }

  @Test func aHeldMailWhoseAnswerIsLostIsNotSentTwice() async throws {
    try await Late.open { (session, office, late) async throws in
      office.server.inject(
        Fault(.applyThenDrop, method: "POST", pathPrefix: "/books/v3/invoices/\(late.old)/email"))
      await session.press("Sh")
      await session.wait(seconds: 31)
      #expect(session.screen.contains("? 1 uncertain"))
      #expect(try await session.mail().count == 1)
      await session.wait(seconds: 3)
      #expect(!session.screen.contains("uncertain"))
      #expect(try await session.mail().count == 1)
    }
  }

  @Test func thePDFStaysBehindWhenItIsSwitchedOff() async throws {
    try await Late.open { (session, office, _) async throws in
      await session.press("Sp")
      #expect(session.screen.contains("no PDF goes with it"))
      await session.press("s")
      let mail = try await session.mail()
      let message = try await office.colleague.message(mail.first?["id"].text ?? "")
      #expect(!message.contains("application/pdf"))
    }
  }

  @Test func aCopyGoesToOneMoreAndAnotherDomainIsPointedOut() async throws {
    try await Late.open { (session, office, _) async throws in
      await session.press("Sbboss@rival.example<enter>")
      #expect(session.screen.contains("boss@rival.example is at another domain"))
      await session.press("s")
      let mail = try await session.mail()
      #expect(
        mail.first?["recipients"]
          == .array([.text("jane@initech.example"), .text("boss@rival.example")]))
      let message = try await office.colleague.message(mail.first?["id"].text ?? "")
      #expect(message.contains("Cc: boss@rival.example"))
    }
  }

  @Test func aSecondMailSaysWhenTheFirstWasSentAndToWhom() async throws {
    try await Late.open { (session, _, _) async throws in
      await session.press("Ss")
      #expect(try await session.mail().count == 1)
      await session.press("S")
      #expect(session.screen.contains("it was mailed before"))
      await session.press("<esc><enter>")
      #expect(session.screen(120, 60).contains("Mails"))
      #expect(session.screen(120, 60).contains("jane@initech.example"))
    }
  }

  @Test func withoutAnAddressNothingIsSentAndOneIsAskedFor() async throws {
    try await Office.open { (office) async throws in
      let made = try await office.colleague.call(
        "POST", "/books/v3/contacts",
        #"{"contact_name":"Nobody Ltd","contact_type":"customer"}"#)
      try await office.colleague.makeInvoice(
        of: made["contact"]["contact_id"].text, amount: 100, due: "2026-12-20")
      let session = try await office.start()
      office.clock.advance(seconds: 60)
      await session.press("3/nobody<enter>Ss")
      #expect(session.statusLine.contains("the customer has no address"))
      #expect(try await session.mail() == [])
      await session.press("post@nobody.example<enter>s")
      #expect(
        try await session.mail().first?["recipients"] == .array([.text("post@nobody.example")]))
    }
  }
}
