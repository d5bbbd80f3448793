import AppCore
import FoundationEssentials
import LocalMirror
import Sales

extension Services {
  /// How many cards of each stage a board begins with.
  private static let cardsPerStage = 24

  /// Answers what the pipeline screen asks of the local copy; nil for other effects.
  func readPipeline(_ effect: Effect) -> [Action]? {
    switch effect {
    case .loadHome:
      return answer { try home($0) }
    case .loadBoard(let query):
      return [.boardLoaded(query, reading { try board(query, $0) })]
    case .loadDeals(let query, let anchor, let limit):
      let window = reading { try $0.deals(query, around: anchor, limit: limit) }
      return [.dealsLoaded(query, window)]
    case .loadDealDetail(let id):
      return answer { reader in
        try reader.dealDetail(id).map { [.dealDetailLoaded(id, .success($0))] } ?? []
      }
    case .pipeline(.findRows(let query, let extent, let limit)):
      let found = reading { reader in
        let (rows, count) = try reader.dealAmounts(query, between: extent.ends, limit: limit)
        return MarkedRows(rows: rows.map { Markable($0.id, amount: $0.amount) }, count: count)
      }
      return [.pipeline(.found(query, extent, found))]
    default:
      return nil
    }
  }

  /// The actions that a read gives, or what went wrong as an event.
  func answer(_ work: (MirrorReader) throws -> [Action]) -> [Action] {
    switch reading(work) {
    case .success(let actions): return actions
    case .failure(let failure):
      return [.told(Event(time: clock.now(), kind: .failure, text: failure.message))]
    }
  }

  private func home(_ reader: MirrorReader) throws -> [Action] {
    var status = SyncStatus()
    status.lastSynced = try reader.cursor(for: Synchronizer.whole)?.synced
    return [
      .syncChanged(status),
      .pipelinesLoaded(try reader.pipelines(), tenant: try tenant.known(by: reader)),
    ]
  }

  private func board(_ query: BoardQuery, _ reader: MirrorReader) throws -> BoardPage {
    let columns = try reader.allColumns(
      of: query.pipeline, words: query.words, today: query.today, limit: Self.cardsPerStage)
    let summary = try reader.boardSummary(
      of: query.pipeline, words: query.words, today: query.today)
    return BoardPage(
      summary: summary,
      columns: Dictionary(uniqueKeysWithValues: columns.map { ($0.stage, $0.window) }))
  }

  /// Fetches what the local copy keeps only on demand: the stages a deal has been through, and its
  /// notes.
  func refreshHistory(_ id: Deal.ID) async {
    guard await attention.isStillOn(id.rawValue) else { return }
    do {
      var history: [StageChange] = []
      for try await page in gateway.pages(.stageHistory(of: id), .interactive) {
        history += page.rows
      }
      history.sort { $0.time < $1.time }
      try mirror.write { [history] in try $0.replace(history: history, of: id) }
      guard let shown = try mirror.read({ try $0.dealDetail(id) }) else { return }
      post(.dealDetailLoaded(id, .success(shown)))
    } catch {
      // The pane already shows what the local copy has; why it is not fresher goes to the log.
      tell(Failure(error))
    }
  }
}

extension MarkExtent {
  /// Where it begins and ends; nil for all.
  fileprivate var ends: (Identifier<Subject>, Identifier<Subject>)? {
    if case .between(let first, let last) = self { (first, last) } else { nil }
  }
}

extension Tenant {
  /// The tenant with what the local copy knows of it.
  func known(by reader: MirrorReader) throws -> Tenant {
    guard let organization = try reader.organization() else { return self }
    var tenant = self
    tenant.organization = organization.name
    tenant.currency = organization.currency
    tenant.user = try reader.me() ?? tenant.user
    return tenant
  }
}
