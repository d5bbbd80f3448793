import LocalZoho
import Sales
import Testing

@testable import Services

/// A company is kept in CRM and in Books. What brings the two in step, over real HTTP.
@Suite(.serialized, .timeLimit(.minutes(5))) struct CustomerSyncTests {
  @Test func aCompanyThatBooksDoesNotKnowIsMadeAndLinked() async throws {
    try await Office.open { (office) async throws in
      let account = try await office.colleague.make(
        "Accounts",
        #""Account_Name":"Umbrella Ltd","Website":"umbrella.example","Billing_City":"Leeds""#)
      _ = try await office.colleague.make(
        "Contacts",
        #""First_Name":"Ada","Last_Name":"Wong","Email":"ada@umbrella.example","#
          + #""Account_Name":{"id":"\#(account)"}"#)
      let session = try await office.start()
      let plan = try #require(try await session.plan(account))
      #expect(plan.step == .create)
      #expect(try await session.effects() == [])

      let result = await session.services.carryOut(plan)
      #expect(result.problem == nil)
      let customer = try #require(result.customer)
      let made = try await office.colleague.call("GET", "/books/v3/contacts/\(customer)")["contact"]
      #expect(made["zcrm_account_id"].text == account)
      #expect(made["contact_name"].text == "Umbrella Ltd")
      #expect(made["contact_persons"][0]["email"].text == "ada@umbrella.example")
      #expect(try await session.effects().filter { $0.hasPrefix("books created") }.count == 1)
      #expect(try await session.plan(account)?.isInStep == true)
    }
  }

  @Test func gapsAreFilledBothWaysAndTheirChangesAreToldApart() async throws {
    try await Office.open { (office) async throws in
      let account = try await office.colleague.make(
        "Accounts", #""Account_Name":"Umbrella Ltd","Billing_City":"Leeds","Phone":"+44 1""#)
      let customer = try await office.makeCustomer(
        #""contact_name":"Umbrella Ltd","website":"umbrella.example","#
          + #""billing_address":{"attention":"Accounts","country":"UK"}"#)
      let session = try await office.start()
      let plan = try #require(try await session.plan(account))
      #expect(plan.step == .link(Customer.ID(customer), .name))
      #expect(!plan.hasConflicts)
      #expect(await session.services.carryOut(plan).problem == nil)

      let books = try await office.customer(customer)
      #expect(books["billing_address"]["city"].text == "Leeds")
      #expect(books["billing_address"]["phone"].text == "+44 1")
      #expect(books["billing_address"]["attention"].text == "Accounts")
      let crm = try await office.account(account)
      #expect(crm["Website"].text == "umbrella.example")
      #expect(crm["Billing_Country"].text == "UK")

      // Each changes one value: both know whose is new.
      try await office.colleague.call(
        "PUT", "/crm/v8/Accounts/\(account)", #"{"data":[{"Billing_City":"York"}]}"#)
      try await office.colleague.call(
        "PUT", "/books/v3/contacts/\(customer)", #"{"website":"new.umbrella.example"}"#)
      let next = try #require(try await session.plan(account))
      #expect(next.step == .compare(Customer.ID(customer)))
      #expect(next.differences.map(\.verdict) == [.goes(.toCRM), .goes(.toBooks)])
      #expect(await session.services.carryOut(next).problem == nil)
      #expect(try await office.account(account)["Website"].text == "new.umbrella.example")
      #expect(try await office.customer(customer)["billing_address"]["city"].text == "York")
      #expect(try await session.plan(account)?.isInStep == true)
    }
  }

  @Test func aConflictIsListedAndLeftAloneUntilDecided() async throws {
    try await Office.open { (office) async throws in
      let account = try await office.colleague.make(
        "Accounts", #""Account_Name":"Umbrella Ltd","Website":"a.example""#)
      let customer = try await office.makeCustomer(
        #""contact_name":"Umbrella Ltd","company_name":"Umbrella Ltd","website":"b.example""#)
      let session = try await office.start()
      let plan = try #require(try await session.plan(account))
      #expect(plan.hasConflicts)
      #expect(await session.services.carryOut(plan).problem == nil)
      #expect(try await office.customer(customer)["website"].text == "b.example")
      #expect(try await office.account(account)["Website"].text == "a.example")

      let again = try #require(try await session.plan(account))
      #expect(again.differences.map(\.verdict) == [.conflict])
      #expect(await session.services.carryOut(again.deciding(.toBooks)).problem == nil)
      #expect(try await office.customer(customer)["website"].text == "a.example")
      #expect(try await session.plan(account)?.isInStep == true)
    }
  }

  @Test func twoCustomersThatCouldBeMeantAreNotGuessedAt() async throws {
    try await Office.open { (office) async throws in
      let account = try await office.colleague.make("Accounts", #""Account_Name":"Umbrella Ltd""#)
      _ = try await office.colleague.make(
        "Contacts",
        #""Last_Name":"Wong","Email":"ada@umbrella.example","Account_Name":{"id":"\#(account)"}"#)
      for name in ["Umbrella North", "Umbrella South"] {
        _ = try await office.makeCustomer(
          #""contact_name":"\#(name)","#
            + #""contact_persons":[{"first_name":"Ada","email":"ada@umbrella.example"}]"#)
      }
      let session = try await office.start()
      let plan = try #require(try await session.plan(account))
      guard case .ambiguous(let customers) = plan.step else {
        Issue.record("\(plan.step)")
        return
      }
      #expect(customers.map(\.name) == ["Umbrella North", "Umbrella South"])
      let result = await session.services.carryOut(plan)
      #expect(result.problem != nil)
      #expect(try await session.effects() == [])
    }
  }

  @Test func aCustomerThatSomebodyElseMadeMeanwhileIsNotMadeAgain() async throws {
    try await Office.open { (office) async throws in
      let account = try await office.colleague.make("Accounts", #""Account_Name":"Umbrella Ltd""#)
      let session = try await office.start()
      let plan = try #require(try await session.plan(account))
      #expect(plan.step == .create)
      _ = try await office.makeCustomer(#""contact_name":"Umbrella Ltd""#)
      let result = await session.services.carryOut(plan)
      #expect(result.problem?.message.string.contains("Umbrella Ltd by now") == true)
      #expect(try await session.effects() == ["books created contacts"])
    }
  }

  @Test func peopleGoToBooksAndTheirNumbersToo() async throws {
    try await Office.open { (office) async throws in
      let (deal, customer) = try await office.colleague.makeInitech()
      let account = try await office.colleague.call(
        "GET", "/crm/v8/Deals/\(deal)?fields=Account_Name")["data"][0]["Account_Name"]["id"].text
      _ = try await office.colleague.make(
        "Contacts",
        #""First_Name":"Bill","Last_Name":"Lumbergh","Email":"bill@initech.example","#
          + #""Mobile":"+44 7","Account_Name":{"id":"\#(account)"}"#)
      let session = try await office.start()
      let plan = try #require(try await session.plan(account))
      #expect(plan.differences.map(\.subject) == [.wholePerson(email: "bill@initech.example")])
      #expect(await session.services.carryOut(plan).problem == nil)
      let persons = try await office.customer(customer)["contact_persons"].items
      #expect(persons.map { $0["email"].text } == ["jane@initech.example", "bill@initech.example"])
      #expect(persons.map { $0["mobile"].text } == ["", "+44 7"])
      #expect(try await session.plan(account)?.isInStep == true)
    }
  }

  @Test(arguments: [Fault.Kind.applyThenDrop, .drop, .dropThenApply(milliseconds: 50)])
  func aLostAnswerMakesNoSecondCustomer(_ kind: Fault.Kind) async throws {
    try await Office.open { (office) async throws in
      let account = try await office.colleague.make("Accounts", #""Account_Name":"Umbrella Ltd""#)
      let session = try await office.start()
      let plan = try #require(try await session.plan(account))
      office.server.inject(Fault(kind, method: "POST", pathPrefix: "/books/v3/crm/account"))
      let result = await session.services.carryOut(plan)
      #expect(result.problem != nil)
      #expect(result.isUncertain)
      for _ in 0..<4 { await session.wait(seconds: 400) }
      await session.press("r")
      let again = try #require(try await session.plan(account))
      #expect(await session.services.carryOut(again).problem == nil)
      #expect(try await session.effects().filter { $0 == "books created contacts" }.count == 1)
    }
  }
}

extension Session {
  /// What bringing an account in step would do, after the local copy was brought up to date.
  fileprivate func plan(_ account: String) async throws -> PartyPlan? {
    await press("r")
    return try await services.planCustomerSync([.account(Account.ID(account))]).first
  }
}

extension Office {
  fileprivate func makeCustomer(_ members: String) async throws -> String {
    let made = try await colleague.call("POST", "/books/v3/contacts", "{\(members)}")
    return made["contact"]["contact_id"].text
  }

  fileprivate func customer(_ id: String) async throws -> JSON {
    try await colleague.call("GET", "/books/v3/contacts/\(id)")["contact"]
  }

  fileprivate func account(_ id: String) async throws -> JSON {
    try await colleague.call("GET", "/crm/v8/Accounts/\(id)")["data"][0]
  }
}

/// The same by keys, from the board.
@Suite(.serialized, .timeLimit(.minutes(5))) struct CustomerComparisonTests {
  @Test func aPersonDecidesFieldByFieldAndNothingIsWrittenBefore() async throws {
    try await Office.open { (office) async throws in
      let (deal, customer) = try await office.colleague.makeInitech()
      let account = try await office.colleague.call(
        "GET", "/crm/v8/Deals/\(deal)?fields=Account_Name")["data"][0]["Account_Name"]["id"].text
      try await office.colleague.call(
        "PUT", "/crm/v8/Accounts/\(account)", #"{"data":[{"Website":"crm.example"}]}"#)
      try await office.colleague.call(
        "PUT", "/books/v3/contacts/\(customer)", #"{"website":"books.example"}"#)
      let session = try await office.start()
      await session.find("Initech licences")
      await session.press("b")
      #expect(session.screen.contains("CRM and Books ─ Initech Ltd"))
      #expect(session.screen.contains("crm.example"))
      #expect(session.screen.contains("books.example"))
      #expect(session.screen.contains("≠"))
      #expect(try await session.effects() == [])

      await session.press("<c-s>")
      #expect(session.statusLine.contains("nothing is decided"))
      await session.press("l<c-s>")
      #expect(session.screen.contains("1 value will be written in Books."))
      await session.press("w")
      #expect(session.statusLine == "Initech Ltd: CRM and Books are in step, 1 write")
      #expect(!session.screen.contains("CRM and Books ─"))
      let now = try await office.colleague.call("GET", "/books/v3/contacts/\(customer)")
      #expect(now["contact"]["website"].text == "crm.example")
      #expect(try await session.effects() == ["books changed contacts"])

      await session.press("b")
      #expect(session.statusLine == "Initech Ltd is the same in CRM and in Books")
    }
  }

  @Test(arguments: [(120, 32), (80, 24), (60, 16)])
  func theComparisonFitsEveryTerminal(width: Int, height: Int) async throws {
    try await Office.open { (office) async throws in
      _ = try await office.colleague.makeInitech(linked: false)
      let session = try await office.start(width: width, height: height)
      await session.find("Initech licences")
      await session.press("b")
      #expect(session.screen.contains("none in Books"))
      await session.press("<c-s>")
      #expect(session.screen.contains("A customer is made in Books"))
      await session.press("<esc>")
      await session.press("<esc>")
      #expect(try await session.effects() == [])
    }
  }
}
