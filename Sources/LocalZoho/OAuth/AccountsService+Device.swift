import FoundationEssentials
import GRDB

/// The device flow: a code for the device, another for its user, and polling.
/// https://www.zoho.com/accounts/protocol/oauth/devices/overview.html
extension AccountsService {
  /// `POST /oauth/v3/device/code`. Lengths of time are in milliseconds.
  func deviceCode(_ request: ZohoRequest) throws -> ZohoReply {
    let parameters = AccountsParameters(request)
    guard parameters["grant_type"] == "device_request" else { return Self.malformed }
    let scopes = ScopeSet.split(parameters["scope"] ?? "")
    return try store.write { db in
      guard let client = try OAuthClient.find(parameters.clientID, db), client.kind == .device
      else { return Self.refusal("invalid_client") }
      guard !scopes.isEmpty, scopes.allSatisfy(ScopeSet.isKnown) else {
        return Self.refusal("invalid_scope")
      }
      let code = DeviceCode(
        code: secret(.device), userCode: String(hex().prefix(8)).uppercased(),
        clientID: client.id, scopes: scopes.joined(separator: " "),
        isOffline: parameters["access_type"] == "offline",
        isFresh: parameters["prompt"] == "consent",
        expires: store.now().addingTimeInterval(DeviceCode.life).timeIntervalSince1970)
      try code.insert(db)
      let page = "\(request.baseURL)/oauth/v3/device"
      return .json(
        200,
        [
          "user_code": .string(code.userCode), "device_code": .string(code.code),
          "verification_url": .string(page),
          "verification_uri_complete": "\(page)?user_code=\(code.userCode)",
          "interval": JSONValue(Int(DeviceCode.interval * 1000)),
          "expires_in": JSONValue(Int(DeviceCode.life * 1000)),
        ])
    }
  }

  /// `POST /oauth/v3/device/token`
  /// https://www.zoho.com/accounts/protocol/oauth/devices/polling-request.html
  func deviceToken(_ request: ZohoRequest) throws -> ZohoReply {
    let parameters = AccountsParameters(request)
    guard parameters["grant_type"] == "device_token" else { return Self.malformed }
    return try store.write { db in
      let client: OAuthClient
      switch try identified(parameters, db) {
      case .success(let known): client = known
      case .failure(let refusal): return refusal.reply
      }
      guard var code = try DeviceCode.fetchOne(db, key: parameters["code"] ?? ""),
        code.clientID == client.id
      else { return Self.refusal("invalid_code") }
      let now = store.now().timeIntervalSince1970
      guard code.expires > now else { return Self.refusal("expired") }
      let lastPoll = code.lastPoll
      code.lastPoll = now
      try code.update(db)
      if let lastPoll, now - lastPoll < DeviceCode.interval { return Self.refusal("slow_down") }
      switch code.state {
      case .pending: return Self.refusal("authorization_pending")
      case .refused: return Self.refusal("access_denied")
      case .moved:
        return .json(200, ["error": "other_dc", "user_location": JSONValue(code.location)])
      case .accepted: return try signIn(code, client: client, baseURL: request.baseURL, db)
      }
    }
  }

  private func signIn(
    _ code: DeviceCode, client: OAuthClient, baseURL: String, _ db: Database
  ) throws -> ZohoReply {
    try code.delete(db)
    let user = User.administrator.id
    let isKnown = try Tokens.hasRefreshToken(client: client.id, user: user, db)
    return try signIn(
      client: client, user: user, scopes: ScopeSet.split(code.scopes),
      givesRefreshToken: code.isOffline && (code.isFresh || !isKnown), baseURL: baseURL, db)
  }

  /// The page of `verification_url`: asks for the code, then for consent, and takes the decision.
  func deviceConsent(_ request: ZohoRequest) throws -> ZohoReply {
    guard request.method == "GET" || request.method == "POST" else { return Self.malformed }
    let parameters = request.method == "GET" ? request.query : request.form()
    guard let userCode = parameters["user_code"], !userCode.isEmpty else {
      return ConsentPage.userCode
    }
    if request.method == "GET" {
      let question = try store.read { db in
        try pendingDevice(userCode, db).map { code in
          (code, try OAuthClient.find(code.clientID, db)?.name ?? code.clientID)
        }
      }
      guard let (code, name) = question else { return ConsentPage.error("invalid_code") }
      return ConsentPage.question(
        client: name, scopes: ScopeSet.split(code.scopes),
        parameters: ["user_code": code.userCode], action: "/oauth/v3/device")
    }
    let isAccepted = parameters["decision"] == "accept"
    guard try decideDevice(userCode, isAccepted: isAccepted) else {
      return ConsentPage.error("invalid_code")
    }
    return isAccepted
      ? ConsentPage.done("Access granted", "You may go back to your device.")
      : ConsentPage.done("Access denied", "The device was not let in.")
  }

  /// Takes the user's decision. False when no device waits with that code.
  /// - Throws: ``HandOver/Unanswered`` when the user lives in a data centre that does not answer.
  func decideDevice(_ userCode: String, isAccepted: Bool) throws -> Bool {
    let found = try store.read { db in
      try pendingDevice(userCode, db).map { ($0, try OAuthClient.find($0.clientID, db)) }
    }
    guard let (pending, client) = found else { return false }
    var code = pending
    code.state = isAccepted ? .accepted : .refused
    if isAccepted, let home = dataCentres.homeElsewhere, let client {
      try HandOver(client: client, device: code).send(to: home.accounts)
      code.state = .moved
      code.location = home.location
    }
    let decided = code
    try store.write { try decided.update($0) }
    return true
  }

  private func pendingDevice(_ userCode: String, _ db: Database) throws -> DeviceCode? {
    guard let code = try DeviceCode.find(userCode: userCode, db), code.state == .pending,
      code.expires > store.now().timeIntervalSince1970
    else { return nil }
    return code
  }
}
