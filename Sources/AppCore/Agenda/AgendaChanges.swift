import FoundationEssentials
import Sales
import Screen

extension AgendaScreen {
  /// Where something can be added to a deal.
  private static let withDeal: Set<Place> = [.board, .dealList, .dealPane]

  /// What changes activities.
  static let changing: [Command] = [
    Command(
      "agenda.complete", "complete it; a call is logged with how it went", label: "complete",
      keys: ["C"], in: [.agenda], writes: true, headless: "tasks complete",
      unavailable: { $0.reasonNotToComplete }
    ) { $0.completeSelected() },
    Command(
      "agenda.reschedule", "put it on another day", label: "reschedule", keys: ["R"],
      in: [.agenda], writes: true, unavailable: { $0.reasonNotToChange }
    ) { $0.askForDay() },
    Command(
      "agenda.add", "add a task, a call or a meeting", label: "add", keys: ["A"],
      in: [.agenda], writes: true,
      unavailable: { $0.agenda.row?.activity.deal == nil ? "nothing with a deal is selected" : nil }
    ) { state in
      if let row = state.agenda.row { state.askWhatToAdd(to: AgendaSubject(row)) }
      return []
    },
    Command(
      "deal.add-activity", "add a task, a call or a meeting to the deal", label: "add activity",
      keys: ["A"], in: withDeal, writes: true, unavailable: DealCommands.noDeal
    ) { state in
      if let row = state.board.selectedRow { state.askWhatToAdd(to: AgendaSubject(row.deal)) }
      return []
    },
    Command(
      "agenda.undo", "take back the last change", label: "undo", keys: ["u"], in: [.agenda],
      writes: true, unavailable: { $0.reasonNotToUndoChange }
    ) { $0.undoChange() },
  ]
}

/// What a line is typed for on the agenda.
public enum AgendaQuestion: Hashable, Sendable {
  /// The day, and perhaps the time of day, that an activity is put on.
  case day(AgendaRow)
  /// How a call went: it is logged as made.
  case outcome(AgendaRow)
  /// Something to be added.
  case entry(AgendaEntry.Kind, AgendaSubject)
}

extension AppState {
  /// Why the activity under the cursor cannot be changed; nil when it can.
  fileprivate var reasonNotToChange: SafeText? {
    guard let row = agenda.row else { return "nothing is selected" }
    return agendaBadge(of: row.activity)?.style == .pending ? "a change of it is on its way" : nil
  }

  fileprivate var reasonNotToComplete: SafeText? {
    if let reason = reasonNotToChange { return reason }
    return agenda.row?.activity.kind == .event
      ? "a meeting is over when its time has passed" : nil
  }

  /// Why there is no change to take back; nil when there is. Only the last write to a record is taken
  /// back, and here only one of an activity.
  fileprivate var reasonNotToUndoChange: SafeText? {
    guard let last = forms.done.last else { return "nothing was changed yet" }
    return last.reverse.activityKind == nil ? "the last change was not made here" : nil
  }

  fileprivate mutating func undoChange() -> [Effect] { undoRecordWrite() }

  /// How a change of an activity stands, in a word; nil when none is to be told.
  func agendaBadge(of activity: Activity) -> (text: SafeText, style: Style)? {
    for field in [
      "Status", "Outgoing_Call_Status", "Due_Date", "Call_Start_Time", "Start_DateTime",
    ] {
      switch forms.state(of: field, activity.kind.module, activity.id.rawValue) {
      case .saving: return ("saving", .pending)
      case .uncertain: return ("uncertain", .bad)
      case .refused: return ("✗ refused", .bad)
      case .saved, nil: break
      }
    }
    return nil
  }

  /// Completes the task under the cursor; of a call it is asked how it went.
  fileprivate mutating func completeSelected() -> [Effect] {
    guard let row = agenda.row else { return [] }
    guard row.activity.kind == .task else {
      overlays.append(
        .prompt(
          Prompt(
            title: "How did it go? \(row.activity.subject)", purpose: .agenda(.outcome(row)))))
      return []
    }
    return [.enqueue(row.activity.edit(["Status": "Completed"], base: row.activity.statusBase))]
  }

  fileprivate mutating func askForDay() -> [Effect] {
    guard let row = agenda.row else { return [] }
    let example: SafeText = row.activity.time == nil ? "fri, +3, 1 dec" : "fri, +3 9:30, 1 dec"
    overlays.append(
      .prompt(
        Prompt(
          title: "\(row.activity.subject): when? \(example)", purpose: .agenda(.day(row)))))
    return []
  }

  /// Asks what sort of thing is added.
  fileprivate mutating func askWhatToAdd(to subject: AgendaSubject) {
    overlays.append(
      .confirmation(
        Confirmation(
          title: "Add to \(subject.name)", lines: ["A line follows: what, then when."],
          answers: [
            .init(key: "k", label: "keep as it is"),
            .init(key: "t", label: "task", action: .agenda(.adding(.task, subject))),
            .init(key: "c", label: "log a call", action: .agenda(.adding(.call, subject))),
            .init(key: "m", label: "meeting", action: .agenda(.adding(.meeting, subject))),
          ])))
  }

  /// Asks for the line that stands for what is added.
  mutating func askForEntry(
    _ kind: AgendaEntry.Kind, _ subject: AgendaSubject, typed: String = ""
  ) {
    let title: SafeText =
      switch kind {
      case .task: "Task: what and when (fri, +3, 1 dec; else today)"
      case .call: "Call just made: how it went"
      case .meeting: "Meeting: what and when (fri 14:30)"
      }
    var prompt = Prompt(title: title, purpose: .agenda(.entry(kind, subject)))
    prompt.field = TextField(typed)
    overlays.append(.prompt(prompt))
  }

  /// Does what a line was typed for; a line that cannot be understood stays to be changed.
  mutating func answered(_ text: String, _ question: AgendaQuestion) -> [Effect] {
    switch question {
    case .outcome(let row):
      let activity = row.activity
      let note = [activity.note, text].compactMap { $0 }.filter { !$0.isEmpty }
        .joined(separator: "\n")
      var base = activity.statusBase
      base?["Description"] = activity.note.map { .text($0) } ?? .empty
      return [
        .enqueue(
          activity.edit(
            ["Outgoing_Call_Status": "Completed", "Description": .text(note)], base: base))
      ]
    case .day(let row):
      do throws(InputProblem) {
        return [.enqueue(try rescheduled(row.activity, text))]
      } catch {
        overlays.append(.prompt(Prompt(title: "\(error.words)", purpose: .agenda(question))))
        tell(error.words, kind: .warning)
        return []
      }
    case .entry(let kind, let subject): return add(kind, subject, text)
    }
  }

  private func rescheduled(
    _ activity: Activity, _ text: String
  ) throws(InputProblem) -> WriteRequest {
    var words = text.split(separator: " ").map(String.init)
    let minutes = words.last.flatMap(AgendaEntry.minutes)
    if minutes != nil { words.removeLast() }
    let day =
      words.isEmpty
      ? activity.day ?? today : try DateInput.parse(words.joined(separator: " "), from: today)
    guard let time = activity.time else {
      guard minutes == nil else { throw InputProblem("a task has a day and no time of day") }
      return activity.edit(
        ["Due_Date": .text(day.description)],
        base: ["Due_Date": activity.day.map { .text($0.description) } ?? .empty])
    }
    let seconds = Int(time.timeIntervalSince1970.rounded(.down)) + secondsAheadOfUTC
    let ofDay = (seconds % 86_400 + 86_400) % 86_400
    let start = moment(day, minutes: minutes ?? ofDay / 60)
    let zone = secondsAheadOfUTC
    if activity.kind == .call {
      return activity.edit(
        ["Call_Start_Time": .text(start.crm(zone))],
        base: ["Call_Start_Time": .text(time.crm(zone))])
    }
    let end = activity.end ?? time
    return activity.edit(
      [
        "Start_DateTime": .text(start.crm(zone)),
        "End_DateTime": .text(start.addingTimeInterval(end.timeIntervalSince(time)).crm(zone)),
      ],
      base: ["Start_DateTime": .text(time.crm(zone)), "End_DateTime": .text(end.crm(zone))])
  }

  private mutating func add(
    _ kind: AgendaEntry.Kind, _ subject: AgendaSubject, _ text: String
  ) -> [Effect] {
    let entry = AgendaEntry(text, today: today)
    var values: [String: RecordValue] = [:]
    if let deal = subject.deal {
      values["What_Id"] = .reference(id: deal.id.rawValue, name: deal.name)
      values["$se_module"] = "Deals"
    }
    if let contact = subject.contact {
      values["Who_Id"] = .reference(id: contact.id.rawValue, name: contact.name)
    }
    let zone = secondsAheadOfUTC
    switch kind {
    case .task:
      values["Subject"] = .text(entry.subject)
      values["Due_Date"] = .text((entry.day ?? today).description)
    case .call:
      values["Subject"] = .text(String(text.prefix(100)))
      values["Description"] = .text(text)
      values["Call_Type"] = "Outbound"
      values["Call_Start_Time"] = .text(now.crm(zone))
      values["Outgoing_Call_Status"] = "Completed"
    case .meeting:
      guard let minutes = entry.minutes else {
        askForEntry(kind, subject, typed: text)
        tell("a meeting needs a time of day at its end: Demo fri 14:30", kind: .warning)
        return []
      }
      let start = moment(entry.day ?? today, minutes: minutes)
      values["Event_Title"] = .text(entry.subject)
      values["Start_DateTime"] = .text(start.crm(zone))
      values["End_DateTime"] = .text(start.addingTimeInterval(3600).crm(zone))
    }
    forms.count += 1
    return [
      .enqueue(
        .record(
          .create(
            NewRecord(
              module: kind.module, name: kind == .call ? text : entry.subject, values: values,
              token: "\(now.timeIntervalSince1970) \(forms.count)"))))
    ]
  }

  /// The moment of a time of day on a day of the user's calendar.
  private func moment(_ day: CalendarDate, minutes: Int) -> Date {
    Date(
      timeIntervalSince1970: Double(
        day.daysSinceEpoch * 86_400 + minutes * 60 - secondsAheadOfUTC))
  }

  /// What follows a write that concerned activities: those of its sort are read again.
  func agendaWriteSettled(_ request: WriteRequest) -> [Effect] {
    request.activityKind.map { [.agenda(.fetch($0))] } ?? []
  }
}

extension Activity {
  /// A change of its fields, from what they held.
  fileprivate func edit(
    _ fields: [String: RecordValue], base: [String: RecordValue]?
  ) -> WriteRequest {
    .editRecord(
      RecordEdit(
        module: kind.module, id: id.rawValue, name: subject, fields: fields, version: nil,
        base: base))
  }

  /// Where it stood, as its field has it; nil when CRM did not say.
  fileprivate var statusBase: [String: RecordValue]? {
    status.map { [kind == .task ? "Status" : "Outgoing_Call_Status": .text($0)] }
  }
}

extension Activity.Kind {
  /// The module of CRM that holds them.
  var module: String {
    switch self {
    case .task: "Tasks"
    case .event: "Events"
    case .call: "Calls"
    }
  }
}

extension AgendaEntry.Kind {
  /// The module of CRM that it becomes a record of.
  fileprivate var module: String {
    switch self {
    case .task: "Tasks"
    case .call: "Calls"
    case .meeting: "Events"
    }
  }
}

extension WriteRequest {
  /// The sort of activity that it writes to; nil for anything else.
  var activityKind: Activity.Kind? {
    let module: String? =
      switch self {
      case .editRecord(let edit, _): edit.module
      case .record(.create(let new)): new.module
      case .record(let write): write.record?.module
      default: nil
      }
    return Activity.Kind.allCases.first { $0.module == module }
  }
}

extension Date {
  /// The moment as CRM takes it, in the user's zone: `2026-11-23T14:30:00+01:00`.
  func crm(_ secondsAheadOfUTC: Int) -> String {
    let seconds = Int(timeIntervalSince1970.rounded(.down)) + secondsAheadOfUTC
    let ofDay = (seconds % 86_400 + 86_400) % 86_400
    let day = CalendarDate(daysSinceEpoch: (seconds - ofDay) / 86_400)
    func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let ahead = abs(secondsAheadOfUTC) / 60
    return "\(day)T\(pair(ofDay / 3600)):\(pair(ofDay / 60 % 60)):\(pair(ofDay % 60))"
      + "\(secondsAheadOfUTC < 0 ? "-" : "+")\(pair(ahead / 60)):\(pair(ahead % 60))"
  }
}
