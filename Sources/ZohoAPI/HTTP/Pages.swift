import FoundationEssentials

/// Where the next page of a list begins.
public enum PageCursor: Hashable, Sendable {
  /// The page of that number, from 1.
  case number(Int)
  /// The page behind that token. CRM wants one past the first 2,000 rows.
  case token(String)

  /// The beginning of a list.
  public static let first = PageCursor.number(1)
}

/// A page of a list.
public struct Page<Row: Sendable>: Sendable {
  /// The rows, in the server's order.
  public var rows: [Row]
  /// Where the list goes on; nil at its end.
  public var next: PageCursor?
  /// Why rows could not be read, one line each. They are left out of `rows`.
  public var unreadable: [String]
  /// The server's clock when it made the page, for "changed since then" later.
  public var serverTime: Date?
  /// Whether rows that came were not wanted, so that an empty page says nothing about the list.
  var isFiltered = false

  /// A page of a list.
  public init(
    rows: [Row], next: PageCursor? = nil, unreadable: [String] = [], serverTime: Date? = nil
  ) {
    self.rows = rows
    self.next = next
    self.unreadable = unreadable
    self.serverTime = serverTime
  }
}

extension Page {
  /// Whether the server sent no rows at all.
  fileprivate var isEmpty: Bool { rows.isEmpty && unreadable.isEmpty && !isFiltered }
}

/// A list that comes in pages, as a value: how to ask for the page at a cursor.
///
///     for try await page in client.pages(.deals(currency: home)) { store(page.rows) }
public struct List<Row: Sendable>: Sendable {
  /// The request for the page at that cursor.
  public let page: @Sendable (PageCursor) -> Request<Page<Row>>

  /// A list that comes in pages.
  public init(page: @escaping @Sendable (PageCursor) -> Request<Page<Row>>) {
    self.page = page
  }

  /// The pages from a cursor on, each fetched when it is asked for.
  ///
  /// - Parameter send: Performs a request, with whatever limits and patience the caller has.
  public func pages(
    from cursor: PageCursor = .first,
    sending send:
      @escaping @Sendable (Request<Page<Row>>) async throws(ZohoError) -> Page<Row>
  ) -> Pages<Row> {
    Pages(list: self, first: cursor, send: send)
  }
}

/// The pages of a list, one after the other.
public struct Pages<Row: Sendable>: AsyncSequence, Sendable {
  let list: List<Row>
  let first: PageCursor
  let send: @Sendable (Request<Page<Row>>) async throws(ZohoError) -> Page<Row>

  /// Walks over pages.
  public struct AsyncIterator: AsyncIteratorProtocol {
    /// What fetching a page throws.
    public typealias Failure = ZohoError

    let pages: Pages
    var cursor: PageCursor?
    var seen: Set<PageCursor>

    /// The next page, nil after the last.
    ///
    /// - Throws: Whatever fetching it throws, and `unreadable` when the server's cursor does not
    ///   advance: a list that never ends would eat the day's calls.
    public mutating func next() async throws(ZohoError) -> Page<Row>? {
      guard let cursor else { return nil }
      let request = pages.list.page(cursor)
      let page = try await pages.send(request)
      if let next = page.next {
        guard seen.insert(next).inserted, !page.isEmpty else {
          throw .unreadable(
            path: request.fullPath, status: 200,
            reason: "the list promises more but does not go on")
        }
      }
      self.cursor = page.next
      return page
    }
  }

  /// An iterator at the first page.
  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(pages: self, cursor: first, seen: [first])
  }
}

extension ZohoClient {
  /// The pages of a list, each sent as it is asked for.
  public func pages<Row>(_ list: List<Row>, from cursor: PageCursor = .first) -> Pages<Row> {
    list.pages(from: cursor) { request throws(ZohoError) in try await send(request) }
  }
}
