import ZohoAPI

/// Sends a plan: accounts and products first, then the deals by the hundred.
///
/// A deal is never made twice. Before each hundred its names are looked up, and after a lost answer
/// they are looked up again before anything else is done.
struct ImportRun {
  /// How many records a call takes.
  static let batch = 100
  /// After how many lost calls in a row the rest is not sent.
  private static let patienceWithLosses = 3

  let client: ZohoClient
  let patience: Patience
  /// Whether the organization's rules run on the deals.
  let runsWorkflows: Bool
  /// Told of the results of each hundred, in the order of the file.
  let record: ([RowResult]) throws -> Void

  /// Sends everything that can be sent.
  ///
  /// - Returns: Why it ended early; nil when it came to the end.
  /// - Throws: What `record` throws: without a record of it nothing more is sent.
  func send(_ plan: ImportPlan) async throws -> ZohoError? {
    let accounts: [String: WriteResult]
    let products: [String: WriteResult]
    do throws(ZohoError) {
      accounts = try await upsert(plan.accounts, .accountName)
      products = try await upsert(plan.products, .productName)
    } catch {
      try record(plan.deals.map { $0.result(.notSent, message: error.words) })
      return error
    }
    var end: ZohoError?
    var lostInARow = 0
    for start in stride(from: 0, to: plan.deals.count, by: Self.batch) {
      let hundred = Array(plan.deals[start..<min(start + Self.batch, plan.deals.count)])
      if let end {
        try record(hundred.map { $0.result(.notSent, message: end.words) })
        continue
      }
      var batch = DealBatch(hundred, accounts: accounts, products: products)
      end = await send(&batch)
      lostInARow = batch.lostTo == nil ? 0 : lostInARow + 1
      if lostInARow == Self.patienceWithLosses { end = end ?? batch.lostTo }
      try record(batch.results)
    }
    return end
  }

  /// Makes accounts or products, or brings those of the same name up to date. Doing it twice does no
  /// more than doing it once, so a lost answer is asked for again.
  private func upsert(
    _ companions: [ImportPlan.Companion], _ key: Target
  ) async throws(ZohoError) -> [String: WriteResult] {
    var results: [String: WriteResult] = [:]
    for start in stride(from: 0, to: companions.count, by: Self.batch) {
      let part = companions[start..<min(start + Self.batch, companions.count)]
      let request = Request<[WriteResult]>.upsert(
        part.map(\.fields), into: key.module, matching: [key.field], runsWorkflows: false)
      let answers = try await patience.asking { () async throws(ZohoError) in
        try await client.send(request)
      }
      for (companion, answer) in zip(part, answers) {
        results[Companions.folded(companion.name)] = answer
      }
    }
    return results
  }

  /// Sends the deals of a batch that are not there yet.
  ///
  /// - Returns: Why nothing more can be sent; nil when the next batch may go.
  private func send(_ batch: inout DealBatch) async -> ZohoError? {
    var attempt = 0
    while true {
      do throws(ZohoError) {
        // What was not there before the first try is our own.
        batch.mark(
          try await ids(of: batch.waiting), as: attempt == 0 ? .alreadyThere : .created)
      } catch {
        batch.markWaiting(.notSent, error.words)
        return error
      }
      guard !batch.waiting.isEmpty else { return nil }
      do throws(ZohoError) {
        batch.mark(
          try await client.send(
            .insert(batch.records, into: "Deals", runsWorkflows: runsWorkflows)))
        return nil
      } catch {
        guard await canSendAgain(after: error, attempt) else {
          return await settle(&batch, after: error)
        }
        attempt += 1
      }
    }
  }

  /// Whether Zoho took nothing of a call, and it may be sent again by now.
  private func canSendAgain(after error: ZohoError, _ attempt: Int) async -> Bool {
    switch error {
    case .signedOut: return false
    // A gateway's 429 lacks Zoho's code, but it turned the call away all the same.
    case .rateLimited: break
    default:
      guard error.outcome == .notSent || error.outcome == .notExecuted else { return false }
    }
    return (try? await patience.pass(after: error, attempt)) ?? false
  }

  /// Says what became of deals whose call failed for good.
  private func settle(_ batch: inout DealBatch, after error: ZohoError) async -> ZohoError? {
    switch error.outcome {
    case .rejected:
      batch.markWaiting(.refused, error.words)
      if case .refused = error { return nil }
      return error
    case .uncertain where !error.isRateLimit:
      return await look(for: &batch, after: error)
    default:
      batch.markWaiting(.notSent, error.words)
      return error
    }
  }

  /// Looks for deals whose answer was lost. The call may still be at work, so one look is not enough to
  /// say that a deal is not there.
  private func look(for batch: inout DealBatch, after error: ZohoError) async -> ZohoError? {
    patience.tell("\(error.words) Looking for the deals.")
    for pause in [0, 2, 5, 15] as [Int] {
      do {
        if pause > 0 { try await patience.wait(.seconds(pause)) }
        batch.mark(
          try await ids(of: batch.waiting), as: .created, "found after a lost answer")
      } catch let failure as ZohoError {
        batch.markWaiting(.unknown, "\(error.words) \(failure.words)")
        return failure
      } catch {
        break
      }
      if batch.waiting.isEmpty { return nil }
    }
    batch.lostTo = error
    batch.markWaiting(
      .unknown, "\(error.words) It was not found since. Run the import again to make sure.")
    return nil
  }

  /// The ids of the deals that have these names.
  private func ids(
    of deals: [ImportPlan.Deal]
  ) async throws(ZohoError) -> [String: String] {
    guard !deals.isEmpty else { return [:] }
    let names = deals.map { "'\($0.name.replacing("'", with: "''"))'" }.joined(separator: ", ")
    var ids: [String: String] = [:]
    var offset = 0
    while true {
      let query =
        "select id, Deal_Name from Deals where Deal_Name in (\(names)) "
        + "order by id asc limit \(offset), 200"
      let page = try await patience.asking { () async throws(ZohoError) in
        try await client.send(.query(query))
      }
      for row in page.rows {
        guard let id = row["id"]?.text, let name = row["Deal_Name"]?.text else { continue }
        ids[name] = ids[name] ?? id
      }
      offset += page.rows.count
      guard page.hasMore, !page.rows.isEmpty else { return ids }
    }
  }
}

extension ZohoError {
  fileprivate var isRateLimit: Bool {
    if case .rateLimited = self { true } else { false }
  }
}
