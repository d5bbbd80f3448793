import Sales
import Testing

@Suite struct CalendarDateTests {
  @Test func readsWhatZohoWrites() throws {
    let date = try #require(CalendarDate("2026-06-30"))
    #expect((date.year, date.month, date.day) == (2026, 6, 30))
    #expect(date.description == "2026-06-30")
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-6-30", "30-06-2026", "", "2026-06-30T00:00:00", "２０２６-06-30",
  ])
  func refusesWhatIsNoDay(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func countsDaysOverLeapYearsAndCenturies() throws {
    let epoch = try #require(CalendarDate("1970-01-01"))
    #expect(epoch.daysSinceEpoch == 0)
    let start = try #require(CalendarDate("1999-12-31"))
    #expect(start.adding(days: 60).description == "2000-02-29")
    for day in stride(from: -700_000, through: 2_900_000, by: 997) {
      #expect(CalendarDate(daysSinceEpoch: day).daysSinceEpoch == day)
    }
  }

  @Test func knowsMonthEndsAndWeekdays() throws {
    let date = try #require(CalendarDate("2026-11-23"))
    #expect(date.weekday == 1)
    #expect(date.endOfMonth.description == "2026-11-30")
    #expect(date.adding(days: -1).weekday == 7)
  }
}
