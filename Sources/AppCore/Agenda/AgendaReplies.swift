import Sales
import Screen

extension AppState {
  /// The question that the agenda asks.
  var agendaQuery: AgendaQuery {
    AgendaQuery(
      owner: agenda.isMine ? tenant.user?.id : nil, words: agenda.filter.text, today: today)
  }

  /// Reads the agenda around its cursor.
  func loadAgenda() -> [Effect] {
    let anchor: Anchor<Activity> =
      agenda.selected.map { .record($0, lastIndex: agenda.index) } ?? .index(agenda.index)
    return [.agenda(.load(agendaQuery, around: anchor, limit: AgendaScreen.limit))]
  }

  /// Takes what happened on the agenda.
  mutating func reduceAgenda(_ news: AgendaNews) -> [Effect] {
    switch news {
    case .loaded(let query, let result):
      guard query == agendaQuery else { return [] }
      switch result {
      case .success(let page):
        agenda.take(page, of: query)
        agenda.scroll(height: agendaHeight, today: today)
      case .failure(let failure):
        agenda.failure = failure
        tell("The agenda was not read: \(failure.message.string)", kind: .failure)
      }
      return []
    case .adding(let kind, let subject):
      askForEntry(kind, subject)
      return []
    }
  }

  /// How many lines of the agenda there is room for.
  var agendaHeight: Int {
    AgendaLayout(in: Rect(x: 0, y: 1, width: size.width, height: size.height - 3)).list.height
  }

  /// Moves the cursor, and reads more when it nears the edge of what is at hand.
  mutating func moveInAgenda(by steps: Int) -> [Effect] {
    agenda.go(to: agenda.index + steps)
    agenda.scroll(height: agendaHeight, today: today)
    return agenda.wanted.map {
      [.agenda(.load(agendaQuery, around: $0, limit: AgendaScreen.limit))]
    } ?? []
  }

  /// Lets the filter line, or the mouse, have a key.
  mutating func typeInAgenda(_ key: Key) -> [Effect]? {
    if case .mouse(let event) = key { return pointAtAgenda(event) }
    guard agenda.isFiltering else { return key.isPasteOrMouse ? [] : nil }
    switch key {
    case .up: return moveInAgenda(by: -1)
    case .down: return moveInAgenda(by: 1)
    default:
      var field = agenda.filter
      guard field.take(key) else { return nil }
      return filterAgenda(field)
    }
  }

  /// Filters by what was typed; old rows stay until the answer comes.
  mutating func filterAgenda(_ field: TextField) -> [Effect] {
    let isSame = field.text == agenda.filter.text
    agenda.filter = field
    return isSame ? [] : loadAgenda()
  }

  /// Leaves the filter line; the agenda stays filtered.
  mutating func keepAgendaFilter() -> [Effect] {
    agenda.isFiltering = false
    return []
  }

  /// Leaves the filter line and shows all again.
  mutating func clearAgendaFilter() -> [Effect] {
    agenda.isFiltering = false
    return filterAgenda(TextField())
  }

  private mutating func pointAtAgenda(_ event: MouseEvent) -> [Effect] {
    switch event.kind {
    case .wheelUp: return moveInAgenda(by: -3)
    case .wheelDown: return moveInAgenda(by: 3)
    case .release: return []
    case .press:
      let area = Rect(x: 0, y: 1, width: size.width, height: size.height - 3)
      let list = AgendaLayout(in: area).list
      guard list.contains(x: event.x, y: event.y) else { return [] }
      let lines = agenda.lines(height: list.height, today: today)
      let line = event.y - list.y
      guard lines.indices.contains(line), case .row(let place) = lines[line] else { return [] }
      return moveInAgenda(by: place - agenda.index)
    }
  }
}
