import Sales
import Screen

extension PipelineBoard {
  /// The marked deals of the pipeline that is shown.
  public var marks: Marks<Deal> {
    get { deals?.marks ?? Marks() }
    set { deals?.marks = newValue }
  }

  /// How deals are marked: on the board within the column under the cursor, in the list anywhere.
  static let marking = MarkedList<Deal>(
    "deals", in: [.board, .dealList], marks: \.board.marks,
    current: { $0.board.selectedRow.map(Markable.init) },
    rows: { $0.board.rowsAtHand.map(Markable.init) },
    next: {
      $0.board.moveCursor(by: 1)
      return $0.followCursor()
    },
    find: { state, extent in
      guard let query = state.board.markQuery(today: state.today) else { return [] }
      return [.pipeline(.findRows(query, extent, limit: Marks<Deal>.limit))]
    })

  /// The rows of the list or column that has the cursor.
  private var rowsAtHand: [DealRow] {
    switch mode {
    case .board: deals?.column(deals?.stage)?.window.rows ?? []
    case .list: deals?.table.window.rows ?? []
    }
  }

  /// The question for the list or column that has the cursor.
  func markQuery(today: CalendarDate) -> DealQuery? {
    guard mode == .board else { return listQuery(today: today) }
    return deals?.stage.flatMap { boardQuery(today: today)?.deals(in: $0) }
  }
}

extension Markable where Subject == Deal {
  init(_ row: DealRow) { self.init(row.id, amount: row.deal.amount) }
}

extension AppState {
  /// Takes what was found out for the pipeline screen.
  mutating func take(_ news: PipelineNews) -> [Effect] {
    switch news {
    case .found(let query, let extent, let result):
      guard query == board.markQuery(today: today) else { return [] }
      switch result {
      case .success(let rows): mark(rows, at: \.board.marks, as: extent)
      case .failure(let failure): tell(failure.message, kind: .failure)
      }
      return []
    case .process(let deal, let result):
      take(result, of: deal)
      return []
    case .prepared(let result):
      switch result {
      case .success(let facts): return askForTerms(facts)
      case .failure(let failure): tell(failure.message, kind: .failure)
      }
      return []
    case .gathered(let order, let result):
      switch result {
      case .success(let facts): return gathered(facts, for: order)
      case .failure(let failure): tell(failure.message, kind: .failure)
      }
      return []
    }
  }
}
