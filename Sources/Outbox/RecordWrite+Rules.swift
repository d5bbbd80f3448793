import Sales

extension RecordWrite {
  /// What may be done when the answer is lost. Nothing at CRM keeps the second of two equal records
  /// out, so what was made is only looked for; a lead is converted once, which CRM sees to itself.
  var resendClass: ResendClass {
    switch self {
    case .create, .addNote, .convert: .queriedCreate
    case .delete, .restore: .setState
    }
  }

  /// Whether success means that there is a new record, whose id proves it.
  var makesRecord: Bool {
    switch self {
    case .create, .addNote: true
    case .delete, .restore, .convert: false
    }
  }

  /// What it touches: of two intents with the same word, the second waits for the first.
  var subject: String {
    switch self {
    case .create(let new): "new \(new.module) \(new.token)"
    case .delete(let key), .restore(let key): key.subject
    case .convert(let plan): plan.lead.subject
    case .addNote(let key, _): "notes of \(key.id)"
    }
  }

  /// The deal it changes, for a mark on its card.
  var deal: Deal.ID? {
    guard let record, record.module == RecordEdit.deals else { return nil }
    return Deal.ID(record.id)
  }

  /// The word in column `kind`. Such words are on disk and never change.
  var kind: String {
    switch self {
    case .create: "createRecord"
    case .delete: "deleteRecord"
    case .restore: "restoreRecord"
    case .convert: "convertLead"
    case .addNote: "addRecordNote"
    }
  }
}

extension RecordKey {
  fileprivate var subject: String {
    module == RecordEdit.deals ? "deal \(id)" : "\(module) \(id)"
  }
}
