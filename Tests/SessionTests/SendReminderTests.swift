import FoundationEssentials
import LocalZoho
import Sales
import Testing

@testable import AppCore

/// Chasing what is late, one invoice or all of them.
@Suite(.serialized, .timeLimit(.minutes(5))) struct SendReminderTests {
  @Test func aReminderHasBooksOwnTextAndGoesOnce() async throws {
    try await Late.open { (session, office, late) async throws in
      await session.press("R")
      #expect(session.screen.contains("Review the reminder before sending"))
      #expect(session.screen.contains("overdue by 21 day(s)"))
      await session.press("sss")
      let mail = try await session.mail()
      #expect(mail.count == 1)
      #expect(mail.first?["subject"].text.contains("is outstanding") == true)
      #expect(session.statusLine.hasPrefix("Reminder of INV-"))
      #expect(try await Late.invoice(late.old, office)["reminders_sent"].number == 1)
      #expect(try await session.effects() == ["books mailed invoices"])
      await session.press("R")
      #expect(session.screen.contains("last reminded 2026-11-24"))
    }
  }

  @Test func aReminderWhoseAnswerWasLostIsNeverSentTwice() async throws {
    try await Late.open { (session, office, late) async throws in
      await session.press("R")
      office.server.inject(
        Fault(
          .applyThenDrop, method: "POST",
          pathPrefix: "/books/v3/invoices/\(late.old)/paymentreminder"))
      await session.press("s")
      #expect(session.screen.contains("? 1 uncertain"))
      await session.press("R")
      #expect(session.state.overlays.isEmpty, "no second one meanwhile")
      await session.wait(seconds: 3)
      #expect(!session.screen.contains("uncertain"))
      #expect(try await Late.invoice(late.old, office)["reminders_sent"].number == 1)
    }
  }

  @Test func aReminderThatNeverLeftWaitsForThePersonsWord() async throws {
    try await Late.open { (session, office, late) async throws in
      await session.press("R")
      office.server.inject(
        Fault(
          .drop, method: "POST", pathPrefix: "/books/v3/invoices/\(late.old)/paymentreminder"))
      await session.press("s")
      for seconds in [3.0, 8, 40, 200, 500, 4000, 90_000] {
        await session.wait(seconds: seconds)
        #expect(try await session.mail() == [], "never by itself")
      }
      #expect(session.screen.contains("? 1 uncertain"))
    }
  }

  @Test func allThatAreLateAreListedFirstThenRemindedEachOnce() async throws {
    try await Late.open { (session, office, late) async throws in
      await session.press("<esc>L<c-u>20<enter>")
      let bulk = try #require(session.state.invoices.bulk)
      #expect(bulk.rows.contains { $0.invoice.id.rawValue == late.old })
      #expect(!bulk.rows.contains { $0.invoice.id.rawValue == late.new }, "it is late by 4 days")
      #expect(
        bulk.rows.allSatisfy { $0.invoice.dueDate.map { $0.description <= "2026-11-04" } == true })
      #expect(session.screen.contains("jane@initech.example"))
      #expect(try await session.mail() == [], "nothing leaves before the list was seen")
      let ready = bulk.ready.count
      await session.press("Ls")
      #expect(session.statusLine == "\(ready) reminded.")
      await session.press("ss")
      #expect(try await session.mail().count == ready)
      #expect(try await Late.invoice(late.old, office)["reminders_sent"].number == 1)
    }
  }
}
