import AppCore
import Screen
import ZohoAPI

/// Why signing in did not work. Each has a sentence that says what to do.
public enum SignInProblem: Error, Hashable, Sendable {
  /// Zoho, or the way to it, said no.
  case zoho(ZohoError, at: DataCenter, way: SignInPlan.Way)
  /// The port for the browser's answer is in use.
  case portTaken(UInt16)
  /// Nobody came back from the browser in time.
  case tooLate
  /// The browser named an accounts server that is not Zoho's.
  case strangeServer(String)
  /// The data centre is not one we know.
  case unknownDataCenter(String)
  /// What was signed in cannot be kept on this machine.
  case notKept(String)

  /// What happened, and what to do.
  public var words: SafeText {
    switch self {
    case .zoho(let error, let center, let way): Self.words(for: error, at: center, way)
    case .portTaken(let port):
      """
      Another program uses port \(port), where the browser would come back. End it, or use a code: \
      on this screen "Browser anywhere", on the command line --device.
      """
    case .tooLate: "Nobody came back from the browser in five minutes. Start again."
    case .strangeServer(let address):
      """
      The browser came back with a sign-in server that is not Zoho's (\(address)); nothing was sent \
      to it. Start again, and look at the address before you agree.
      """
    case .unknownDataCenter(let code):
      "There is no data centre \(code); they are \(DataCenter.all.map(\.code).joined(separator: " "))."
    case .notKept(let reason): "You are let in, but it cannot be kept: \(reason)"
    }
  }

  private static func words(
    for error: ZohoError, at center: DataCenter, _ way: SignInPlan.Way
  ) -> SafeText {
    switch error {
    case .signedOut(let word): refusal(word, at: center, way)
    case .rateLimited:
      "Zoho gives no more tokens for now: too many were asked for. Wait ten minutes, then try again."
    case .scopeMissing(let message):
      "Zoho let us in, but not to everything: \(message). Sign in again and agree to that scope."
    case .offline(let reason, _):
      "\(center.accounts) cannot be reached: \(reason). Look at the connection and try again."
    case .refused(let refusal):
      "Zoho refused the first call: \(refusal.message) (\(refusal.code))."
    case .unreadable(let path, let status, let reason):
      "Zoho's answer made no sense: \(reason) (\(path), status \(status)). Try again later."
    case .unsendable(let reason): "It was not sent: \(reason)"
    case .cancelled: "It was stopped."
    case .alreadyModified: "It was changed meanwhile. Try again."
    }
  }

  /// What Zoho's word for a refusal means.
  private static func refusal(
    _ word: String, at center: DataCenter, _ way: SignInPlan.Way
  ) -> SafeText {
    switch word {
    case "invalid_client":
      """
      \(center.accounts) does not know this client id (invalid_client). A client belongs to the data \
      centre where it was made: look it up at \(center.console), or choose another data centre than \
      \(center.code).
      """
    case "invalid_client_secret":
      """
      The client secret is wrong (invalid_client_secret). Copy it again from \(center.console); a \
      client for several data centres has one secret in each.
      """
    case "invalid_code" where way == .code:
      """
      The code was used before, or is too old (invalid_code): it works once, for as many minutes as \
      the console said. Generate a new one at \(center.console).
      """
    case "invalid_code": "Zoho takes the code no longer (invalid_code). Start again."
    case "invalid_redirect_uri":
      """
      The client has another redirect URI (invalid_redirect_uri). Add the one shown here to it at \
      \(center.console).
      """
    case "invalid_scope":
      "Zoho does not grant these scopes to this client (invalid_scope). Try read-only access."
    case "access_denied": "You declined, or Zoho did (access_denied). Nothing was changed."
    case "expired": "The code was not typed in time (expired). Start again."
    default: "Zoho says no: \(word). Start again."
    }
  }
}
