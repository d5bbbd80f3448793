import FoundationEssentials
import Sales
import Screen
import Testing

@testable import AppCore

/// What is typed into a form: read by the kind of its field, never lost.
@Suite struct RecordFormTests {
  static let notation = FieldNotation(
    today: .sampleToday, secondsAheadOfUTC: 3600, currency: Currency("EUR"))

  static func form(
    _ fields: [FormField], base: [String: RecordValue] = [:],
    _ purpose: RecordForm.Purpose = .create(module: "Contacts")
  ) -> RecordForm {
    RecordForm(
      purpose, title: "Test", sections: [.init(label: "Section", fields: fields)], base: base,
      notation: notation)
  }

  static func state(_ form: RecordForm) -> AppState {
    var state = AppState.sample()
    state.openForm(form)
    return state
  }

  @discardableResult
  static func press(_ keys: String, _ state: inout AppState) -> [Effect] {
    (Key.parse(keys) ?? []).flatMap { reduce(&state, .key($0)) }
  }

  @Test(arguments: [
    (FormField.Kind.currency, "1.234,50", RecordValue.number(Decimal(string: "1234.5") ?? 0)),
    (.currency, "120*3", .number(360)),
    (.integer, "12", .number(12)),
    (.date, "eom", .text("2026-11-30")),
    (.date, "+3", .text("2026-11-26")),
    (.dateTime, "fri 14:30", .text("2026-11-27T14:30:00+01:00")),
    (.email, "jane@x.example", .text("jane@x.example")),
    (.phone, "+44 20 7946 0000", .text("+44 20 7946 0000")),
    (.text, "  Åsa  ", .text("Åsa")),
  ])
  func aTextIsReadByTheKindOfItsField(
    _ kind: FormField.Kind, _ text: String, _ value: RecordValue
  ) throws {
    let field = FormField(apiName: "F", label: "Field", kind: kind)
    #expect(try Self.notation.value(of: text, in: field) == value)
  }

  @Test(arguments: [
    (FormField.Kind.email, "jane"), (.integer, "1.5"), (.date, "someday"), (.phone, "call me"),
    (.website, "no page"), (.currency, "1.005,123"), (.dateTime, "friday"),
  ])
  func whatMakesNoSenseIsRefusedWithTheReason(_ kind: FormField.Kind, _ text: String) {
    let field = FormField(apiName: "F", label: "Field", kind: kind)
    #expect(throws: InputProblem.self) { try Self.notation.value(of: text, in: field) }
  }

  @Test func aTimeIsShownInTheUsersZone() {
    #expect(Self.notation.spoken(dateTime: "2026-11-27T23:30:00+00:00") == "28 Nov 2026 00:30")
    #expect(Self.notation.spoken(dateTime: "2026-11-27T14:30:00+01:00") == "27 Nov 2026 14:30")
    #expect(Self.notation.spoken(dateTime: "no time") == "no time")
  }

  @Test func aTextThatIsTooLongSaysByHowMuch() {
    var state = Self.state(
      Self.form([FormField(apiName: "F", label: "Code", kind: .text, length: 3)]))
    Self.press("abcd", &state)
    #expect(state.form?.problems["F"] == "Code holds 3 characters; these are 4")
    #expect(draw(state).text.contains("! Code holds 3 characters"))
    Self.press("<backspace>", &state)
    #expect(state.form?.problems["F"] == nil)
    #expect(state.form?.changes == ["F": "abc"])
  }

  @Test func anAmountIsEchoedAsUnderstood() {
    var state = Self.state(
      Self.form([FormField(apiName: "F", label: "Amount", kind: .currency, decimals: 2)]))
    Self.press("1.234,5", &state)
    #expect(draw(state).text.contains("= €1,234.50"))
  }

  static let cars = FormField(
    apiName: "Model", label: "Model", kind: .pickList,
    choices: ["Golf", "Polo", "Panda"].map { .init(stored: $0, shown: $0) },
    dependency: .init(parent: "Make", choices: ["VW": ["Golf", "Polo"], "Fiat": ["Panda"]]))
  static let makes = FormField(
    apiName: "Make", label: "Make", kind: .pickList,
    choices: ["VW", "Fiat"].map { .init(stored: $0, shown: $0) })

  @Test func choicesDependOnAnotherFieldAndGoWithIt() {
    var state = Self.state(Self.form([Self.makes, Self.cars]))
    Self.press("v<enter><enter>", &state)
    #expect(state.form?.menu?.shown.map(\.label) == ["Golf", "Polo"])
    Self.press("p<enter>", &state)
    #expect(state.form?.values["Model"] == "Polo")
    Self.press("f<enter>", &state)
    #expect(state.form?.values["Make"] == "Fiat")
    #expect(state.form?.values["Model"] == .empty, "Fiat has no Polo")
  }

  @Test func severalChoicesAreMarkedWithTheSpaceBar() {
    let field = FormField(
      apiName: "F", label: "Fruit", kind: .multiPickList,
      choices: ["Apple", "Banana", "Cherry"].map { .init(stored: $0, shown: $0) })
    var state = Self.state(Self.form([field]))
    Self.press("<enter><down><down><space><up><up><space><enter>", &state)
    #expect(state.form?.values["F"] == .list(["Apple", "Cherry"]))
    #expect(draw(state).text.contains("Apple, Cherry"))
  }

  @Test func aLookUpShowsWhatIsKnownFirstAndMoreLater() {
    let field = FormField(apiName: "A", label: "Account", kind: .lookUp, target: "Accounts")
    var state = Self.state(Self.form([field]))
    let effects = Self.press("ac", &state)
    #expect(effects.last == .form(.find(module: "Accounts", words: "ac", field: "A")))
    #expect(draw(state).text.contains("looking…"))
    let acme = RecordMatch(
      key: RecordKey(module: "Accounts", id: "1", name: "Acme"), detail: "Paris")
    let more = RecordMatch(key: RecordKey(module: "Accounts", id: "2", name: "Aclor"), detail: "")
    _ = reduce(&state, .form(.found(field: "A", words: "a", [more], isComplete: true)))
    #expect(state.form?.menu?.rows.isEmpty == true, "an answer to older words falls away")
    _ = reduce(&state, .form(.found(field: "A", words: "ac", [acme], isComplete: false)))
    #expect(draw(state).text.contains("Paris"))
    #expect(state.form?.menu?.isLooking == true)
    _ = reduce(&state, .form(.found(field: "A", words: "ac", [acme, more], isComplete: true)))
    Self.press("<down><enter>", &state)
    #expect(state.form?.values["A"] == .reference(id: "2", name: "Aclor"))
  }

  @Test func nothingTypedIsLostByEsc() {
    var state = Self.state(Self.form([FormField(apiName: "F", label: "F", kind: .text)]))
    Self.press("abc<esc>", &state)
    #expect(state.overlays.isEmpty)
    state.openForm(Self.form([FormField(apiName: "F", label: "F", kind: .text)]))
    #expect(state.form?.values["F"] == "abc")
    Self.press("<c-r>", &state)
    #expect(state.form?.isChanged == false)
  }

  @Test func onlyWhatHasChangedIsSentWithItsVersion() {
    var form = Self.form(
      [
        FormField(apiName: "F", label: "F", kind: .text),
        FormField(apiName: "G", label: "G", kind: .text),
      ], base: ["F": "1", "G": "2"],
      .edit(RecordKey(module: "Contacts", id: "9", name: "Jane")))
    form.version = "2026-11-01T10:00:00+00:00"
    var state = Self.state(form)
    let effects = Self.press("<tab>x<c-s>", &state)
    #expect(
      effects == [
        .enqueue(
          .editRecord(
            RecordEdit(
              module: "Contacts", id: "9", name: "Jane", fields: ["G": "2x"],
              version: "2026-11-01T10:00:00+00:00", base: ["G": "2"])))
      ])
    #expect(state.overlays.isEmpty)
  }

  @Test func whatZohoHasMeanwhileFollowsWhereNothingWasTyped() {
    let key = RecordKey(module: "Contacts", id: "9", name: "Jane")
    var state = Self.state(
      Self.form(
        [
          FormField(apiName: "F", label: "F", kind: .text),
          FormField(apiName: "G", label: "G", kind: .text),
        ], base: ["F": "1", "G": "2"], .edit(key)))
    Self.press("x", &state)
    let now = RecordSnapshot(
      module: "Contacts", id: "9", name: "Jane", version: "v2", values: ["F": "8", "G": "9"])
    _ = reduce(&state, .form(.refreshed(now)))
    #expect(state.form?.values["F"] == "1x")
    #expect(state.form?.values["G"] == "9")
    #expect(state.form?.version == "v2")
  }

  @Test func aCustomFormGivesItsValuesBack() {
    var state = Self.state(
      Self.form([FormField(apiName: "Reason", label: "Reason", kind: .text)], .custom("lost")))
    Self.press("too dear<c-s>".map { $0 == " " ? "<space>" : String($0) }.joined(), &state)
    #expect(state.overlays.isEmpty)
  }

  @Test func textOfSeveralLinesGoesToTheEditor() {
    let field = FormField(apiName: "D", label: "Description", kind: .longText)
    var state = Self.state(Self.form([field], base: ["D": "one\ntwo"]))
    #expect(Self.press("<c-e>", &state) == [.editText(.formField("D"), "one\ntwo")])
    _ = reduce(&state, .textEdited(.formField("D"), "one\ntwo\nthree\n"))
    #expect(state.form?.values["D"] == "one\ntwo\nthree")
    #expect(draw(state).text.contains("one ⏎ two ⏎ three"))
  }

  @Test(arguments: [(60, 16), (80, 24), (120, 32)])
  func aFormFitsEveryTerminal(_ width: Int, _ height: Int) {
    let names = [
      String(repeating: "long ", count: 40), "株式会社長い名前の取引先", "شركة المثال", "👩🏽‍🚀 Astro",
    ]
    let fields = names.enumerated().map { index, name in
      FormField(apiName: "F\(index)", label: name, kind: .text, isRequired: index == 0)
    }
    let values = names.enumerated().map { ("F\($0)", RecordValue.text($1)) }
    var state = AppState.sample(width: width, height: height)
    state.openForm(
      Self.form(fields + [Self.cars], base: Dictionary(uniqueKeysWithValues: values)))
    for _ in 0..<5 {
      let canvas = draw(state)
      #expect(canvas.text.contains("株式会社"))
      #expect(canvas.cursor != nil)
      Self.press("<tab>", &state)
    }
  }

  @Test func aNoteThatOutgrowsItsLineGoesToTheEditor() {
    var state = AppState.sample()
    let key = RecordKey(module: "Contacts", id: "9", name: "Jane")
    state.overlays.append(.prompt(Prompt(title: "Note on Jane", purpose: .recordNote(key))))
    #expect(Self.press("ab<c-e>", &state) == [.editText(.note(key), "ab")])
    #expect(reduce(&state, .textEdited(.note(key), nil)) == [])
    #expect(!state.overlays.isEmpty, "unchanged, it stays in its line")
    #expect(
      reduce(&state, .textEdited(.note(key), "ab\ncd\n")) == [
        .enqueue(.record(.addNote(key, content: "ab\ncd")))
      ])
    #expect(state.overlays.isEmpty)
  }
}
