import Foundation

@testable import LocalZoho

/// Makes requests of the CRM's operations. The CRM's descriptions have no examples: the bodies are
/// ours, in ``bodies``, written after the request schemas.
actor CRMExamples {
  private let client: ExampleClient
  private var made = 0
  private var currencies = 0
  /// The module that the call under way is tried on.
  private var tried = "Deals"
  private var partner: String?
  private static let isoCodes = ["AUD", "CAD", "CZK", "DKK", "NOK", "NZD", "PLN", "SEK"]

  init(_ client: ExampleClient) { self.client = client }

  /// The request of an operation, with all it needs in place.
  /// - Throws: ``NoExample`` when that cannot be made.
  func call(for operation: DescribedOperation) async throws -> ExampleCall {
    let table = operation.shape.replacing("/crm/v8", with: "")
    let module = try await filled(Self.modules[table] ?? "Deals", [])
    tried = module
    var path = ""
    var pattern = ""
    var values: [String] = []
    for segment in operation.path.split(separator: "/") {
      guard segment.hasPrefix("{") else {
        path += "/\(segment)"
        pattern += "/\(segment)"
        continue
      }
      let name = String(segment.dropFirst().dropLast())
      let place = pattern.replacing("/crm/v8", with: "") + "/{}"
      try await prepare(Self.before[place], values)
      let value = try await self.value(name, in: place, at: path, values, module, table)
      values.append(value)
      path += "/\(value)"
      pattern += "/{}"
    }
    try await prepare(Self.before[table], values)
    var body: JSONValue?
    if let text = Self.bodies[table] ?? Self.settingsBodies[table] {
      body = try JSONValue(parsing: await filled(text, values))
    }
    var call = ExampleCall(operation.method, path, body)
    for (name, value) in Self.queries[table] ?? [:] {
      call.query.append(name, try await filled(value, values))
    }
    for parameter in try operation.parameters()
    where parameter.place == "query" && call.query[parameter.name] == nil {
      if parameter.name == "module" {
        call.query.append("module", module)
      } else if parameter.name == "fields", parameter.isRequired || Self.isList(operation) {
        call.query.append("fields", Self.fields[module] ?? "id")
      } else if parameter.name.hasPrefix("transfer_to"), let heir = Self.heirs[table] {
        call.query.append(parameter.name, try await filled(heir, values))
      } else if parameter.isRequired, parameter.name != "filters" {
        call.query.append(parameter.name, parameter.example.map(\.plain) ?? "1")
      }
    }
    if table == "POST /upload" {
      try await attachRows(to: &call)
    } else if table.hasSuffix("/photo"), let field = Self.files[table], let data = Self.picture {
      call.attach(field, name: "walk.png", kind: "image/png", data)
    } else if let field = Self.files[table] {
      call.attach(field, name: "walk.txt", kind: "text/plain", Data("Hello".utf8))
    }
    for (name, value) in Self.headers[table] ?? [:] { call.headers[name] = value }
    return call
  }

  /// Lists of records want their fields named, although one of the descriptions calls it optional.
  private static func isList(_ operation: DescribedOperation) -> Bool {
    operation.method == "GET" && !operation.path.contains("/settings/")
      && !operation.path.contains("/org") && !operation.path.contains("/users")
  }

  private func value(
    _ name: String, in place: String, at path: String, _ values: [String], _ module: String,
    _ table: String
  ) async throws -> String {
    let isModule = name.lowercased().contains("module") && !path.contains("/settings/")
    let parts = path.split(separator: "/")
    let own = "\(table) \(name)"
    if let source = Self.sources[own] ?? Self.settingsSources[own] ?? Self.sources[place]
      ?? Self.settingsSources[place]
    {
      return source.contains(" ") ? try await run(source, values) : source
    }
    if isModule { return module }
    if parts.count == 3, Self.records[String(parts[2])] != nil {
      return try await record(String(parts[2]))
    }
    if let source = Self.sources[name] {
      return source.contains(" ") ? try await run(source, values) : source
    }
    let fields = path.contains("/settings/") ? "" : "&fields=id"
    return try await run("GET \(path)?module=\(module)\(fields) id")
  }

  /// `GET /crm/v8/… id` takes the first text of that name, `transitions.id` the first below the first
  /// `transitions`; `POST` sends the body after it.
  private func run(_ source: String, _ values: [String] = []) async throws -> String {
    let parts = source.split(separator: " ", maxSplits: 3).map(String.init)
    var call = ExampleCall(parts[0], try await filled(parts[1], values))
    if parts.count > 3, parts[3] == "FILE" {
      call.attach("file", name: "walk.txt", kind: "text/plain", Data("Hello".utf8))
    } else if parts.count > 3, parts[3] == "ZIP" {
      try await attachRows(to: &call)
    } else if parts.count > 3 {
      call = ExampleCall(
        parts[0], try await filled(parts[1], values),
        try JSONValue(parsing: await filled(parts[3], values)))
    }
    let reply = try await client.made(call)
    guard let id = reply.found(parts[2]) else {
      throw NoExample(description: "\(parts[0]) \(parts[1]) gave no \(parts[2])")
    }
    return id
  }

  /// A contact, zipped, as bulk write takes them.
  private func attachRows(to call: inout ExampleCall) async throws {
    let rows = Data("Last_Name,Email\nRow,row@example.com\n".utf8)
    let zip = try ZipArchive.packed([ZipArchive.Entry(name: "contacts.csv", data: rows)])
    call.attach("file", name: "contacts.zip", kind: "application/zip", zip)
    call.headers["feature"] = "bulk-write"
    call.headers["X-CRM-ORG"] = try await run("GET /crm/v8/org zgid")
  }

  /// A new record of a module.
  private func record(_ module: String) async throws -> String {
    guard let fields = Self.records[module] else {
      throw NoExample(description: "there is no example of a record of \(module)")
    }
    return try await run("POST /crm/v8/\(module) id {\"data\":[\(fields)]}")
  }

  private func prepare(_ steps: [String]?, _ values: [String]) async throws {
    for step in steps ?? [] {
      if step == "WAIT" {
        client.zoho.clock.advance(seconds: 60)
        continue
      }
      let parts = try await filled(step, values).split(separator: " ", maxSplits: 2)
        .map(String.init)
      let body = parts.count > 2 ? try JSONValue(parsing: parts[2]) : nil
      let path = parts[1].hasPrefix("/crm/") ? parts[1] : "/crm/v8" + parts[1]
      _ = try await client.made(ExampleCall(parts[0], path, body))
    }
  }

  /// Puts `{0}` for the first value of the path, `{Deals}` for a new record, `{n}` for a new number,
  /// `{tried}` for the module that the operation is tried on.
  private func filled(_ text: String, _ values: [String]) async throws -> String {
    var text = text
    for (index, value) in values.enumerated() {
      text = text.replacing("{\(index)}", with: value)
    }
    if text.contains("{n}") {
      made += 1
      text = text.replacing("{n}", with: String(made))
    }
    if text.contains("{iso}") {
      currencies += 1
      text = text.replacing("{iso}", with: Self.isoCodes[currencies % Self.isoCodes.count])
    }
    text = text.replacing("{tried}", with: tried)
    if text.contains("{colleague}") {
      let known = try await colleague()
      text = text.replacing("{colleague}", with: known)
    }
    let ids = Self.ids.merging(Self.settingsIDs) { first, _ in first }
    for module in Self.records.keys.sorted() where text.contains("{\(module)}") {
      text = text.replacing("{\(module)}", with: try await record(module))
    }
    for name in ids.keys.sorted() where text.contains("{\(name)}") {
      text = text.replacing("{\(name)}", with: try await run(ids[name] ?? "", values))
    }
    return text
  }

  /// Somebody to share records with; the organization's seats do not suffice for one a record.
  private func colleague() async throws -> String {
    if let known = partner { return known }
    let made = try await run(Self.settingsIDs["ownUser"] ?? "")
    partner = made
    return made
  }
}
