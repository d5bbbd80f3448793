import FoundationEssentials
import ZohoAPI

/// Any call of any product of Zoho, as the command line names it.
struct APICall: Sendable {
  /// Whose rules it follows: its limits, its errors, its organization.
  let product: Product
  /// What the path begins with, where it is another product or version than `product` says.
  var root: String?
  /// The path below the root, percent-encoded.
  let path: String
  var method = ZohoAPI.Method.get
  var query: [(name: String, value: String)] = []
  var body: Data?

  init(_ product: Product, _ path: String, query: [(name: String, value: String)] = []) {
    self.product = product
    self.path = path
    self.query = query
  }

  /// The call of a path such as `crm/v8/Deals`, `books/v3/invoices`, or of a whole address.
  ///
  /// - Parameter center: The data centre, whose hosts alone may be named.
  /// - Throws: `badInput` for a host that is not one of the data centre, and for a path without a version.
  init(_ text: String, at center: DataCenter) throws(HeadlessError) {
    var rest = text[...]
    if text.contains("://") {
      guard text.hasPrefix(center.api + "/") else {
        throw HeadlessError(
          .badInput, "\(text): only \(center.api) is asked, the host of this account's data centre."
        )
      }
      rest = rest.dropFirst(center.api.count)
    }
    if let mark = rest.firstIndex(of: "?") {
      for pair in rest[rest.index(after: mark)...].split(separator: "&") {
        let parts = pair.split(separator: "=", maxSplits: 1).map {
          String($0).replacing("+", with: " ").removingPercentEncoding ?? String($0)
        }
        query.append((parts[0], parts.count > 1 ? parts[1] : ""))
      }
      rest = rest[..<mark]
    }
    let parts = rest.split(separator: "/").map(String.init)
    guard parts.count > 2, parts[1].wholeMatch(of: /v\d+(\.\d+)?/) != nil else {
      throw HeadlessError(
        .badInput,
        "\(text): write PRODUCT/VERSION/PATH, such as crm/v8/Deals or books/v3/invoices.")
    }
    path = "/" + parts.dropFirst(2).joined(separator: "/")
    product = parts[0] == "books" ? .books : .crm
    root = "/\(parts[0])/\(parts[1])"
  }

  /// The request, with its query as it stands now.
  func request(adding more: [(name: String, value: String)] = []) -> Request<RawAnswer> {
    var request = Request.api(product, method, path, query: query + more, body: body)
    request.root = root
    return request
  }
}

/// A page of rows of any product.
struct APIPage {
  /// The rows.
  let rows: [RecordFields]
  /// What to add to the query for the next page; nil at the end.
  let next: [(name: String, value: String)]?

  /// Reads a page: CRM says `info.more_records` and `next_page_token`, Books `page_context`.
  ///
  /// - Parameter number: The number of this page, from 1.
  /// - Throws: `unavailable` for an answer that has no rows.
  init(_ answer: RawAnswer, number: Int) throws(HeadlessError) {
    guard !answer.body.isEmpty else {
      (rows, next) = ([], nil)
      return
    }
    guard let json = try? JSONDecoder().decode(RecordFields.self, from: answer.body) else {
      throw HeadlessError(.unavailable, "The answer is not JSON: --all reads lists.")
    }
    let lists = json.keys.sorted().filter { $0 != "info" && $0 != "page_context" }
    guard case .list(let values)? = lists.compactMap({ json[$0] }).first(where: \.isList) else {
      throw HeadlessError(.unavailable, "The answer holds no list: --all reads lists.")
    }
    rows = values.map { $0.fields ?? ["value": $0] }
    let info = json["info"]?.fields ?? [:]
    let context = json["page_context"]?.fields ?? [:]
    if info["more_records"] == .bool(true), let token = info["next_page_token"]?.text {
      next = [("page_token", token)]
    } else if info["more_records"] == .bool(true) || context["has_more_page"] == .bool(true) {
      next = [("page", "\(number + 1)")]
    } else {
      next = nil
    }
  }
}

extension FieldValue {
  fileprivate var isList: Bool { if case .list = self { true } else { false } }
}

extension HeadlessSession {
  /// Performs a call; a refusal is a failure.
  func answer(
    to call: APICall, adding more: [(name: String, value: String)] = []
  ) async throws(HeadlessError) -> RawAnswer {
    let answer = try await send(call.request(adding: more))
    if let failure = answer.failure(isWrite: call.method != .get) { throw failure }
    return answer
  }

  /// Writes the rows of every page of a call.
  func writeAll(of call: APICall, _ output: Output, columns: [String] = []) async throws {
    let rows = output.rows(columns: columns)
    var more: [(name: String, value: String)]? = []
    var number = 1
    while let added = more {
      let page = try APIPage(try await answer(to: call, adding: added), number: number)
      guard page.next == nil || !page.rows.isEmpty else {
        throw HeadlessError(.unavailable, "The list promises more but does not go on.")
      }
      rows.add(page.rows)
      more = page.next
      number += 1
      if more != nil { output.tell("\(grouped(rows.count)) rows") }
    }
    output.finish(rows)
  }
}

extension RawAnswer {
  /// Why it is no good answer; nil when it is one.
  func failure(isWrite: Bool) -> HeadlessError? {
    guard status >= 400 else { return nil }
    let said = try? JSONDecoder().decode(RecordFields.self, from: body)
    let row = said?.values.lazy.compactMap { value in
      if case .list(let rows) = value { rows.first?.fields } else { nil }
    }.first
    let facts = said?["code"] == nil ? row ?? said : said
    let words = [
      facts?["message"]?.text ?? "HTTP \(status)", facts?["code"]?.text.map { "(\($0))" },
    ]
    .compactMap { $0 }.joined(separator: " ")
    let exit: ExitStatus
    switch status {
    case 401, 403: exit = .notAllowed
    case 404: exit = .notFound
    case 409, 412: exit = .conflict
    case 429: exit = .tryLater
    case 408, 500...: exit = isWrite ? .uncertain : .unavailable
    default: exit = .refused
    }
    var details = ["http_status": "\(status)"]
    details["code"] = facts?["code"]?.text
    return HeadlessError(exit, words, details: details)
  }
}
