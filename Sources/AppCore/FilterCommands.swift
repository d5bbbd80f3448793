import Screen

/// What can be done while a filter is typed, besides typing.
enum FilterCommands {
  static let all: [Command] = [
    Command(
      "filter.keep", "keep the filter and go to the rows", label: "keep", keys: ["<enter>"],
      in: [.filter]
    ) { state in
      switch state.screen {
      case .pipeline: return state.keepDealFilter()
      case .people: return state.keepPeopleFilter()
      case .invoices: return state.keepInvoiceFilter()
      case .agenda: return state.keepAgendaFilter()
      case .reports, .outbox: return []
      }
    },
    Command(
      "filter.clear", "clear the filter and show all again", label: "clear",
      keys: ["<esc>", "<c-c>"], in: [.filter]
    ) { state in
      switch state.screen {
      case .pipeline: return state.clearDealFilter()
      case .people: return state.clearPeopleFilter()
      case .invoices: return state.clearInvoiceFilter()
      case .agenda: return state.clearAgendaFilter()
      case .reports, .outbox: return []
      }
    },
  ]
}
