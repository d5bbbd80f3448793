import AppCore
import FoundationEssentials
import LocalZoho
import Synchronization
import Testing
import ZohoAPI

@testable import Services

/// Signing in by all three ways, over real HTTP, and what goes wrong.
@Suite("Signing in", .timeLimit(.minutes(5)))
struct SignInFlowTests {
  @Test func aBrowserComesBackWithACodeAndTheTokenWorks() async throws {
    try await SignInOffice.open { office in
      let signedIn = try await office.signIn(.browser, browse: { await office.agree(at: $0) })
      #expect(signedIn.organization.name == "Fairlead Trading Ltd")
      #expect(signedIn.books.map(\.id) == [office.us.connection.organizationID])
      #expect(signedIn.grant.credentials.refreshToken.revealed.hasPrefix("1000."))
      #expect(signedIn.notes == [])
      let page = try #require(office.pages.last)
      #expect(page.status == 200)
      #expect(page.body.contains("Fairlead is signed in"))
      let asked = office.asked
      #expect(asked.contains("code_challenge_method=S256"))
      #expect(asked.contains("access_type=offline&prompt=consent"))
      #expect(asked.contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A"))
    }
  }

  @Test func whatAWebPageSendsToTheBrowsersAddressIsRefused() async throws {
    try await SignInOffice.open { office in
      let signedIn = try await office.signIn(
        .browser,
        browse: { address in
          let redirect = office.redirect(in: address)
          for (target, headers) in [
            ("/callback?code=x&state=guessed", []), ("/callback?code=x", []),
            (
              "/callback?code=x&state=\(office.state(in: address))",
              [("origin", "https://evil.example")]
            ),
            ("/callback?code=x&state=\(office.state(in: address))", [("host", "evil.example")]),
            ("/callback?code=x&code=y&state=\(office.state(in: address))", []),
          ] {
            let answer = try await office.get(redirect + target, headers: headers)
            #expect(answer.status == 403, "\(target)")
            #expect(!answer.body.contains("evil"))
          }
          #expect(try await office.get(redirect + "/favicon.ico").status == 404)
          await office.agree(at: address)
        })
      #expect(signedIn.user.isActive)
    }
  }

  @Test func aUserWhoDeclinesIsToldThatNothingWasChanged() async throws {
    try await SignInOffice.open { office in
      let words = try await office.problem(.browser) { await office.agree(at: $0, "reject") }
      #expect(words == "You declined, or Zoho did (access_denied). Nothing was changed.")
    }
  }

  @Test func aBrowserThatComesBackFromAnotherDataCenterGoesOnThere() async throws {
    try await SignInOffice.open(home: "eu") { office in
      let news = Mutex<[SignInNews]>([])
      let signedIn = try await office.signIn(
        .browser, tell: { said in news.withLock { $0.append(said) } },
        browse: { await office.agree(at: $0) })
      #expect(signedIn.grant.credentials.dataCenter.accounts == office.eu.connection.url)
      #expect(signedIn.grant.token.api == office.eu.connection.url)
      #expect(news.withLock { $0 }.contains { if case .moved = $0 { true } else { false } })
    }
  }

  @Test func aForgedSignInServerIsNotDialled() async throws {
    try await SignInOffice.open { office in
      let words = try await office.problem(.browser) { address in
        let target =
          "/callback?code=1000.x&state=\(office.state(in: address))"
          + "&accounts-server=https%3A%2F%2Faccounts.zoho.eu.evil.example"
        _ = try await office.get(office.redirect(in: address) + target)
      }
      #expect(words.contains("not Zoho's (https://accounts.zoho.eu.evil.example)"))
      #expect(words.contains("nothing was sent"))
      #expect(!office.dialled.contains { $0.contains("evil") })
    }
  }

  @Test func aDeviceWaitsUntilItsCodeWasTyped() async throws {
    try await SignInOffice.open { office in
      let news = Mutex<[SignInNews]>([])
      let signedIn = try await office.signIn(
        .device, pause: 3, tell: { said in news.withLock { $0.append(said) } })
      #expect(signedIn.grant.credentials.refreshToken.revealed.hasPrefix("1004."))
      guard case .enterCode(let code, let address, _)? = news.withLock({ $0 }).first else {
        Issue.record("no code was shown")
        return
      }
      #expect(code.string.count == 8)
      #expect(address.string == office.us.connection.url + "/oauth/v3/device")
    }
  }

  @Test func aDeviceWhoseUserLivesElsewhereGoesOnThere() async throws {
    try await SignInOffice.open(home: "eu") { office in
      let signedIn = try await office.signIn(.device)
      #expect(signedIn.grant.credentials.dataCenter.accounts == office.eu.connection.url)
    }
  }

  @Test func aDeviceIsToldThatItsUserDeclinedOrCameTooLate() async throws {
    try await SignInOffice.open { office in
      let declined = try await office.problem(.device, decision: "reject")
      #expect(declined == "You declined, or Zoho did (access_denied). Nothing was changed.")
      let late = try await office.problem(.device, decision: nil)
      #expect(late == "The code was not typed in time (expired). Start again.")
    }
  }

  @Test func aCodeFromTheConsoleWorksOnce() async throws {
    try await SignInOffice.open { office in
      let code = try await office.selfClientCode(Access.full.scopes)
      let signedIn = try await office.signIn(.code, code: code)
      #expect(signedIn.grant.credentials.dataCenter.accounts == office.us.connection.url)
      let words = try await office.problem(.code, code: code)
      #expect(words.contains("was used before, or is too old (invalid_code)"))
      #expect(words.contains("Generate a new one"))
    }
  }

  @Test func aClientOfAnotherDataCenterIsToldWhichOneWasAsked() async throws {
    try await SignInOffice.open { office in
      let words = try await office.problem(.code, clientID: "1000.UNKNOWN", code: "1000.x")
      #expect(words.contains("\(office.us.connection.url) does not know this client id"))
      #expect(words.contains("choose another data centre"))
      let secret = try await office.problem(.code, secret: "wrong", code: "1000.x")
      #expect(secret.contains("invalid_client_secret"))
    }
  }

  @Test func aMissingScopeIsNamed() async throws {
    try await SignInOffice.open { office in
      let few = try await office.selfClientCode(["ZohoCRM.org.READ", "ZohoCRM.users.READ"])
      let signedIn = try await office.signIn(.code, code: few)
      #expect(signedIn.books.isEmpty)
      #expect(signedIn.notes.contains { $0.string == "Not granted: ZohoCRM.modules.ALL" })
      #expect(signedIn.notes.contains { $0.string.contains("ZohoBooks.settings.READ") })
      let fewer = try await office.selfClientCode(["ZohoCRM.users.READ"])
      let words = try await office.problem(.code, code: fewer)
      #expect(words.contains("it needs ZohoCRM.org.READ"))
    }
  }

  @Test func readOnlyAccessIsEnoughToReadAndNamesNoWrite() async throws {
    #expect(Access.readOnly.scopes.allSatisfy { $0.hasSuffix(".READ") })
    try await SignInOffice.open { office in
      let code = try await office.selfClientCode(Access.readOnly.scopes)
      let signedIn = try await office.signIn(.code, isReadOnly: true, code: code)
      #expect(signedIn.notes == [])
    }
  }

  @Test func aPortThatIsTakenIsNamed() async throws {
    try await SignInOffice.open { office in
      let taken = try Loopback(port: 0)
      #expect(throws: SignInProblem.portTaken(taken.port)) { _ = try Loopback(port: taken.port) }
      #expect(SignInProblem.portTaken(8817).words.string.contains("port 8817"))
      taken.stop()
    }
  }

  @Test func aRevokedSignInIsNotRefreshed() async throws {
    try await SignInOffice.open { office in
      let code = try await office.selfClientCode(Access.full.scopes)
      let grant = try await office.signIn(.code, code: code).grant
      let center = grant.credentials.dataCenter
      let token = grant.credentials.refreshToken
      try await SignIn.revoke(token, at: center, transport: office.transport)
      await #expect(throws: ZohoError.signedOut(reason: "invalid_token")) {
        try await SignIn.revoke(token, at: center, transport: office.transport)
      }
      let client = ZohoClient(credentials: grant.credentials, transport: office.transport)
      await #expect(throws: ZohoError.signedOut(reason: "invalid_code")) {
        _ = try await client.accessToken.value()
      }
    }
  }
}
