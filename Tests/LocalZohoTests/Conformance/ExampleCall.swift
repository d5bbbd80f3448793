import Foundation

@testable import LocalZoho

/// A request as it will be sent.
struct ExampleCall: Sendable {
  var method: String
  /// From `/crm` or `/books` on, percent-encoded.
  var path: String
  var query: NamedValues = NamedValues()
  var headers: [String: String] = [:]
  var body = Data()

  init(_ method: String, _ path: String, _ body: JSONValue? = nil) {
    self.method = method
    let parts = path.split(separator: "?", maxSplits: 1)
    self.path = String(parts[0])
    if parts.count > 1 { query = NamedValues(urlEncoded: String(parts[1])) }
    if let body {
      headers["Content-Type"] = "application/json"
      self.body = body.data
    }
  }

  /// Carries a file, as a browser's form would.
  mutating func attach(_ field: String, name: String, kind: String, _ content: Data) {
    headers["Content-Type"] = "multipart/form-data; boundary=walk"
    let head = [
      "--walk", #"Content-Disposition: form-data; name="\#(field)"; filename="\#(name)""#,
      "Content-Type: \(kind)", "", "",
    ].joined(separator: "\r\n")
    body = Data(head.utf8) + content + Data("\r\n--walk--\r\n".utf8)
  }

  /// For a message.
  var shown: String { String(decoding: body.prefix(400), as: UTF8.self) }

  var target: String { query.items.isEmpty ? path : "\(path)?\(query.urlEncoded)" }
}

/// What an example needs and the organization could not give.
struct NoExample: Error, CustomStringConvertible {
  var description: String
}

/// A client with every scope.
struct ExampleClient: Sendable {
  let zoho: TestServer
  let token: String

  init(_ zoho: TestServer) async throws {
    self.zoho = zoho
    token = try await zoho.accessToken()
  }

  func send(_ call: ExampleCall) async throws -> TestReply {
    var headers = call.headers
    headers["Authorization"] = "Zoho-oauthtoken \(token)"
    return try await zoho.send(call.method, call.target, headers: headers, content: call.body)
  }

  /// The JSON of a call that has to work.
  /// - Throws: ``NoExample`` when it does not.
  func made(_ call: ExampleCall) async throws -> JSONValue {
    let reply = try await send(call)
    guard let status = reply.status, (200...299).contains(status) else {
      throw NoExample(
        description: "\(call.method) \(call.target) was answered \(reply.status ?? 0) "
          + "\(reply.body.prefix(300)) to \(call.shown)")
    }
    return reply.json
  }
}

extension JSONValue {
  /// The texts, not empty, under that name, at any depth.
  func all(_ name: String) -> [String] {
    switch self {
    case .object(let object):
      let own = [object[name]?.stringValue].compactMap { $0 }.filter { !$0.isEmpty }
      return own + object.members.flatMap { $0.value.all(name) }
    case .array(let elements): return elements.flatMap { $0.all(name) }
    default: return []
    }
  }

  func first(_ name: String) -> String? { all(name).first }

  /// `transitions.last.id`: the first text named so, below what is named before it.
  func found(_ path: String) -> String? {
    let steps = path.split(separator: ".").map(String.init)
    var place: JSONValue? = self
    for step in steps.dropLast() {
      place = step == "last" ? place?.arrayValue?.last : place?.part(step)
    }
    return steps.last.flatMap { place?.first($0) }
  }

  /// The first value of that name at any depth.
  private func part(_ name: String) -> JSONValue? {
    switch self {
    case .object(let object):
      object[name] ?? object.members.lazy.compactMap { $0.value.part(name) }.first
    case .array(let elements): elements.lazy.compactMap { $0.part(name) }.first
    default: nil
    }
  }
}
