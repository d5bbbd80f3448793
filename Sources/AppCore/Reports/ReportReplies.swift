import Sales
import Screen

extension AppState {
  /// Reads the shown report, and the records of the open bar.
  mutating func loadReport() -> [Effect] {
    guard let pipeline = board.pipeline?.id else { return [] }
    var effects: [Effect] = [
      .reports(.load(reports.query(pipeline: pipeline, today: today)))
    ]
    if let rows = reports.rows {
      let start = max(0, rows.index - ReportRows.limit / 2)
      effects.append(.reports(.loadRows(rows.bar.slice, from: start, limit: ReportRows.limit)))
    }
    return effects
  }

  /// Takes what was read for the reports screen.
  mutating func reduceReports(_ news: ReportNews) -> [Effect] {
    switch news {
    case .loaded(let query, let result): take(result, of: query)
    case .rowsLoaded(let slice, let result):
      guard reports.rows?.bar.slice == slice else { return [] }
      switch result {
      case .success(let window):
        let height = reportRowsHeight
        reports.rows?.take(window)
        reports.rows?.scroll(height: height)
      case .failure(let failure):
        reports.rows?.failure = failure
        tell("The rows were not read: \(failure.message.string)", kind: .failure)
      }
    case .ownersLoaded(let owners): chooseOwner(among: owners)
    case .exported(.success(let path)): tell("What was shown is in \(path)")
    case .exported(.failure(let failure)):
      tell("Nothing was exported: \(failure.message.string)", kind: .failure)
    }
    return []
  }

  private mutating func take(_ result: Result<Report, Failure>, of query: ReportQuery) {
    guard let pipeline = board.pipeline?.id,
      query == reports.query(pipeline: pipeline, today: today)
    else { return }
    switch result {
    case .success(let report):
      reports.reports[query.kind] = report
      reports.failure = nil
      if reports.bar == nil || reports.bar?.slice != reports.selected {
        reports.selected = reports.bars.first?.slice
      }
      reports.top = reports.top(height: reportRowsHeight)
      // The records of the open bar are told by the bar as it is now.
      if let open = reports.rows?.bar.slice,
        let bar = report.bars.first(where: { $0.slice == open })
      {
        reports.rows?.bar = bar
      }
    case .failure(let failure):
      reports.failure = failure
      tell("The report was not read: \(failure.message.string)", kind: .failure)
    }
  }

  private mutating func chooseOwner(among owners: [Reference<User>]) {
    reports.owners = owners
    guard overlays.isEmpty, screen == .reports else { return }
    var rows = [Chooser.Row(id: "", label: "everybody")]
    rows += owners.map { owner in
      Chooser.Row(
        id: owner.id.rawValue, label: SafeText(owner.name),
        detail: owner.id == tenant.user?.id ? "me" : "")
    }
    var chooser = Chooser(title: "Whose deals count", purpose: .reportOwner, rows: rows)
    chooser.selected = rows.firstIndex { $0.id == reports.owner?.id.rawValue } ?? 0
    overlays.append(.chooser(chooser))
  }

  /// Counts the deals of the owner chosen, or everybody's when none was.
  mutating func chooseReportOwner(_ id: String) -> [Effect] {
    reports.owner = reports.owners.first { $0.id.rawValue == id }
    return loadReport()
  }

  /// Shows an invoice on the invoices screen.
  mutating func openInvoice(_ id: Invoice.ID) -> [Effect] {
    let reading = show(.invoices)
    invoices.pane = InvoicePane(id: id)
    return reading + [.loadInvoiceFolder(id)]
  }

  /// Lets the mouse choose a line, or the wheel scroll.
  mutating func typeInReports(_ key: Key) -> [Effect]? {
    guard case .mouse(let event) = key else { return nil }
    switch event.kind {
    case .wheelUp: return moveInReport(by: -3)
    case .wheelDown: return moveInReport(by: 3)
    case .release: return []
    case .press:
      let body = ReportLayout(state: self).body
      guard body.contains(x: event.x, y: event.y) else { return [] }
      let line = event.y - body.y
      if let rows = reports.rows { return moveInReport(by: rows.top + line - rows.index) }
      let lines = reports.lines
      let place = reports.top(height: body.height) + line
      guard lines.indices.contains(place), case .bar(let bar) = lines[place] else { return [] }
      return moveInReport(by: bar - reports.index)
    }
  }
}
