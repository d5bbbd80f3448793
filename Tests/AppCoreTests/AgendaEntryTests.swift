import Sales
import Testing

@testable import AppCore

/// Lines that stand for tasks and meetings: the day and the time at their end are taken off.
@Suite struct AgendaEntryTests {
  @Test(
    arguments: [
      ("Send the offer fri", "Send the offer", 4, nil),
      ("Send the offer +3", "Send the offer", 3, nil),
      ("Demo tomorrow 14:30", "Demo", 1, 870),
      ("Demo 14:30 tomorrow", "Demo", 1, 870),
      ("Demo 9:05", "Demo", nil, 545),
      ("Meet 1 dec", "Meet", 8, nil),
      ("Call in 5", "Call in 5", nil, nil),
      ("Friday", "Friday", nil, nil),
      ("Buy 25:99", "Buy 25:99", nil, nil),
    ] as [(String, String, Int?, Int?)])
  func reads(_ line: String, _ subject: String, _ days: Int?, _ minutes: Int?) {
    let entry = AgendaEntry(line, today: .sampleToday)
    #expect(entry.subject == subject)
    #expect(entry.day == days.map { CalendarDate.sampleToday.adding(days: $0) })
    #expect(entry.minutes == minutes)
  }
}
