import AppCore
import ArgumentParser
import Foundation
import ZohoAPI

/// The client that signs in. Its secret is no option: other users of the machine can see those.
struct ClientOptions: ParsableArguments {
  @Option(help: "The client's id, from Zoho's API console; asked for when missing.")
  var clientID: String?

  @Option(
    help: ArgumentHelp(
      "The file whose first line is the client's secret. Else it is FAIRLEAD_CLIENT_SECRET, or "
        + "asked for, or the first line of standard input.", valueName: "file"))
  var clientSecretFile: String?

  /// The client's id.
  func identifier() throws -> String {
    try clientID ?? Questions.line("Client id", missing: "--client-id is missing.")
  }

  /// The client's secret.
  func secret() throws -> String {
    if let clientSecretFile {
      guard let text = try? String(contentsOfFile: clientSecretFile, encoding: .utf8) else {
        throw HeadlessError(.noInput, "\(clientSecretFile) cannot be read.")
      }
      return try Self.firstLine(text, of: clientSecretFile)
    }
    let environment = ProcessInfo.processInfo.environment
    if let word = environment["FAIRLEAD_CLIENT_SECRET"], !word.isEmpty { return word }
    if isatty(STDIN_FILENO) == 0 {
      return try Self.firstLine(readLine() ?? "", of: "standard input")
    }
    return try Questions.secret(
      "Client secret", missing: "Give the client's secret by --client-secret-file.")
  }

  private static func firstLine(_ text: String, of place: String) throws -> String {
    let line = text.split(whereSeparator: \.isNewline).first.map { String($0).withoutBlanks } ?? ""
    guard !line.isEmpty else {
      throw HeadlessError(
        .badInput, "The client's secret is missing: \(place) has no first line.")
    }
    return line
  }
}

extension Login {
  /// What the command line says and a person answers, as the plan of a sign-in.
  func plan() throws -> SignInPlan {
    var plan = SignInPlan()
    plan.dataCenter = try region()
    plan.environment = try place().rawValue
    plan.isReadOnly = readOnly
    plan.way = device ? .device : code == nil ? .browser : .code
    plan.clientID = try client.identifier()
    plan.clientSecret = TypedSecret(try client.secret())
    if let code { plan.code = TypedSecret(code) }
    return plan
  }

  /// The environment that was named, or that a person at a terminal chooses. A script that names none
  /// means the real one.
  private func place() throws -> CRMEnvironment {
    if let environment { return environment }
    // A server on this machine has one address for all.
    guard Questions.canAsk, baseURL == nil else { return .production }
    let all = CRMEnvironment.allCases
    let place = try Questions.choice(
      "Which environment of CRM?", of: all.map { "\($0.rawValue)  \($0.words)" },
      missing: "--environment is missing.")
    return all[place]
  }

  private func region() throws -> String {
    if baseURL != nil { return DataCenter.localCode }
    if let dataCenter { return dataCenter }
    let all = DataCenter.all
    let place = try Questions.choice(
      "Where is your Zoho account?", of: all.map { "\($0.code)  \($0.country)  \($0.accounts)" },
      missing: "--data-center is missing: one of \(all.map(\.code).joined(separator: ", ")).")
    return all[place].code
  }
}
