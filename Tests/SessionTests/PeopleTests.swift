import LocalZoho
import Sales
import Screen
import Testing

@testable import AppCore

/// Contacts, accounts and leads: found, read, edited in place, made, deleted and brought back.
@Suite(.serialized, .timeLimit(.minutes(5))) struct PeopleTests {
  /// At Zoe of Zebra Ltd, on the contacts screen.
  func atZoe(
    width: Int = 120, height: Int = 32, _ work: (Session, String, Office) async throws -> Void
  ) async throws {
    try await Office.open { (office) async throws in
      let account = try await office.colleague.make(
        "Accounts", #""Account_Name":"Zebra Ltd","Industry":"Consulting","Currency":"GBP""#)
      let contact = try await office.colleague.make(
        "Contacts",
        #""First_Name":"Zoe","Last_Name":"Zimmer","Email":"zoe@zebra.example","#
          + #""Title":"Buyer","Account_Name":{"id":"\#(account)"}"#)
      _ = try await office.colleague.makeDeal(
        "Zebra crossing", account: account, contact: contact)
      let session = try await office.start(width: width, height: height)
      await session.press("2/zimmer<enter>")
      office.clock.advance(seconds: 60)
      try await work(session, contact, office)
    }
  }

  @Test func thePaneBesideTheListShowsTheRecordUnderTheCursor() async throws {
    try await atZoe { (session, _, _) async throws in
      let screen = session.screen
      #expect(screen.contains("[Contacts "))
      #expect(screen.contains("filter: zimmer"))
      #expect(screen.contains("1 of 1 found among"))
      #expect(screen.contains("Zoe Zimmer"))
      #expect(screen.contains("Zebra Ltd"))
      #expect(screen.contains("Contact Information"), "its fields in their sections")
      #expect(screen.contains("*Last Name"), "with required marks")
      #expect(screen.contains("Deals 1"))
      #expect(screen.contains("22,500"), "\(screen)")
    }
  }

  @Test func thePaneFollowsTheCursorFromTheLocalCopyAtOnce() async throws {
    try await atZoe { (session, _, _) async throws in
      await session.press("<esc>gg")
      let first = session.state.people.record?.name
      await session.press("j")
      let second = session.state.people.record?.name
      #expect(first != second)
      #expect(session.state.people.pane?.id == session.state.people.record?.id)
      #expect(session.state.people.pane?.folder?.record?.id == session.state.people.record?.id)
    }
  }

  @Test func enterOnAFieldEditsItInPlaceAndSaysSaved() async throws {
    try await atZoe { (session, contact, office) async throws in
      await session.press("<enter>")
      await goTo("Title", session)
      await session.press("<enter>")
      #expect(session.screen.contains("Enter saves · Esc restores"))
      session.type("<c-u>Head of Buying<enter>")
      await session.settle()
      #expect(session.statusLine == "Zoe Zimmer is saved")
      #expect(session.screen.contains("Head of Buying"))
      #expect(session.screen.contains("saved"))
      #expect(try await value("Title", of: contact, office) == "Head of Buying")
      #expect(try await session.effects() == ["crm changed Contacts"])
      await session.press("u")
      #expect(try await value("Title", of: contact, office) == "Buyer")
    }
  }

  @Test func whileItIsOnItsWayTheFieldSaysSaving() async throws {
    try await atZoe { (session, _, _) async throws in
      await session.press("<enter>")
      await goTo("Title", session)
      await session.press("<enter>")
      session.type("<c-u>Boss<enter>")
      let edit = RecordEdit(
        module: "Contacts", id: session.state.people.pane?.id ?? "", name: "", fields: [:],
        version: nil)
      var state = session.state
      state.forms.note(.saving, ["Title"], of: edit)
      #expect(draw(state).text.contains("saving…"))
      await session.settle()
    }
  }

  @Test func escRestoresTheField() async throws {
    try await atZoe { (session, contact, office) async throws in
      await session.press("<enter>")
      await goTo("Title", session)
      await session.press("<enter>xyz<esc>")
      #expect(session.state.overlays.isEmpty)
      #expect(session.screen.contains("Buyer"))
      #expect(try await session.effects() == [])
      #expect(try await value("Title", of: contact, office) == "Buyer")
    }
  }

  @Test func aContactIsMadeAndFound() async throws {
    try await atZoe { (session, _, office) async throws in
      await session.press("c")
      #expect(session.screen.contains("New contact"))
      await type("First Name", "Åsa", session)
      await type("Last Name", "Öberg", session)
      await type("Email", "asa@oberg.example", session)
      await session.press("<c-s>")
      #expect(session.statusLine == "Åsa Öberg is made")
      #expect(try await session.effects() == ["crm created Contacts"])
      #expect(session.state.people.record?.name == "Zoe Zimmer", "the filter is kept")
      await session.press("/<c-u>öberg<enter>")
      #expect(session.state.people.record?.name == "Åsa Öberg")
      await session.press("u")
      #expect(session.statusLine == "Åsa Öberg is in the recycle bin")
    }
  }

  @Test func whatIsNeededIsSaidBesideTheFieldBeforeAnythingIsSent() async throws {
    try await atZoe { (session, _, _) async throws in
      await session.press("c")
      await type("Email", "no address", session)
      #expect(session.screen.contains("! no address is no mail address"))
      await session.press("<c-s>")
      #expect(try await session.effects() == [])
      await type("Email", "<c-u>a@b.example", session)
      await session.press("<c-s>")
      #expect(session.screen.contains("! Last Name is needed"))
      #expect(try await session.effects() == [])
    }
  }

  @Test func aFormThatIsLeftIsKept() async throws {
    try await atZoe { (session, _, _) async throws in
      await session.press("c")
      await type("Last Name", "Kept", session)
      await session.press("<esc>")
      #expect(session.statusLine.hasPrefix("Nothing was saved. The form is kept"))
      await session.press("1")
      await session.press("2c")
      #expect(session.screen.contains("Kept"))
      #expect(session.statusLine.contains("as you left it"))
    }
  }

  @Test func aDuplicateIsNamedBesideTheFieldAndCanBeSeen() async throws {
    try await atZoe { (session, contact, _) async throws in
      await session.press("/<c-u><enter>c")
      await type("Last Name", "Twin", session)
      await type("Email", "zoe@zebra.example", session)
      await session.press("<tab>")
      #expect(session.screen.contains("looks like Zoe Zimmer"), "the local copy knows already")
      await session.press("<c-s>")
      #expect(session.screen.contains("! Zoe Zimmer has this Email already"))
      #expect(try await session.effects() == [])
      await session.press("<c-o>")
      #expect(session.state.people.pane?.id == contact, "the other is shown")
      #expect(session.statusLine.contains("form is kept"))
      await session.press("c")
      #expect(session.screen.contains("Twin"), "and the form is as it was")
    }
  }

  @Test func aRefusalStandsBesideItsFieldWithItsLabel() async throws {
    try await atZoe { (session, _, office) async throws in
      let body = """
        {"data":[{"code":"INVALID_DATA","details":{"api_name":"Phone"},\
        "message":"the phone is barred","status":"error"}]}
        """
      office.server.inject(
        Fault(
          .reply(status: 400, contentType: "application/json", body: body, headers: [:]),
          method: "PUT", pathPrefix: "/crm/v8/Contacts"))
      await session.press("e")
      await type("Phone", "+44 20 7946 0000", session)
      await session.press("<c-s>")
      #expect(session.screen.contains("! Zoho does not take this Phone: the phone is barred"))
      #expect(session.state.form?.field == "Phone")
      #expect(try await session.effects() == [])
      await session.press("<c-s>")
      #expect(session.statusLine == "Zoe Zimmer is saved", "it can be tried again")
    }
  }

  @Test func aContactIsDeletedAfterAQuestionAndComesBack() async throws {
    try await atZoe { (session, contact, office) async throws in
      await session.press("X")
      #expect(session.screen.contains("Delete Zoe Zimmer?"))
      #expect(session.screen.contains("Open deals    1"))
      await session.press("X")
      #expect(try await session.effects() == [], "the key that asked cannot answer")
      await session.press("d")
      #expect(session.statusLine == "Zoe Zimmer is in the recycle bin")
      #expect(session.screen.contains("None has these words"))
      await session.press("u")
      #expect(session.statusLine == "Zoe Zimmer is back")
      #expect(session.state.people.record?.name == "Zoe Zimmer")
      #expect(try await value("Last_Name", of: contact, office) == "Zimmer")
    }
  }

  @Test func aNoteIsWrittenAndShown() async throws {
    try await atZoe { (session, _, _) async throws in
      await session.press("nAsk for Åsa<enter>")
      #expect(session.statusLine == "Note saved")
      await session.press("<enter>")
      await session.press("<tab><tab><tab>")
      #expect(session.screen.contains("[Notes 1]"))
      #expect(session.screen.contains("Ask for Åsa"))
      #expect(try await session.effects() == ["crm created Notes"])
    }
  }

  @Test func whatSomebodyElseChangedMeanwhileIsAskedAboutFieldByField() async throws {
    try await atZoe { (session, contact, office) async throws in
      await session.press("e")
      await type("Title", "<c-u>Mine", session)
      await type("Phone", "+1 555", session)
      try await office.colleague.call(
        "PUT", "/crm/v8/Contacts/\(contact)", #"{"data":[{"Title":"Theirs"}]}"#)
      await session.press("<c-s>")
      let screen = session.screen
      #expect(screen.contains("Zoe Zimmer was changed meanwhile"))
      #expect(screen.contains("before    Buyer"))
      #expect(screen.contains("mine      Mine"))
      #expect(screen.contains("theirs    Theirs"))
      await session.press("m<c-s>")
      #expect(try await value("Title", of: contact, office) == "Mine")
      #expect(try await value("Phone", of: contact, office) == "+1 555")
    }
  }

  @Test func keepingTheirsStillSavesMyOtherFields() async throws {
    try await atZoe { (session, contact, office) async throws in
      await session.press("e")
      await type("Title", "<c-u>Mine", session)
      await type("Phone", "+1 555", session)
      try await office.colleague.call(
        "PUT", "/crm/v8/Contacts/\(contact)", #"{"data":[{"Title":"Theirs"}]}"#)
      await session.press("<c-s>t<c-s>")
      #expect(try await value("Title", of: contact, office) == "Theirs")
      #expect(try await value("Phone", of: contact, office) == "+1 555")
    }
  }

  @Test func differentFieldsAreMergedWithoutAQuestion() async throws {
    try await atZoe { (session, contact, office) async throws in
      await session.press("e")
      await type("Phone", "+1 555", session)
      try await office.colleague.call(
        "PUT", "/crm/v8/Contacts/\(contact)", #"{"data":[{"Title":"Theirs"}]}"#)
      await session.press("<c-s>")
      #expect(session.statusLine == "Zoe Zimmer is saved")
      #expect(try await value("Title", of: contact, office) == "Theirs")
      #expect(try await value("Phone", of: contact, office) == "+1 555")
    }
  }

  @Test func aLostAnswerToACreationIsLookedForAndNotSentAgain() async throws {
    try await atZoe { (session, _, office) async throws in
      office.server.inject(Fault(.applyThenDrop, method: "POST", pathPrefix: "/crm/v8/Contacts"))
      await session.press("c")
      await type("Last Name", "Once", session)
      await session.press("<c-s>")
      #expect(session.screen.contains("? 1 uncertain"))
      await session.wait(seconds: 3)
      #expect(!session.screen.contains("uncertain"))
      #expect(session.statusLine == "Once is made")
      #expect(try await session.effects() == ["crm created Contacts"])
    }
  }

  @Test func relatedDealsLeadToTheDealAndBack() async throws {
    try await atZoe { (session, _, _) async throws in
      await session.press("gd")
      #expect(session.state.screen == .pipeline)
      #expect(session.state.board.selectedRow?.deal.name == "Zebra crossing")
      await session.press("2")
      #expect(session.state.people.record?.name == "Zoe Zimmer", "place and filter are kept")
    }
  }

  @Test func idsLinksAndAddressesAreCopied() async throws {
    try await atZoe { (session, contact, _) async throws in
      var state = session.state
      #expect(reduce(&state, .key(.character("y"))) == [])
      #expect(reduce(&state, .key(.character("i"))) == [.copy(SafeText(contact))])
      _ = reduce(&state, .key(.character("y")))
      #expect(reduce(&state, .key(.character("e"))) == [.copy("zoe@zebra.example")])
      _ = reduce(&state, .key(.character("y")))
      #expect(reduce(&state, .key(.character("l"))) == [], "the local server has no pages")
      state.tenant.dataCenter = "eu"
      _ = reduce(&state, .key(.character("y")))
      #expect(
        reduce(&state, .key(.character("l"))) == [
          .copy(SafeText("https://crm.zoho.eu/crm/tab/Contacts/\(contact)"))
        ])
    }
  }

  @Test func theThreeListsKeepTheirFiltersAndOrders() async throws {
    try await atZoe { (session, _, _) async throws in
      await session.press("]")
      #expect(session.state.people.list == .accounts)
      #expect(session.screen.contains("open deals"))
      await session.press("/zebra<enter>")
      #expect(session.state.people.record?.name == "Zebra Ltd")
      await session.press("]")
      #expect(session.state.people.list == .leads)
      await session.press("zm")
      #expect(session.screen.contains("last changed first"))
      await session.press("]")
      #expect(session.state.people.record?.name == "Zoe Zimmer")
      await session.press("/<c-u>zimmer !zoe<enter>")
      #expect(session.screen.contains("0 of 0"), "a word after ! must not occur")
    }
  }

  @Test func offlineTheLocalCopyIsShown() async throws {
    try await atZoe { (session, _, office) async throws in
      office.server.inject(Fault(.drop, method: "GET", pathPrefix: "/crm/v8/", count: 40))
      await session.press("<esc>jk")
      #expect(!session.state.people.current.rows.isEmpty)
    }
  }
}

extension PeopleRows {
  fileprivate var rows: [PersonRow] { window?.rows ?? [] }
}

extension PeopleTests {
  /// Puts the pane's cursor on a field.
  func goTo(_ label: String, _ session: Session) async {
    for _ in 0..<80 {
      if case .field(let name)? = session.state.personTarget, name == label.apiName { return }
      await session.press("j")
    }
    Issue.record("no field \(label) in the pane")
  }

  /// Goes to a field of the form and types into it.
  func type(_ label: String, _ text: String, _ session: Session) async {
    for _ in 0..<80 where session.state.form?.field != label.apiName {
      await session.press("<tab>")
    }
    #expect(session.state.form?.field == label.apiName)
    await session.press(text.map { $0 == " " ? "<space>" : String($0) }.joined())
  }

  /// A field of a contact at the server.
  func value(_ field: String, of contact: String, _ office: Office) async throws -> String {
    try await office.colleague.call("GET", "/crm/v8/Contacts/\(contact)?fields=\(field)")["data"][
      0][
        field
      ].text
  }
}

extension String {
  fileprivate var apiName: String { String(map { $0 == " " ? "_" : $0 }) }
}
