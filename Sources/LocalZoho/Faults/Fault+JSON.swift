extension Fault {
  /// What is wrong with a fault that was asked for.
  struct Misread: Error, Equatable {
    var reason: String
  }

  /// Reads `{"fault": "reply", "status": 500, "body": "…", "method": "POST", "path": "/crm",
  /// "skip": 0, "count": 1}`.
  /// - Throws: ``Misread``.
  init(_ json: JSONValue) throws {
    func number(_ name: String, _ standard: Int?) throws -> Int {
      guard let value = json[name] ?? standard.map({ JSONValue($0) }) else {
        throw Misread(reason: "\(name) is missing")
      }
      guard let number = value.intValue, (0...1_000_000_000).contains(number) else {
        throw Misread(reason: "\(name) must be a whole number from 0 to 1,000,000,000")
      }
      return number
    }
    let kind: Kind
    switch json["fault"]?.stringValue {
    case "delay": kind = .delay(milliseconds: try number("milliseconds", nil))
    case "reply":
      guard let status = json["status"]?.intValue, (200...599).contains(status) else {
        throw Misread(reason: "status must be between 200 and 599")
      }
      let headers = json["headers"]?.objectValue?.members ?? []
      kind = .reply(
        status: status,
        contentType: json["content_type"]?.stringValue ?? "application/json;charset=UTF-8",
        body: json["body"]?.stringValue ?? "",
        headers: Dictionary(
          headers.map { ($0.name, $0.value.stringValue ?? "") }, uniquingKeysWith: { $1 }))
    case "cut": kind = .cut(afterBytes: try number("bytes", nil))
    case "apply_then_drop": kind = .applyThenDrop
    case "drop": kind = .drop
    case "drop_then_apply": kind = .dropThenApply(milliseconds: try number("milliseconds", nil))
    case "invalid_token": kind = .invalidToken
    default:
      throw Misread(
        reason: "fault must be one of delay, reply, cut, apply_then_drop, drop, "
          + "drop_then_apply, invalid_token")
    }
    self.init(
      kind, method: json["method"]?.stringValue, pathPrefix: json["path"]?.stringValue ?? "/",
      skipping: try number("skip", 0), count: try number("count", 1))
  }
}
