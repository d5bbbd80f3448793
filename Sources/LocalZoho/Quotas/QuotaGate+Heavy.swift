extension QuotaGate.Kind {
  /// A CRM call, with whether it belongs to those that Zoho counts apart.
  /// https://www.zoho.com/crm/developer/docs/api/v8/api-limits.html
  static func crm(_ request: ZohoRequest) -> QuotaGate.Kind {
    let last = request.path.last ?? ""
    let isHeavy =
      ["coql", "search", "convert", "send_mail"].contains(last)
      || request.method == "GET" && (request.query["sort_by"] ?? request.query["cvid"]) != nil
      || writesManyRows(request)
    return .crm(isHeavy: isHeavy)
  }

  /// More than ten records. A body that cannot be read is refused by the call itself.
  private static func writesManyRows(_ request: ZohoRequest) -> Bool {
    guard ["POST", "PUT"].contains(request.method),
      request.path.count == 3 || request.path.last == "upsert",
      let body = try? request.json()
    else { return false }
    return (body["data"]?.arrayValue?.count ?? 0) > 10
  }
}
