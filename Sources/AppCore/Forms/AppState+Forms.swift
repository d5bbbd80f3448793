import FoundationEssentials
import Sales
import Screen

extension AppState {
  /// Takes what happened to forms.
  mutating func reduceForms(_ action: FormAction) -> [Effect] {
    switch action {
    case .loaded(let purpose, let result):
      guard forms.awaited == purpose else { return [] }
      forms.awaited = nil
      switch result {
      case .success(let start): open(purpose, start)
      case .failure(let failure):
        tell("No form was opened: \(failure.message.string)", kind: .failure)
      }
    case .refreshed(let record):
      for place in overlays.indices {
        guard case .form(var form) = overlays[place], case .edit(let key) = form.purpose,
          key.id == record.id, key.module == record.module
        else { continue }
        form.rebase(on: record)
        overlays[place] = .form(form)
      }
    case .found(let field, let words, let matches, let isComplete):
      guard form?.field == field, form?.menu?.filter.text == words else { return [] }
      return changeForm { form in
        form.menu?.rows = matches.map {
          FieldMenu.Row(
            value: .reference(id: $0.key.id, name: $0.key.name), label: SafeText($0.key.name),
            detail: SafeText($0.detail))
        }
        form.menu?.isLooking = !isComplete
      }
    case .lookalikes(let purpose, let matches):
      guard form?.purpose == purpose else { return [] }
      return changeForm { $0.lookalikes = matches }
    case .confirmed(let name, let values):
      return formConfirmed(name, values)
    }
    return []
  }

  private mutating func open(_ purpose: RecordForm.Purpose, _ start: FormStart) {
    var notation = notation
    if case .text(let code)? = start.record?.values["Currency"] ?? start.initial["Currency"] {
      notation.currency = Currency(code)
    }
    var sections = start.layout.sections
    var title: SafeText = "New \(start.noun)"
    if let record = start.record { title = "\(record.name) ─ \(start.noun)" }
    let only = forms.awaitedField
    forms.awaitedField = nil
    if let only {
      guard let field = start.layout.field(only), field.isEditable else {
        tell("\(start.layout.field(only)?.label ?? only) cannot be changed here", kind: .warning)
        return
      }
      sections = [.init(label: "", fields: [field])]
    } else if start.record == nil {
      sections = sections.map { section in
        .init(
          label: section.label,
          fields: section.fields.filter { $0.isEditable || start.initial[$0.apiName] != nil })
      }.filter { !$0.fields.isEmpty }
    }
    var form = RecordForm(
      purpose, title: title, sections: sections, base: start.record?.values ?? [:],
      values: start.initial, version: start.record?.version, notation: notation)
    form.isInPlace = only != nil
    guard !form.editable.isEmpty else {
      tell("Nothing of this \(start.noun) can be changed here", kind: .warning)
      return
    }
    openForm(form)
  }

  /// Confirms the form: sends what has changed, or hands the values over.
  mutating func confirmForm() -> [Effect] {
    guard var form else { return [] }
    if form.menu != nil { _ = form.choose() }
    form.menu = nil
    if let obstacle = form.obstacle {
      form.go(to: obstacle.field)
      form.remarks[obstacle.field] = obstacle.reason
      overlays[overlays.count - 1] = .form(form)
      tell(obstacle.reason, kind: .warning)
      return []
    }
    form.remarks = [:]
    form.refusal = nil
    form.duplicate = nil
    switch form.purpose {
    case .custom(let name):
      overlays.removeLast()
      return reduce(&self, .form(.confirmed(name, values: form.values)))
    case .edit, .create: break
    }
    guard !tenant.isReadOnly else {
      tell("this profile is read-only", kind: .warning)
      return []
    }
    overlays.removeLast()
    guard !form.changes.isEmpty else {
      tell("Nothing has changed.", kind: .note)
      return []
    }
    guard let request = request(of: form) else { return [] }
    forms.sent.append(SentForm(request: request, form: form))
    return [.enqueue(request)]
  }

  private mutating func request(of form: RecordForm) -> WriteRequest? {
    switch form.purpose {
    case .edit(let key):
      let changes = form.changes
      return .editRecord(
        RecordEdit(
          module: key.module, id: key.id, name: key.name, fields: changes, version: form.version,
          base: changes.keys.reduce(into: [:]) { $0[$1] = form.base[$1] ?? .empty }))
    case .create(let module):
      forms.count += 1
      let values = form.values.filter { !$0.value.isEmpty }
      return .record(
        .create(
          NewRecord(
            module: module, name: values.recordName ?? "a new record", values: values,
            token: "\(now.timeIntervalSince1970) \(forms.count)")))
    case .custom: return nil
    }
  }

  /// What follows a confirmed form of purpose `custom`, by its name.
  mutating func formConfirmed(_ name: String, _ values: [String: RecordValue]) -> [Effect] {
    if let effects = moveFormConfirmed(name, values) { return effects }
    if name.hasPrefix(LeadForm.prefix) { return convertLead(with: values) }
    return []
  }
}
