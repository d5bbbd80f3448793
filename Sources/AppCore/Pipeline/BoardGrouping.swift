import Sales
import Screen

/// Columns that are not the stages: who works on the deals, the month they close in, any pick-list.
extension AppState {
  /// Lists what the board can be grouped by.
  mutating func askForGrouping(_ fields: [FormField]) {
    let fixed: [(DealGrouping, SafeText)] = [
      (.stage, "Stage"), (.owner, "Owner"), (.closingMonth, "Closing month"),
    ]
    let all = fixed + fields.map { (.pickList($0.apiName), SafeText($0.label)) }
    let current = board.deals?.view.grouping
    let rows = all.map { grouping, label in
      Chooser.Row(
        id: grouping.name, label: "\(grouping == current ? "✓" : " ") \(label)",
        detail: grouping == .stage ? "" : "open deals")
    }
    overlays.append(.chooser(Chooser(title: "Columns by", purpose: .grouping, rows: rows)))
  }

  /// Groups the board as chosen.
  mutating func chooseGrouping(_ name: String) -> [Effect] {
    guard let grouping = DealGrouping(name: name) else { return [] }
    return arrangeBoard { $0.grouping = grouping } + board.readDeals(today: today)
  }

  /// Puts a deal into another column of a board that is not by stage: changes the field it goes by.
  mutating func regroup(_ row: DealRow, to target: Stage.ID) -> [Effect] {
    guard let deals = board.deals, let from = deals.columnID(of: row.id), from != target,
      let column = deals.groups.first(where: { $0.id == target })
    else { return [] }
    if let reason = reasonNotToMove(row) {
      tell("\(row.deal.name) stays: \(reason)", kind: .warning)
      return []
    }
    let grouping = deals.view.grouping
    guard let change = grouping.change(of: row.deal, from: from, to: column) else {
      tell("\(row.deal.name) stays: nobody cannot own a deal", kind: .warning)
      return []
    }
    let edit = RecordEdit(
      module: "Deals", id: row.id.rawValue, name: row.deal.name,
      fields: [change.field: change.new], version: nil, base: [change.field: change.old])
    board.begin(
      PendingMove(
        row: row, pipeline: deals.pipeline.id, to: target, grouping: grouping, column: from), today)
    tell("\(row.deal.name): \(change.words) · saving", kind: .note)
    return [.enqueue(.editRecord(edit, undoes: nil))] + followCursor()
  }

  /// Takes what became of a deal that was put into another column.
  mutating func regroupSettled(_ request: WriteRequest, _ outcome: WriteOutcome) {
    guard case .editRecord(let edit, _) = request, edit.module == "Deals",
      let move = board.pendingMoves[Deal.ID(edit.id)], move.grouping != .stage
    else { return }
    switch outcome {
    case .confirmed, .record(.done): board.pendingMoves[move.row.id] = nil
    case .uncertain(let words): board.pendingMoves[move.row.id]?.state = .uncertain(words)
    case .refused(let failure): board.putBack(move, state: .refused(failure.message), today)
    case .record(.refused), .record(.conflict), .conflict:
      board.putBack(move, state: .refused("Zoho has something else there now"), today)
    }
  }
}

extension PipelineDeals {
  /// The column that a deal is shown in.
  func columnID(of deal: Deal.ID) -> Stage.ID? {
    if let stage, columns[stage]?.window.contains(deal) == true { return stage }
    return columns.first { $0.value.window.contains(deal) }?.key
  }
}

extension DealGrouping {
  init?(name: String) {
    switch name {
    case DealGrouping.stage.name: self = .stage
    case DealGrouping.owner.name: self = .owner
    case DealGrouping.closingMonth.name: self = .closingMonth
    default:
      guard name.hasPrefix("field ") else { return nil }
      self = .pickList(String(name.dropFirst(6)))
    }
  }

  /// What the board says it is grouped by.
  var words: SafeText {
    switch self {
    case .stage: "by stage"
    case .owner: "open by owner"
    case .closingMonth: "open by closing month"
    case .pickList(let name): "open by \(name.replacing("_", with: " "))"
    }
  }

  /// What people call a column.
  func title(of column: Stage) -> String {
    guard self == .closingMonth, let day = CalendarDate(column.id.rawValue + "-01") else {
      return column.name
    }
    return String(day.spoken.string.dropFirst(2))
  }

  /// The field to change so that a deal comes from one column to another, with its values; nil when no
  /// value would do.
  func change(
    of deal: Deal, from: Stage.ID, to column: Stage
  ) -> (field: String, old: RecordValue, new: RecordValue, words: SafeText)? {
    switch self {
    case .stage: return nil
    case .owner:
      guard !column.id.rawValue.isEmpty else { return nil }
      let old = deal.owner.map { RecordValue.reference(id: $0.id.rawValue, name: $0.name) }
      return (
        "Owner", old ?? .empty, .reference(id: column.id.rawValue, name: column.name),
        "owner \(column.name)"
      )
    case .closingMonth:
      let old = deal.closingDate.map { RecordValue.text($0.description) } ?? .empty
      guard let first = CalendarDate(column.id.rawValue + "-01") else {
        return ("Closing_Date", old, .empty, "no closing date")
      }
      // The same day of the other month, or its last where it has no such day.
      var day = first.adding(days: (deal.closingDate?.day ?? 1) - 1)
      while day.month != first.month { day = day.adding(days: -1) }
      return ("Closing_Date", old, .text(day.description), "closes \(day.spoken)")
    case .pickList(let name):
      let value = { (id: Stage.ID) in
        id.rawValue.isEmpty ? RecordValue.empty : .text(id.rawValue)
      }
      return (name, value(from), value(column.id), "\(column.name)")
    }
  }

  /// A deal as it is in a column.
  func moved(_ deal: Deal, to column: Stage.ID) -> Deal {
    var deal = deal
    if self == .stage { deal.stage = column }
    return deal
  }
}
