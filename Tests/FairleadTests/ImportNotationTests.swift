import Foundation
import Sales
import Testing

@testable import fairlead

@Suite struct ImportNotationTests {
  @Test(arguments: [
    ("3/1/2017", DateOrder.mdy, "2017-03-01"), ("3/1/2017", .dmy, "2017-01-03"),
    ("03.01.2017", .dmy, "2017-01-03"), ("3-1-2017", .mdy, "2017-03-01"),
    ("2017-03-01", .mdy, "2017-03-01"), ("2017/3/1", .dmy, "2017-03-01"),
    ("2017-03-01", .iso, "2017-03-01"), ("2/29/2016", .mdy, "2016-02-29"),
  ])
  func dates(text: String, order: DateOrder, day: String) {
    #expect(order.read(text)?.description == day)
  }

  @Test(arguments: [
    ("13/1/2017", DateOrder.mdy), ("1/13/2017", .dmy), ("3/1/17", .mdy), ("2/29/2017", .mdy),
    ("3/1/2017", .iso), ("3/1", .mdy), ("", .mdy), ("soon", .mdy), ("3/1/2017 10:00", .mdy),
    ("2017-02-30", .iso), ("٣/١/٢٠١٧", .mdy),
  ])
  func notDates(text: String, order: DateOrder) {
    #expect(order.read(text) == nil)
  }

  @Test(arguments: [
    ("1,234.50", DecimalMark.point, "1234.5"), ("1.234,50", .comma, "1234.5"),
    ("1 234,50", .comma, "1234.5"), ("1'234.50", .point, "1234.5"), ("-12.5", .point, "-12.5"),
    ("1.234", .comma, "1234"), ("1.234", .point, "1.234"), ("0", .comma, "0"),
    ("12345678901234567.89", .point, "12345678901234567.89"), ("1,234,567", .point, "1234567"),
  ])
  func amounts(text: String, mark: DecimalMark, value: String) {
    #expect(mark.read(text) == Decimal(string: value))
  }

  @Test(arguments: [
    ("", DecimalMark.point), ("abc", .point), ("$5", .point), ("1,23", .point), ("1.23", .comma),
    ("1,2345.5", .point), ("1.2.3", .point), ("12e5", .point), (".5", .point), ("5.", .point),
    ("0,123", .point), ("--5", .point), ("NaN", .point), ("١٢", .point),
  ])
  func notAmounts(text: String, mark: DecimalMark) {
    #expect(mark.read(text) == nil)
  }

  private func cells(_ texts: [String]) -> [Cell] {
    texts.enumerated().map { Cell(line: $0 + 2, text: $1) }
  }

  @Test func oneValueDecidesForItsColumn() throws {
    let american = try ColumnNotation<DateOrder>(
      cells(["3/1/2017", "10/20/2016", "", "2017-01-01"]))
    #expect(american.notation == .mdy)
    #expect(american.witness == Cell(line: 3, text: "10/20/2016"))
    #expect(try ColumnNotation<DateOrder>(cells(["3/1/2017", "20/10/2016"])).notation == .dmy)
    #expect(try ColumnNotation<DecimalMark>(cells(["1.234", "1.234,5"])).notation == .comma)
    #expect(try ColumnNotation<DecimalMark>(cells(["1,234", "12.5"])).notation == .point)
  }

  @Test func valuesThatMeanTheSameEitherWayNeedNoDecision() throws {
    #expect(try ColumnNotation<DateOrder>(cells(["1/1/2017", "2017-03-04", ""])).witness == nil)
    #expect(try ColumnNotation<DecimalMark>(cells(["12", "0"])).witness == nil)
  }

  @Test func whatNothingDecidesIsAsked() {
    #expect(
      throws: Undecided(
        reason: "3/4/2017 on line 3 may be month/day/year or day/month/year, and no value of the "
          + "column decides. Say --dates mdy or --dates dmy")
    ) { try ColumnNotation<DateOrder>(cells(["1/1/2017", "3/4/2017"])) }
    #expect(
      throws: Undecided(
        reason: "1,234 on line 2 may be decimal point or decimal comma, and no value of the "
          + "column decides. Say --decimal . or --decimal ,")
    ) { try ColumnNotation<DecimalMark>(cells(["1,234"])) }
  }

  @Test func aColumnThatContradictsItselfIsRefused() {
    #expect(
      throws: Undecided(
        reason: "10/20/2016 on line 2 is month/day/year, but 20/10/2016 on line 3 is "
          + "day/month/year. Say which is right: --dates mdy or --dates dmy")
    ) { try ColumnNotation<DateOrder>(cells(["10/20/2016", "20/10/2016"])) }
  }
}
