import FoundationEssentials

/// What a call of the accounts server brings: in its form, its query or, for the client, in a Basic
/// header.
struct AccountsParameters {
  private let form: NamedValues
  private let query: NamedValues
  private let basic: (id: String, secret: String)?

  init(_ request: ZohoRequest) {
    form = request.method == "GET" ? NamedValues() : request.form()
    query = request.query
    basic = Self.basicCredentials(request.headers["Authorization"])
  }

  subscript(name: String) -> String? { form[name] ?? query[name] }

  var clientID: String { self["client_id"] ?? basic?.id ?? "" }
  var clientSecret: String? { self["client_secret"] ?? basic?.secret }

  private static func basicCredentials(_ header: String?) -> (id: String, secret: String)? {
    guard let header, header.lowercased().hasPrefix("basic "),
      let data = Data(base64Encoded: String(header.dropFirst(6)))
    else { return nil }
    let parts = String(decoding: data, as: UTF8.self).split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
  }
}
