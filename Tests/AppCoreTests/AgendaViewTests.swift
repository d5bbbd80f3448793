import FoundationEssentials
import Sales
import Screen
import Testing

@testable import AppCore

/// The agenda screen: by day, late first, with the activity under the cursor beside or below it.
@Suite struct AgendaViewTests {
  static func row(
    _ id: Activity.ID, _ kind: Activity.Kind, _ subject: String, in days: Int?,
    minutes: Int? = nil, deal: String? = "Globex rollout"
  ) -> AgendaRow {
    let day = days.map { CalendarDate.sampleToday.adding(days: $0) }
    let time = minutes.flatMap { minutes in
      day.map {
        Date(timeIntervalSince1970: Double($0.daysSinceEpoch) * 86_400 + Double(minutes) * 60)
      }
    }
    let activity = Activity(
      id: id, kind: kind, subject: subject, day: day, time: time,
      end: kind == .event ? time?.addingTimeInterval(1800) : nil, isDone: false,
      deal: deal.map { _ in "d2" }, note: "Ask about the second site",
      owner: Reference(id: "u1", name: "Ann Lee"), modifiedTime: .daysAgo(1))
    return AgendaRow(
      activity: activity, deal: deal.map { Reference(id: "d2", name: $0) },
      contact: Reference(id: "c1", name: "Hank Scorpio"), account: "Globex")
  }

  static let page = AgendaPage(
    counts: [
      .init(time: .late, count: 2), .init(time: .day(.sampleToday), count: 2),
      .init(time: .day(CalendarDate.sampleToday.adding(days: 1)), count: 1),
      .init(time: .undated, count: 1),
    ],
    window: Window(
      count: 6,
      rows: [
        row("a1", .task, "Send the offer", in: -4),
        row("a2", .call, "東京電力に電話する", in: -1, minutes: 540, deal: "東京電力 ライセンス更新"),
        row("a3", .task, "مشروع القاهرة", in: 0, deal: nil),
        row("a4", .event, "Demo", in: 0, minutes: 870),
        row("a5", .task, String(repeating: "Long ", count: 40), in: 1),
        row("a6", .task, "Some day", in: nil),
      ]))

  static let query = AgendaQuery(owner: "u1", today: .sampleToday)

  static func state(_ width: Int, _ height: Int, _ page: AgendaPage? = page) -> AppState {
    var state = AppState.sample(width: width, height: height)
    state.sync.lastSynced = .daysAgo(0)
    let effects = reduce(&state, .key(.character("4")))
    #expect(effects == [.agenda(.load(query, around: .index(0), limit: 150))])
    if let page { _ = reduce(&state, .agenda(.loaded(query, .success(page)))) }
    return state
  }

  static func press(_ keys: String, _ state: inout AppState) -> [Effect] {
    (Key.parse(keys) ?? []).flatMap { reduce(&state, .key($0)) }
  }

  @Test(arguments: [(60, 16), (80, 24), (120, 32)])
  func lateComesFirstWithItsCount(_ width: Int, _ height: Int) {
    let screen = draw(Self.state(width, height)).text
    #expect(screen.contains("Late ─ 2"))
    #expect(screen.contains("Today, Mon 23 Nov 2026 ─ 2"))
    #expect(screen.contains("▌      task    Send the offer"))
    #expect(screen.contains("late 4d"))
    #expect(screen.contains("09:00 call"))
    #expect(screen.contains("6 · 2 late · 2 today"))
    for line in screen.split(separator: "\n") { #expect(SafeText(line).width <= width) }
  }

  @Test func allDaysHaveTheirHeadings() {
    let screen = draw(Self.state(120, 32)).text
    #expect(screen.contains("Tomorrow, Tue 24 Nov 2026 ─ 1"))
    #expect(screen.contains("Without a day ─ 1"))
  }

  @Test func thePaneSaysWhenWithWhomAndWhatElse() {
    var state = Self.state(120, 32)
    _ = Self.press("jjj", &state)
    let screen = draw(state).text
    #expect(screen.contains("Mon 23 Nov 2026, 14:30–15:00 · today"))
    #expect(screen.contains("Deal     Globex rollout"))
    #expect(screen.contains("With     Hank Scorpio"))
    #expect(screen.contains("Owner    me"))
    #expect(screen.contains("Ask about the second site"))
    state.secondsAheadOfUTC = 3600
    #expect(draw(state).text.contains("15:30–16:00"), "the user's clock, not the server's")
  }

  @Test func theCursorStaysInSightAtTheSmallestSize() {
    var state = Self.state(60, 16)
    for _ in 0..<5 {
      _ = Self.press("j", &state)
      #expect(draw(state).text.contains("▌"))
    }
    #expect(draw(state).text.contains("Some day"))
    _ = Self.press("g", &state)
    #expect(draw(state).text.contains("▌      task    Send the offer"))
  }

  @Test func readingEmptyFilteredAndRefusedDiffer() {
    #expect(draw(Self.state(80, 24, nil)).text.contains("reading the agenda…"))
    #expect(draw(Self.state(80, 24, AgendaPage())).text.contains("Nothing is to be done."))
    var fresh = Self.state(80, 24, AgendaPage())
    fresh.sync.lastSynced = nil
    #expect(draw(fresh).text.contains("it is still being fetched"))
    var filtered = Self.state(80, 24)
    let effects = Self.press("/x", &filtered)
    var query = Self.query
    query.words = "x"
    #expect(effects == [.agenda(.load(query, around: .record("a1", lastIndex: 0), limit: 150))])
    #expect(draw(filtered).text.contains("Send the offer"), "old rows stay until the answer")
    _ = reduce(&filtered, .agenda(.loaded(query, .success(AgendaPage()))))
    #expect(draw(filtered).text.contains("Nothing has these words."))
    var failed = Self.state(80, 24, nil)
    _ = reduce(&failed, .agenda(.loaded(Self.query, .failure(.storage("disk full")))))
    #expect(draw(failed).text.contains("! Local files: disk full"))
  }

  @Test func mineOrEveryones() {
    var state = Self.state(80, 24)
    #expect(draw(state).text.contains("Agenda ─ mine"))
    let effects = Self.press("o", &state)
    var query = Self.query
    query.owner = nil
    #expect(effects == [.agenda(.load(query, around: .record("a1", lastIndex: 0), limit: 150))])
    #expect(draw(state).text.contains("Agenda ─ everyone"))
  }

  @Test func enterGoesToTheDeal() {
    var state = Self.state(120, 32)
    _ = Self.press("<enter>", &state)
    #expect(state.screen == .pipeline)
    #expect(state.board.selectedRow?.id == "d2")
    #expect(state.place == .dealPane)
    var none = Self.state(120, 32)
    _ = Self.press("jj<enter>", &none)
    #expect(none.screen == .agenda)
    #expect(draw(none).text.contains("it is about no deal"))
  }
}
