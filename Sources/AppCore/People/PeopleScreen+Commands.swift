import Sales
import Screen

extension PeopleScreen {
  /// What can be done with contacts, accounts and leads, the most useful first.
  static let commands: [Command] = one + copying + whole + moving

  private static let everywhere: Set<Place> = [.peopleList, .peoplePane]

  private static let one: [Command] = [
    Command(
      "person.open", "go into the record", label: "open", keys: ["<enter>"], in: [.peopleList],
      unavailable: { $0.people.record == nil ? "nothing is selected" : nil }
    ) {
      $0.people.isInPane = true
      return []
    },
    Command(
      "person.act", "edit the field, or open the deal, invoice, person or file",
      label: "edit / open",
      keys: ["<enter>"], in: [.peoplePane],
      unavailable: { $0.personTarget == nil ? "there is nothing to open on this row" : nil }
    ) { $0.actOnPersonRow() },
    record("edit", "edit the whole record", label: "edit", keys: ["e"], writes: true) {
      state, key in
      state.editRecord(key)
    },
    Command(
      "person.create", "make a new one", label: "new", keys: ["c"], in: everywhere, writes: true
    ) { $0.createPerson() },
    record("note", "write a note", label: "note", keys: ["n"], writes: true) { state, key in
      state.overlays.append(
        .prompt(Prompt(title: "Note on \(key.name)", purpose: .recordNote(key))))
      return []
    },
    record(
      "convert", "make a contact and an account of the lead", label: "convert", keys: ["C"],
      writes: true, headless: "leads convert",
      off: { $0.people.list == .leads ? nil : "only a lead can be converted" }
    ) { state, key in
      state.tell("Asking what \(key.name) may be joined to…", kind: .note)
      return [.people(.prepareConversion(key))]
    },
    record("delete", "put it into the recycle bin", keys: ["X"], writes: true) { state, key in
      state.overlays.append(.confirmation(state.confirmation(deleting: key)))
      return []
    },
    Command(
      "person.undo", "take back the last change", label: "undo", keys: ["u"], in: everywhere,
      writes: true,
      unavailable: { $0.forms.done.isEmpty ? "nothing was changed here yet" : nil }
    ) { $0.undoRecordWrite() },
    Command(
      "person.deal", "go to the next deal", keys: ["gd"], in: everywhere,
      unavailable: { $0.people.pane?.folder?.deals.isEmpty == false ? nil : "no deal is known" }
    ) { state in
      state.people.pane?.folder?.deals.first.map { state.leavePeople(for: .deal($0.id)) } ?? []
    },
    Command(
      "person.invoice", "go to the newest invoice", keys: ["gi"], in: everywhere,
      unavailable: {
        $0.people.pane?.folder?.invoices.isEmpty == false ? nil : "no invoice is known"
      }
    ) { state in
      state.people.pane?.folder?.invoices.first.map { state.leavePeople(for: .invoice($0.id)) }
        ?? []
    },
    record(
      "browse", "open it in the browser", keys: ["go"],
      off: { $0.recordLink == nil ? "the local server has no pages" : nil }
    ) { state, _ in state.recordLink.map { [.people(.browse($0))] } ?? [] },
  ]

  private static let copying: [Command] = [
    record("copy-id", "copy the id", keys: ["yi"]) { state, key in state.copy(key.id) },
    record(
      "copy-link", "copy the link", keys: ["yl"],
      off: { $0.recordLink == nil ? "the local server has no pages" : nil }
    ) { state, _ in state.recordLink.map { state.copy($0) } ?? [] },
    record(
      "copy-email", "copy the mail address", keys: ["ye"],
      off: { $0.recordEmail == nil ? "no mail address is known" : nil }
    ) { state, _ in state.recordEmail.map { state.copy($0) } ?? [] },
  ]

  private static let whole: [Command] = [
    Command(
      "people.filter", "filter by name, address, company; !word leaves out", label: "filter",
      keys: ["/"], in: [.peopleList]
    ) {
      $0.people.isFiltering = true
      return []
    },
    Command(
      "people.next-list", "show the next list", label: "list",
      keys: ["]", "<tab>", "l", "<right>"],
      in: [.peopleList]
    ) { $0.showPeople($0.people.list.neighbour(1)) },
    Command(
      "people.previous-list", "show the list before", keys: ["[", "<s-tab>", "h", "<left>"],
      in: [.peopleList]
    ) { $0.showPeople($0.people.list.neighbour(-1)) },
    Command("people.by-name", "order by name", keys: ["zn"], in: [.peopleList]) {
      $0.orderPeople(by: .name)
    },
    Command("people.by-company", "order by company", keys: ["zc"], in: [.peopleList]) {
      $0.orderPeople(by: .company)
    },
    Command("people.by-change", "order by last change", keys: ["zm"], in: [.peopleList]) {
      $0.orderPeople(by: .change)
    },
    Command(
      "people.clear-filter", "show all again", keys: ["<esc>"], in: [.peopleList],
      unavailable: { $0.people.filter.text.isEmpty ? "no filter is set" : nil }
    ) { $0.filterPeople(TextField()) },
    Command(
      "person.next-tab", "show the next part", label: "part", keys: ["]", "<tab>", "l", "<right>"],
      in: [.peoplePane]
    ) { $0.showPersonTab(1) },
    Command(
      "person.previous-tab", "show the part before", keys: ["[", "<s-tab>", "h", "<left>"],
      in: [.peoplePane]
    ) { $0.showPersonTab(-1) },
    Command(
      "person.close", "go back to the list", label: "back", keys: ["<esc>", "q"],
      in: [.peoplePane]
    ) {
      $0.people.isInPane = false
      return []
    },
  ]

  private static let moving: [Command] = [
    move("down", "go down", keys: ["j", "<down>"]) { _, index in index + 1 },
    move("up", "go up", keys: ["k", "<up>"]) { _, index in index - 1 },
    move("page-down", "go a page down", keys: ["<pagedown>", "<c-d>"]) { state, index in
      index + max(1, state.peopleLayout.rowsHeight - 1)
    },
    move("page-up", "go a page up", keys: ["<pageup>", "<c-u>"]) { state, index in
      index - max(1, state.peopleLayout.rowsHeight - 1)
    },
    move("first", "go to the first", keys: ["gg", "<home>"]) { _, _ in 0 },
    move("last", "go to the last", keys: ["G", "<end>"]) { _, _ in Int.max / 2 },
    step("down", "go down", keys: ["j", "<down>"], 1),
    step("up", "go up", keys: ["k", "<up>"], -1),
    step("page-down", "go ten rows down", keys: ["<pagedown>", "<c-d>"], 10),
    step("page-up", "go ten rows up", keys: ["<pageup>", "<c-u>"], -10),
    step("first", "go to the first row", keys: ["gg", "<home>"], -100_000),
    step("last", "go to the last row", keys: ["G", "<end>"], 100_000),
    Command("person.next", "show the next record", keys: ["J"], in: [.peoplePane]) {
      $0.goToPerson($0.people.current.index + 1)
    },
    Command("person.previous", "show the record before", keys: ["K"], in: [.peoplePane]) {
      $0.goToPerson($0.people.current.index - 1)
    },
  ]

  private static func record(
    _ id: String, _ title: SafeText, label: SafeText? = nil, keys: [String], writes: Bool = false,
    headless: String? = nil, off: @escaping @Sendable (AppState) -> SafeText? = { _ in nil },
    run: @escaping @Sendable (inout AppState, RecordKey) -> [Effect]
  ) -> Command {
    Command(
      "person.\(id)", title, label: label, keys: keys, in: everywhere, writes: writes,
      headless: headless,
      unavailable: { $0.people.record == nil ? "nothing is selected" : off($0) }
    ) { state in state.people.record.map { run(&state, $0) } ?? [] }
  }

  private static func move(
    _ id: String, _ title: SafeText, keys: [String],
    to place: @escaping @Sendable (AppState, Int) -> Int
  ) -> Command {
    Command("people.\(id)", title, keys: keys, in: [.peopleList]) { state in
      state.goToPerson(place(state, state.people.current.index))
    }
  }

  private static func step(
    _ id: String, _ title: SafeText, keys: [String], _ step: Int
  ) -> Command {
    Command("person.\(id)", title, keys: keys, in: [.peoplePane]) {
      $0.moveInPersonPane(by: step)
    }
  }
}
