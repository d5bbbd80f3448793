/// One of the environments that a CRM organization has beside its real one. A token belongs to one of
/// them.
///
/// <https://www.zoho.com/crm/developer/docs/api/v8/oauth-overview.html>
public enum CRMEnvironment: String, Hashable, Sendable, CaseIterable {
  /// The real one.
  case production
  /// Zoho's own sandbox, a copy to try things on.
  case sandbox
  /// The developer edition.
  case developer

  /// What it is, in a few words.
  public var words: String {
    switch self {
    case .production: "the real one"
    case .sandbox: "a copy to try things on"
    case .developer: "the developer edition"
    }
  }

  /// Where CRM answers for it: `https://sandbox.zohoapis.eu` for `https://www.zohoapis.eu`. A server
  /// on this machine has one address for all.
  func base(of api: String) -> String {
    guard self != .production, api.hasPrefix("https://www.") else { return api }
    return api.replacing("https://www.", with: "https://\(rawValue).", maxReplacements: 1)
  }
}
