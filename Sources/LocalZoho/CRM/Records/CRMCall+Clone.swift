import GRDB

/// `POST /{module}/{id}/actions/clone`
/// https://www.zoho.com/crm/developer/docs/api/v8/clone-record.html
extension CRMCall {
  static let cloneRoutes = [
    CRMRoute("POST", "{module}/{id}/actions/clone", "modules.{module}.CREATE") {
      try $0.clone()
    }
  ]

  /// A new record with the values of another; what the body gives goes before. Unique fields are
  /// left empty unless the body fills them.
  private func clone() throws -> ZohoReply {
    let module = try module()
    let id = try relatedID()
    let writer = try RecordWriter(module, self)
    guard let original = try writer.draft(id) else {
      throw Refusal.crm(
        400, "INVALID_DATA", "the id given seems to be invalid",
        details: ["resource_path_index": 1])
    }
    let given = request.body.isEmpty ? [:] : try rows(body(), atMost: 1)[0]
    let result = try outcome {
      let copy = try writer.insert(given, index: 0, like: original)
      return try added(writer, copy)
    }
    return RowOutcome.reply([result], success: 201)
  }
}
