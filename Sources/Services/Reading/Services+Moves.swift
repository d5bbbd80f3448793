import AppCore
import LocalMirror
import Sales
import ZohoAPI

/// What is found out before deals move.
extension Services {
  /// Does what the pipeline screen wants of Zoho or of more than the local copy.
  func perform(_ work: PipelineWork) async {
    switch work {
    case .findRows: break  // Answered from the local copy.
    case .findProcess(let deal):
      post(.pipeline(.process(deal, await result { try await process(of: deal) })))
    case .prepareMove(let deal, let target):
      post(.pipeline(.prepared(await result { try await facts(of: deal, to: target) })))
    case .gather(let deals, let order):
      post(.pipeline(.gathered(order, await result { try atStake(deals) })))
    }
  }

  private func process(of deal: Deal.ID) async throws -> DealProcess? {
    try await gateway.send(.blueprint(of: deal.rawValue, in: "Deals"), .interactive)
      .map(DealProcess.init)
  }

  private func facts(of deal: Deal.ID, to target: Stage.ID) async throws -> MoveFacts {
    guard let known = try atStake([deal]).first else {
      throw Failure.invalid("the deal is not here any more")
    }
    var facts = MoveFacts(deal: known, target: target)
    do {
      facts.process = try await process(of: deal)
    } catch {
      facts.processFailure = Failure(error)
    }
    facts.lossReason = try mirror.read { try $0.fields(of: "Deals") }
      .first { $0.apiName == "Reason_For_Loss__s" }
      .map { field in
        DealProcess.Field(
          apiName: field.apiName, label: field.label, type: field.dataType,
          choices: field.choices.map(\.stored))
      }
    return facts
  }

  /// The deals as the local copy has them, each with its invoices and drafts.
  private func atStake(_ deals: [Deal.ID]) throws -> [DealAtStake] {
    let drafts = Dictionary(grouping: try journal.drafts()) { $0.deal?.id }
    return try mirror.read { reader in
      try deals.compactMap { id in
        guard let row = try reader.deal(id) else { return nil }
        let open = drafts[id]?.count { $0.invoice == nil } ?? 0
        return DealAtStake(row: row, invoices: try reader.invoices(of: id), drafts: open)
      }
    }
  }
}

extension DealProcess {
  fileprivate init(_ blueprint: Blueprint) {
    self.init(
      name: blueprint.name,
      steps: blueprint.transitions.map { step in
        Step(
          id: step.id, name: step.name, target: step.target.map { Stage.ID($0) },
          reason: step.isOpen ? nil : step.reason ?? "its conditions are not fulfilled",
          fields: step.fields.map {
            Field(
              apiName: $0.apiName, label: $0.label, type: $0.type, isRequired: $0.isMandatory,
              choices: $0.choices)
          })
      })
  }
}
