import FoundationEssentials
import Testing

@testable import LocalZoho

@Suite struct TimeTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("2000-02-29", 11_016), ("2026-11-24", 20_781), ("1969-12-31", -1),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func daysCountFrom1970(text: String, number: Int) throws {
    #expect(Day(text)?.number == number)
    #expect(Day(number: number).description == text)
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "20261124", "", "a"])
  func daysThatDoNotExistAreRefused(text: String) { #expect(Day(text) == nil) }

  @Test(arguments: [
    "2026-10-01T09:30:00+00:00", "2026-10-01T09:30:00Z", "2026-10-01T15:00:00+05:30",
    "2026-10-01T01:30:00-0800", "2026-10-01T09:30:00.250+0000",
  ])
  func instantsAreReadWithTheirOffset(text: String) {
    #expect(Timestamp.read(text) == Date(timeIntervalSince1970: 1_790_847_000))
  }

  @Test(arguments: [
    "2026-10-01", "2026-10-01T09:30:00", "2026-10-01T24:00:00Z", "2026-10-01T09:30:00+5",
    "2026-10-01 09:30:00Z", "2026-10-01T09:30:00+ab:cd",
  ])
  func otherTextsAreNoInstants(text: String) { #expect(Timestamp.read(text) == nil) }

  @Test func eachProductPrintsInstantsItsOwnWay() {
    let instant = Date(timeIntervalSince1970: 1_790_847_000.9)
    #expect(Timestamp.crm(instant) == "2026-10-01T09:30:00+00:00")
    #expect(Timestamp.books(instant) == "2026-10-01T09:30:00+0000")
    #expect(Timestamp.http(instant) == "Thu, 01 Oct 2026 09:30:00 GMT")
    #expect(Timestamp.day(instant).description == "2026-10-01")
  }
}
