import FoundationEssentials

/// What goes back to the client.
struct ZohoReply: Hashable, Sendable {
  struct Header: Hashable, Sendable {
    var name: String
    var value: String
  }

  var status: Int
  var headers: [Header] = []
  var body = Data()
  /// What this call costs of the CRM's daily credits; Books counts calls.
  /// https://www.zoho.com/crm/developer/docs/api/v8/api-limits.html
  var credits = 1

  static func json(_ status: Int, _ value: JSONValue) -> ZohoReply {
    ZohoReply.json(status, value.data)
  }

  /// For bodies that are JSON bytes already.
  static func json(_ status: Int, _ bytes: Data) -> ZohoReply {
    .data(status, contentType: "application/json;charset=UTF-8", bytes)
  }

  static func empty(_ status: Int) -> ZohoReply { ZohoReply(status: status) }

  static func data(_ status: Int = 200, contentType: String, _ bytes: Data) -> ZohoReply {
    ZohoReply(
      status: status, headers: [Header(name: "Content-Type", value: contentType)], body: bytes)
  }

  func costing(_ credits: Int) -> ZohoReply {
    var reply = self
    reply.credits = credits
    return reply
  }

  func adding(header name: String, _ value: String) -> ZohoReply {
    var reply = self
    reply.headers.append(Header(name: name, value: value))
    return reply
  }
}

/// Thrown where a handler wants to answer at once, usually with an error of its product.
struct Refusal: Error {
  let reply: ZohoReply

  init(_ reply: ZohoReply) { self.reply = reply }
}
