import FoundationEssentials
import Testing

@testable import LocalZoho

@Suite(.timeLimit(.minutes(5))) struct ConsentTests {
  private func ask(_ zoho: TestServer, _ more: NamedValues = NamedValues()) -> NamedValues {
    var ask: NamedValues = [
      "response_type": "code", "client_id": zoho.connection.clientID,
      "scope": "ZohoCRM.modules.ALL,ZohoBooks.fullaccess.all",
      "redirect_uri": "http://127.0.0.1:5123/callback", "access_type": "offline",
      "prompt": "consent", "state": "a b&c",
    ]
    for item in more.items { ask.append(item.name, item.value) }
    return ask
  }

  private func answer(_ reply: TestReply) -> NamedValues {
    let location = reply.headers["location"] ?? ""
    #expect(location.hasPrefix("http://127.0.0.1:5123/callback?"))
    return NamedValues(urlEncoded: String(location.drop { $0 != "?" }.dropFirst()))
  }

  @Test func thePageNamesTheScopesAndCarriesTheQuestion() async throws {
    try await TestServer.run { zoho async throws in
      let page = try await zoho.send("GET", "/oauth/v2/auth?\(ask(zoho).urlEncoded)")
      #expect(page.status == 200)
      #expect(page.headers["content-type"] == "text/html;charset=UTF-8")
      #expect(page.body.contains("<li>ZohoBooks.fullaccess.all</li>"))
      #expect(page.body.contains(#"name="state" value="a b&amp;c""#))
    }
  }

  @Test func acceptingRedirectsWithACodeThatGivesTokens() async throws {
    try await TestServer.run { zoho async throws in
      let accepted = try await zoho.post(
        form: ask(zoho, ["decision": "accept"]), to: "/oauth/v2/auth")
      #expect(accepted.status == 302)
      let answer = answer(accepted)
      #expect(answer["location"] == "us")
      #expect(answer["accounts-server"] == zoho.connection.url)
      #expect(answer["state"] == "a b&c")

      let code = answer["code"] ?? ""
      #expect(
        try await zoho.exchange(code, ["redirect_uri": "http://127.0.0.1:9/callback"]).body
          == #"{"error":"invalid_redirect_uri"}"#)
      let tokens = try await zoho.exchange(
        code, ["redirect_uri": "http://127.0.0.1:5123/callback"])
      #expect(tokens.json["scope"] == "ZohoCRM.modules.ALL ZohoBooks.fullaccess.all")
      let refreshed = try await zoho.refresh(tokens.json["refresh_token"].text)
      #expect(refreshed.json["access_token"] != nil)
    }
  }

  @Test func aCodeLivesTwoMinutes() async throws {
    try await TestServer.run { zoho async throws in
      let accepted = try await zoho.post(
        form: ask(zoho, ["decision": "accept"]), to: "/oauth/v2/auth")
      zoho.clock.advance(seconds: 120)
      let late = try await zoho.exchange(
        answer(accepted)["code"] ?? "", ["redirect_uri": "http://127.0.0.1:5123/callback"])
      #expect(late.body == #"{"error":"invalid_code"}"#)
    }
  }

  @Test func rejectingRedirectsWithAccessDenied() async throws {
    try await TestServer.run { zoho async throws in
      let rejected = try await zoho.post(
        form: ask(zoho, ["decision": "reject"]), to: "/oauth/v2/auth")
      #expect(rejected.status == 302)
      #expect(answer(rejected)["error"] == "access_denied")
      #expect(answer(rejected)["code"] == nil)
    }
  }

  // The verifier and its challenge are those of RFC 7636, appendix B.
  @Test func aChallengeIsMetOnlyByItsVerifier() async throws {
    try await TestServer.run { zoho async throws in
      let accepted = try await zoho.post(
        form: ask(
          zoho,
          [
            "code_challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
            "code_challenge_method": "S256", "decision": "accept",
          ]), to: "/oauth/v2/auth")
      let code = answer(accepted)["code"] ?? ""
      let uri = "http://127.0.0.1:5123/callback"
      for verifier in [NamedValues(), ["code_verifier": "guess"]] {
        var more = verifier
        more.append("redirect_uri", uri)
        #expect(try await zoho.exchange(code, more).body == #"{"error":"invalid_code"}"#)
      }
      let tokens = try await zoho.exchange(
        code,
        [
          "redirect_uri": uri, "code_verifier": "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        ])
      #expect(tokens.json["access_token"] != nil)
    }
  }

  @Test func withoutFreshConsentThereIsNoSecondRefreshToken() async throws {
    try await TestServer.run { zoho async throws in
      var form: NamedValues = NamedValues()
      for item in ask(zoho, ["decision": "accept"]).items where item.name != "prompt" {
        form.append(item.name, item.value)
      }
      let accepted = try await zoho.post(form: form, to: "/oauth/v2/auth")
      let tokens = try await zoho.exchange(
        answer(accepted)["code"] ?? "", ["redirect_uri": "http://127.0.0.1:5123/callback"])
      #expect(tokens.json["access_token"] != nil)
      #expect(tokens.json["refresh_token"] == nil)
    }
  }

  @Test(arguments: [
    ("client_id", "1000.NOBODY", "invalid_client"),
    ("redirect_uri", "https://evil.example/callback", "invalid_redirect_uri"),
    ("scope", "everything", "invalid_scope"), ("response_type", "token", "invalid_response_type"),
  ])
  func aWrongQuestionIsAnErrorPage(name: String, value: String, error: String) async throws {
    try await TestServer.run { zoho async throws in
      var wrong: NamedValues = NamedValues()
      for item in ask(zoho).items {
        wrong.append(item.name, item.name == name ? value : item.value)
      }
      for method in ["GET", "POST"] {
        let reply =
          method == "GET"
          ? try await zoho.send("GET", "/oauth/v2/auth?\(wrong.urlEncoded)")
          : try await zoho.post(form: wrong, to: "/oauth/v2/auth")
        #expect(reply.status == 400)
        #expect(reply.body.contains(error))
        #expect(reply.headers["location"] == nil)
      }
    }
  }
}
