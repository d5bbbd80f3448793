import Services

extension HeadlessError {
  /// Why signing in did not work.
  init(_ problem: SignInProblem) {
    let status: ExitStatus =
      switch problem {
      case .zoho(.rateLimited, _, _): .tryLater
      case .zoho(.signedOut, _, _), .zoho(.scopeMissing, _, _): .notAllowed
      case .zoho(.refused, _, _): .refused
      case .zoho, .tooLate: .unavailable
      case .strangeServer: .notAllowed
      case .portTaken: .noSystem
      case .unknownDataCenter: .usage
      case .notKept: .noStorage
      }
    self.init(status, problem.words.string)
  }
}
