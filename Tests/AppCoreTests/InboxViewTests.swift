import FoundationEssentials
import Sales
import Screen
import Testing

@testable import AppCore

/// The inbox on the screen: a count at the top, what others did, and marks on the deals.
@Suite struct InboxViewTests {
  private static func notice(
    _ id: Notice.ID, _ change: Notice.Change, isRead: Bool = false,
    _ subject: Notice.Subject = .deal("d2")
  ) -> Notice {
    Notice(
      id: id, subject: subject, title: "Globex rollout", change: change, author: "Bob Roe",
      time: .daysAgo(0.5), isRead: isRead)
  }

  static let list = NoticeList(
    notices: [
      notice(3, .stage(to: "needs", isForward: true)),
      notice(2, .amount(from: Money(1, Currency("GBP")), to: nil), isRead: true),
      notice(1, .paid(Money(120, Currency("GBP")), isAll: true), isRead: true, .invoice("i1")),
    ], unread: 1, marks: ["d2": .up], watched: [])

  private static func state(_ width: Int, _ height: Int, _ list: NoticeList? = list) -> AppState {
    var state = AppState.sample(width: width, height: height)
    if let list { _ = reduce(&state, .inboxLoaded(.success(list))) }
    return state
  }

  private static func press(_ keys: String, _ state: inout AppState) -> [Effect] {
    (Key.parse(keys) ?? []).flatMap { reduce(&state, .key($0)) }
  }

  @Test(arguments: [(60, 16), (80, 24), (120, 32)])
  func theCountIsAtTheTopAndTheListOnI(_ width: Int, _ height: Int) {
    var state = Self.state(width, height)
    #expect(draw(state).text.contains("Δ 1"))
    #expect(Self.press("I", &state) == [.inbox(.load)])
    let screen = draw(state).text
    #expect(screen.contains("Inbox: 1 new"))
    #expect(screen.contains("▌● ↑ Globex rollout: moved on to"))
    #expect(screen.contains("paid in full") || width == 60)
    for line in screen.split(separator: "\n") { #expect(SafeText(line).width <= width) }
  }

  @Test func emptyReadingAndRefusedDiffer() {
    var reading = Self.state(80, 24, nil)
    _ = Self.press("I", &reading)
    #expect(draw(reading).text.contains("reading…"))
    var empty = Self.state(80, 24, NoticeList())
    _ = Self.press("I", &empty)
    #expect(draw(empty).text.contains("Nobody changed anything you watch."))
    var failed = Self.state(80, 24, nil)
    _ = reduce(&failed, .inboxLoaded(.failure(.storage("disk full"))))
    _ = Self.press("I", &failed)
    #expect(draw(failed).text.contains("! Local files: disk full"))
  }

  @Test func enterOpensTheRecordAndReadsTheNotice() {
    var state = Self.state(120, 32)
    _ = Self.press("I", &state)
    let effects = Self.press("<enter>", &state)
    #expect(effects.contains(.inbox(.markRead(.deal("d2")))))
    #expect(state.place == .dealPane)
    #expect(state.board.selectedRow?.id == "d2")
    var invoice = Self.state(120, 32)
    _ = Self.press("Ijj<enter>", &invoice)
    #expect(invoice.screen == .invoices)
    #expect(invoice.invoices.pane?.id == "i1")
  }

  @Test func marksStandInTheListsAndGoOnceLookedAt() {
    var state = Self.state(120, 32)
    #expect(draw(state).text.contains("↑"))
    _ = Self.press("v", &state)
    _ = reduce(&state, .inboxLoaded(.success(Self.list)))
    state = Self.state(120, 32)
    let effects = Self.press("j<enter>", &state)
    #expect(state.board.selectedRow?.id == "d2")
    #expect(effects.contains(.inbox(.markRead(.deal("d2")))))
  }

  @Test func quietUnlessAsked() {
    var state = Self.state(80, 24)
    var more = Self.list
    more.notices.insert(Self.notice(4, .viewed, .invoice("i1")), at: 0)
    more.unread = 2
    #expect(reduce(&state, .inboxLoaded(.success(more))) == [])
    #expect(state.event?.text.string == "Globex rollout: the customer has looked at it")
    state = Self.state(80, 24)
    state.inbox.choice.bell = true
    let words: SafeText = "Globex rollout: the customer has looked at it"
    #expect(
      reduce(&state, .inboxLoaded(.success(more)))
        == [.notify(words, NotificationChoice(bell: true))])
  }

  @Test func theFirstReadingIsNotTold() {
    var state = Self.state(80, 24)
    state.inbox.choice.bell = true
    var fresh = AppState.sample(width: 80, height: 24)
    fresh.inbox.choice.bell = true
    #expect(reduce(&fresh, .inboxLoaded(.success(Self.list))) == [])
    #expect(fresh.event == nil)
  }

  @Test func wWatchesADealOfSomebodyElse() {
    var state = Self.state(120, 32)
    #expect(Self.press("W", &state) == [])
    #expect(state.event?.text.string.contains("is yours: it is watched anyway") == true)
    state.tenant.user = Reference(id: "u9", name: "Somebody")
    let deal = state.board.selectedRow?.id ?? ""
    #expect(Self.press("W", &state) == [.inbox(.watch(deal, true))])
  }
}
