/// The products of Zoho that answer at an address of their own in each data centre, such as
/// `https://desk.zoho.eu`, and not at its API host.
///
/// All take the same access token. Which scopes it must have is told by each product's pages.
public enum OwnHost: String, Hashable, Sendable, CaseIterable {
  /// Zoho Desk: <https://desk.zoho.com/DeskAPIDocument>
  case desk
  /// Zoho People: <https://www.zoho.com/people/api/overview.html>
  case people
  /// Zoho Projects: <https://projects.zoho.com/api-docs>
  case projects = "projectsapi"
  /// Zoho Campaigns: <https://www.zoho.com/campaigns/help/developers/>
  case campaigns
  /// Zoho Analytics: <https://www.zoho.com/analytics/api/v2/>
  case analytics = "analyticsapi"
  /// Zoho Sign: <https://www.zoho.com/sign/api/>
  case sign
  /// Zoho Mail: <https://www.zoho.com/mail/help/api/overview.html>
  case mail
  /// Where the results of CRM's bulk writes are.
  /// <https://www.zoho.com/crm/developer/docs/api/v8/bulk-write/download-result.html>
  case downloads = "download-accl"

  /// The word for it on a command line: `projects`.
  public var word: String { "\(self)" }

  /// The products, by the word for each.
  public static let products = allCases.filter { $0 != .downloads }
}

extension DataCenter {
  /// Where a product answers in this data centre. A server on this machine has one address for all.
  public func address(of host: OwnHost) -> String {
    isLocal ? api : accounts.replacing("//accounts.", with: "//\(host.rawValue).")
  }
}
