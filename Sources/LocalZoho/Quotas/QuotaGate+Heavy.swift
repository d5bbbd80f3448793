extension QuotaGate.Kind {
  /// A CRM call, with whether it belongs to those that Zoho counts apart.
  static func crm(_ request: ZohoRequest) -> QuotaGate.Kind {
    let last = request.path.last ?? ""
    let isHeavy =
      ["coql", "search", "convert", "send_mail"].contains(last)
      || request.method == "GET" && (request.query["sort_by"] ?? request.query["cvid"]) != nil
    return .crm(isHeavy: isHeavy)
  }
}
