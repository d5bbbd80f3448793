import FoundationEssentials
import ZohoAPI

/// That a product said no to a call. Some do so with the status 200.
struct APIRefusal {
  /// The failure.
  let error: HeadlessError
  /// Whether it only says that there is nothing, or nothing more.
  let isEndOfList: Bool

  /// What an answer refuses; nil when it is a good one.
  init?(_ answer: RawAnswer, of call: APICall) {
    let said = try? JSONDecoder().decode(FieldValue.self, from: answer.body)
    guard answer.status >= 400 || said.map({ Self.isRefusal($0, call.host) }) == true else {
      return nil
    }
    let facts = said.flatMap(Self.facts) ?? [:]
    let code = Self.text(facts, ["code", "errorCode", "title"])
    let message = Self.text(facts, ["message", "errorMessage", "msg", "title", "summary"])
    isEndOfList = code.map { Self.nothing(at: call.host).contains($0) } ?? false
    var details = ["http_status": "\(answer.status)"]
    details["code"] = code
    let words = [message ?? "HTTP \(answer.status)", code.map { "(\($0))" }]
    error = HeadlessError(
      isEndOfList ? .notFound : Self.status(answer.status, isWrite: call.method != .get),
      words.compactMap { $0 }.joined(separator: " "), details: details)
  }

  private static func status(_ status: Int, isWrite: Bool) -> ExitStatus {
    switch status {
    case 401, 403: .notAllowed
    case 404: .notFound
    case 409, 412: .conflict
    case 429: .tryLater
    case 408, 500...: isWrite ? .uncertain : .unavailable
    default: .refused
    }
  }

  /// Whether an answer with a good status says no.
  private static func isRefusal(_ said: FieldValue, _ host: OwnHost?) -> Bool {
    switch host {
    case .campaigns?: return said.fields?["status"]?.text == "error"
    case .analytics?: return said.fields?["status"]?.text == "failure"
    case .people?:
      if case .list(let rows) = said { return rows.first?.fields?["response"] == "failure" }
      return said.fields?["error"] != nil || said.fields?["response"]?.fields?["errors"] != nil
    default: return false
    }
  }

  /// The codes by which a product says that there is nothing, or nothing more.
  private static func nothing(at host: OwnHost?) -> Set<String> {
    switch host {
    case .campaigns?: ["2401", "2402", "2502", "6501"]
    case .people?: ["7024"]
    default: []
    }
  }

  /// The object that tells, which products wrap in their ways.
  private static func facts(_ said: FieldValue) -> RecordFields? {
    if case .list(let rows) = said { return rows.first?.fields }
    guard let whole = said.fields else { return nil }
    let response = whole["response"]?.fields
    let rows = whole.keys.sorted().map { whole[$0] }
    let places =
      [said, whole["error"], whole["data"], response?["errors"], whole["response"]] + rows
    let objects = places.compactMap { place in
      if case .list(let rows)? = place { rows.first?.fields } else { place?.fields }
    }
    return objects.first { text($0, ["code", "errorCode", "title"]) != nil } ?? whole
  }

  private static func text(_ facts: RecordFields, _ names: [String]) -> String? {
    names.lazy.compactMap { facts[$0]?.text }.first
  }
}
