import Sales
import Screen

/// A deal's move that is not settled: shown at once, put back when it comes to nothing.
public struct PendingMove: Hashable, Sendable {
  /// How far it has got.
  public enum State: Hashable, Sendable {
    /// On its way to Zoho.
    case sending
    /// No answer came: it may have happened.
    case uncertain(SafeText)
    /// Zoho said no, or the journal did: the card is back.
    case refused(SafeText)
    /// Somebody else moved the deal meanwhile: theirs is shown until a person decides.
    case conflict(ConflictDetail)
  }

  /// The deal as it was before.
  public let row: DealRow
  /// The pipeline it runs in.
  public let pipeline: Pipeline.ID
  /// The stage it goes to.
  public let to: Stage.ID
  /// The move that this one takes back.
  public let undoes: WriteID?
  /// What it says besides the stage.
  public let terms: MoveTerms
  /// Its id in the journal; nil until it is there.
  public var write: WriteID?
  /// How far it has got.
  public var state: State = .sending

  /// A move that begins.
  init(
    row: DealRow, pipeline: Pipeline.ID, to: Stage.ID, undoes: WriteID? = nil,
    terms: MoveTerms = MoveTerms()
  ) {
    self.row = row
    self.pipeline = pipeline
    self.to = to
    self.undoes = undoes
    self.terms = terms
  }

  /// The stage it comes from.
  public var from: Stage.ID { row.deal.stage }

  /// Whether the card is shown in the stage it goes to.
  public var isShownMoved: Bool {
    switch state {
    case .sending, .uncertain: true
    case .refused, .conflict: false
    }
  }

  /// The row as it is shown in the stage it goes to.
  var movedRow: DealRow {
    var row = row
    row.deal.stage = to
    return row
  }

  /// A mark and a word for the card.
  var badge: SafeText {
    switch state {
    case .sending: "↑ saving"
    case .uncertain: "? unsure"
    case .refused: "✗ refused"
    case .conflict: "≠ conflict"
    }
  }

  /// What is to be known about it, in a sentence.
  var reason: SafeText {
    switch state {
    case .sending: "on its way to Zoho"
    case .uncertain(let words): words
    case .refused(let words): words
    case .conflict(let detail):
      "\(detail.theirs.modifiedBy ?? "somebody") changed it meanwhile; Enter decides"
    }
  }

  /// Why the deal cannot be moved again yet; nil when it can.
  var blocksMoving: SafeText? {
    switch state {
    case .sending: "its last move is still on its way"
    case .uncertain: "its last move may have happened; see 6 Outbox"
    case .refused, .conflict: nil
    }
  }
}

/// A move that Zoho has, kept so that it can be taken back.
public struct DoneMove: Hashable, Sendable {
  /// The write.
  public let write: WriteID
  /// The deal as it stands since.
  public let deal: Deal
  /// The stage it came from.
  public let from: Stage.ID
  /// The bulk move it was part of, which is taken back as one.
  public var batch: String?
  /// What it had filled in, as it was before.
  public var reverting: [String: RecordValue] = [:]
  /// Whether a Blueprint's transition made it.
  public var isByTransition = false

  /// How many are kept, a bulk move counting as one.
  static let limit = 50
}

/// A move being tried out on the board before it is made.
public struct MoveMode: Hashable, Sendable {
  /// The deal.
  public let row: DealRow
  /// The stage it would go to.
  public var target: Stage.ID
}
