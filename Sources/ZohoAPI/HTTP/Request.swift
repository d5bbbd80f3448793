import FoundationEssentials

/// A product of Zoho, each with its own path, envelope and errors.
public enum Product: String, Hashable, Sendable, CaseIterable {
  /// Zoho CRM, version 8.
  case crm
  /// Zoho Books, version 3.
  case books
  /// The sign-in server.
  case accounts
  /// Any other product: this program knows its address and not its rules.
  case other

  /// What every path of the product begins with.
  var root: String {
    switch self {
    case .crm: "/crm/v8"
    case .books: "/books/v3"
    case .accounts, .other: ""
    }
  }
}

/// The HTTP methods of the API.
public enum Method: String, Hashable, Sendable {
  /// Reads.
  case get = "GET"
  /// Creates or acts.
  case post = "POST"
  /// Changes.
  case put = "PUT"
  /// Changes in part.
  case patch = "PATCH"
  /// Removes.
  case delete = "DELETE"
}

/// One call of the API as a value: what to send and how to read the answer.
///
/// `ZohoClient.send` is the only way to perform it:
///
///     let user = try await client.send(.currentUser())
public struct Request<Response>: Sendable {
  /// Whose API it is.
  public var product: Product
  /// The method.
  public var method: Method
  /// The path below the product's version, percent-encoded: `/Deals/4150868000005746001`.
  public var path: String
  /// What the path begins with, where it is another than the product's own, such as an older version.
  public var root: String?
  /// The query, not yet encoded.
  public var query: [(name: String, value: String)]
  /// Header fields beyond the usual ones.
  public var headers: [(name: String, value: String)]
  /// What is sent, byte for byte.
  public var body: Data?
  /// Whether it changes something. A `POST` that only asks, such as COQL, does not.
  public var isWrite: Bool
  /// Whether Books wants to know the organization. All its calls do but the list of organizations.
  public var needsOrganization: Bool
  /// How long the answer may be, in bytes.
  public var maximumBytes: Int
  /// Whether it goes to the host that takes files for jobs over whole modules.
  var isUpload = false
  /// The product whose own host it goes to; nil for the host of `product`.
  var host: OwnHost?
  /// Whether each record has its own answer, so that refusals are part of the response.
  var answersByRecord = false
  /// Whether the response shows any status, refusals included.
  var takesAnyStatus = false
  /// Whether an answer that turns the token away is shown too, instead of getting a new token.
  var takesRefusedToken = false
  /// Why it must not be sent: its body could not be written.
  var problem: String?
  /// Reads an answer whose status is 2xx, or 304 to a condition.
  public var decode: @Sendable (Reply) throws -> Response

  /// A call of the API. It counts as a write unless its method is `GET` or `isWrite` says otherwise.
  public init(
    _ product: Product, _ method: Method, _ path: String,
    query: [(name: String, value: String)] = [], headers: [(name: String, value: String)] = [],
    body: Data? = nil, isWrite: Bool? = nil, needsOrganization: Bool = true,
    maximumBytes: Int = 16 << 20, decode: @escaping @Sendable (Reply) throws -> Response
  ) {
    self.product = product
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
    self.isWrite = isWrite ?? (method != .get)
    self.needsOrganization = needsOrganization
    self.maximumBytes = maximumBytes
    self.decode = decode
  }
}

extension Request {
  /// The whole path: `/crm/v8/Deals`.
  var fullPath: String { (root ?? product.root) + path }

  /// A call that sends JSON. The same value gives the same bytes every time.
  init(
    _ product: Product, _ method: Method, _ path: String,
    query: [(name: String, value: String)] = [], headers: [(name: String, value: String)] = [],
    json: some Encodable, isWrite: Bool = true,
    decode: @escaping @Sendable (Reply) throws -> Response
  ) {
    self.init(
      product, method, path, query: query, headers: headers, isWrite: isWrite, decode: decode)
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      body = try encoder.encode(json)
    } catch {
      problem = "the body cannot be written as JSON: \(error)"
    }
  }
}
