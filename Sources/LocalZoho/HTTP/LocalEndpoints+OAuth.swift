import FoundationEssentials

/// What stands in for a person at the accounts server, and for its other data centres.
extension LocalEndpoints {
  /// `POST /_local/device` with `{"user_code": "…", "decision": "accept"}`, or `"reject"`.
  func decideDevice(_ request: ZohoRequest) throws -> ZohoReply {
    let body = try request.json()
    guard let userCode = body["user_code"]?.stringValue else {
      throw Self.refusal("user_code is missing")
    }
    guard let decision = body["decision"]?.stringValue, ["accept", "reject"].contains(decision)
    else { throw Self.refusal("decision must be accept or reject") }
    do {
      guard try accounts.decideDevice(userCode, isAccepted: decision == "accept") else {
        throw Self.refusal("no device waits with the code \(userCode)", status: 404)
      }
    } catch let error as HandOver.Unanswered {
      throw Self.refusal(error.description, status: 502)
    }
    return .empty(204)
  }

  /// `PUT /_local/data-centres` with `{"others": {"eu": "http://127.0.0.1:8081"}, "home": "eu"}`:
  /// where the other data centres are, and in which of them the user lives.
  func setDataCentres(_ request: ZohoRequest) throws -> ZohoReply {
    let body = try request.json()
    let own = accounts.dataCentres.places.own
    var others: [String: String] = [:]
    for member in body["others"]?.objectValue?.members ?? [] {
      guard let address = member.value.stringValue, address.hasPrefix("http") else {
        throw Self.refusal("others.\(member.name) must be the address of an accounts server")
      }
      others[member.name] = address
    }
    let home = body["home"]?.stringValue ?? own
    guard home == own || others[home] != nil else {
      throw Self.refusal("home is \(home), which others does not name")
    }
    accounts.dataCentres.places = DataCentres.Places(own: own, others: others, home: home)
    return .empty(204)
  }

  /// `POST /_local/hand-over`: another such server's user lives here.
  func takeHandOver(_ request: ZohoRequest) throws -> ZohoReply {
    let handOver: HandOver
    do {
      handOver = try JSONDecoder().decode(HandOver.self, from: request.body)
    } catch {
      throw Self.refusal("the body is no hand-over: \(error)")
    }
    try store.write(handOver.keep)
    return .empty(204)
  }
}
