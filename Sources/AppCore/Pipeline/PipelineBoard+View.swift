import Sales
import Screen

extension PipelineDeals {
  /// Takes how the board is arranged, and works out which columns are shown.
  mutating func arrange(_ view: BoardView) {
    if view.grouping != self.view.grouping {
      left[self.view.grouping.name] = stage
      groups = view.grouping == .stage ? pipeline.stages : []
      columns = [:]
      hasBoard = false
      firstColumn = 0
      stage = left[view.grouping.name]
      wanted = stage
    }
    self.view = view
    arrange()
  }

  /// Works out which columns are shown and in what order.
  mutating func arrange() {
    let columns = view.current
    let places = Dictionary(
      columns.order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let ordered = groups.enumerated().sorted { left, right in
      (places[left.element.id.rawValue] ?? Int.max, left.offset)
        < (places[right.element.id.rawValue] ?? Int.max, right.offset)
    }.map(\.element)
    let visible = ordered.filter { !columns.hidden.contains($0.id.rawValue) }
    // A board without any column would have no way back.
    shown = visible.isEmpty ? ordered : visible
    if let wanted, shown.contains(where: { $0.id == wanted }) {
      stage = wanted
      self.wanted = nil
    }
    if stage.map({ stage in !shown.contains { $0.id == stage } }) ?? true {
      stage = shown.first?.id
    }
  }

  /// Whether a column is a strip with count and sum.
  func isCollapsed(_ stage: Stage.ID) -> Bool { view.current.collapsed.contains(stage.rawValue) }

  /// How many columns are not shown.
  var hiddenCount: Int { groups.count - shown.count }
}

extension AppState {
  /// Shows the deals as they were arranged when they were last seen.
  mutating func applyBoardView() {
    guard let pipeline = board.pipeline else { return }
    let name = BoardView.name(of: pipeline.id)
    board.deals?.arrange(views.value(of: name, as: BoardView.self) ?? BoardView())
  }

  /// Arranges the deals anew and keeps it.
  mutating func arrangeBoard(_ change: (inout BoardView) -> Void) -> [Effect] {
    guard let deals = board.deals else { return [] }
    var view = deals.view
    change(&view)
    guard view != deals.view else { return [] }
    board.deals?.arrange(view)
    return keep(view, as: BoardView.name(of: deals.pipeline.id)) + followCursor()
  }

  /// Changes the column under the cursor from whole to a strip, or back.
  mutating func collapseColumn() -> [Effect] {
    guard let column = board.deals?.stage?.rawValue else { return [] }
    return arrangeBoard { view in
      if view.current.collapsed.remove(column) == nil { view.current.collapsed.insert(column) }
    }
  }

  /// Hides the column under the cursor.
  mutating func hideColumn() -> [Effect] {
    guard let deals = board.deals, let column = deals.shown.first(where: { $0.id == deals.stage })
    else { return [] }
    let place = deals.stageIndex
    let effects = arrangeBoard { $0.current.hidden.insert(column.id.rawValue) }
    if let shown = board.deals?.shown, !shown.isEmpty {
      board.deals?.stage = shown[min(place, shown.count - 1)].id
    }
    tell("\(column.name) is hidden; zH shows all columns", kind: .note)
    return effects + followCursor()
  }

  /// Shows every column.
  mutating func showAllColumns() -> [Effect] {
    arrangeBoard { $0.current.hidden = [] }
  }

  /// Moves the column under the cursor so many places to the right, or to the left when negative.
  mutating func moveColumn(by steps: Int) -> [Effect] {
    guard let deals = board.deals else { return [] }
    var order = deals.shown.map(\.id.rawValue)
    let place = deals.stageIndex
    guard order.indices.contains(place), order.indices.contains(place + steps) else { return [] }
    order.swapAt(place, place + steps)
    let hidden = deals.groups.map(\.id.rawValue).filter { !order.contains($0) }
    return arrangeBoard { $0.current.order = order + hidden }
  }

  /// Lists what a card or a row can say, those that it says with a check mark.
  mutating func askForFields() -> [Effect] {
    let isBoard = board.mode == .board
    let title: SafeText = isBoard ? "What cards say" : "The columns of the list"
    overlays.append(
      .chooser(Chooser(title: title, purpose: .dealFields, rows: isBoard ? cardRows : tableRows)))
    return []
  }

  private var cardRows: [Chooser.Row] {
    let chosen = board.deals?.view.cardFields ?? []
    return BoardView.CardField.allCases.map {
      Chooser.Row(id: $0.rawValue, label: "\(chosen.contains($0) ? "✓" : " ") \($0.title)")
    }
  }

  private var tableRows: [Chooser.Row] {
    let chosen = (board.deals?.view.table ?? DealTable.usual).map(\.column)
    return DealColumn.allCases.map { column in
      Chooser.Row(
        id: column.rawValue,
        label: "\(chosen.contains(column.rawValue) ? "✓" : " ") \(column.title)",
        unavailable: column == .name ? "always shown" : nil)
    }
  }

  /// Takes a field in or out; the list stays open for the next.
  mutating func chooseField(_ id: String) -> [Effect] {
    var effects: [Effect]
    if board.mode == .board {
      guard let field = BoardView.CardField(rawValue: id) else { return [] }
      effects = arrangeBoard { view in
        if let place = view.cardFields.firstIndex(of: field) {
          view.cardFields.remove(at: place)
        } else {
          view.cardFields.append(field)
        }
      }
    } else {
      effects = arrangeBoard { view in
        var table = view.table ?? DealTable.usual
        if let place = table.firstIndex(where: { $0.column == id }) {
          table.remove(at: place)
        } else if let column = DealColumn(rawValue: id) {
          table.append(.init(column: id, width: DealTable.usualWidth(of: column)))
        }
        view.table = table
      }
    }
    effects += askForFields()
    if case .chooser(var chooser) = overlays.last {
      chooser.selected = chooser.rows.firstIndex { $0.id == id } ?? 0
      overlays[overlays.count - 1] = .chooser(chooser)
    }
    return effects
  }

  /// Makes the column that the list goes by wider, or narrower when negative; the name by need.
  mutating func widenColumn(by cells: Int) -> [Effect] {
    let wanted = (board.order.column ?? .account).rawValue
    return arrangeBoard { view in
      var table = view.table ?? DealTable.usual
      guard let place = table.firstIndex(where: { $0.column == wanted }) else { return }
      table[place].width = min(max(4, table[place].width + cells), 80)
      view.table = table
    }
  }

  /// Lists the orders of the cards.
  mutating func askForCardOrder() -> [Effect] {
    let current = board.deals?.view.cardOrder
    let rows = BoardView.CardOrder.allCases.map {
      Chooser.Row(id: $0.rawValue, label: "\($0 == current ? "✓" : " ") \($0.title)")
    }
    overlays.append(.chooser(Chooser(title: "Order of the cards", purpose: .cardOrder, rows: rows)))
    return []
  }

  /// Orders the cards as chosen.
  mutating func chooseCardOrder(_ id: String) -> [Effect] {
    guard let order = BoardView.CardOrder(rawValue: id) else { return [] }
    return arrangeBoard { $0.cardOrder = order } + board.readDeals(today: today)
  }
}
