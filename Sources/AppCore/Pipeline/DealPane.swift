import FoundationEssentials
import Sales
import Screen

extension AppState {
  /// What the deal pane says, at a width: so many lines, or a few more. Where contact and money have
  /// no panes of their own, they come in brief after the facts, and in full at the end.
  func dealPaneLines(width: Int, limit: Int) -> [TextLine] {
    guard let row = board.selectedRow else { return [TextLine("No deal selected.", .dim)] }
    let hasOwnPanes = !boardLayout.contact.isEmpty
    var lines = TextLine.flow(facts(of: row, withContact: hasOwnPanes), width: width)
    if !hasOwnPanes {
      lines += moneyInBrief(of: row, width: width) + contactInBrief(of: row, width: width)
    }
    if let move = board.pendingMoves[row.id] {
      lines += "\(move.badge.string): \(move.reason.string)".safe.wrapped(to: width)
        .map { TextLine($0, .warning) }
    }
    guard let detail = board.detail, detail.row.id == row.id else {
      if let failure = board.detailFailure {
        lines += failure.message.wrapped(to: width).map { TextLine($0, .bad) }
      } else {
        lines.append(TextLine("reading notes and activities…", .dim))
      }
      return lines
    }
    lines += TextLine.flow(stageDays(of: detail), width: width, separator: " ▸ ")
    if let step = row.deal.nextStep, !step.isEmpty {
      lines += "next step: \(step)".safe.wrapped(to: width).map { TextLine($0) }
    }
    lines += detail.activities.filter { !$0.isDone }.map(activityLine)
    for note in detail.notes where lines.count < limit {
      lines += noteLines(note, width: width, limit: limit - lines.count)
    }
    lines += detail.activities.filter(\.isDone).map(activityLine)
    if detail.notes.isEmpty && detail.activities.isEmpty {
      lines.append(TextLine("No notes, nothing planned: n writes a note.", .dim))
    }
    if !hasOwnPanes {
      lines += [TextLine(), TextLine("Contact", .title)] + contactLines(width: width)
      lines += [TextLine(), TextLine("Money of this deal", .title)] + moneyLines(width: width)
    }
    return lines
  }

  /// The fields of a deal, in the order in which they are asked for.
  private func facts(of row: DealRow, withContact: Bool) -> [TextLine.Run] {
    let deal = row.deal
    let stage = board.pipeline?.stage(deal.stage)
    var runs: [TextLine.Run] = [.init(text: SafeText(stageName(deal.stage)), style: .strong)]
    func add(_ text: SafeText, _ style: Style = .normal) {
      runs.append(.init(text: text, style: style))
    }
    if let change = inbox.mark(of: row.id) { add(change.words, .warning) }
    if let amount = deal.amount { add(amount.full, .money) }
    if let day = deal.closingDate {
      let isLate = stage?.outcome == .open && day < today
      add("closes \(day.spoken.string)", isLate ? .bad : .normal)
    }
    let isMoved = board.pendingMoves[row.id]?.isShownMoved ?? false
    if let chance = (isMoved ? nil : deal.probability) ?? stage?.probability { add("\(chance)%") }
    if let owner = deal.owner {
      add("owner \(owner.id == tenant.user?.id ? "me" : owner.name)")
    }
    let (words, style) = nextWords(row, today: today, isOpen: stage?.outcome == .open)
    if let next = row.next {
      add("next: \(next.subject) (\(words.string))", style)
    } else if !words.isEmpty {
      add(words, style)
    }
    if let account = deal.account { add("\(account.name)") }
    if withContact, let contact = deal.contact { add("\(contact.name)") }
    return runs
  }

  /// How long the deal stood in each stage: `Qualification 6d`.
  private func stageDays(of detail: DealDetail) -> [TextLine.Run] {
    detail.history.enumerated().map { place, change in
      let isLast = place == detail.history.count - 1
      let end = isLast ? now : detail.history[place + 1].time
      let days = max(0, Int(end.timeIntervalSince(change.time) / 86_400))
      return .init(
        text: "\(stageName(change.stage)) \(days)d", style: isLast ? .strong : .dim)
    }
  }

  private func activityLine(_ activity: Activity) -> TextLine {
    let subject: SafeText = " \(activity.kind.rawValue): \(activity.subject)"
    if activity.isDone {
      return TextLine("done  ", .dim).adding(activity.day?.spokenShort ?? "", .dim)
        .adding(subject, .dim)
    }
    guard let day = activity.day else { return TextLine("undated", .dim).adding(subject) }
    let style: Style = day < today ? .bad : day == today ? .warning : .normal
    return TextLine(day.distance(from: today), style).adding(subject)
  }

  private func noteLines(_ note: Note, width: Int, limit: Int) -> [TextLine] {
    let day = CalendarDate(note.createdTime, secondsAheadOfUTC: secondsAheadOfUTC)
    let head: SafeText = "\(day.spokenShort.string)  \(note.author.map { $0 + ": " } ?? "")"
    let title = note.title.map { $0.isEmpty ? "" : $0 + " · " } ?? ""
    let room = max(10, width - head.width)
    // No line has more characters than cells, so that these are enough for so many lines.
    let start = (title + note.content).prefix(min(limit, 10_000) * room)
    let text = SafeText.lines(start).flatMap { $0.wrapped(to: room) }
    let indent = SafeText(String(repeating: " ", count: head.width))
    return text.enumerated().map { place, line in
      place == 0 ? TextLine(head, .dim).adding(line) : TextLine(indent).adding(line)
    }
  }
}

extension String {
  /// The text, cleaned.
  fileprivate var safe: SafeText { SafeText(self) }
}

extension CalendarDate {
  /// The day on which an instant falls for somebody whose clock is so far ahead of UTC.
  init(_ instant: Date, secondsAheadOfUTC: Int) {
    let seconds = instant.timeIntervalSince1970 + Double(secondsAheadOfUTC)
    self.init(daysSinceEpoch: Int((seconds / 86_400).rounded(.down)))
  }
}
