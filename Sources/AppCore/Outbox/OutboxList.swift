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

  /// What can be done with a write.
  static let commands: [Command] = []
}

extension AppState {
  /// Takes what became of writes: the journal's rows here, the rest to whom it concerns.
  mutating func reduceWrites(_ action: Action) -> [Effect] {
    switch action {
    case .outboxLoaded(let rows):
      outbox.rows = rows
      return []
    case .enqueued(let request, let result):
      switch request {
      case .moveStage, .addNote: return moveEnqueued(request, result) + [.loadOutbox]
      default: return invoiceWriteEnqueued(request, result) + [.loadOutbox]
      }
    case .writeSettled(let id, let request, let outcome):
      switch request {
      case .moveStage, .addNote: return dealWriteSettled(id, request, outcome) + [.loadOutbox]
      default: return invoiceWriteSettled(id, request, outcome) + [.loadOutbox]
      }
    default:
      return []
    }
  }
}

/// Draws the outbox screen.
func drawOutbox(_ state: AppState, in area: Rect, on canvas: inout Canvas) {}
