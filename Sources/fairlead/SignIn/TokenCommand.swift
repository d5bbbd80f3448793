import Foundation
import ZohoAPI

/// A program of the user's that prints an access token: the first line of its standard output.
///
/// It owns the sign-in. It is run when a token is needed and again when Zoho takes the last one no
/// longer; what it prints is taken to be good for fifty minutes of the hour that Zoho gives.
struct TokenCommand {
  let words: [String]
  let dataCenter: DataCenter

  /// Runs the program.
  ///
  /// - Throws: `signedOut` when it does not print a token.
  func token(at now: Date) throws(ZohoError) -> IssuedToken {
    let name = words.first ?? ""
    guard let answer = ChildProcess.ask(words) else {
      throw .signedOut(reason: "token_command: \(name) cannot be started")
    }
    guard answer.status == 0 else {
      throw .signedOut(
        reason: "token_command: \(name) "
          + (answer.status.map { "ended with \($0)" } ?? "did not end in time")
          + "; run it by hand to see why")
    }
    let line =
      String(decoding: answer.output, as: UTF8.self).split(whereSeparator: \.isNewline)
      .first.map(String.init) ?? ""
    let isToken = !line.isEmpty && line.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f }
    guard isToken else {
      throw .signedOut(reason: "token_command: the first line that \(name) prints is no token")
    }
    return IssuedToken(
      token: Secret(line), expires: now.addingTimeInterval(3000), api: dataCenter.api)
  }
}
