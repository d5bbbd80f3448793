import FoundationEssentials
import HTTPTypes
import HummingbirdCore

/// Keeps web pages out: a name that a page's DNS turned to loopback is refused by its `Host`, and
/// scripts of other sites by their `Origin`. Only the consent page may be sent by a browser.
struct Doorkeeper: Sendable {
  let port: Int
  let scheme: String

  /// What to say to a call that may not come in.
  func refusal(of request: Request) -> ZohoReply? {
    let hosts = ["127.0.0.1", "localhost", "[::1]"].flatMap { [$0, "\($0):\(port)"] }
    guard let host = request.head.authority, hosts.contains(host.lowercased()) else {
      return refusal("this server answers only to 127.0.0.1 and localhost")
    }
    guard let origin = request.headers[.origin] else { return nil }
    let isOwnPage = hosts.contains { "\(scheme)://\($0)" == origin.lowercased() }
    guard isOwnPage, request.uri.path.hasPrefix("/oauth/") else {
      return refusal("this server does not answer web pages")
    }
    return nil
  }

  private func refusal(_ reason: String) -> ZohoReply {
    .json(403, ["error": .string(reason)])
  }
}
