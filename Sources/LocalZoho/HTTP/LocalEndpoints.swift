import FoundationEssentials

/// What a person or a test asks the server itself, outside Zoho's paths: below `/_local`.
struct LocalEndpoints: Sendable {
  let store: ZohoStore
  let accounts: AccountsService
  let client: StandardClient
  let faults: FaultPlan

  /// - Throws: ``Refusal``, JSON with one key `error`.
  func handle(_ request: ZohoRequest) throws -> ZohoReply {
    let path = request.path.dropFirst().joined(separator: "/")
    switch (request.method, path) {
    case ("GET", "effects"):
      let entries = try store.read {
        try EffectsLedger.entries(
          after: try number("after", 0, request), limit: try number("limit", 1000, request), $0)
      }
      return .json(200, ["effects": .array(entries)])
    case ("GET", "operations"):
      return .json(200, ["areas": .array(OfficialArea.all.map(\.json))])
    case ("GET", "mail"):
      let messages = try store.read {
        try Mailbox.list(
          after: try number("after", 0, request), limit: try number("limit", 1000, request), $0)
      }
      return .json(200, ["mail": .array(messages)])
    case ("GET", _) where path.hasPrefix("mail/"): return try message(path.dropFirst(5))
    case ("POST", "self-client-code"): return try selfClientCode(request)
    case ("POST", "callbacks"): return try keepCallback(request)
    case ("GET", "callbacks"): return try callbacks(request)
    case ("POST", "device"): return try decideDevice(request)
    case ("PUT", "data-centres"): return try setDataCentres(request)
    case ("POST", "hand-over"): return try takeHandOver(request)
    case ("POST", "faults"):
      do {
        faults.add(try Fault(try request.json()))
      } catch let misread as Fault.Misread {
        throw Self.refusal(misread.reason)
      }
      return .json(201, ["pending": JSONValue(faults.pending.count)])
    case ("GET", "faults"): return .json(200, ["pending": JSONValue(faults.pending.count)])
    case ("DELETE", "faults"):
      faults.clear()
      return .empty(204)
    default: throw Self.refusal("there is no \(request.method) /_local/\(path)", status: 404)
    }
  }

  static func refusal(_ reason: String, status: Int = 400) -> Refusal {
    Refusal(.json(status, ["error": .string(reason)]))
  }

  func number(_ name: String, _ standard: Int, _ request: ZohoRequest) throws -> Int {
    guard let text = request.query[name] else { return standard }
    guard let number = Int(text), number >= 0 else {
      throw Self.refusal("\(name) must be a whole number, 0 or more")
    }
    return number
  }

  private func message(_ text: Substring) throws -> ZohoReply {
    guard let number = Int(text), let message = try store.read({ try Mailbox.message(number, $0) })
    else { throw Self.refusal("there is no message \(text)", status: 404) }
    return .data(contentType: "message/rfc822", message)
  }

  private func selfClientCode(_ request: ZohoRequest) throws -> ZohoReply {
    guard let text = try request.json()["scope"]?.stringValue else {
      throw Self.refusal("scope is missing")
    }
    let scopes = ScopeSet.split(text)
    guard !scopes.isEmpty, scopes.allSatisfy(ScopeSet.isKnown) else {
      throw Self.refusal("scope holds none that Zoho knows")
    }
    let code = try accounts.selfClientCode(scopes: scopes, client: client.id)
    return .json(
      200,
      [
        "code": .string(code), "client_id": .string(client.id),
        "client_secret": .string(client.secret),
      ])
  }
}
