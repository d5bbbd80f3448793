import FoundationEssentials
import Sales
import Testing

@testable import AppCore

@Suite struct DraftValueTests {
  @Test(arguments: [
    ("(100+20)/2", "60"), ("2*(3+4)", "14"), ("-(5-7)", "2"), ("((1))", "1"),
    ("120*3", "360"), ("1.000,50*2", "2001"),
  ])
  func worksOutSumsWithParentheses(text: String, number: String) throws {
    #expect(try NumberInput.parse(text) == Decimal(string: number))
  }

  @Test(arguments: [
    ("(1+2", "(1+2: a ) is missing"), ("1+2)", "1+2): no ( for this )"),
    ("()", "(): a number is missing beside )"), ("5(3)", "5(3): a sign is missing before ("),
    ("(100+1)/3", "(100+1)/3 has no exact value; type the number"),
  ])
  func refusesSumsThatAreNone(text: String, words: String) {
    #expect(throws: InputProblem(.init(words))) { try NumberInput.parse(text) }
  }

  @Test func aPasteOfManyParenthesesIsRefusedNotFollowed() {
    let text = String(repeating: "(", count: 100_000)
    #expect(throws: InputProblem.self) { try NumberInput.parse(text) }
  }

  @Test(arguments: [
    ("1.234,50", "1234.5"), ("1.234", "1234"), ("1,234", "1.234"), ("1,5", "1.5"),
    ("1,234.50", "1234.5"), ("0,125", "0.125"),
  ])
  func aDecimalCommaIsReadAsSuch(text: String, number: String) throws {
    #expect(try NumberInput.parse(text, decimalMark: ",") == Decimal(string: number))
  }

  @Test(arguments: [
    ("1,234.50", "1234.5"), ("1,234", "1234"), ("1.234", "1.234"), ("1.234,50", "1234.5"),
  ])
  func aDecimalPointIsReadAsSuch(text: String, number: String) throws {
    #expect(try NumberInput.parse(text, decimalMark: ".") == Decimal(string: number))
  }

  @Test func whatIsShownToBeEditedReadsBackTheSame() throws {
    for mark in [Character(","), ".", nil] {
      for number in ["12.345", "1234.5", "0.125", "1000000"] {
        let value = try #require(Decimal(string: number))
        let typed = value.typed(places: 2, decimalMark: mark)
        if mark == nil, number == "12.345" { continue }
        #expect(try NumberInput.parse(typed, decimalMark: mark) == value, "\(typed)")
      }
    }
  }

  @Test func theGridReadsTheUsersOwnMark() {
    var state = InvoiceSamples.state()
    state.decimalMark = ","
    state.take(
      .draftStarted(
        .success(DraftStart(draft: InvoiceSamples.draft, match: .linked(InvoiceSamples.customer)))))
    state.press(keys: "Alpha<tab>2<tab>1.234")
    #expect(state.editor?.draft.lines[0].rate == 1234)
    #expect(state.middle.contains("= 1,234.00"))
    state.press(keys: ",5<esc>")
    #expect(state.editor?.draft.lines[0].rate == Decimal(string: "1234.5"))
    state.press(keys: "<enter>")
    #expect(state.editor?.input?.field.text == "1234,50")
    state.press(keys: "<esc>")
    #expect(state.editor?.draft.lines[0].rate == Decimal(string: "1234.5"))
  }

  /// 23 November 2026 is a Monday.
  @Test(arguments: [
    ("-10", "2026-11-13"), ("+2w", "2026-12-07"), ("+1m", "2026-12-23"), ("3", "2026-11-03"),
    ("5-2", "2026-02-05"), ("5.2.", "2026-02-05"), ("5-2-2027", "2027-02-05"),
    ("25/12", "2026-12-25"), ("12/25", "2026-12-25"), ("6/6", "2026-06-06"),
    ("next mon", "2026-11-30"), ("next fri", "2026-12-04"), ("fri", "2026-11-27"),
    ("+3m", "2027-02-23"),
  ])
  func readsMoreDaysAsPeopleTypeThem(text: String, day: String) throws {
    #expect(try DateInput.parse(text, from: InvoiceSamples.today).description == day)
  }

  @Test func aMonthThatIsTooShortEndsOnItsLastDay() throws {
    let day = try DateInput.parse("+1m", from: InvoiceSamples.day("2027-01-31"))
    #expect(day.description == "2027-02-28")
  }

  @Test func aDueDayInDigitsIsNotBeforeTheDate() throws {
    let day = try DateInput.parse("5-2", from: InvoiceSamples.today, isDue: true)
    #expect(day.description == "2027-02-05")
  }

  @Test func aDayThatCanBeReadTwoWaysIsRefused() {
    #expect(throws: InputProblem("5/2 can be read two ways: type 5 feb or 2 may")) {
      try DateInput.parse("5/2", from: InvoiceSamples.today)
    }
    #expect(throws: InputProblem.self) { try DateInput.parse("31-2", from: InvoiceSamples.today) }
    #expect(throws: InputProblem.self) { try DateInput.parse("0/0", from: InvoiceSamples.today) }
    #expect(throws: InputProblem.self) { try DateInput.parse("next", from: InvoiceSamples.today) }
  }

  @Test(arguments: [
    ("month", 1, Recurrence.Unit.months), ("2 weeks", 2, .weeks), ("quarter", 3, .months),
    ("every year", 1, .years), ("10 days", 10, .days),
  ])
  func readsHowOften(text: String, count: Int, unit: Recurrence.Unit) throws {
    let read = try RecurrenceInput.parse(text)
    #expect(read.count == count)
    #expect(read.unit == unit)
  }

  @Test(arguments: ["", "sometimes", "0 weeks", "2", "two weeks"])
  func refusesWhatIsNotHowOften(text: String) {
    #expect(throws: InputProblem.self) { try RecurrenceInput.parse(text) }
  }
}
