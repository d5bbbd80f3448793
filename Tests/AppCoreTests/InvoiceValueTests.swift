import FoundationEssentials
import Sales
import Testing

@testable import AppCore

@Suite struct InvoiceValueTests {
  @Test(arguments: [
    ("25", "25"), ("1,234.50", "1234.5"), ("1.234,50", "1234.5"), ("1,5", "1.5"), ("1.5", "1.5"),
    (".5", "0.5"), ("0,125", "0.125"), ("1,234,567", "1234567"), ("1.234.567", "1234567"),
    ("12.345,678", "12345.678"), ("1 234,50", "1234.5"), ("120*3", "360"), ("10+2*3", "16"),
    ("100/8", "12.5"), ("-5+7", "2"), ("1234.5678", "1234.5678"), ("1.2340", "1.234"),
  ])
  func readsNumbersAsPeopleTypeThem(text: String, number: String) throws {
    #expect(try NumberInput.parse(text) == Decimal(string: number))
  }

  @Test(arguments: [
    ("1,234", "1,234 can be read two ways: type 1234 or 1.2340"),
    ("1.234", "1.234 can be read two ways: type 1234 or 1.2340"),
    ("", "a number is needed here"), ("abc", "abc is not a number"),
    ("12x", "12x is not a number"), ("1,2,3", "1,2,3: its thousands are not in threes"),
    ("1.2,3.4", "1.2,3.4 is not a number"), ("3*", "3*: a number is missing after *"),
    ("5+", "5+: a number is missing after +"),
    ("100/3", "100/3 has no exact value; type the number"),
    ("1/0", "1/0 has no exact value; type the number"),
    ("9999999999999", "9999999999999 is too large"),
    ("٣", "٣ is not a number"), ("5--3", "5--3: a number is missing beside -"),
  ])
  func refusesWhatCanBeReadTwoWaysOrNotAtAll(text: String, words: String) {
    #expect(throws: InputProblem(.init(words))) { try NumberInput.parse(text) }
  }

  @Test func moneyHasNoMoreDecimalsThanItsCurrency() throws {
    #expect(try NumberInput.amount("10.5", in: Currency("GBP"), of: "an amount") == 10.5)
    #expect(throws: InputProblem("an amount has no decimals")) {
      try NumberInput.amount("10.5", in: Currency("JPY"), of: "an amount")
    }
    #expect(throws: InputProblem("an amount has at most 2 decimals")) {
      try NumberInput.amount("10.5551", in: Currency("GBP"), of: "an amount")
    }
    #expect(throws: InputProblem("an amount cannot be below zero")) {
      try NumberInput.amount("-1", in: Currency("GBP"), of: "an amount")
    }
  }

  /// 23 November 2026 is a Monday.
  @Test(arguments: [
    ("+30", "2026-12-23"), ("-3", "2026-11-20"), ("30", "2026-11-30"), ("5", "2026-11-05"),
    ("eom", "2026-11-30"), ("fri", "2026-11-27"), ("monday", "2026-11-30"),
    ("2026-12-01", "2026-12-01"), ("1 dec", "2026-12-01"), ("dec 1", "2026-12-01"),
    ("1 January 2027", "2027-01-01"), ("1 jan", "2026-01-01"), ("today", "2026-11-23"),
    ("tomorrow", "2026-11-24"), ("23 Nov 2026", "2026-11-23"),
  ])
  func readsDaysAsPeopleTypeThem(text: String, day: String) throws {
    #expect(try DateInput.parse(text, from: InvoiceSamples.today).description == day)
  }

  @Test(arguments: [
    ("1 jan", "2027-01-01"), ("5", "2026-12-05"), ("30", "2026-11-30"), ("eom", "2026-11-30"),
  ])
  func aDueDayIsNotBeforeTheDate(text: String, day: String) throws {
    let date = try DateInput.parse(text, from: InvoiceSamples.today, isDue: true)
    #expect(date.description == day)
  }

  @Test(arguments: ["", "31 feb", "2026-02-30", "soon", "99", "1 2 3", "+99999", "fr", "1 dec 26"])
  func refusesWhatIsNoDay(text: String) {
    #expect(throws: InputProblem.self) {
      try DateInput.parse(text, from: InvoiceSamples.today)
    }
  }

  @Test(arguments: [
    ("10%", Discount.percent(10)), ("12.5%", .percent(12.5)), ("50", .amount(50)),
    ("1,250.50", .amount(1250.5)),
  ])
  func aDiscountIsAShareOrAnAmount(text: String, discount: Discount) throws {
    var line = LineItem(name: "Day", quantity: 2, rate: 1000)
    try line.enter(text, in: .discount, currency: InvoiceSamples.pounds)
    #expect(line.discount == discount)
  }

  @Test(arguments: ["101%", "2000.01", "ten", "-5"])
  func refusesADiscountBeyondTheLine(text: String) {
    var line = LineItem(name: "Day", quantity: 2, rate: 1000)
    #expect(throws: InputProblem.self) {
      try line.enter(text, in: .discount, currency: InvoiceSamples.pounds)
    }
    #expect(line.discount == nil)
  }

  @Test func showsTheTextOfAMailAsAPersonReadsIt() {
    let html = """
      <html><head><style>p { color: red }</style></head><body><p>Dear&nbsp;Jane &amp; Bill,</p>
      <p>pay &lt;now&gt;:<br/>&#163;5 <a href="https://pay.example/x">here</a></p>
      <ul><li>one</li><li>two</li></ul><!-- hidden --><script>alert(1)</script></body></html>
      """
    #expect(
      PlainText.lines(html: html).map(\.string) == [
        "Dear Jane & Bill,", "", "pay <now>:", "£5 here <https://pay.example/x>", "", "- one",
        "- two",
      ])
    #expect(PlainText.lines(html: "a\nb").map(\.string) == ["a", "b"])
    #expect(PlainText.lines(html: "a <b").map(\.string) == ["a <b"])
  }
}
