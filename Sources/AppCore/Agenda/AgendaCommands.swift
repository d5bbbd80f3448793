import Sales
import Screen

extension AgendaScreen {
  /// What can be done with the agenda.
  static let commands: [Command] = acting + changing + showing + moving

  private static let acting: [Command] = [
    Command(
      "agenda.open", "open the deal it is about", label: "its deal", keys: ["<enter>"],
      in: [.agenda],
      unavailable: { state in
        guard let row = state.agenda.row else { return "nothing is selected" }
        return row.activity.deal == nil ? "it is about no deal" : nil
      }
    ) { state in state.agenda.row?.activity.deal.map { state.openDeal($0) } ?? [] }
  ]

  private static let showing: [Command] = [
    Command(
      "agenda.whose", "show mine, or everybody's", label: "mine/everyone", keys: ["o"],
      in: [.agenda],
      unavailable: { $0.tenant.user == nil ? "it is not known yet who you are" : nil }
    ) { state in
      state.agenda.isMine.toggle()
      return state.loadAgenda()
    },
    Command("agenda.filter", "filter by words", label: "filter", keys: ["/"], in: [.agenda]) {
      $0.agenda.isFiltering = true
      return []
    },
    Command(
      "agenda.unfilter", "show all again", keys: ["<esc>"], in: [.agenda],
      unavailable: { $0.agenda.filter.text.isEmpty ? "nothing is filtered" : nil }
    ) { $0.clearAgendaFilter() },
  ]

  private static let moving: [Command] = [
    Command("agenda.down", "go down", keys: ["j", "<down>"], in: [.agenda]) {
      $0.moveInAgenda(by: 1)
    },
    Command("agenda.up", "go up", keys: ["k", "<up>"], in: [.agenda]) { $0.moveInAgenda(by: -1) },
    Command("agenda.page-down", "go down a page", keys: ["<pagedown>", "<c-f>"], in: [.agenda]) {
      $0.moveInAgenda(by: $0.agendaHeight)
    },
    Command("agenda.page-up", "go up a page", keys: ["<pageup>", "<c-b>"], in: [.agenda]) {
      $0.moveInAgenda(by: -$0.agendaHeight)
    },
    Command("agenda.first", "go to the first", keys: ["g", "<home>"], in: [.agenda]) {
      $0.moveInAgenda(by: -10_000_000)
    },
    Command("agenda.last", "go to the last", keys: ["G", "<end>"], in: [.agenda]) {
      $0.moveInAgenda(by: 10_000_000)
    },
  ]
}
