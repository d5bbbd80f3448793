import FoundationEssentials

/// All that this server answers: accounts, CRM, Books, and what lies outside Zoho's paths.
struct Site: Sendable {
  let accounts: AccountsService
  let crm: CRMService
  let books: BooksService
  let local: LocalEndpoints
  let gate: QuotaGate
  let workers: any Workers
  /// Told about errors of the server's own making.
  let log: @Sendable (String) -> Void

  /// The reply to a call. `hold` passes where a product would be slow.
  func reply(
    to request: ZohoRequest, tokenIsBad: Bool = false,
    hold: @Sendable () async throws -> Void = {}
  ) async -> ZohoReply {
    let product = Product(request)
    do {
      switch product {
      case .accounts:
        try await hold()
        return try await workers.run { try accounts.handle(request) }
      case .local: return try await workers.run { try local.handle(request) }
      case .customers:
        let key = request.query["CInvoiceID"] ?? ""
        return try await workers.run { try books.customerView(key: key) }
      case .nothing: throw Refusal.crmUnknownPath
      case .crm:
        return try await metered(.crm(request), request, tokenIsBad: tokenIsBad, hold: hold) {
          try crm.handle(request, caller: $0)
        }
      case .books:
        return try await metered(.books, request, tokenIsBad: tokenIsBad, hold: hold) {
          try books.handle(request, caller: $0)
        }
      }
    } catch let refusal as Refusal {
      return refusal.reply
    } catch let error as AccountsService.BadToken {
      return product.refusal(of: error).reply
    } catch let error as JSONError {
      return product.refusal(of: error).reply
    } catch {
      log("\(request.method) /\(request.path.joined(separator: "/")): \(error)")
      return product.internalError.reply
    }
  }

  private func metered(
    _ kind: QuotaGate.Kind, _ request: ZohoRequest, tokenIsBad: Bool,
    hold: @Sendable () async throws -> Void,
    handle: @escaping @Sendable (Caller) throws -> ZohoReply
  ) async throws -> ZohoReply {
    if tokenIsBad { throw AccountsService.BadToken.invalid }
    let caller = try await workers.run { try accounts.caller(of: request) }
    try gate.enter(kind)
    let result: Result<ZohoReply, any Error>
    do {
      try await hold()
      result = .success(try await workers.run { try handle(caller) })
    } catch {
      result = .failure(error)
    }
    let credits =
      switch result {
      case .success(let reply): reply.credits
      case .failure(let error): (error as? Refusal)?.reply.credits ?? 1
      }
    let remaining = gate.leave(kind, credits: credits)
    guard let remaining else { return try result.get() }
    let header = ("X-API-CREDITS-REMAINING", String(remaining))
    do {
      return try result.get().adding(header: header.0, header.1)
    } catch let refusal as Refusal {
      return refusal.reply.adding(header: header.0, header.1)
    }
  }
}
