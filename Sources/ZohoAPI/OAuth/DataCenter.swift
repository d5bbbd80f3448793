/// One of Zoho's regions: the hosts on which an organization of that region lives.
///
/// The table is the only list of hosts this program dials. A host that a server names, in a redirect
/// or in a token answer, is looked up here and refused when it is not in it.
///
/// <https://www.zoho.com/crm/developer/docs/api/v8/multi-dc.html>
public struct DataCenter: Hashable, Sendable {
  /// Zoho's word for it, as in `location=eu`.
  public let code: String
  /// Where people sign in and tokens are made, such as `https://accounts.zoho.eu`.
  public let accounts: String
  /// Where the products answer, such as `https://www.zohoapis.eu`.
  public let api: String
  /// Where files for bulk writes go; nil where Zoho names none.
  public let upload: String?
  /// Where people register a client and make a grant code.
  public let console: String

  /// Every region of Zoho.
  public static let all: [DataCenter] = [
    DataCenter("us", "com"), DataCenter("eu", "eu"), DataCenter("in", "in"),
    DataCenter("au", "com.au"), DataCenter("jp", "jp"),
    DataCenter(
      "ca", "ca", accounts: "zohocloud.ca", upload: "https://upload.zohocloud.ca"),
    DataCenter("cn", "com.cn"),
    DataCenter("sa", "sa", upload: "https://files.zoho.sa"),
    DataCenter("uk", "uk", upload: nil), DataCenter("ae", "ae", upload: nil),
  ]

  /// The United States, where Zoho began.
  public static let us = all[0]
  /// The European Union.
  public static let eu = all[1]

  /// The region of that code, or nil: `DataCenter("eu")`.
  public init?(_ code: String) {
    guard let found = Self.all.first(where: { $0.code == code }) else { return nil }
    self = found
  }

  /// A server on this machine that speaks Zoho's HTTP, such as LocalZoho.
  ///
  /// - Parameter base: `http://127.0.0.1:8080`: loopback only, with no path. Nil for anything else,
  ///   so that no setting can send a token to another machine.
  public static func custom(base: String) -> DataCenter? {
    guard isLoopback(base) else { return nil }
    return DataCenter(
      code: "local", accounts: base, api: base, upload: base, console: base)
  }

  /// Whether this is a server on this machine rather than Zoho.
  public var isLocal: Bool { code == "local" }

  /// The product host that a token answer names as `api_domain`, when it is one we may dial.
  ///
  /// Allowed are the hosts of the table with the CRM environments beside them (`sandbox.zohoapis.eu`,
  /// `developer.zohoapis.eu`); a local server may only name itself.
  ///
  /// - Throws: `ZohoError.unsendable`, with the host, when it is not allowed.
  public func apiBase(named domain: String) throws(ZohoError) -> String {
    if isLocal, domain == api { return domain }
    let isKnown = Self.all.contains { center in
      ["www.", "sandbox.", "developer."].contains { environment in
        domain == center.api.replacing("www.", with: environment)
      }
    }
    guard isKnown, !isLocal else {
      throw .unsendable(
        reason: "the sign-in server named an API host that is not Zoho's: \(domain)")
    }
    return domain
  }
}

extension DataCenter {
  private init(code: String, accounts: String, api: String, upload: String?, console: String) {
    self.code = code
    self.accounts = accounts
    self.api = api
    self.upload = upload
    self.console = console
  }

  private init(_ code: String, _ domain: String, accounts: String? = nil) {
    self.init(
      code, domain, accounts: accounts, upload: "https://content.zohoapis.\(domain)")
  }

  private init(_ code: String, _ domain: String, accounts: String? = nil, upload: String?) {
    let host = accounts ?? "zoho.\(domain)"
    self.init(
      code: code, accounts: "https://accounts.\(host)", api: "https://www.zohoapis.\(domain)",
      upload: upload, console: "https://api-console.\(host)")
  }

  private static func isLoopback(_ base: String) -> Bool {
    for host in ["http://127.0.0.1", "http://localhost", "http://[::1]"]
    where base.hasPrefix(host) {
      let rest = base.dropFirst(host.count)
      if rest.isEmpty { return true }
      guard rest.first == ":", let port = UInt16(rest.dropFirst()) else { return false }
      return port > 0 && rest.dropFirst().allSatisfy(\.isNumber)
    }
    return false
  }
}
