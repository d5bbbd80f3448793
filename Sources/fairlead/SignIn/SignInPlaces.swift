import AppCore
import Foundation
import Screen
import Services
import ZohoAPI

extension SignInWizard.Facts {
  /// What a sign-in in the program begins with.
  ///
  /// - Parameter local: The address of a local server that stands beside the data centres; nil for none.
  init(_ paths: Paths, local: String?) {
    let names = Profile.names(in: paths)
    var centers = DataCenter.all.map { center in
      SignInWizard.Center(
        code: center.code, name: "\(center.code)  \(center.country)",
        accounts: SafeText(center.accounts.dropFirst("https://".count)),
        console: SafeText(center.console))
    }
    if let local {
      centers.insert(
        .init(
          code: DataCenter.localCode, name: "local server", accounts: SafeText(local),
          console: SafeText(local), hasEnvironments: false), at: 0)
    }
    self.init(
      centers: centers, reading: Access.readOnly.shown, writing: Access.full.shown,
      redirect: SafeText(SignInFlow.redirect(SignInFlow.standardPort)),
      profile: Self.freeName(names), hasProfiles: !names.isEmpty)
  }

  /// `default` for the first profile, then `account-2` and so on.
  private static func freeName(_ names: [String]) -> String {
    guard names.contains("default") || !names.isEmpty else { return "default" }
    var number = names.count + 1
    while names.contains("account-\(number)") { number += 1 }
    return "account-\(number)"
  }
}

extension Access {
  fileprivate var shown: [SignInWizard.Purpose] {
    purposes.map {
      SignInWizard.Purpose(
        words: SafeText($0.words), scopes: SafeText($0.scopes.joined(separator: ",")))
    }
  }
}

extension DataCenter {
  /// The word for a server on this machine among the data centres.
  static let localCode = "local"

  /// Where it is.
  var country: String {
    switch code {
    case "us": "United States"
    case "eu": "Europe"
    case "in": "India"
    case "au": "Australia"
    case "jp": "Japan"
    case "ca": "Canada"
    case "cn": "China"
    case "sa": "Saudi Arabia"
    case "uk": "United Kingdom"
    case "ae": "United Arab Emirates"
    default: "this machine"
    }
  }
}

extension DataCenterTable {
  /// Zoho's regions, or a local server alone: no answer of it can send us anywhere else.
  static func of(local: String?) -> DataCenterTable {
    local.map { .local([DataCenter.localCode: $0]) } ?? .zoho
  }
}

extension SignInFlow {
  /// The way in that the screen and the command line share.
  ///
  /// - Parameters:
  ///   - local: The address of a local server, for tests and for trying things; nil for Zoho.
  ///   - port: Where a browser comes back to.
  init(local: String?, port: UInt16? = nil, openBrowser: @escaping @Sendable (String) -> Bool) {
    self.init(
      transport: .live(), table: .of(local: local), clock: .system,
      // A client at Zoho has one address registered; a local server takes any port (RFC 8252).
      port: port ?? (local == nil ? Self.standardPort : 0), openBrowser: openBrowser)
  }
}
