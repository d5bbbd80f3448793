import Sales
import Screen

/// What we asked Zoho to write and what became of it.
public struct OutboxList: Hashable, Sendable {
  /// The writes, newest first.
  public var rows: [WriteRow] = []
  /// The write under the cursor.
  public var selected: WriteID?

  /// Nothing known yet.
  public init() {}

  /// How many writes have an unknown fate.
  public var uncertainCount: Int { rows.count { $0.state == .uncertain } }
  /// How many writes are on their way or wait for their turn.
  public var pendingCount: Int { rows.count { $0.state == .waiting || $0.state == .sending } }

  /// The write under the cursor.
  var current: WriteRow? { rows.first { $0.id == selected } }

  /// Takes the journal's rows; the cursor stays on its write, or goes to what needs a decision.
  mutating func take(_ rows: [WriteRow]) {
    self.rows = rows
    if current == nil { selectFirst() }
  }

  /// Goes to what needs a decision, or to the newest write.
  mutating func selectFirst() {
    selected = (rows.first { $0.state == .uncertain } ?? rows.first)?.id
  }

  /// The rows that are shown where there is room for so many.
  func range(rows room: Int) -> Range<Int> {
    visible(rows.count, around: rows.firstIndex { $0.id == selected } ?? 0, rows: room)
  }

  /// Moves the cursor by so many rows, and stops at either end.
  mutating func move(by steps: Int) {
    guard !rows.isEmpty else { return }
    let place = rows.firstIndex { $0.id == selected } ?? 0
    selected = rows[min(max(0, place + steps), rows.count - 1)].id
  }
}

extension AppState {
  /// Lets the mouse choose a write: a click on its row, or the wheel.
  mutating func typeInOutbox(_ key: Key) -> [Effect]? {
    guard case .mouse(let event) = key else { return nil }
    switch event.kind {
    case .wheelUp: outbox.move(by: -3)
    case .wheelDown: outbox.move(by: 3)
    case .press:
      let rows = outboxAreas(in: Rect(x: 0, y: 1, width: size.width, height: size.height - 3))
        .list.inset()
      let place = outbox.range(rows: rows.height).lowerBound + event.y - rows.y
      if rows.contains(x: event.x, y: event.y), outbox.rows.indices.contains(place) {
        outbox.selected = outbox.rows[place].id
      }
    case .release: break
    }
    return []
  }

  /// Takes what became of writes: the journal's rows here, the rest to whom it concerns.
  mutating func reduceWrites(_ action: Action) -> [Effect] {
    switch action {
    case .outboxLoaded(let rows):
      outbox.take(rows)
      return []
    case .enqueued(let request, let result):
      switch request {
      case .moveStage, .addNote: return moveEnqueued(request, result) + [.loadOutbox]
      case .editRecord, .record: return recordWriteEnqueued(request, result) + [.loadOutbox]
      default: return invoiceWriteEnqueued(request, result) + [.loadOutbox]
      }
    case .writeSettled(let id, let request, let outcome):
      switch request {
      case .moveStage, .addNote: return dealWriteSettled(id, request, outcome) + [.loadOutbox]
      case .editRecord, .record:
        return recordWriteSettled(id, request, outcome) + agendaWriteSettled(request)
          + [.loadOutbox]
      default: return invoiceWriteSettled(id, request, outcome) + [.loadOutbox]
      }
    default:
      return []
    }
  }
}
