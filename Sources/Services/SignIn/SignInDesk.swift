import AppCore
import FoundationEssentials
import Screen
import ZohoAPI

/// Performs the sign-in that is on the screen: one at a time, and what it was granted stays here until
/// it is kept.
public actor SignInDesk {
  private let flow: SignInFlow
  private let keep:
    @Sendable (SignedIn, _ profile: String, _ organization: String?) throws -> SafeText
  private let post: @Sendable (Action) -> Void
  private var running: Task<Void, Never>?
  private var signedIn: SignedIn?

  /// A desk.
  ///
  /// - Parameters:
  ///   - keep: Writes a profile, and answers in words where its secrets are.
  ///   - post: Takes the actions that the work answers with, from any thread.
  public init(
    flow: SignInFlow,
    keep:
      @escaping @Sendable (SignedIn, _ profile: String, _ organization: String?) throws ->
      SafeText,
    post: @escaping @Sendable (Action) -> Void
  ) {
    self.flow = flow
    self.keep = keep
    self.post = post
  }

  /// Does what is to be done for a sign-in, to its end.
  public func perform(_ work: SignInWork) async {
    switch work {
    case .begin(let plan): await begin(plan)
    case .cancel:
      running?.cancel()
      signedIn = nil
    case .openAgain(let address):
      if !flow.openBrowser(address.string) {
        post(.told(Event(time: flow.clock.now(), kind: .warning, text: "no browser was found")))
      }
    case .keep(let profile, let organization): keep(as: profile, organization)
    }
  }

  private func begin(_ plan: SignInPlan) async {
    running?.cancel()
    await running?.value
    signedIn = nil
    let task = Task {
      do {
        let signedIn = try await flow.signIn(plan) { [post] in post(.signIn($0)) }
        self.signedIn = signedIn
        post(.signIn(.found(signedIn.findings)))
      } catch is CancellationError {
        return  // The user has gone on to something else.
      } catch let problem as SignInProblem {
        if !Task.isCancelled { post(.signIn(.failed(problem.words))) }
      } catch {
        post(.signIn(.failed(Failure(error).message)))
      }
    }
    running = task
    await task.value
  }

  private func keep(as profile: String, _ organization: String?) {
    guard let signedIn else {
      return post(.signIn(.failed("The sign-in is gone. Start again.")))
    }
    do {
      let words = try keep(signedIn, profile, organization)
      self.signedIn = nil
      post(.signIn(.kept(profile: profile, words: words)))
    } catch {
      post(.signIn(.failed(SignInProblem.notKept("\(error)").words)))
    }
  }
}
