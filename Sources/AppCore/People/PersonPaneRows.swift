import FoundationEssentials
import Sales
import Screen

extension AppState {
  /// The part of the pane that is shown: the chosen one, or the first where the record has none such.
  var personTab: PersonTab {
    PersonTab.of(people.list).contains(people.tab) ? people.tab : .fields
  }

  /// The rows of the pane's part that is shown, in so many cells.
  func personRows(width: Int) -> [PersonPaneRow] {
    guard let pane = people.pane else { return [] }
    var rows: [PersonPaneRow] = []
    if let failure = pane.failure {
      rows.append(PersonPaneRow(TextLine("! " + failure.message, .bad)))
    }
    guard let folder = pane.folder else {
      return rows + (pane.failure == nil ? [PersonPaneRow(TextLine("reading…", .dim))] : [])
    }
    switch personTab {
    case .fields: return rows + fieldRows(folder, pane, width: width)
    case .deals: return rows + dealRows(folder)
    case .people: return rows + peopleRows(folder)
    case .activities: return rows + activityRows(folder)
    case .notes: return rows + noteRows(folder, width: width)
    case .mails: return rows + mailRows(folder)
    case .files: return rows + fileRows(folder)
    case .invoices: return rows + invoiceRows(folder)
    }
  }

  private func fieldRows(
    _ folder: PersonFolder, _ pane: PersonPane, width: Int
  ) -> [PersonPaneRow] {
    guard let record = folder.record, let layout = folder.layout else {
      return briefRows() + [PersonPaneRow(TextLine("reading all its fields…", .dim))]
    }
    var notation = notation
    if case .text(let code)? = record.values["Currency"] { notation.currency = Currency(code) }
    let label = Self.labelWidth(width)
    var rows: [PersonPaneRow] = []
    for section in layout.sections where !section.fields.isEmpty {
      rows.append(PersonPaneRow(TextLine(SafeText(section.label), .strong)))
      for field in section.fields {
        let shown = notation.shown(record[field.apiName], in: field)
        let mark: SafeText = field.isRequired && field.isEditable ? "*" : " "
        let name = (mark + SafeText(field.label)).truncated(to: label - 1)
        var line = TextLine(name + spaces(label - name.width), .dim)
          .adding(shown.isEmpty ? "–" : shown, shown.isEmpty ? .dim : field.style)
        if let state = forms.state(of: field.apiName, record.module, record.id) {
          line = line.right(state.words, state.style)
        }
        rows.append(PersonPaneRow(line, field.isEditable ? .field(field.apiName) : nil))
        if case .refused(let why)? = forms.state(of: field.apiName, record.module, record.id) {
          rows.append(PersonPaneRow(TextLine("  ! " + why, .bad)))
        }
      }
    }
    return rows
  }

  /// How wide the labels of fields are in a pane of that width.
  static func labelWidth(_ width: Int) -> Int { min(22, max(16, width * 2 / 5)) }

  /// What the list knows of the record.
  private func briefRows() -> [PersonPaneRow] {
    guard let row = people.current.row else { return [] }
    return [row.company, row.role, row.email, row.phone].filter { !$0.isEmpty }.map {
      PersonPaneRow(TextLine(SafeText($0)))
    }
  }

  private func dealRows(_ folder: PersonFolder) -> [PersonPaneRow] {
    if folder.deals.isEmpty { return [PersonPaneRow(TextLine("No deal yet.", .dim))] }
    let open = folder.deals.filter { folder.openStages.contains($0.deal.stage) }
    let sum = Totals(open.compactMap(\.deal.amount))
    var rows = [
      PersonPaneRow(TextLine("\(open.count) open", .strong).right(sum.full, .money))
    ]
    for row in folder.deals {
      let isOpen = folder.openStages.contains(row.deal.stage)
      rows.append(
        PersonPaneRow(
          TextLine(SafeText(row.deal.name), isOpen ? .normal : .dim)
            .right(row.deal.amount?.exact ?? "–", .money), .deal(row.id)))
      let closing: SafeText = row.deal.closingDate.map { " · closes " + $0.spoken } ?? ""
      rows.append(PersonPaneRow(TextLine("  \(row.deal.stage)" + closing, .dim)))
    }
    return rows
  }

  private func peopleRows(_ folder: PersonFolder) -> [PersonPaneRow] {
    if folder.people.isEmpty { return [PersonPaneRow(TextLine("Nobody is known here.", .dim))] }
    return folder.people.map { person in
      PersonPaneRow(
        TextLine(SafeText(person.name)).right(SafeText(person.title ?? ""), .dim),
        .contact(RecordKey(module: "Contacts", id: person.id.rawValue, name: person.name)))
    }
  }

  private func activityRows(_ folder: PersonFolder) -> [PersonPaneRow] {
    if folder.activities.isEmpty {
      return [PersonPaneRow(TextLine("Nothing planned, nothing done.", .dim))]
    }
    return folder.activities.map { activity in
      let isLate = !activity.isDone && activity.day.map { $0 < today } == true
      let mark: SafeText = activity.isDone ? "✓" : "·"
      return PersonPaneRow(
        TextLine(
          "\(mark) \(activity.kind.rawValue)  \(activity.subject)", activity.isDone ? .dim : .normal
        )
        .right(activity.day?.distance(from: today) ?? "", isLate ? .bad : .dim))
    }
  }

  private func noteRows(_ folder: PersonFolder, width: Int) -> [PersonPaneRow] {
    if folder.notes.isEmpty {
      return [PersonPaneRow(TextLine("No note yet; n writes one.", .dim))]
    }
    return folder.notes.flatMap { note in
      let day = CalendarDate(note.createdTime, secondsAheadOfUTC: secondsAheadOfUTC)
      let head = TextLine("\(day.spoken.string)  \(note.author ?? "")", .dim)
      let title = note.title.map { [TextLine(SafeText($0), .strong)] } ?? []
      let text = SafeText.lines(note.content).flatMap { $0.wrapped(to: max(10, width)) }
      return ([head] + title + text.map { TextLine($0) }).map { PersonPaneRow($0) }
    }
  }

  private func mailRows(_ folder: PersonFolder) -> [PersonPaneRow] {
    guard let mails = folder.mails else {
      return [PersonPaneRow(TextLine("reading the mails…", .dim))]
    }
    if mails.isEmpty { return [PersonPaneRow(TextLine("No mail yet.", .dim))] }
    return mails.flatMap { mail in
      let day = mail.time.map {
        CalendarDate($0, secondsAheadOfUTC: secondsAheadOfUTC).spokenShort
      }
      let who = mail.isSent ? "to \(mail.to.joined(separator: ", "))" : "from \(mail.from)"
      return [
        PersonPaneRow(
          TextLine(
            "\(mail.isRead ? "" : "● ")\(mail.subject.isEmpty ? "(no subject)" : mail.subject)",
            mail.isRead ? .normal : .strong
          ).right(day ?? "", .dim)),
        PersonPaneRow(TextLine("  \(who)", .dim)),
      ]
    }
  }

  private func fileRows(_ folder: PersonFolder) -> [PersonPaneRow] {
    guard let files = folder.files else {
      return [PersonPaneRow(TextLine("reading the files…", .dim))]
    }
    if files.isEmpty { return [PersonPaneRow(TextLine("No file hangs here.", .dim))] }
    return files.map { file in
      let size = file.size.map { "\(max(1, $0 / 1024).grouped) KiB" } ?? ""
      return PersonPaneRow(
        TextLine(SafeText(file.name)).right(SafeText(size), .dim), .file(file))
    }
  }

  private func invoiceRows(_ folder: PersonFolder) -> [PersonPaneRow] {
    guard let customer = folder.customer else {
      return [PersonPaneRow(TextLine("No customer in Books is linked.", .dim))]
    }
    let owed = folder.invoices.filter { [.open, .overdue].contains($0.group(on: today)) }
    var rows = [
      PersonPaneRow(
        TextLine(SafeText(customer.name), .strong)
          .right(
            "unpaid " + Totals(owed.map { Money($0.balance, $0.currency) }).full, .money))
    ]
    if folder.invoices.isEmpty { rows.append(PersonPaneRow(TextLine("No invoice yet.", .dim))) }
    for invoice in folder.invoices {
      let isLate = invoice.group(on: today) == .overdue
      rows.append(
        PersonPaneRow(
          TextLine("\(invoice.number)  ").adding(invoice.status(on: today), isLate ? .bad : .dim)
            .right(Money(invoice.total, invoice.currency).full, .money), .invoice(invoice.id)))
    }
    return rows
  }
}

private func spaces(_ count: Int) -> SafeText {
  SafeText(String(repeating: " ", count: max(0, count)))
}

extension FormField {
  /// How its value is drawn.
  fileprivate var style: Style { kind == .currency ? .money : .normal }
}

extension RecordForms.FieldState {
  /// How it stands, in a word.
  var words: SafeText {
    switch self {
    case .saving: "saving…"
    case .saved: "saved"
    case .refused: "refused"
    case .uncertain: "unsure"
    }
  }

  /// How the word is drawn.
  var style: Style {
    switch self {
    case .saving: .pending
    case .saved: .good
    case .refused: .bad
    case .uncertain: .warning
    }
  }
}
