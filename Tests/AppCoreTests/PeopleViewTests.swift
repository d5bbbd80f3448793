import FoundationEssentials
import Sales
import Screen
import Testing

@testable import AppCore

/// The screen of contacts, accounts and leads at every size, with every script.
@Suite struct PeopleViewTests {
  static let names = [
    "Jane Doe", "X", String(repeating: "Very long name ", count: 14), "山田太郎", "عبد الرحمن",
    "👩🏽‍🚀 Astro Naut", "Ångström",
  ]

  static func state(
    _ width: Int, _ height: Int, count: Int = 7, isInPane: Bool = false
  ) -> AppState {
    var state = AppState.sample(width: width, height: height)
    _ = state.show(.people)
    let rows = names.prefix(count).enumerated().map { index, name in
      PersonRow(
        id: PersonRow.ID("\(index)"), name: name, company: "株式会社 Acme \(name)", role: "Buyer",
        email: "person\(index)@acme.example", phone: "+44 20 7946 000\(index)",
        openDeals: index, openTotals: Totals([Money(Decimal(index) * 1000, Currency("GBP"))]))
    }
    let query = PeopleQuery(list: .contacts)
    _ = reduce(
      &state,
      .people(.loaded(query, .success(Window(count: count, start: 0, rows: Array(rows))))))
    _ = reduce(&state, .people(.counted([.contacts: count, .accounts: 0, .leads: 100_000])))
    if let pane = state.people.pane {
      _ = reduce(
        &state, .people(.folderLoaded(pane.list, id: pane.id, .success(.sample(names[0])))))
    }
    state.people.isInPane = isInPane
    return state
  }

  @Test(arguments: [(60, 16), (80, 24), (120, 32), (200, 60)])
  func theSelectionAndTheMoneyAreSeen(_ width: Int, _ height: Int) {
    var state = Self.state(width, height)
    _ = reduce(&state, .key(.character("j")))
    let text = draw(state).text
    #expect(text.contains("▌X"))
    #expect(text.contains("£1,000"))
    #expect(text.contains("[Contacts 7]"))
    #expect(text.contains("2 of 7"))
  }

  @Test(arguments: [(60, 16), (80, 24), (120, 32)])
  func everyScriptStaysInItsColumn(_ width: Int, _ height: Int) {
    var state = Self.state(width, height)
    for _ in 0..<7 {
      let canvas = draw(state)
      for y in 0..<height {
        var x = 0
        while x < width { x += max(1, Int(canvas[x, y].width)) }
        #expect(x == width, "row \(y) ends within a character")
      }
      _ = reduce(&state, .key(.character("j")))
    }
  }

  @Test func whereThereIsNoRoomThePaneHasAllOfIt() {
    let list = draw(Self.state(60, 16)).text
    #expect(list.contains("Account"))
    #expect(!list.contains("Last Name"))
    let pane = draw(Self.state(60, 16, isInPane: true)).text
    #expect(pane.contains("*Last Name"))
    #expect(!pane.contains("[Contacts"))
  }

  @Test func thePaneIsBelowOrBesideByWidth() {
    let below = draw(Self.state(80, 24)).text.split(separator: "\n")
    #expect(below.contains { $0.hasPrefix("┌ Jane Doe") })
    let beside = draw(Self.state(120, 32)).text.split(separator: "\n")
    #expect(beside.contains { $0.hasPrefix("┌ Contacts") && $0.contains("┌ Jane Doe") })
  }

  @Test func nothingHereSaysWhatToDo() {
    #expect(draw(Self.state(80, 24, count: 0)).text.contains("No contact yet. c makes one."))
  }

  @Test func tabsOfThePaneCount() {
    let text = draw(Self.state(200, 60, isInPane: true)).text
    #expect(text.contains("[Fields]"))
    #expect(text.contains("Deals 1"))
    #expect(text.contains("Mails 1"))
    #expect(text.contains("Invoices 0"))
  }

  @Test func anUnreadMailIsMarked() {
    var state = Self.state(120, 32, isInPane: true)
    state.people.tab = .mails
    #expect(draw(state).text.contains("● Hello"))
  }

  @Test func aFailedReadKeepsTheOldRows() {
    var state = Self.state(120, 32)
    let query = PeopleQuery(list: .contacts)
    _ = reduce(&state, .people(.loaded(query, .failure(.storage("disk")))))
    let text = draw(state).text
    #expect(text.contains("X"))
    #expect(text.contains("! shown as last seen"))
  }

  @Test func aMillionthRowCostsAWindow() {
    var state = Self.state(120, 32)
    let query = PeopleQuery(list: .contacts)
    let rows = (0..<150).map {
      PersonRow(id: PersonRow.ID("r\($0)"), name: "Name \($0)")
    }
    _ = reduce(
      &state, .people(.loaded(query, .success(Window(count: 100_000, start: 0, rows: rows)))))
    let effects = reduce(&state, .key(.character("G")))
    #expect(
      effects.first
        == .people(.load(query, around: .index(99_999), limit: PeopleRows.limit)))
    #expect(draw(state).text.contains("100,000 of 100,000"))
  }
}

extension PersonFolder {
  /// A person with a deal, a note and a mail.
  static func sample(_ name: String) -> PersonFolder {
    PersonFolder(
      record: RecordSnapshot(
        module: "Contacts", id: "0", name: name, version: nil,
        values: ["Last_Name": .text(name), "Title": "Buyer"]),
      layout: FormLayout(
        id: "1", name: "Standard", module: "Contacts",
        sections: [
          .init(
            label: "Contact Information",
            fields: [
              FormField(apiName: "Last_Name", label: "Last Name", kind: .text, isRequired: true),
              FormField(apiName: "Title", label: "Title", kind: .text),
            ])
        ]),
      deals: [
        DealRow(
          deal: Deal(
            id: "d1", name: "Deal", amount: Money(500, Currency("GBP")), stage: "qual",
            createdTime: .sampleNow, modifiedTime: .sampleNow), next: nil)
      ], openStages: ["qual"],
      notes: [
        Note(
          id: "n1", title: nil, content: "Call", parent: "0", author: nil, createdTime: .sampleNow,
          modifiedTime: .sampleNow)
      ],
      mails: [
        SentMail(
          id: "m1", subject: "Hello", from: "a@b.example", to: [], time: .sampleNow,
          isSent: false, isRead: false)
      ])
  }
}
