import Foundation
import GRDB

/// The calls that all kinds of documents have in common, for one kind.
struct DocumentCalls: Sendable {
  let kind: DocumentKind

  init(_ kind: DocumentKind) { self.kind = kind }

  /// All calls of the kind.
  var routes: [BooksRoute] {
    var routes = [
      route("GET", "", list), route("POST", "", create), route("GET", "/{id}", get),
      route("PUT", "/{id}", update), route("DELETE", "/{id}", delete),
    ]
    routes += kind.statuses.steps.map { step in
      BooksRoute("POST", "\(kind.path)/{id}/\(step.path)", "\(kind.scope).\(step.scope)") { call in
        try take(step, call)
      }
    }
    let groups: [(DocumentKind.Calls, [BooksRoute])] = [
      (
        .updateByField,
        [
          BooksRoute(
            "PUT", kind.path, kind.updateByFieldScope ?? "\(kind.scope).UPDATE",
            updateByCustomField)
        ]
      ),
      (
        .customFields,
        [
          BooksRoute(
            "PUT", "\(kind.path.dropLast())/{id}/customfields", "\(kind.scope).UPDATE",
            setCustomFields)
        ]
      ),
      (
        .billingAddress,
        [
          route("PUT", "/{id}/address/billing") { call in
            try setAddress(call, \.billingAddress, kind.words.billingAddress)
          }
        ]
      ),
      (
        .shippingAddress,
        [
          route("PUT", "/{id}/address/shipping") { call in
            try setAddress(call, \.shippingAddress, kind.words.shippingAddress)
          }
        ]
      ),
      (
        .templates,
        [
          route("GET", "/templates") { _ in BooksCall.success(["templates": DocumentTemplate.json])
          }
        ]
      ),
      (.templateChoice, [route("PUT", "/{id}/templates/{template_id}", setTemplate)]),
      (.mail, mailRoutes), (.mailMany, [route("POST", "/email", mailMany)]),
      (.mailHistory, [route("GET", "/{id}/emailhistory", mailHistory)]),
      (.papers, [route("GET", "/pdf", papers), route("GET", "/print", papers)]),
      (.attachment, attachmentRoutes), (.comments, commentRoutes),
      (.commentChanges, commentChangeRoutes),
    ]
    for (calls, more) in groups where kind.calls.contains(calls) { routes += more }
    return routes
  }

  /// A call below the kind's path, with the scope of its method.
  func route(
    _ method: String, _ path: String,
    _ answer: @escaping @Sendable (BooksCall) throws -> ZohoReply
  ) -> BooksRoute {
    let right =
      ["GET": "READ", "POST": "CREATE", "PUT": "UPDATE", "DELETE": "DELETE"][method] ?? ""
    return BooksRoute(method, kind.path + path, "\(kind.scope).\(right)", answer)
  }

  func id(_ call: BooksCall) throws -> Int64 { try call.id("id", of: kind.title) }

  private func reply(
    _ message: String, _ status: Int, _ document: Document, _ call: BooksCall, _ db: Database
  ) throws -> ZohoReply {
    BooksCall.success(
      message, status: status, [kind.one: .object(try document.json(kind, call, db))])
  }

  private func create(_ call: BooksCall) throws -> ZohoReply {
    let fields = try call.fields()
    return try call.write { db in
      var document = try DocumentWriting(kind: kind, call: call, db: db).create(fields)
      if kind.calls.contains(.mail), try call.isTrue("send") || fields.truth("send") == true {
        let mailing = DocumentMailing(kind: kind, document: document, call: call, db: db)
        document = try mailing.send(BooksFields(JSONObject()))
      }
      return try reply(kind.words.created, 201, document, call, db)
    }
  }

  private func get(_ call: BooksCall) throws -> ZohoReply {
    let id = try id(call)
    return try call.read { db in
      let document = try Document.find(id, kind, db)
      let accepted = call.request.headers["Accept"]?.lowercased() ?? ""
      let wanted = call.query["accept"] ?? ""
      if wanted == "pdf" || wanted.isEmpty && accepted.hasPrefix("application/pdf") {
        return try DocumentPapers.pdf(document, kind, call, db)
      }
      if wanted == "html" || wanted.isEmpty && accepted.hasPrefix("text/html") {
        let page = try DocumentPage(document, kind, today: call.today, db)
        return ZohoReply.data(contentType: "text/html;charset=UTF-8", Data(page.html.utf8))
      }
      return try reply(kind.words.shown, 200, document, call, db)
    }
  }

  private func update(_ call: BooksCall) throws -> ZohoReply {
    let id = try id(call)
    let fields = try call.fields()
    return try call.write { db in
      let document = try DocumentWriting(kind: kind, call: call, db: db).update(id, fields)
      return try reply(kind.words.updated, 200, document, call, db)
    }
  }

  private func updateByCustomField(_ call: BooksCall) throws -> ZohoReply {
    let identifier = try UniqueIdentifier(call.request)
    let fields = try call.fields()
    return try call.write { db in
      let writing = DocumentWriting(kind: kind, call: call, db: db)
      if let id = try identifier.record(among: CustomValues(kind.entity, db), db) {
        return try reply(kind.words.updated, 200, writing.update(id, fields), call, db)
      }
      guard identifier.isUpsert else { throw Refusal.booksMissing(kind.title) }
      let document = try writing.create(identifier.fieldsOfNew(fields))
      return try reply(kind.words.created, 201, document, call, db)
    }
  }

  private func delete(_ call: BooksCall) throws -> ZohoReply {
    let id = try id(call)
    try call.write { try DocumentWriting(kind: kind, call: call, db: $0).delete(id) }
    return BooksCall.success(kind.words.deleted)
  }

  private func take(_ step: DocumentStatuses.Step, _ call: BooksCall) throws -> ZohoReply {
    let id = try id(call)
    let fields = try call.fields()
    try call.write { try DocumentWriting(kind: kind, call: call, db: $0).take(step, id, fields) }
    return BooksCall.success(step.message, status: step.status)
  }

  private func setAddress(
    _ call: BooksCall, _ place: WritableKeyPath<Document, String>, _ message: String
  ) throws -> ZohoReply {
    let body = BooksFields(["address": .object(try call.fields().object)])
    let address = try body.address("address") ?? JSONObject()
    try change(call, ["address": .object(address)]) { document, _ in
      document[keyPath: place] = JSONValue.object(address).text
    }
    let name = place == \.billingAddress ? kind.words.billingAddressName : "address"
    return BooksCall.success(message, JSONObject([(name, .object(address))]))
  }

  private func setTemplate(_ call: BooksCall) throws -> ZohoReply {
    let template = call.parameters["template_id"] ?? ""
    try DocumentTemplate.demand(template)
    try change(call, ["template_id": .string(template)]) { document, _ in
      document.templateId = template
    }
    return BooksCall.success(
      kind.words.templateChosen.isEmpty ? kind.words.updated : kind.words.templateChosen)
  }

  private func setCustomFields(_ call: BooksCall) throws -> ZohoReply {
    let entries = try InvoiceCalls.customFieldEntries(call)
    try change(call, ["custom_fields": JSONValue(entries.count)]) { document, db in
      let values = try CustomValues(kind.entity, db)
      for entry in entries { try values.setEntry(entry, on: document.documentId, db) }
    }
    return BooksCall.success("Custom Fields Updated Successfully")
  }

  /// Changes the document in the path, and enters it in the ledger.
  func change(
    _ call: BooksCall, _ summary: JSONObject, _ body: (inout Document, Database) throws -> Void
  ) throws {
    let id = try id(call)
    try call.write { db in
      var document = try Document.find(id, kind, db)
      try body(&document, db)
      document.lastModifiedTime = Int64(call.now.timeIntervalSince1970)
      try document.update(db)
      try call.record(.changed, kind.path, id, summary, db)
    }
  }
}
