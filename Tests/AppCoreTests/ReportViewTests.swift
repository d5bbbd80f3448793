import FoundationEssentials
import Sales
import Screen
import Testing

@testable import AppCore

/// The reports screen: bars with their figures beside them, a table, and the records behind a bar.
@Suite struct ReportViewTests {
  private static let pounds = Currency("GBP")
  static let query = ReportQuery(
    kind: .funnel, period: .all, pipeline: "standard", today: .sampleToday)

  static func bar(
    _ name: String, _ count: Int, _ amount: Decimal?, _ currency: String = "GBP"
  ) -> ReportBar {
    let currency = amount == nil ? nil : Currency(currency)
    return ReportBar(
      category: .stage(name),
      slice: .deals(
        DealSlice(
          pipeline: "standard", stages: [Stage.ID(name)], currency: currency, today: .sampleToday)),
      currency: currency, count: count, amount: amount ?? 0, weighted: (amount ?? 0) / 2)
  }

  static let report = Report(
    query: query,
    bars: [
      bar("Qualification", 31, 310_400), bar("見積もりと交渉の段階", 18, 155_200),
      bar("عرض السعر", 2, 1_000_000, "JPY"), bar("Proposal", 4, nil),
    ])

  static func state(_ width: Int, _ height: Int, _ report: Report? = report) -> AppState {
    var state = AppState.sample(width: width, height: height)
    #expect(reduce(&state, .key(.character("5"))) == [.reports(.load(query))])
    if let report { _ = reduce(&state, .reports(.loaded(query, .success(report)))) }
    return state
  }

  private static func press(_ keys: String, _ state: inout AppState) -> [Effect] {
    (Key.parse(keys) ?? []).flatMap { reduce(&state, .key($0)) }
  }

  @Test(arguments: [(60, 16), (80, 24), (120, 32), (200, 60)])
  func figuresStandBesideEveryBarAtEverySize(_ width: Int, _ height: Int) {
    let screen = draw(Self.state(width, height)).text
    #expect(screen.contains("Qualification"))
    #expect(screen.contains("£310,400"))
    #expect(screen.contains("£155,200"))
    #expect(screen.contains("¥1,000,000"))
    #expect(screen.contains("without a value"))
    #expect(screen.contains("█"))
    for line in screen.split(separator: "\n") { #expect(SafeText(line).width <= width) }
  }

  @Test func theLargestBarOfEachCurrencyFillsTheRoom() {
    #expect(ReportBarText.text(10, of: 10, width: 4).string == "████")
    #expect(ReportBarText.text(5, of: 10, width: 4).string == "██")
    #expect(ReportBarText.text(Decimal(string: "0.001") ?? 0, of: 10, width: 4).string == "▏")
    #expect(ReportBarText.text(0, of: 10, width: 4).string == "")
    #expect(ReportBarText.text(-3, of: 10, width: 4).string == "")
  }

  @Test func vShowsATable() {
    var state = Self.state(80, 24)
    _ = Self.press("v", &state)
    let screen = draw(state).text
    #expect(!screen.contains("█"))
    #expect(screen.contains("Weighted"))
    #expect(screen.contains("£155,200"))
  }

  @Test func readingEmptyAndRefusedDiffer() {
    #expect(draw(Self.state(80, 24, nil)).text.contains("adding up…"))
    let empty = draw(Self.state(80, 24, Report(query: Self.query))).text
    #expect(empty.contains("Nothing to count yet."))
    var state = Self.state(80, 24, nil)
    _ = reduce(&state, .reports(.loaded(Self.query, .failure(.storage("disk full")))))
    #expect(draw(state).text.contains("! Local files: disk full"))
    _ = reduce(&state, .reports(.loaded(Self.query, .success(Self.report))))
    _ = reduce(&state, .reports(.loaded(Self.query, .failure(.storage("disk full")))))
    #expect(draw(state).text.contains("shown as last seen"))
    #expect(draw(state).text.contains("£310,400"), "old figures stay")
  }

  @Test func aStaleAnswerFallsAway() {
    var state = Self.state(80, 24, nil)
    var other = Self.query
    other.period = .year
    _ = reduce(&state, .reports(.loaded(other, .success(Self.report))))
    #expect(state.reports.report == nil)
  }

  @Test func bracketsGoThroughTheReportsAndAround() {
    var state = Self.state(120, 32)
    for kind in ReportKind.allCases.dropFirst() {
      let effects = Self.press("]", &state)
      #expect(state.reports.kind == kind)
      guard case .reports(.load(let query)) = effects.first else {
        Issue.record("nothing was read for \(kind)")
        continue
      }
      #expect(query.kind == kind)
      #expect(query.period == kind.usualPeriod)
    }
    _ = Self.press("]", &state)
    #expect(state.reports.kind == .funnel)
    _ = Self.press("[", &state)
    #expect(state.reports.kind == .leaderboard)
  }

  @Test func enterOpensTheRowsAndEscGoesBack() {
    var state = Self.state(120, 32)
    let effects = Self.press("j<enter>", &state)
    let slice = Self.report.bars[1].slice
    #expect(effects == [.reports(.loadRows(slice, from: 0, limit: 150))])
    #expect(draw(state).text.contains("reading…"))
    let rows = [
      ReportRow(
        subject: .deal("d1"), title: "Initech licences", party: "Initech", detail: "Ann Lee",
        stage: "prop", day: .sampleToday, amount: Money(155_200, Self.pounds))
    ]
    var totals = Totals()
    totals.add(Money(155_200, Self.pounds))
    _ = reduce(
      &state,
      .reports(.rowsLoaded(slice, .success(Window(count: 18, totals: totals, rows: rows)))))
    let screen = draw(state).text
    #expect(screen.contains("18 deals"))
    #expect(screen.contains("£155,200.00"))
    #expect(screen.contains("Initech licences"))
    #expect(screen.contains("Proposal/Price Quote"))
    #expect(state.place == .reportRows)
    _ = Self.press("<esc>", &state)
    #expect(state.place == .report)
    #expect(state.reports.bar?.slice == slice, "the cursor is where it was")
  }

  @Test func thePeriodIsAskedAnew() {
    var state = Self.state(120, 32)
    guard case .reports(.load(let query)) = Self.press("p", &state).first else {
      Issue.record("nothing was read")
      return
    }
    #expect(query.period == .month)
    #expect(draw(state).text.contains("this month · everybody"))
  }

  @Test func theCursorStaysInSightAtTheSmallestSize() {
    let bars = (0..<40).map { Self.bar("Stage \($0)", $0 + 1, Decimal($0 * 10 + 10)) }
    var state = Self.state(60, 16, Report(query: Self.query, bars: bars))
    _ = Self.press("G", &state)
    #expect(draw(state).text.contains("▌Stage 39"))
    _ = Self.press("g", &state)
    #expect(draw(state).text.contains("▌Stage 0"))
  }

  @Test func csvHasEveryFigureExactAndNoFormula() {
    var report = Report(query: Self.query, bars: [Self.bar("=1+1", 2, Decimal(string: "0.1"))])
    report.bars.append(Self.bar("Nego, \"late\"", 1, nil))
    #expect(
      ReportText(report).text(.csv)
        == "heading,label,currency,count,amount,weighted,won,closed\r\n"
        + ",'=1+1,GBP,2,0.1,0.05,,\r\n"
        + ",\"Nego, \"\"late\"\"\",,1,,,,\r\n")
  }

  @Test func jsonHasNumbersAsNumbers() {
    let report = Report(query: Self.query, bars: [Self.bar("A \"b\"\n", 2, -3)])
    #expect(
      ReportText(report).text(.json) == """
        [
          {"heading": null, "label": "A \\"b\\"^J", "currency": "GBP", "count": 2, "amount": -3, \
        "weighted": -1.5, "won": null, "closed": null}
        ]

        """)
  }

  @Test func exportAsksForTheNotation() {
    var state = Self.state(120, 32)
    #expect(Self.press("E", &state) == [])
    #expect(draw(state).text.contains("Export what is shown?"))
    #expect(Self.press("c", &state) == [.reports(.export(.bars(Self.report), .csv))])
    _ = reduce(&state, .reports(.exported(.success("/tmp/funnel.csv"))))
    #expect(draw(state).text.contains("What was shown is in /tmp/funnel.csv"))
  }
}
