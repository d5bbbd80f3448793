import Sales
import Screen

/// What a move asks for before it is made: the fields of a Blueprint's transition, or how a deal ended.
extension AppState {
  /// Whether it must be found out first what a move asks for or does to money.
  func needsFacts(_ row: DealRow, to stage: Stage.ID, _ pipeline: Pipeline) -> Bool {
    pipeline.stage(stage)?.outcome != .open || board.guarded.contains(pipeline.id)
      || board.process(of: row) != nil
  }

  /// Asks for what a move needs and says what it does to money; a move that needs and does nothing is
  /// made at once.
  mutating func askForTerms(_ facts: MoveFacts) -> [Effect] {
    let row = facts.deal.row
    guard let stage = board.pipeline?.stage(facts.target) else { return [] }
    board.known = KnownProcess(deal: row.id, stage: row.deal.stage, process: facts.process)
    if facts.process != nil, let pipeline = row.deal.pipeline { board.guarded.insert(pipeline) }
    if let reason = board.reasonNot(to: stage, for: row) {
      tell("\(row.deal.name) stays: \(reason)", kind: .warning)
      return followCursor()
    }
    var words = MoneyEffect.words(of: [facts.deal], to: stage)
    if let failure = facts.processFailure {
      words.append("Whether a Blueprint holds it could not be asked: \(failure.message)")
    }
    let fields = facts.fields
    guard !fields.isEmpty || !words.isEmpty else { return make(facts, []) }
    board.asked = facts
    overlays.append(.confirmation(question(facts, stage, words)))
    return []
  }

  /// Makes the move that was asked about, with what was filled in.
  mutating func make(_ facts: MoveFacts, _ values: [MoveTerms.Value]) -> [Effect] {
    board.asked = nil
    let transition = facts.process?.step(to: facts.target)?.id
    return move(
      facts.deal.row, to: facts.target, terms: MoveTerms(transition: transition, values: values))
  }

  private func question(_ facts: MoveFacts, _ stage: Stage, _ words: [SafeText]) -> Confirmation {
    let deal = facts.deal.row.deal
    return Confirmation(
      title: "Move \(deal.name) to \(stage.name)",
      lines: ["\(tenant.organization) (\(tenant.dataCenter))"] + words,
      answers: [
        .init(key: "k", label: "keep it in \(stageName(deal.stage))"),
        .init(key: "m", label: "move it", action: .pipeline(.confirmed(facts))),
      ])
  }
}

extension MoveFacts {
  /// What is filled in with the move: what the Blueprint asks for, or how and when the deal ended.
  var fields: [DealProcess.Field] {
    if let step = process?.step(to: target) { return step.fields }
    return []
  }
}

extension Failure {
  /// Whether Zoho said that only a Blueprint's transition moves the record.
  var isByBlueprint: Bool {
    if case .refused(let code, _) = self { code == "RECORD_IN_BLUEPRINT" } else { false }
  }
}
