import ZohoAPI

/// How the lists of a product go on behind their first page.
enum APIPaging: Hashable {
  /// The answer says it: `info.more_records` of CRM, `page_context.has_more_page` of Books.
  case byAnswer
  /// By the place of the first row. Only a page without new rows is the end: a server may give fewer
  /// rows than it was asked for.
  case byPlace(String, first: Int, count: String, size: Int)
  /// By the number of the page, from 1, until `page_info` says no or a page has nothing new.
  case byNumber(String, count: String, size: Int)
  /// One answer is all there is.
  case none
}

extension APICall {
  /// How this list goes on.
  ///
  /// - Throws: `usage` where nothing is known of it.
  var paging: APIPaging {
    get throws(HeadlessError) {
      switch host {
      case nil: return .byAnswer
      case .desk?: return .byPlace("from", first: startsAtOne ? 1 : 0, count: "limit", size: 90)
      case .projects?: return .byNumber("page", count: "per_page", size: 200)
      case .campaigns?: return .byPlace("fromindex", first: 1, count: "range", size: 100)
      case .people? where path.hasPrefix("/api/v2/"):
        return .byPlace("startIndex", first: 0, count: "limit", size: 200)
      case .people? where path.hasPrefix("/api/v3/"):
        return .byPlace("offset", first: 1, count: "limit", size: 200)
      case .people?: return .byPlace("sIndex", first: 1, count: "limit", size: 200)
      case .analytics?: return .none
      case .sign?, .mail?, .downloads?:
        throw HeadlessError(
          .usage, "How lists of \(host?.word ?? "") go on is not known here: page with --query.")
      }
    }
  }

  /// Some lists of Desk count from 1, the others from 0.
  private var startsAtOne: Bool {
    ["agents", "departments", "threads", "mailReplyAddress"].contains { path.hasSuffix("/\($0)") }
  }
}

/// A walk over the pages of a list.
struct APIWalk {
  /// The call, without what says which page.
  let call: APICall
  /// What to add to the query for the next page; nil at the end.
  private(set) var next: [(name: String, value: String)]?
  private let paging: APIPaging
  private var place: Int
  private var size: Int
  private var seen: Set<String> = []

  /// A walk from the page on that the call's query names, else from the first.
  init(_ call: APICall) throws(HeadlessError) {
    paging = try call.paging
    var call = call
    switch paging {
    case .byAnswer, .none: (place, size) = (1, 0)
    case .byPlace(let name, let first, let count, let usual):
      place = call.takeNumber(name) ?? first
      size = call.takeNumber(count) ?? usual
    case .byNumber(let name, let count, let usual):
      place = call.takeNumber(name) ?? 1
      size = call.takeNumber(count) ?? usual
    }
    self.call = call
    next = additions
  }

  private var additions: [(name: String, value: String)] {
    switch paging {
    case .byAnswer, .none: []
    case .byPlace(let name, _, let count, _), .byNumber(let name, let count, _):
      [(name, "\(place)"), (count, "\(size)")]
    }
  }

  /// Takes a page, and gives the rows that were not on one before.
  ///
  /// - Throws: `unavailable` for an answer that has no rows, or that promises more and does not go on.
  mutating func take(_ answer: RawAnswer) throws(HeadlessError) -> [RecordFields] {
    let page = try APIPage(answer)
    guard paging != .byAnswer else {
      place += 1
      next = page.next(place)
      guard next == nil || !page.rows.isEmpty else {
        throw HeadlessError(.unavailable, "The list promises more but does not go on.")
      }
      return page.rows
    }
    let fresh = page.rows.filter { row in
      seen.insert(row["id"]?.text ?? JSONText.record(row)).inserted
    }
    if case .byNumber = paging { place += 1 } else { place += page.rows.count }
    next = fresh.isEmpty || page.saysNoMore || paging == .none ? nil : additions
    return fresh
  }

}

extension APICall {
  /// Takes a number out of the query.
  fileprivate mutating func takeNumber(_ name: String) -> Int? {
    defer { query.removeAll { $0.name == name } }
    return query.last { $0.name == name }.flatMap { Int($0.value) }
  }
}

extension HeadlessSession {
  /// Writes the rows of every page of a call.
  func writeAll(of call: APICall, _ output: Output, columns: [String] = []) async throws {
    let rows = output.rows(columns: columns)
    var walk = try APIWalk(call)
    while let added = walk.next {
      let answer = try await send(walk.call.request(adding: added))
      let refusal = APIRefusal(answer, of: call)
      if refusal?.isEndOfList == true { break }
      if let refusal { throw refusal.error }
      rows.add(try walk.take(answer))
      if walk.next != nil { output.tell("\(grouped(rows.count)) rows") }
    }
    output.finish(rows)
  }
}
