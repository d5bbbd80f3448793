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
      let facts = await result {
        BulkFacts(deals: try atStake(deals), lossReason: try lossReason())
      }
      post(.pipeline(.gathered(order, facts)))
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
    facts.lossReason = try lossReason()
    return facts
  }

  /// Zoho's own pick-list of reasons for a loss, where the organization has it.
  private func lossReason() throws -> FormField? {
    try mirror.read { try $0.fields(of: RecordEdit.deals) }
      .first { $0.apiName == "Reason_For_Loss__s" }
      .map { field in
        FormField(
          apiName: field.apiName, label: field.label, kind: .pickList,
          choices: field.choices.map { .init(stored: $0.stored, shown: $0.shown) })
      }
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
            FormField($0)
          })
      })
  }
}

extension FormField {
  /// A field as a form has it. A check list is one that takes several choices.
  fileprivate init(_ field: Blueprint.Field) {
    self.init(
      apiName: field.apiName, label: field.label,
      kind: field.apiName == MoveTerms.checkLists ? .multiPickList : Kind(zoho: field.type),
      isRequired: field.isMandatory, choices: field.choices.map { .init(stored: $0, shown: $0) })
  }
}
