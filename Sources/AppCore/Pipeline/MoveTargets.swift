import Sales
import Screen

/// The Blueprint of a deal, as far as it is known.
struct KnownProcess: Hashable {
  /// The deal.
  var deal: Deal.ID
  /// The stage it stood in when Zoho said so.
  var stage: Stage.ID
  /// The Blueprint; nil when it is in none.
  var process: DealProcess?
}

extension PipelineBoard {
  /// The Blueprint that a deal is in, when it is known and the deal still stands there.
  func process(of row: DealRow) -> DealProcess? {
    guard let known, known.deal == row.id, known.stage == row.deal.stage else { return nil }
    return known.process
  }

  /// Why a deal cannot go to a stage; nil when it can, as far as is known.
  func reasonNot(to stage: Stage, for row: DealRow) -> SafeText? {
    if stage.id == row.deal.stage { return "it is there now" }
    guard let process = process(of: row) else { return nil }
    if let step = process.step(to: stage.id) { return step.reason.map { SafeText($0) } }
    let names = process.steps.compactMap(\.target)
      .map { target in pipeline?.stage(target)?.name ?? target.rawValue }
    guard !names.isEmpty else { return "\(process.name) leads nowhere from here" }
    return "\(process.name) leads only to \(names.joined(separator: ", "))"
  }
}

extension AppState {
  /// Lists the stages to choose from, for the selected deal or for those that are marked.
  mutating func askForStage() -> [Effect] {
    guard let pipeline = board.pipeline else { return [] }
    if !board.marks.isEmpty {
      let rows = pipeline.stages.map {
        Chooser.Row(id: $0.id.rawValue, label: SafeText($0.name), detail: $0.outcomeWords)
      }
      let title: SafeText = "Move \(board.marks.words) to"
      overlays.append(.chooser(Chooser(title: title, purpose: .stage, rows: rows)))
      board.stageAskedFor = nil
      return []
    }
    guard let row = board.selectedRow else { return [] }
    var chooser = Chooser(
      title: "Move \(row.deal.name) to", purpose: .stage, rows: targets(of: row))
    let current = pipeline.stages.firstIndex { $0.id == row.deal.stage } ?? -1
    chooser.selected = min(current + 1, max(0, chooser.rows.count - 1))
    overlays.append(.chooser(chooser))
    board.stageAskedFor = row.id
    return [.pipeline(.findProcess(row.id))]
  }

  /// The stages with the reasons of those that a deal cannot go to.
  private func targets(of row: DealRow) -> [Chooser.Row] {
    (board.pipeline?.stages ?? []).map { stage in
      Chooser.Row(
        id: stage.id.rawValue, label: SafeText(stage.name), detail: stage.outcomeWords,
        unavailable: board.reasonNot(to: stage, for: row))
    }
  }

  /// Takes what Zoho says of a deal's Blueprint: what cannot be reached is off from now on.
  mutating func take(_ process: Result<DealProcess?, Failure>, of deal: Deal.ID) {
    guard case .success(let process) = process, let row = board.row(of: deal) else { return }
    board.known = KnownProcess(deal: deal, stage: row.deal.stage, process: process)
    guard process != nil else { return }
    if let pipeline = row.deal.pipeline { board.guarded.insert(pipeline) }
    guard board.stageAskedFor == deal, case .chooser(var chooser) = overlays.last,
      chooser.purpose == .stage
    else { return }
    chooser.rows = targets(of: row)
    overlays[overlays.count - 1] = .chooser(chooser)
  }
}
