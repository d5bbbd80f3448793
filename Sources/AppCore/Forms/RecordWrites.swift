import Sales
import Screen

extension AppState {
  /// A write to a record of CRM was put into the journal, or not.
  mutating func recordWriteEnqueued(
    _ request: WriteRequest, _ result: Result<WriteID, Failure>
  ) -> [Effect] {
    switch result {
    case .success:
      if case .editRecord(let edit, _) = request {
        forms.note(.saving, edit.fields.keys, of: edit)
      }
      tell("\(request.subject.string): \(request.underWay.string)", kind: .note)
    case .failure(let failure):
      tell(
        "\(request.subject.string) was not asked of Zoho: \(failure.message.string)",
        kind: .failure)
      reopen(forms.takeSent(request))
    }
    return []
  }

  /// What became of a write to a record of CRM.
  mutating func recordWriteSettled(
    _ id: WriteID, _ request: WriteRequest, _ outcome: WriteOutcome
  ) -> [Effect] {
    regroupSettled(request, outcome)
    switch outcome {
    case .confirmed(let words): return recordDone(id, request, nil, version: nil, words)
    case .record(.done(let key, let version)):
      return recordDone(id, request, key, version: version, request.doneWords)
    case .refused(let failure):
      noteRefusal(failure.message, of: request)
      tell("\(request.subject.string), not done: \(failure.message.string)", kind: .failure)
      var form = forms.takeSent(request)
      form?.refusal = failure.message
      reopen(form)
    case .record(.refused(let refusal)): refuse(request, refusal)
    case .record(.conflict(let conflict)): meet(conflict)
    case .conflict:
      tell("\(request.subject.string), not done: somebody changed it meanwhile", kind: .warning)
    case .uncertain(let words):
      if case .editRecord(let edit, _) = request {
        forms.note(.uncertain, edit.fields.keys, of: edit)
      }
      tell(
        "\(request.subject.string) may have happened: \(words.string). See 6 Outbox.",
        kind: .warning)
    }
    return reload()
  }

  private mutating func recordDone(
    _ id: WriteID, _ request: WriteRequest, _ key: RecordKey?, version: String?, _ words: SafeText
  ) -> [Effect] {
    _ = forms.takeSent(request)
    tell(words)
    leaveGone(request)
    var reverse: WriteRequest?
    switch request {
    case .editRecord(let edit, let undoes):
      forms.note(.saved, edit.fields.keys, of: edit)
      if undoes == nil {
        reverse = edit.reversed(version: version).map { .editRecord($0, undoes: id) }
      }
    case .record(.delete(let key)): reverse = .record(.restore(key))
    case .record(.create):
      if let key { reverse = .record(.delete(key)) }
    default: break
    }
    if let reverse {
      forms.done.append(DoneRecordWrite(write: id, reverse: reverse, words: words))
      if forms.done.count > RecordForms.undoLimit { forms.done.removeFirst() }
    }
    return reload() + followPeople(request, made: key)
  }

  /// Zoho does not take a field: the form comes back with the reason beside it.
  private mutating func refuse(_ request: WriteRequest, _ refusal: FieldRefusal) {
    var form = forms.takeSent(request)
    let label = refusal.field.flatMap { form?.named($0)?.label } ?? refusal.field ?? "record"
    let words = refusal.words(label: label)
    noteRefusal(words, of: request, field: refusal.field)
    form?.duplicate = refusal.duplicate
    if let field = refusal.field, form?.named(field) != nil {
      form?.remarks[field] = words
      form?.go(to: field)
    } else {
      form?.refusal = words
    }
    tell("\(request.subject.string), not saved: \(words.string)", kind: .failure)
    reopen(form)
  }

  private mutating func noteRefusal(
    _ words: SafeText, of request: WriteRequest, field: String? = nil
  ) {
    guard case .editRecord(let edit, _) = request else { return }
    forms.note(nil, edit.fields.keys, of: edit)
    forms.note(.refused(words), field.map { [$0] } ?? Array(edit.fields.keys), of: edit)
  }

  /// Shows a form again that came back, at once when the person is free, otherwise when they ask for it.
  private mutating func reopen(_ form: RecordForm?) {
    guard var form else { return }
    form.isFresh = true
    if overlays.isEmpty {
      overlays.append(.form(form))
    } else if !form.isInPlace {
      forms.kept[form.purpose] = form
    }
  }

  private mutating func meet(_ conflict: RecordConflict) {
    let edit = conflict.edit
    forms.note(
      .refused("changed by \(conflict.theirs.modifiedBy ?? "somebody else") meanwhile"),
      edit.fields.keys, of: edit)
    _ = forms.takeSent(.editRecord(edit))
    let who = conflict.theirs.modifiedBy ?? "somebody"
    tell("\(edit.name): \(who) changed it meanwhile", kind: .warning)
    overlays.append(.recordConflict(ConflictChooser(conflict)))
  }

  /// Takes back the last write to a record.
  mutating func undoRecordWrite() -> [Effect] {
    guard let last = forms.done.popLast() else { return [] }
    return [.enqueue(last.reverse)]
  }
}

extension WriteRequest {
  /// What is going on while it is under way.
  fileprivate var underWay: SafeText {
    switch self {
    case .record(.delete): "going to the recycle bin"
    case .record(.restore): "coming back"
    case .record(.convert): "converting"
    default: "saving"
    }
  }

  /// What was done, once Zoho has said so.
  fileprivate var doneWords: SafeText {
    switch self {
    case .editRecord(let edit, nil): "\(edit.name) is saved"
    case .editRecord(let edit, _): "\(edit.name) is as before"
    case .record(.create(let new)): "\(new.name) is made"
    case .record(.delete(let key)): "\(key.name) is in the recycle bin"
    case .record(.restore(let key)): "\(key.name) is back"
    case .record(.convert(let plan)): "\(plan.lead.name) is converted"
    case .record(.addNote): "Note saved"
    default: "Saved"
    }
  }

  /// What it is about, to begin a sentence with; nil for anything but records.
  var recordSubject: SafeText? {
    switch self {
    case .editRecord(let edit, _): SafeText(edit.name)
    case .record(.create(let new)): SafeText(new.name)
    case .record(.addNote(let key, _)): "Note on \(key.name)"
    case .record(let write): SafeText(write.record?.name ?? "record")
    default: nil
    }
  }
}
