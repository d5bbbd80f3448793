import FoundationEssentials
import Sales
import Screen

/// Where the parts of the agenda stand: the pane beside the list where there is room, else below it.
struct AgendaLayout {
  /// The frame around the list.
  var listFrame: Rect
  /// The activities.
  var list: Rect
  /// The line below them.
  var foot: Rect
  /// The frame around the activity under the cursor.
  var pane: Rect

  init(in area: Rect) {
    if area.width >= 100 {
      (listFrame, pane) = area.split(right: 42)
    } else {
      (listFrame, pane) = area.split(bottom: area.height >= 18 ? 8 : 5)
    }
    (list, foot) = listFrame.inset().split(bottom: 1)
  }
}

/// Draws the agenda and the activity under the cursor.
func drawAgenda(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let layout = AgendaLayout(in: area)
  let agenda = state.agenda
  let words = agenda.filter.text
  let whose: SafeText = agenda.isMine && state.tenant.user != nil ? "mine" : "everyone"
  canvas.frame(
    layout.listFrame,
    title: "Agenda ─ \(whose)" + (words.isEmpty ? "" : " ─ filter: \(words)"), style: .focus)
  drawAgendaRows(state, layout, on: &canvas)
  drawAgendaFoot(state, in: layout.foot.inset(x: 1), on: &canvas)
  drawActivity(state, in: layout.pane, on: &canvas)
}

private func drawAgendaRows(_ state: AppState, _ layout: AgendaLayout, on canvas: inout Canvas) {
  let agenda = state.agenda
  func say(_ words: SafeText, _ line: Int = 0, _ style: Style = .dim) {
    canvas.draw(words, in: layout.list.row(line).inset(x: 1), style: style)
  }
  guard agenda.page != nil else {
    if let failure = agenda.failure {
      say("! " + failure.message, 0, .bad)
      return say("r tries again", 1)
    }
    return say("reading the agenda…")
  }
  guard agenda.count > 0 else {
    if !agenda.filter.text.isEmpty { return say("Nothing has these words. Esc shows all.") }
    guard state.sync.lastSynced != nil else {
      return say("Nothing yet; it is still being fetched.")
    }
    say("Nothing is to be done.")
    return say(
      agenda.isMine
        ? "o shows everyone's. A on a deal adds something." : "A on a deal adds something.",
      1)
  }
  let lines = agenda.lines(height: layout.list.height, today: state.today)
  for (offset, line) in lines.enumerated() {
    let row = layout.list.row(offset)
    switch line {
    case .missing: canvas.draw(" …", in: row, style: .dim)
    case .heading(let time):
      TextLine(time.words(today: state.today), time == .late ? .bad : .title)
        .adding(" ─ \(agenda.count(of: time).grouped)", .dim)
        .draw(in: row.inset(x: 1), on: &canvas)
    case .row(let place):
      guard let entry = agenda.page?.window.row(at: place) else { continue }
      drawAgendaRow(entry, state, in: row, on: &canvas)
      if place == agenda.index {
        canvas.restyle(row, style: .selection)
        canvas.put("▌", x: row.x, y: row.y, style: .selection)
      }
    }
  }
}

private func drawAgendaRow(
  _ entry: AgendaRow, _ state: AppState, in row: Rect, on canvas: inout Canvas
) {
  let activity = entry.activity
  let (time, rest) = row.inset(x: 1).split(left: 6)
  let (kind, others) = rest.split(left: 8)
  canvas.draw(
    activity.time.map { state.timeOfDay($0) } ?? "", in: time, style: .normal)
  canvas.draw(activity.kind.word, in: kind, style: .dim)
  let (middle, right) = others.split(right: 10)
  let badge = state.agendaBadge(of: activity)
  let distance = badge?.text ?? activity.day?.distance(from: state.today) ?? ""
  let isLate = activity.day.map { $0 < state.today } ?? false
  canvas.draw(
    distance, in: right, style: badge?.style ?? (isLate ? .bad : .dim), align: .right)
  let about = entry.deal?.name ?? entry.contact?.name ?? ""
  let isWide = middle.width >= 40
  let (subject, deal) = middle.split(right: isWide ? middle.width * 2 / 5 : 0)
  canvas.draw(SafeText(activity.subject), in: subject.split(right: 1).rest)
  canvas.draw(SafeText(about), in: deal.split(right: 1).rest, style: .dim)
}

private func drawAgendaFoot(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let agenda = state.agenda
  if agenda.isFiltering {
    let (label, field) = area.split(left: 8)
    canvas.draw("filter:", in: label, style: .dim)
    return agenda.filter.draw(in: field, on: &canvas)
  }
  guard agenda.page != nil else { return }
  if let failure = agenda.failure {
    return canvas.draw("! shown as last seen: " + failure.message, in: area, style: .bad)
  }
  guard agenda.count > 0 else { return }
  let late = agenda.count(of: .late)
  let today = agenda.count(of: .day(state.today))
  TextLine("\((agenda.index + 1).grouped) of \(agenda.count.grouped)", .dim)
    .adding(" · ").adding("\(late.grouped) late", late > 0 ? .bad : .dim)
    .adding(" · ").adding("\(today.grouped) today", .dim)
    .draw(in: area, on: &canvas)
}

private func drawActivity(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  let entry = state.agenda.row
  let title: SafeText = entry.map { $0.activity.kind.title } ?? "Activity"
  let inside = canvas.frame(area, title: title).inset(x: 1)
  guard let entry else { return }
  drawLines(state.agendaLines(of: entry, width: inside.width), in: inside, on: &canvas)
}

extension AppState {
  /// The time of day on the user's clock: `14:05`.
  func timeOfDay(_ time: Date) -> SafeText {
    SafeText(time.clock(secondsAheadOfUTC: secondsAheadOfUTC).string.prefix(5))
  }

  /// An activity in words: what, when, with whom, about which deal, and what else is known.
  func agendaLines(of entry: AgendaRow, width: Int) -> [TextLine] {
    let activity = entry.activity
    var lines = SafeText(activity.subject).wrapped(to: width, limit: 2).map {
      TextLine($0, .strong)
    }
    var when = TextLine(activity.day?.spokenWithWeekday ?? "no day")
    if let time = activity.time {
      when = when.adding(", \(timeOfDay(time))")
      if let end = activity.end { when = when.adding("–\(timeOfDay(end))") }
    }
    if let day = activity.day {
      when = when.adding(" · ").adding(day.distance(from: today), day < today ? .bad : .dim)
    }
    lines.append(when)
    func add(_ label: SafeText, _ text: String?) {
      guard let text, !text.isEmpty else { return }
      lines.append(TextLine(label, .dim).adding(SafeText(text)))
    }
    add("Deal     ", entry.deal?.name)
    add("With     ", entry.contact?.name)
    add("Company  ", entry.account)
    add("Owner    ", activity.owner.map { $0.id == tenant.user?.id ? "me" : $0.name })
    if let note = activity.note {
      for line in SafeText.lines(note) { lines += line.wrapped(to: width).map { TextLine($0) } }
    }
    return lines
  }
}

extension AgendaTime {
  /// The heading of a time: `Today, Mon 23 Nov`.
  func words(today: CalendarDate) -> SafeText {
    switch self {
    case .late: "Late"
    case .undated: "Without a day"
    case .day(let day):
      switch today.days(until: day) {
      case 0: "Today, \(day.spokenWithWeekday)"
      case 1: "Tomorrow, \(day.spokenWithWeekday)"
      default: day.spokenWithWeekday
      }
    }
  }
}

extension CalendarDate {
  /// The day with its weekday: `Mon 23 Nov 2026`.
  var spokenWithWeekday: SafeText {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    return "\(names[weekday - 1]) \(spoken)"
  }
}

extension Activity.Kind {
  /// The word in a row.
  var word: SafeText {
    switch self {
    case .task: "task"
    case .event: "meeting"
    case .call: "call"
    }
  }

  /// The word above its pane.
  var title: SafeText {
    switch self {
    case .task: "Task"
    case .event: "Meeting"
    case .call: "Call"
    }
  }
}
