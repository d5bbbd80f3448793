import FoundationEssentials
import LocalMirror
import Sales
import Testing

/// The agenda: what is to be done, late first, by day and time.
@Suite struct AgendaTests {
  private static let ann = Reference<User>(id: "u-Ann", name: "Ann Lee")

  private static func activity(
    _ id: Activity.ID, _ kind: Activity.Kind = .task, _ subject: String = "Call", in days: Int?,
    hour: Int? = nil, isDone: Bool = false, deal: Deal.ID? = nil, owner: Reference<User>? = ann
  ) -> Activity {
    let day = days.map { Samples.today.adding(days: $0) }
    let time = hour.flatMap { hour in
      day.map {
        Date(timeIntervalSince1970: Double($0.daysSinceEpoch) * 86_400 + Double(hour) * 3600)
      }
    }
    return Activity(
      id: id, kind: kind, subject: subject, day: day, time: time,
      end: time?.addingTimeInterval(3600), isDone: isDone, deal: deal, note: "bring the plan",
      owner: owner, modifiedTime: Samples.time)
  }

  private static func mirror() throws -> MirrorDatabase {
    let mirror = try Samples.mirror()
    try mirror.write { writer in
      try writer.save(deals: [
        Samples.deal("d1", "Globex rollout", account: "Globex", contact: "Hank")
      ])
      try writer.save(activities: [
        activity("a1", in: 1),
        activity("a2", .call, "Call Hank", in: 0, hour: 14, deal: "d1"),
        activity("a3", .event, "Demo", in: 0, hour: 9),
        activity("a4", in: -3),
        activity("a5", in: nil),
        activity("a6", .event, "Demo last week", in: -7, hour: 9),
        activity("a7", in: 0, isDone: true),
        activity("a8", in: 0, owner: Reference(id: "u-Bob", name: "Bob Roe")),
        activity("a9", in: -1),
      ])
    }
    return mirror
  }

  private static func page(
    _ query: AgendaQuery, around anchor: Anchor<Activity> = .index(0), limit: Int = 100
  ) throws -> AgendaPage {
    try mirror().read { try $0.agenda(query, around: anchor, limit: limit) }
  }

  @Test func lateFirstThenByDayAndTimeThenWhatHasNoDay() throws {
    let page = try Self.page(AgendaQuery(owner: "u-Ann", today: Samples.today))
    #expect(page.window.rows.map(\.id) == ["a4", "a9", "a3", "a2", "a1", "a5"])
    #expect(
      page.counts == [
        .init(time: .late, count: 2), .init(time: .day(Samples.today), count: 2),
        .init(time: .day(Samples.today.adding(days: 1)), count: 1),
        .init(time: .undated, count: 1),
      ])
  }

  @Test func everybodysIncludesTheOthers() throws {
    let page = try Self.page(AgendaQuery(today: Samples.today))
    #expect(page.window.count == 7)
    #expect(page.window.rows.contains { $0.id == "a8" })
  }

  @Test func anActivityKnowsItsDealItsPersonAndItsEnd() throws {
    let page = try Self.page(AgendaQuery(owner: "u-Ann", today: Samples.today))
    let call = try #require(page.window.rows.first { $0.id == "a2" })
    #expect(call.deal == Reference(id: "d1", name: "Globex rollout"))
    #expect(call.contact?.name == "Hank")
    #expect(call.account == "Globex")
    #expect(call.activity.note == "bring the plan")
    let length = try #require(call.activity.end).timeIntervalSince(
      try #require(call.activity.time))
    #expect(length == 3600)
  }

  @Test(arguments: [("globex", ["a2"]), ("DEMO", ["a3"]), ("hank call", ["a2"]), ("zzz", [])])
  func wordsAreFoundInSubjectDealAndPerson(_ words: String, _ ids: [Activity.ID]) throws {
    let page = try Self.page(AgendaQuery(words: words, today: Samples.today))
    #expect(page.window.rows.map(\.id) == ids)
    #expect(page.counts.reduce(0) { $0 + $1.count } == ids.count)
  }

  @Test func aPartIsReadAroundAnActivity() throws {
    let query = AgendaQuery(owner: "u-Ann", today: Samples.today)
    let page = try Self.page(query, around: .record("a1", lastIndex: 0), limit: 2)
    #expect(page.window.start == 3)
    #expect(page.window.rows.map(\.id) == ["a2", "a1"])
    let gone = try Self.page(query, around: .record("gone", lastIndex: 99), limit: 2)
    #expect(gone.window.rows.map(\.id) == ["a1", "a5"])
  }

  @Test func whoIsSignedInIsKept() throws {
    let mirror = try Samples.mirror()
    #expect(try mirror.read { try $0.me() } == nil)
    try mirror.write { try $0.replace(me: Self.ann) }
    try mirror.write { try $0.replace(me: Self.ann) }
    #expect(try mirror.read { try $0.me() } == Self.ann)
  }
}
