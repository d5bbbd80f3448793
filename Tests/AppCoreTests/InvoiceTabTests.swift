import AppCore
import FoundationEssentials
import Sales
import Screen
import Testing

@Suite struct InvoiceTabTests {
  /// A busy organization: three currencies and hundreds of invoices in every group.
  private static func busy(width: Int, height: Int) -> AppState {
    var state = InvoiceSamples.state(width: width, height: height)
    let sums = Totals([
      Money(1_283_000, Currency("GBP")), Money(412_000, Currency("EUR")),
      Money(93_000, Currency("USD")),
    ])
    state.take(
      .invoiceSummaryLoaded(
        InvoiceSummary(
          columns: InvoiceGroup.allCases.filter { $0 != .approval }.map {
            .init(group: $0, count: 1305, totals: sums, balances: sums)
          })))
    state.take(.draftsLoaded([InvoiceSamples.draft]))
    return state
  }

  private static func strip(_ state: AppState) -> (names: String, sums: String) {
    (state.row(2), state.row(3))
  }

  @Test func everyTabIsNamedWithItsSumAt120() {
    let (names, sums) = Self.strip(Self.busy(width: 120, height: 32))
    #expect(
      names == "│[All 6,525]      Draft 1,305     Sent 1,305      Overdue 1,305   "
        + "Paid 1,305      Void 1,305      Drafts here 1        │")
    #expect(sums.split(separator: " ").count { $0 == "+2" } == 6)
    #expect(sums.contains("│ £3.85m +2       £1.28m +2 "))
  }

  @Test(arguments: [80, 60])
  func whereTheyDoNotFitTheyScrollWithMarks(_ width: Int) {
    var state = Self.busy(width: width, height: 24)
    var names = Self.strip(state).names
    #expect(names.hasPrefix("│ [All 6,525]"))
    #expect(names.hasSuffix("▸│"))
    for name in ["Draft", "Sent", "Overdue", "Paid", "Void", "Drafts here"] {
      state.press(keys: "l")
      names = Self.strip(state).names
      #expect(names.contains("[\(name) "), "\(names)")
      #expect(names.contains("]"), "\(names)")
    }
    #expect(names.hasPrefix("│◂"))
    #expect(names.contains("[Drafts here 1]"))
    #expect(!names.contains("▸"))
  }

  @Test func aClickOnATabShowsIt() {
    var state = Self.busy(width: 120, height: 32)
    #expect(state.take(.key(.mouse(MouseEvent(.press, x: 100, y: 2)))) == [.loadDrafts])
    #expect(state.invoices.tab == .drafts)
    state.take(.key(.mouse(MouseEvent(.press, x: 1, y: 3))))
    #expect(state.invoices.tab == .all)
    #expect(state.take(.key(.mouse(MouseEvent(.press, x: 118, y: 2)))) == [])
    #expect(state.invoices.tab == .all)
  }

  @Test func underAFilterTheTabsSayThatTheyCountAll() {
    var state = Self.busy(width: 80, height: 24)
    state.press(keys: "/crown<enter>")
    let query = InvoiceQuery(words: "crown", today: InvoiceSamples.today)
    let totals = Totals([Money(8400, InvoiceSamples.pounds)])
    state.take(
      .invoicesLoaded(
        query, .success(Window(count: 2, totals: totals, rows: InvoiceSamples.unpaid))))
    #expect(state.row(1).hasPrefix("┌ Invoices ─ All ─ filter: crown ─ tabs count all ─"))
    #expect(state.row(20).hasPrefix("│ 1 of 2 found among 6,525 · together £8,400.00 "))
  }
}
