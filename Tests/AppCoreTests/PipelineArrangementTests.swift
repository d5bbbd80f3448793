import Sales
import Screen
import Testing

@testable import AppCore

/// How the board is arranged, without a server.
@Suite struct PipelineArrangementTests {
  @Test func stripsGiveTheirRoomToTheOtherColumns() {
    var state = AppState.sample(width: 120)
    let before = state.boardColumns.map(\.header.width)
    state.type("zc")
    let after = state.boardColumns
    #expect(after[0].isStrip)
    #expect(after[0].header.width == BoardColumns.stripWidth)
    #expect(after.count >= before.count)
    #expect(state.boardScreen(120, 29).contains("£74,700") || after[0].isStrip)
  }

  @Test func theLastColumnCannotBeHiddenForEver() {
    var state = AppState.sample()
    for _ in 0..<8 { state.type("zh") }
    #expect(state.board.deals?.shown.isEmpty == false)
    state.type("zH")
    #expect(state.board.deals?.shown.count == 6)
  }

  @Test func whatIsArrangedIsKeptUnderThePipelinesName() {
    var state = AppState.sample()
    let effects = state.type("zh")
    guard case .keepView(let name, let content)? = effects.first else {
      Issue.record("nothing was kept")
      return
    }
    #expect(name == "deals of standard")
    #expect(content.contains("\"hidden\":[\"qual\"]"))
    var next = AppState.sample()
    _ = reduce(&next, .viewsLoaded([name: content]))
    #expect(next.board.deals?.shown.first?.id == "needs")
  }

  @Test func whatAnOlderProgramKeptIsNoReasonToFail() {
    var state = AppState.sample()
    _ = reduce(&state, .viewsLoaded(["deals of standard": "{\"was\": 1"]))
    #expect(state.board.deals?.shown.count == 6)
  }

  @Test func chosenColumnsWithoutRoomAreCounted() {
    let chosen = ["amount", "owner", "account", "stage"].map {
      BoardView.TableColumn(column: $0, width: 20)
    }
    let table = DealTable(width: 62, chosen: chosen)
    #expect(table.columns.map(\.column) == [.name, .amount, .owner])
    #expect(table.missing == 2)
  }

  @Test func theSameDayOfAShorterMonthIsItsLast() {
    var deal = DealRow.globex.deal
    deal.closingDate = CalendarDate(year: 2027, month: 1, day: 31)
    let february = Stage(id: "2027-02", name: "2027-02", probability: 0, outcome: .open)
    let change = DealGrouping.closingMonth.change(of: deal, from: "2027-01", to: february)
    #expect(change?.new == .text("2027-02-28"))
  }
}

extension AppState {
  /// The columns of the board at its own size.
  fileprivate var boardColumns: [BoardColumns.Column] {
    board.deals.map { BoardColumns($0, in: boardLayout.deals).columns } ?? []
  }
}
