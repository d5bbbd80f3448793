import Foundation

@testable import LocalZoho

/// Sends the examples of the Books descriptions to an organization that has what they speak of: what
/// an example names by an id is made first, from the example that the descriptions have for that.
actor BooksExamples {
  private let client: ExampleClient
  private let organization: String
  private let creations: [String: DescribedOperation]
  private var known: [String: String] = [:]
  private var underWay: Set<String> = []
  private var made = 0
  /// Currencies that the organization does not have yet.
  private var codes = [
    "NZD", "SEK", "NOK", "DKK", "CHF", "SGD", "ZAR", "THB", "PLN", "CZK", "HUF", "MXN", "BRL",
    "ILS", "KRW", "PHP", "MYR", "IDR", "TRY", "RON",
  ]

  init(_ client: ExampleClient, _ operations: [DescribedOperation]) {
    self.client = client
    organization = client.zoho.connection.organizationID
    creations = Dictionary(
      operations.filter { $0.product == .books && $0.method == "POST" }.map { ($0.shape, $0) },
      // Zoho describes debit notes by the paths of invoices.
      uniquingKeysWith: { one, other in one.description == "customer-debit-notes" ? other : one })
  }

  /// The request of an operation, with all it needs in place.
  /// - Throws: ``NoExample`` when that cannot be made.
  func call(for operation: DescribedOperation) async throws -> ExampleCall {
    var path = ""
    var pattern = ""
    var ids: [String] = []
    let whole = "\(operation.method) \(below(DescribedOperation.shape(operation.path)))"
    for segment in operation.path.split(separator: "/") {
      guard segment.hasPrefix("{") else {
        path += "/\(segment)"
        pattern += "/\(segment)"
        continue
      }
      let name = String(segment.dropFirst().dropLast())
      let id: String
      if let own = Self.ownIDs[whole], ids.isEmpty {
        try await prepare(Self.beforeOwn[whole], ids)
        id = try await run(own)
      } else {
        try await prepare(Self.before[below(pattern) + "/{}"], ids)
        id = try await identifier(name, in: pattern, at: path, ids)
      }
      ids.append(id)
      path += "/\(NamedValues.encoded(id))"
      pattern += "/{}"
    }
    let shape = "\(operation.method) \(below(pattern))"
    try await prepare(Self.before[shape], ids)
    if shape.hasSuffix("/{}/approve"),
      let collection = pattern.split(separator: "/").dropFirst(2).first
    {
      try await prepare(["POST /\(collection)/{0}/submit"], ids)
    }
    var call = ExampleCall(operation.method, path, try await body(of: operation, shape, ids))
    for (name, value) in Self.queries[shape] ?? [:] {
      call.query.append(name, try await filled(value))
    }
    for parameter in try operation.parameters()
    where parameter.place == "query" && parameter.isRequired
      && parameter.name != "organization_id" && call.query[parameter.name] == nil
    {
      let value = try await stand(in: parameter.name) ?? parameter.example.map(\.plain)
      call.query.append(parameter.name, value ?? "1")
    }
    if let field = Self.files[shape] {
      call.attach(field, name: "walk.png", kind: "image/png", Data("PNG".utf8))
    }
    for (name, value) in Self.headers[shape] ?? [:] { call.headers[name] = value }
    return signed(call)
  }

  private func below(_ pattern: String) -> String { String(pattern.dropFirst("/books/v3".count)) }

  private func signed(_ call: ExampleCall) -> ExampleCall {
    var call = call
    call.query.append("organization_id", organization)
    return call
  }

  /// The example's body, with what ``adjustments`` says of it.
  private func body(
    of operation: DescribedOperation, _ shape: String, _ ids: [String] = []
  ) async throws -> JSONValue? {
    var official: JSONValue?
    if let schema = try operation.requestSchema() {
      official = try await ExampleBody { [self] in try await choice($0) }.value(schema)
    }
    guard var adjustment = Self.adjustments[shape] else { return official }
    for (index, id) in ids.enumerated() {
      adjustment = adjustment.replacing("{\(index)}", with: id)
    }
    let ours = try JSONValue(parsing: await filled(adjustment))
    guard let changes = ours.objectValue else { return ours }
    var body = official?.objectValue ?? JSONObject()
    for change in changes.members {
      body[change.name] = change.value.isNull ? JSONValue?.none : change.value
    }
    return .object(body)
  }

  private func choice(_ name: String) async throws -> ExampleBody.Choice {
    if Self.leftOut.contains(name) { return .leftOut }
    if let ours = try await stand(in: name) { return .ours(.string(ours)) }
    return name.hasSuffix("_id") || name.hasSuffix("_ids") && !name.hasSuffix("mail_ids")
      ? .leftOut : .official
  }

  /// What stands for an id of that name in bodies and queries; made once.
  private func stand(in name: String) async throws -> String? {
    guard let source = Self.sources[name] else { return nil }
    if let id = known[source] { return id }
    // What is being made cannot stand for a part of itself.
    guard underWay.insert(source).inserted else { return nil }
    defer { underWay.remove(source) }
    do {
      let id = try await run(source)
      try await prepare(Self.afterwards[name], [id])
      known[source] = id
      return id
    } catch is PartOfItself {
      return nil
    }
  }

  /// What is being made is asked for while it is made.
  private struct PartOfItself: Error {}

  /// `POST /contacts contact_id {…}` makes one and takes the id; `GET …` takes the first there is, `LAST …` the last.
  private func run(_ source: String) async throws -> String {
    let parts = source.split(separator: " ", maxSplits: 3).map(String.init)
    let path = try await filled(parts[1])
    let reply =
      parts[0] == "POST"
      ? try await create(
        "/books/v3" + DescribedOperation.shape(parts[1]), at: "/books/v3" + path,
        parts.count > 3 ? parts[3] : nil)
      : try await client.made(signed(ExampleCall("GET", "/books/v3" + path)))
    let found = reply.all(parts[2])
    guard let id = parts[0] == "LAST" ? found.last : found.first else {
      throw NoExample(description: "\(source) gave no \(parts[2])")
    }
    return id
  }

  private func create(_ pattern: String, at path: String, _ more: String? = nil) async throws
    -> JSONValue
  {
    let shape = "POST \(pattern)"
    guard let operation = creations[shape] else {
      throw NoExample(description: "there is no \(shape)")
    }
    let bookShape = "POST \(below(pattern))"
    var body = try await body(of: operation, bookShape)?.objectValue ?? JSONObject()
    if let more, let changes = try JSONValue(parsing: await filled(more)).objectValue {
      for change in changes.members {
        body[change.name] = change.value.isNull ? JSONValue?.none : change.value
      }
    }
    var call = ExampleCall("POST", path, .object(body))
    if let field = Self.files[bookShape] {
      call.attach(field, name: "walk.png", kind: "image/png", Data("PNG".utf8))
    }
    for (name, value) in Self.queries[bookShape] ?? [:] {
      call.query.append(name, try await filled(value))
    }
    return try await client.made(signed(call))
  }

  /// An id for the path: of a new one where one can be made, else of the first that is listed.
  private func identifier(
    _ parameter: String, in pattern: String, at path: String, _ ids: [String]
  ) async throws -> String {
    let name = Self.trueNames[parameter] ?? parameter
    if let fixed = Self.fixed[name] { return fixed }
    if let module = Self.crmModules[name] {
      let list = try await client.made(ExampleCall("GET", "/crm/v8/\(module)?fields=id"))
      if let id = list.first("id") { return id }
    }
    if let source = Self.pathSources["\(below(pattern))/{\(name)}"] ?? Self.pathSources[name] {
      var source = source
      for (index, id) in ids.enumerated() { source = source.replacing("{\(index)}", with: id) }
      return try await run(source)
    }
    if name == "template_id", let collection = path.split(separator: "/").dropFirst(2).first {
      return try await run("GET /\(collection)/templates template_id")
    }
    if creations["POST \(pattern)"] != nil,
      let id = try await create(pattern, at: path).first(name)
    {
      return id
    }
    let list = try await client.made(signed(ExampleCall("GET", path)))
    guard let id = list.first(name) else {
      throw NoExample(description: "GET \(path) lists no \(name)")
    }
    return id
  }

  /// Calls that bring things into the state that an operation asks for.
  private func prepare(_ steps: [String]?, _ ids: [String]) async throws {
    for step in steps ?? [] {
      var text = step
      for (index, id) in ids.enumerated() { text = text.replacing("{\(index)}", with: id) }
      let parts = try await filled(text).split(separator: " ", maxSplits: 2).map(String.init)
      var call = ExampleCall(parts[0], "/books/v3" + parts[1])
      if parts.count > 2, parts[2] == "FILE" {
        let field = parts[1].split(separator: "/").last.map(String.init) ?? ""
        call.attach(field, name: "walk.png", kind: "image/png", Data("PNG".utf8))
      } else if parts.count > 2 {
        call = ExampleCall(parts[0], call.path, try JSONValue(parsing: parts[2]))
      }
      _ = try await client.made(signed(call))
    }
  }

  /// Puts ids for `{customer_id}` and the like, and a new number for each `{n}`.
  private func filled(_ text: String) async throws -> String {
    var text = text
    if text.contains("{n}") {
      made += 1
      text = text.replacing("{n}", with: String(made))
    }
    if text.contains("{code}"), let code = codes.popLast() {
      text = text.replacing("{code}", with: code)
    }
    for name in Self.sources.keys.sorted() where text.contains("{\(name)}") {
      guard let id = try await stand(in: name) else { throw PartOfItself() }
      text = text.replacing("{\(name)}", with: id)
    }
    return text
  }
}

extension JSONValue {
  /// As a query has it.
  var plain: String { stringValue ?? text }
}
