import AppCore
import FoundationEssentials
import Sales
import Screen
import ZohoAPI

/// Signing in, from what a person chose to a token that works. The screen and the command line use the
/// same one; it keeps nothing.
public struct SignInFlow: Sendable {
  /// The way to the network.
  public var transport: Transport
  /// The data centres.
  public var table: DataCenterTable
  /// The clock.
  public var clock: TimeSource
  /// Where random words come from.
  public var random: Randomness
  /// The port a browser comes back to; 0 takes a free one.
  public var port: UInt16
  /// Opens an address in the user's browser; false where there is none.
  public var openBrowser: @Sendable (String) -> Bool

  /// A way to sign in.
  public init(
    transport: Transport, table: DataCenterTable = .zoho, clock: TimeSource,
    random: Randomness = .system, port: UInt16 = SignInFlow.standardPort,
    openBrowser: @escaping @Sendable (String) -> Bool
  ) {
    self.transport = transport
    self.table = table
    self.clock = clock
    self.random = random
    self.port = port
    self.openBrowser = openBrowser
  }

  /// The port that a client for a browser has registered.
  public static let standardPort = Loopback.standardPort

  /// The address that a client for a browser has registered.
  public static func redirect(_ port: UInt16) -> String { Loopback.redirect(port) }

  /// Signs in as a person chose, and looks at what the account has.
  ///
  /// - Parameter tell: Takes how it goes on.
  /// - Throws: `SignInProblem`, `CancellationError`.
  public func signIn(
    _ plan: SignInPlan, tell: @escaping @Sendable (SignInNews) -> Void
  ) async throws -> SignedIn {
    guard let center = table[plan.dataCenter] else {
      throw SignInProblem.unknownDataCenter(plan.dataCenter)
    }
    let access = plan.isReadOnly ? Access.readOnly : .full
    let signIn = SignIn(
      dataCenter: center, clientID: plan.clientID,
      clientSecret: Secret(plan.clientSecret.revealed), transport: transport, table: table,
      now: clock.now)
    let grant: SignIn.Grant
    do {
      switch plan.way {
      case .browser: grant = try await browse(signIn, access, tell)
      case .device: grant = try await wait(signIn, access, tell)
      case .code: grant = try await signIn.exchange(code: Secret(plan.code.revealed))
      }
    } catch let error as ZohoError {
      throw SignInProblem.zoho(error, at: center, way: plan.way)
    }
    if grant.credentials.dataCenter != center {
      tell(.moved(to: SafeText(grant.credentials.dataCenter.accounts)))
    }
    tell(.checking)
    return try await look(at: grant, plan, access)
  }

  /// Sends the user's browser to Zoho and waits until it is back.
  private func browse(
    _ signIn: SignIn, _ access: Access, _ tell: @Sendable (SignInNews) -> Void
  ) async throws -> SignIn.Grant {
    let loopback = try Loopback(port: port)
    let words = Challenge(random)
    let address = signIn.consentAddress(
      scopes: access.scopes, redirect: loopback.redirect, state: words.state,
      challenge: words.challenge)
    tell(.visit(address: SafeText(address), isOpened: openBrowser(address)))
    let answer = try await loopback.answer(state: words.state)
    guard let code = answer.code else {
      throw ZohoError.signedOut(reason: answer.error ?? "access_denied")
    }
    var center = signIn.dataCenter
    if let accounts = answer.accounts, accounts != center.accounts {
      guard let other = table.center(accounts: accounts) else {
        throw SignInProblem.strangeServer(accounts)
      }
      center = other
    }
    return try await signIn.exchange(
      code: code, redirect: loopback.redirect, verifier: words.verifier, at: center)
  }

  /// Shows a code and asks until the user has typed it somewhere.
  private func wait(
    _ signIn: SignIn, _ access: Access, _ tell: @Sendable (SignInNews) -> Void
  ) async throws -> SignIn.Grant {
    let code = try await signIn.begin(scopes: access.scopes)
    let until = clock.now().addingTimeInterval(code.lifetime.seconds)
    tell(
      .enterCode(SafeText(code.userCode), at: SafeText(code.verificationURL), until: until))
    var center = signIn.dataCenter
    var interval = code.interval
    while clock.now() < until {
      try await clock.sleep(interval)
      switch try await signIn.poll(code, at: center) {
      case .pending: break
      case .tooFast: interval += .seconds(5)
      case .elsewhere(let other):
        tell(.moved(to: SafeText(other.accounts)))
        center = other
      case .granted(let grant): return grant
      }
    }
    throw ZohoError.signedOut(reason: "expired")
  }

  /// Makes the first calls: who it is, and which organizations there are.
  private func look(
    at grant: SignIn.Grant, _ plan: SignInPlan, _ access: Access
  ) async throws -> SignedIn {
    var client = ZohoClient(
      credentials: grant.credentials, transport: transport,
      store: TokenStore(load: { grant.token }, save: { _ in }), now: clock.now)
    client.environment = CRMEnvironment(rawValue: plan.environment) ?? .production
    do throws(ZohoError) {
      let user = try await client.send(.currentUser())
      let organization = try await client.send(.organization())
      var notes = access.missing(from: grant.scope).map { "Not granted: \($0)" as SafeText }
      var books: [BooksOrganization] = []
      do throws(ZohoError) {
        books = try await client.send(.organizations()).filter(\.isActive)
      } catch .scopeMissing(let message) {
        notes.append("Books cannot be used: \(message)")
      } catch .refused(let refusal) {
        notes.append("Books says: \(refusal.message)")
      }
      books.sort { $0.isDefault && !$1.isDefault }
      return SignedIn(
        grant: grant, plan: plan, user: user, organization: organization, books: books,
        notes: notes)
    } catch {
      throw SignInProblem.zoho(error, at: grant.credentials.dataCenter, way: plan.way)
    }
  }
}

extension Duration {
  /// The whole and the parts of seconds as one number.
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
