import Sales
import Screen

extension AppState {
  /// Takes what was loaded for the screen of contacts, accounts and leads.
  mutating func reducePeople(_ action: PeopleAction) -> [Effect] {
    switch action {
    case .loaded(let query, let result): return showPeople(query, result)
    case .counted(let counts): people.counts = counts
    case .summed(let query, let totals):
      people.sums[query.list] = PeopleScreen.Sum(query: query, totals: totals)
    case .folderLoaded(let list, let id, let result):
      guard people.pane?.list == list, people.pane?.id == id else { return [] }
      switch result {
      case .success(var folder):
        // Mails and files come from Zoho alone: those that were read stay until there are others.
        folder.mails = folder.mails ?? people.pane?.folder?.mails
        folder.files = folder.files ?? people.pane?.folder?.files
        people.pane?.folder = folder
        people.pane?.failure = nil
      case .failure(let failure): people.pane?.failure = failure
      }
    case .opened(let key): return openPerson(key)
    case .conversionPrepared(let key, let result): return conversionPrepared(key, result)
    }
    return []
  }

  private mutating func showPeople(
    _ query: PeopleQuery, _ result: Result<Window<PersonRow>, Failure>
  ) -> [Effect] {
    guard query.words == (people.filters[query.list]?.text ?? ""),
      query.order == (people.orders[query.list] ?? .name)
    else { return [] }
    var rows = people.rows[query.list] ?? PeopleRows()
    defer { people.rows[query.list] = rows }
    switch result {
    case .failure(let failure):
      rows.failure = failure
      tell("\(query.list.title.string) were not read: \(failure.message.string)", kind: .failure)
      return []
    case .success(let window):
      let isMissing = rows.show(window, for: query)
      rows.top = rows.top(height: peopleLayout.rowsHeight)
      people.rows[query.list] = rows
      guard query.list == people.list else { return [] }
      if isMissing {
        return [.people(.load(query, around: .index(rows.index), limit: PeopleRows.limit))]
      }
      return people.followCursor()
    }
  }

  /// Goes to a contact, an account or a lead from anywhere, and into its pane.
  mutating func openPerson(_ key: RecordKey) -> [Effect] {
    guard let list = PeopleList(rawValue: key.module) else {
      if key.module == "Deals" { return openDeal(Deal.ID(key.id)) }
      tell("\(key.name) is in \(key.module), which has no screen of its own", kind: .warning)
      return []
    }
    screen = .people
    people.isFiltering = false
    people.list = list
    people.filters[list] = TextField()
    var rows = people.current
    rows.selected = PersonRow.ID(key.id)
    people.current = rows
    people.isInPane = true
    people.pane = PersonPane(list: list, id: key.id)
    return people.reload()
  }

  /// Shows another list; its old rows stay until new ones come.
  mutating func showPeople(_ list: PeopleList) -> [Effect] {
    people.list = list
    people.isInPane = false
    people.pane = nil
    return people.reload() + people.followCursor()
  }

  /// Orders the list.
  mutating func orderPeople(by order: PeopleOrder) -> [Effect] {
    people.orders[people.list] = order
    return people.loadRows()
  }

  /// Moves the cursor of the list, and reads more rows when it nears the edge of what is loaded.
  mutating func goToPerson(_ place: Int) -> [Effect] {
    var rows = people.current
    let wantsMore = rows.go(to: place)
    rows.top = rows.top(height: peopleLayout.rowsHeight)
    people.current = rows
    let more: [Effect] =
      wantsMore
      ? [.people(.load(people.query, around: .index(rows.index), limit: PeopleRows.limit))] : []
    return more + people.followCursor()
  }

  /// Moves the cursor of the pane by so many rows.
  mutating func moveInPersonPane(by step: Int) -> [Effect] {
    let count = personRows(width: peopleLayout.paneWidth).count
    let tab = personTab
    let place = people.pane?.cursors[tab] ?? 0
    people.pane?.cursors[tab] = min(max(0, place + step), max(0, count - 1))
    return []
  }

  /// What the row under the pane's cursor leads to.
  var personTarget: PersonPaneRow.Target? {
    let rows = personRows(width: peopleLayout.paneWidth)
    let place = people.pane?.cursors[personTab] ?? 0
    return rows.indices.contains(place) ? rows[place].target : nil
  }

  /// Lets the filter line, or the mouse, have a key.
  mutating func typeInPeople(_ key: Key) -> [Effect]? {
    if case .mouse(let event) = key { return pointAtPeople(event) }
    guard people.isFiltering else { return [] }
    if key == .down || key == .tab { return keepPeopleFilter() }
    var field = people.filter
    return field.take(key) ? filterPeople(field) : nil
  }

  /// Filters by what was typed; old rows stay until the answer comes.
  mutating func filterPeople(_ field: TextField) -> [Effect] {
    let isSame = field.text == people.filter.text
    people.filters[people.list] = field
    return isSame ? [] : people.loadRows() + [.people(.sum(people.query))]
  }

  /// Leaves the filter line; the list stays filtered.
  mutating func keepPeopleFilter() -> [Effect] {
    people.isFiltering = false
    return []
  }

  /// Leaves the filter line and shows all.
  mutating func clearPeopleFilter() -> [Effect] {
    people.isFiltering = false
    return filterPeople(TextField())
  }

  /// A record is gone: its pane goes with it.
  mutating func leaveGone(_ request: WriteRequest) {
    let gone: RecordKey
    switch request {
    case .record(.delete(let key)): gone = key
    case .record(.convert(let plan)): gone = plan.lead
    default: return
    }
    guard people.pane?.id == gone.id else { return }
    people.pane = nil
    people.isInPane = false
  }

  /// Goes to what was made, once it is; what came of a lead is fetched.
  mutating func followPeople(_ request: WriteRequest, made: RecordKey?) -> [Effect] {
    switch request {
    case .record(.create(let new)):
      guard let made, screen == .people, overlays.isEmpty,
        let list = PeopleList(rawValue: new.module)
      else { return [] }
      people.list = list
      people.rows[list, default: PeopleRows()].selected = PersonRow.ID(made.id)
      people.pane = PersonPane(list: list, id: made.id)
      return people.reload()
    case .record(.convert(let plan)):
      forms.kept[.custom(LeadForm.prefix + plan.lead.id)] = nil
      return [.refresh]
    default: return []
    }
  }

  private mutating func pointAtPeople(_ event: MouseEvent) -> [Effect] {
    let layout = peopleLayout
    let isInPane = layout.pane.map { $0.contains(x: event.x, y: event.y) } ?? false
    switch event.kind {
    case .wheelUp:
      return isInPane ? moveInPersonPane(by: -3) : goToPerson(people.current.index - 3)
    case .wheelDown:
      return isInPane ? moveInPersonPane(by: 3) : goToPerson(people.current.index + 3)
    case .release: return []
    case .press: break
    }
    if let list = layout.list, list.contains(x: event.x, y: event.y) {
      people.isInPane = false
      if event.y == list.y + 1, let tab = peopleTab(at: event.x) { return showPeople(tab) }
      let row = event.y - list.y - PeopleLayout.rowsTop
      guard (0..<layout.rowsHeight).contains(row) else { return [] }
      return goToPerson(people.current.top(height: layout.rowsHeight) + row)
    }
    if isInPane { people.isInPane = true }
    return []
  }
}
