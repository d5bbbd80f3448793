import Sales
import Screen

extension ReportScreen {
  /// What can be done with reports.
  static let commands: [Command] = bars + rows + moving

  private static let both: Set<Place> = [.report, .reportRows]

  private static let bars: [Command] = [
    Command(
      "report.open", "list the records behind the bar", label: "its rows", keys: ["<enter>"],
      in: [.report], unavailable: { $0.reports.bar == nil ? "there is no bar here" : nil }
    ) { $0.openBar() },
    Command(
      "report.next", "show the next report", label: "next report", keys: ["]", "<tab>"],
      in: [.report]
    ) { $0.showReport(by: 1) },
    Command(
      "report.previous", "show the report before", label: "report before", keys: ["["],
      in: [.report]
    ) { $0.showReport(by: -1) },
    Command(
      "report.table", "show bars, or a table", label: "bars/table", keys: ["v"], in: [.report]
    ) { state in
      state.reports.isTable.toggle()
      return []
    },
    Command(
      "report.period", "choose the time it is about", label: "period", keys: ["p"],
      in: [.report],
      unavailable: { $0.reports.kind.hasPeriod ? nil : "this report is about today" }
    ) { $0.showNextPeriod() },
    Command(
      "report.owner", "count one owner's deals, or everybody's", label: "owner", keys: ["o"],
      in: [.report],
      unavailable: { $0.reports.kind.isAboutDeals ? nil : "invoices have no owner" }
    ) { _ in [.reports(.loadOwners)] },
    Command(
      "report.export", "export what is shown to a file", label: "export", keys: ["E"], in: both,
      unavailable: { $0.shownReport == nil ? "nothing is shown yet" : nil }
    ) { $0.askForExport() },
  ]

  private static let rows: [Command] = [
    Command(
      "report.open-row", "open the record", label: "open", keys: ["<enter>"], in: [.reportRows],
      unavailable: { state in
        switch state.reports.rows?.row?.subject {
        case nil: "there is no record here"
        case .payment: "a payment is shown in Books only"
        case .deal, .invoice: nil
        }
      }
    ) { $0.openReportRow() },
    Command(
      "report.close", "go back to the bars", label: "back", keys: ["<esc>", "<backspace>"],
      in: [.reportRows]
    ) { state in
      state.reports.rows = nil
      return []
    },
  ]

  private static let moving: [Command] = [
    Command("report.down", "go down", keys: ["j", "<down>"], in: both) { $0.moveInReport(by: 1) },
    Command("report.up", "go up", keys: ["k", "<up>"], in: both) { $0.moveInReport(by: -1) },
    Command("report.page-down", "go down a page", keys: ["<pagedown>", "<c-f>"], in: both) {
      $0.moveInReport(by: $0.reportRowsHeight)
    },
    Command("report.page-up", "go up a page", keys: ["<pageup>", "<c-b>"], in: both) {
      $0.moveInReport(by: -$0.reportRowsHeight)
    },
    Command("report.first", "go to the first", keys: ["g", "<home>"], in: both) {
      $0.moveInReport(by: -10_000_000)
    },
    Command("report.last", "go to the last", keys: ["G", "<end>"], in: both) {
      $0.moveInReport(by: 10_000_000)
    },
  ]
}

extension AppState {
  /// What an export would write; nil while nothing is shown.
  var shownReport: ReportExport? {
    if let rows = reports.rows {
      guard rows.window != nil else { return nil }
      let stages = board.pipeline?.stages ?? []
      return .rows(
        rows.bar.slice, kind: reports.kind,
        stages: Dictionary(stages.map { ($0.id, $0.name) }) { first, _ in first })
    }
    return reports.report.map { .bars($0) }
  }

  /// How many lines there is room for.
  var reportRowsHeight: Int { ReportLayout(state: self).body.height }

  fileprivate mutating func showReport(by steps: Int) -> [Effect] {
    let all = ReportKind.allCases
    let place = (all.firstIndex(of: reports.kind) ?? 0) + steps
    reports.kind = all[(place + all.count) % all.count]
    reports.selected = nil
    reports.top = 0
    reports.failure = nil
    return loadReport()
  }

  fileprivate mutating func showNextPeriod() -> [Effect] {
    let all = ReportPeriod.allCases
    let place = all.firstIndex(of: reports.period) ?? 0
    reports.periods[reports.kind] = all[(place + 1) % all.count]
    return loadReport()
  }

  fileprivate mutating func openBar() -> [Effect] {
    guard let bar = reports.bar else { return [] }
    reports.rows = ReportRows(bar: bar)
    return [.reports(.loadRows(bar.slice, from: 0, limit: ReportRows.limit))]
  }

  fileprivate mutating func openReportRow() -> [Effect] {
    switch reports.rows?.row?.subject {
    case .deal(let id): return openDeal(id)
    case .invoice(let id): return openInvoice(id)
    case .payment, nil: return []
    }
  }

  fileprivate mutating func askForExport() -> [Effect] {
    guard let export = shownReport else { return [] }
    let what: SafeText =
      switch export {
      case .bars(let report): "\(reports.kind.title): \(report.bars.count) rows of figures"
      case .rows(let slice, _, _):
        "\(reports.rows?.window?.count.grouped ?? "0") \(reports.kind.noun(2, slice))"
      }
    overlays.append(
      .confirmation(
        Confirmation(
          title: "Export what is shown?", lines: [what, "The file goes to the folder for PDFs."],
          answers: [
            .init(key: "k", label: "keep it here", effects: []),
            .init(key: "c", label: "CSV", effects: [.reports(.export(export, .csv))]),
            .init(key: "j", label: "JSON", effects: [.reports(.export(export, .json))]),
          ])))
    return []
  }

  /// Moves the cursor, and reads more records when it nears the edge of what is at hand.
  mutating func moveInReport(by steps: Int) -> [Effect] {
    let height = reportRowsHeight
    guard var rows = reports.rows else {
      let bars = reports.bars
      guard !bars.isEmpty else { return [] }
      reports.selected = bars[min(max(0, reports.index + steps), bars.count - 1)].slice
      reports.top = reports.top(height: height)
      return []
    }
    rows.go(to: rows.index + steps)
    rows.scroll(height: height)
    reports.rows = rows
    return rows.wanted.map {
      [.reports(.loadRows(rows.bar.slice, from: $0, limit: ReportRows.limit))]
    } ?? []
  }
}
