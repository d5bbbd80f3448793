import FoundationEssentials
import ZohoAPI

/// Any call of any product of Zoho, as the command line names it.
struct APICall: Sendable {
  /// Whose rules it follows: its limits, its errors, its organization.
  let product: Product
  /// The product at whose own address it is; nil at the data centre's API host.
  var host: OwnHost?
  /// What the path begins with, where it is another product or version than `product` says.
  var root: String?
  /// The path below the root, percent-encoded.
  let path: String
  var method = ZohoAPI.Method.get
  var query: [(name: String, value: String)] = []
  var headers: [(name: String, value: String)] = []
  var body: Data?

  init(_ product: Product, _ path: String, query: [(name: String, value: String)] = []) {
    self.product = product
    self.path = path
    self.query = query
  }

  /// The call of a path such as `crm/v8/Deals`, `desk/api/v1/tickets`, or of a whole address.
  ///
  /// - Parameter center: The data centre, whose hosts alone may be named.
  /// - Throws: `badInput` for a host that is not one of the data centre, and for a path without a version.
  init(_ text: String, at center: DataCenter) throws(HeadlessError) {
    let mark = text.firstIndex(of: "?") ?? text.endIndex
    query = Self.query(text[mark...].dropFirst())
    let place = String(text[..<mark])
    if let (host, rest) = try Self.host(of: place, center) {
      (product, self.host, root, path) = (.other, host, "", try Self.path(rest, of: host, text))
      return
    }
    let rest = place.hasPrefix(center.api) ? String(place.dropFirst(center.api.count)) : place
    let parts = rest.split(separator: "/").map(String.init)
    guard
      let version = parts.indices.dropFirst().prefix(2).first(where: { index in
        parts[index].wholeMatch(of: /v\d+(\.\d+)?/) != nil
      }), version < parts.count - 1
    else {
      throw HeadlessError(
        .badInput,
        "\(text): write PRODUCT/VERSION/PATH, such as crm/v8/Deals or books/v3/invoices, or a "
          + "product with an address of its own and the path as its pages have it, such as "
          + "desk/api/v1/tickets.")
    }
    path = "/" + parts[(version + 1)...].joined(separator: "/")
    root = "/" + parts[...version].joined(separator: "/")
    product = parts[0] == "books" ? .books : parts[0] == "crm" ? .crm : .other
  }

  /// The product with a host of its own that a path or an address names, and what is behind it; nil
  /// for one at the API host.
  private static func host(
    of place: String, _ center: DataCenter
  ) throws(HeadlessError) -> (OwnHost, rest: String)? {
    for host in OwnHost.products {
      for start in [host.word, center.address(of: host)] where place.hasPrefix(start + "/") {
        guard !center.isLocal || start == host.word else { continue }
        return (host, String(place.dropFirst(start.count)))
      }
    }
    guard !place.contains("://") || place.hasPrefix(center.api + "/") else {
      let hosts = [center.api] + (center.isLocal ? [] : OwnHost.products.map(center.address))
      throw HeadlessError(
        .badInput,
        "\(place): only hosts of this account's data centre are asked: "
          + hosts.joined(separator: ", ") + ".")
    }
    return nil
  }

  /// The path at a product's own host. Older calls of People are below `/people/api`.
  private static func path(
    _ rest: String, of host: OwnHost, _ text: String
  ) throws(HeadlessError) -> String {
    let parts = rest.split(separator: "/")
    guard parts.count > 1 else {
      throw HeadlessError(
        .badInput, "\(text): write the path as the product's pages have it, after \(host.word)/.")
    }
    let path = "/" + parts.joined(separator: "/")
    let isOld = host == .people && parts[0] == "api" && parts[1].wholeMatch(of: /v\d+/) == nil
    return isOld ? "/people" + path : path
  }

  private static func query(_ text: Substring) -> [(name: String, value: String)] {
    text.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1).map {
        String($0).replacing("+", with: " ").removingPercentEncoding ?? String($0)
      }
      return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
    }
  }

  /// The request, with its query as it stands now.
  func request(adding more: [(name: String, value: String)] = []) -> Request<RawAnswer> {
    var request = Request.api(
      product, at: host, method, path, query: query + more, headers: headers, body: body)
    request.root = root
    return request
  }
}
