import Sales
import Screen
import Testing

@testable import AppCore

@Suite struct PipelineLayoutTests {
  private func layout(_ width: Int, _ height: Int, _ focus: PipelineBoard.Focus = .deals)
    -> BoardLayout
  {
    BoardLayout(Rect(x: 0, y: 0, width: width, height: height), focus: focus)
  }

  @Test func aWideScreenHasFourPanes() {
    let layout = layout(120, 29)
    #expect(layout.deals == Rect(x: 0, y: 0, width: 87, height: 21))
    #expect(layout.deal == Rect(x: 0, y: 20, width: 87, height: 9))
    #expect(layout.contact == Rect(x: 87, y: 0, width: 33, height: 21))
    #expect(layout.money == Rect(x: 87, y: 20, width: 33, height: 9))
  }

  @Test func aMiddlingScreenHasBoardAndDeal() {
    let layout = layout(80, 21)
    #expect(layout.deals == Rect(x: 0, y: 0, width: 80, height: 16))
    #expect(layout.deal == Rect(x: 0, y: 15, width: 80, height: 6))
    #expect(layout.contact.isEmpty)
  }

  @Test func aSmallScreenHasOneAtATime() {
    #expect(layout(60, 13).deals == Rect(x: 0, y: 0, width: 60, height: 13))
    #expect(layout(60, 13).deal.isEmpty)
    #expect(layout(60, 13, .deal).deals.isEmpty)
    #expect(layout(60, 13, .deal).deal == Rect(x: 0, y: 0, width: 60, height: 13))
  }

  @Test func theDealPaneGrowsWhenItHasTheKeys() {
    #expect(layout(80, 21, .deal).deal.height == 10)
  }

  @Test func columnsFillTheWidth() throws {
    var deals = PipelineDeals(.standard)
    deals.firstColumn = 2
    let board = BoardColumns(deals, in: Rect(x: 0, y: 0, width: 80, height: 16))
    #expect(board.columns.map(\.stage.id) == ["prop", "nego", "won", "lost"])
    #expect(board.hiddenLeft == 2)
    #expect(board.hiddenRight == 0)
    #expect(board.columns.first?.cards.x == 1)
    #expect(board.columns.last?.cards.right == 79)
  }

  @Test func theBoardScrollsSidewaysToTheStageUnderTheCursor() {
    var state = AppState.sample(width: 80, height: 24)
    state.type("lllll")
    #expect(state.board.deals?.firstColumn == 2)
    state.type("hhh")
    #expect(state.board.deals?.firstColumn == 2)
    state.type("h")
    #expect(state.board.deals?.firstColumn == 1)
  }

  @Test func theListShowsMoreColumnsAsThereIsRoom() {
    #expect(DealTable(width: 57).columns.map(\.column) == [.name, .stage, .amount, .next])
    #expect(
      DealTable(width: 84).columns.map(\.column) == [.name, .stage, .amount, .closing, .next])
    #expect(
      DealTable(width: 118).columns.map(\.column)
        == [.name, .account, .stage, .amount, .closing, .next, .owner])
    let widths = DealTable(width: 118).columns.map(\.width)
    #expect(widths.reduce(0, +) + widths.count - 1 == 118)
  }

  @Test func linesBreakAtSpacesAndCountWideLettersTwice() {
    #expect(SafeText("one two three").wrapped(to: 7) == ["one two", "three"])
    #expect(SafeText("東京電力 ライセンス").wrapped(to: 8) == ["東京電力", "ライセン", "ス"])
    #expect(SafeText("one two three").wrapped(to: 5, limit: 2) == ["one", "two …"])
    #expect(SafeText("").wrapped(to: 5) == [""])
    #expect(SafeText("東").wrapped(to: 1) == ["東"])
  }
}
