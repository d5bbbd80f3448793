import ZohoAPI

/// Up to a hundred deals on their way, each with what is known of it.
struct DealBatch {
  /// The deals of which nothing is known yet, in the order of the file.
  private(set) var waiting: [ImportPlan.Deal]
  /// The failure after which deals could not be found; nil when the fate of all is known.
  var lostTo: ZohoError?
  private let deals: [ImportPlan.Deal]
  private let accounts: [String: WriteResult]
  private let products: [String: WriteResult]
  private var known: [Int: RowResult] = [:]

  /// - Parameters:
  ///   - accounts: What became of the accounts, by folded name. Deals of a refused one are refused.
  ///   - products: What became of the products.
  init(
    _ deals: [ImportPlan.Deal], accounts: [String: WriteResult], products: [String: WriteResult]
  ) {
    self.deals = deals
    self.accounts = accounts
    self.products = products
    waiting = deals
    for deal in deals {
      guard case .refused(let error)? = accounts[folded: deal.account] else { continue }
      let message = "its account was refused: \(error.words)"
      known[deal.line] = deal.result(.refused, message: message)
    }
    forgetKnown()
  }

  /// What is sent for those that wait.
  var records: [RecordFields] {
    waiting.map { deal in
      var fields = deal.fields
      if case .written(let account)? = accounts[folded: deal.account] {
        fields["Account_Name"] = .reference(id: account.id, name: nil)
      }
      return fields
    }
  }

  /// The results, in the order of the file.
  var results: [RowResult] {
    deals.map { deal in
      var result = known[deal.line] ?? deal.result(.notSent)
      if case .refused(let error)? = products[folded: deal.product] {
        let note = "its product was refused: \(error.words)"
        result.message = result.message.isEmpty ? note : "\(result.message) \(note)"
      }
      return result
    }
  }

  /// Notes those that were found, by name.
  mutating func mark(_ ids: [String: String], as status: RowResult.Status, _ message: String = "") {
    for deal in waiting {
      guard let id = ids[deal.name] else { continue }
      known[deal.line] = deal.result(status, id: id, message: message)
    }
    forgetKnown()
  }

  /// Notes the answers to `records`, one for each.
  mutating func mark(_ answers: [WriteResult]) {
    for (deal, answer) in zip(waiting, answers) {
      switch answer {
      case .written(let record): known[deal.line] = deal.result(.created, id: record.id)
      case .refused(let error): known[deal.line] = deal.result(.refused, message: error.words)
      }
    }
    forgetKnown()
  }

  /// Notes the same of all that still wait.
  mutating func markWaiting(_ status: RowResult.Status, _ message: String) {
    for deal in waiting { known[deal.line] = deal.result(status, message: message) }
    forgetKnown()
  }

  private mutating func forgetKnown() { waiting.removeAll { known[$0.line] != nil } }
}

extension ImportPlan.Deal {
  /// What became of it.
  func result(_ status: RowResult.Status, id: String = "", message: String = "") -> RowResult {
    RowResult(line: line, name: name, status: status, id: id, message: message)
  }
}

extension [String: WriteResult] {
  /// The result of the record of that name.
  fileprivate subscript(folded name: String?) -> WriteResult? {
    name.flatMap { self[Companions.folded($0)] }
  }
}
