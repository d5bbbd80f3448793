import Sales
import Screen

/// What a move asks for before it is made: the fields of a Blueprint's transition, or when and why a
/// deal ended.
enum MoveForm {
  static let closingDate = "Closing_Date"
  static let lossReason = "Reason_For_Loss__s"

  /// What is filled in when a deal ends: the day, and of a lost one the reason where there is a pick-list.
  static func closing(_ stage: Stage, reason: FormField?) -> [FormField] {
    let date = FormField(
      apiName: closingDate, label: "Closing date", kind: .date, isRequired: true)
    switch stage.outcome {
    case .open: return []
    case .won: return [date]
    case .lost: return (reason.map { [$0] } ?? []) + [date]
    }
  }
}

extension AppState {
  /// Whether it must be found out first what a move asks for or does to money.
  func needsFacts(_ row: DealRow, to stage: Stage.ID, _ pipeline: Pipeline) -> Bool {
    pipeline.stage(stage)?.outcome != .open || board.guarded.contains(pipeline.id)
      || board.process(of: row) != nil
  }

  /// Asks for what a move needs and says what it does to money; a move that needs nothing is made at
  /// once.
  mutating func askForTerms(_ facts: MoveFacts) -> [Effect] {
    let row = facts.deal.row
    guard let stage = board.pipeline?.stage(facts.target) else { return [] }
    board.known = KnownProcess(deal: row.id, stage: row.deal.stage, process: facts.process)
    if facts.process != nil, let pipeline = row.deal.pipeline { board.guarded.insert(pipeline) }
    if let reason = board.reasonNot(to: stage, for: row) {
      tell("\(row.deal.name) stays: \(reason)", kind: .warning)
      return followCursor()
    }
    var remarks = MoneyEffect.words(of: [facts.deal], to: stage)
    if let failure = facts.processFailure {
      remarks.append("Whether a Blueprint holds it could not be asked: \(failure.message)")
    }
    let step = facts.process?.step(to: facts.target)
    let fields = step?.fields ?? MoveForm.closing(stage, reason: facts.lossReason)
    guard !fields.isEmpty else { return make(facts, [:]) }
    board.asked = .one(facts)
    var form = RecordForm(
      .custom("move \(row.id) to \(stage.id)"), title: "Move \(row.deal.name) to \(stage.name)",
      verb: "move", sections: [.init(label: step?.name ?? "", fields: fields)],
      base: row.deal.values, values: stage.outcome == .open ? [:] : closingToday,
      notation: notation(of: row.deal))
    form.notices = remarks
    openForm(form)
    return []
  }

  /// Asks when and why the deals of a bulk move end, when they all end alike; false when that is not so.
  mutating func askForTerms(of bulk: BulkMove) -> Bool {
    let targets = Set(bulk.rows.filter { $0.outcome == .ready }.map(\.target))
    guard targets.count == 1, let target = targets.first, let stage = board.pipeline?.stage(target),
      stage.outcome != .open
    else { return false }
    board.asked = .many(bulk.id)
    var form = RecordForm(
      .custom("move \(bulk.id)"), title: "Move them to \(stage.name)", verb: "move",
      sections: [.init(label: "", fields: MoveForm.closing(stage, reason: bulk.lossReason))],
      values: closingToday, notation: notation)
    form.notices = ["What is filled in goes for each of them."]
    openForm(form)
    return true
  }

  /// Makes the move that was asked about, with what was filled in; nil when the form was for another.
  mutating func moveFormConfirmed(_ name: String, _ values: [String: RecordValue]) -> [Effect]? {
    switch board.asked {
    case .one(let facts) where name == "move \(facts.deal.row.id) to \(facts.target)":
      board.asked = nil
      return make(facts, values.filter { !$0.value.isEmpty })
    case .many(let id) where name == "move \(id)" && board.bulk?.id == id:
      board.asked = nil
      board.bulk?.values = values.filter { !$0.value.isEmpty }
      return runBulkMove()
    default: return nil
    }
  }

  private mutating func make(_ facts: MoveFacts, _ values: [String: RecordValue]) -> [Effect] {
    let step = facts.process?.step(to: facts.target)
    let fields = step?.fields.map(\.apiName)
    let filled = values.filter { fields?.contains($0.key) ?? true }
    return move(
      facts.deal.row, to: facts.target, terms: MoveTerms(transition: step?.id, values: filled))
  }

  private var closingToday: [String: RecordValue] {
    [MoveForm.closingDate: .text(today.description)]
  }

  private func notation(of deal: Deal) -> FieldNotation {
    var notation = notation
    if let amount = deal.amount { notation.currency = amount.currency }
    return notation
  }
}

extension Deal {
  /// What it holds of the fields that a move asks for most.
  fileprivate var values: [String: RecordValue] {
    var values: [String: RecordValue] = [:]
    if let amount { values["Amount"] = .number(amount.amount) }
    if let closingDate { values[MoveForm.closingDate] = .text(closingDate.description) }
    if let lostReason { values[MoveForm.lossReason] = .text(lostReason) }
    if let nextStep { values["Next_Step"] = .text(nextStep) }
    return values
  }
}

extension MoveTerms {
  /// What takes the values back that were filled in with a move of a deal as it was before.
  func reverting(to deal: Deal) -> MoveTerms {
    let old = deal.values
    return MoveTerms(
      values: Dictionary(uniqueKeysWithValues: values.keys.map { ($0, old[$0] ?? .empty) }))
  }
}

/// The move that a form on the screen asks about.
enum AskedMove: Hashable {
  /// One deal's.
  case one(MoveFacts)
  /// The bulk move of that name.
  case many(String)
}

extension Failure {
  /// Whether Zoho said that only a Blueprint's transition moves the record.
  var isByBlueprint: Bool {
    if case .refused(let code, _) = self { code == "RECORD_IN_BLUEPRINT" } else { false }
  }
}
