import FoundationEssentials

extension Request where Response == [String] {
  /// The names of the tags that records of a module can have.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/get-tag-list.html>
  public static func tags(of module: String) -> Self {
    Request(.crm, .get, "/settings/tags", query: [("module", module)]) { reply in
      try CRMRows.all(reply, "tags") { (record: PlainRecord) in record.fields["name"]?.text ?? "" }
    }
  }
}

extension Request where Response == [WriteResult] {
  /// Puts tags on records, 500 at most; other tags stay.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/add-tags.html>
  public static func addTags(_ names: [String], to ids: [String], of module: String) -> Self {
    tags("add_tags", names, ids, module)
  }

  /// Takes tags off records, 500 at most.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/remove-tags.html>
  public static func removeTags(_ names: [String], from ids: [String], of module: String) -> Self {
    tags("remove_tags", names, ids, module)
  }

  private static func tags(
    _ verb: String, _ names: [String], _ ids: [String], _ module: String
  ) -> Self {
    Self.action(
      verb, module,
      [
        "tags": .list(names.map { .object(["name": .text($0)]) }),
        "ids": .list(ids.map(FieldValue.text)),
      ], count: ids.count)
  }

  /// Does something to records of a module at once.
  static func action(
    _ action: String, _ module: String, _ body: RecordFields, count: Int
  ) -> Self {
    var request = Request(
      .crm, .post, "/\(PathSegment.of(module))/actions/\(action)", json: body
    ) { reply in try WriteResult.all(reply, expected: count) }
    request.answersByRecord = true
    if count == 0 { request.problem = "no records are named" }
    if count > 500 { request.problem = "\(count) records: 500 is the most in one call" }
    return request
  }
}
