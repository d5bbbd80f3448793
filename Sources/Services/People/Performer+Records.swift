import AppCore
import FoundationEssentials
import LocalMirror
import Outbox
import Sales
import ZohoAPI

/// Writes to records of any module of CRM.
extension Performer {
  /// Compares the record with what the user saw, just before it is changed. When others changed other
  /// fields meanwhile, the change is based on theirs without a question.
  func prepare(_ edit: RecordEdit) async throws -> Readiness {
    guard let base = edit.base else { return .ready(version: nil) }
    guard let now = try await refreshed(edit.id, of: edit.module, .write) else {
      return .over(.rejected("the record is no longer there"))
    }
    if edit.fields.allSatisfy({ name, value in now[name].isSame(as: value) }) {
      return .over(.confirmed(nil))
    }
    let clashes = edit.fields.contains { name, value in
      !now[name].isSame(as: base[name] ?? .empty) && !now[name].isSame(as: value)
    }
    guard clashes else { return .ready(version: now.version) }
    return .over(.conflict("changed meanwhile by \(now.modifiedBy ?? "somebody else")"))
  }

  /// A lead that is gone was converted, perhaps by an earlier try of ours.
  func prepare(_ write: RecordWrite) async throws -> Readiness {
    guard case .convert(let plan) = write,
      try await refreshed(plan.lead.id, of: plan.lead.module, .write) == nil
    else { return .ready(version: nil) }
    return .over(.rejected("the lead is no longer there: it was converted or deleted"))
  }

  /// What a look says about a write whose answer was lost.
  func look(for write: RecordWrite, since asked: Date) async throws -> Finding {
    switch write {
    case .create(let new): return try await look(for: new, since: asked)
    case .delete(let key):
      let now = try await gateway.send(.record(key.id, of: key.module), .probe)
      return now == nil ? .found(returnedID: nil, detail: "the record is gone") : .absent
    case .restore(let key):
      let now = try await gateway.send(.record(key.id, of: key.module), .probe)
      return now == nil ? .absent : .found(returnedID: nil, detail: "the record is there")
    case .convert(let plan):
      let now = try await gateway.send(.record(plan.lead.id, of: plan.lead.module), .probe)
      guard let now, now["$converted"] != true else {
        return .found(returnedID: nil, detail: "the lead is converted")
      }
      return .absent
    case .addNote(let key, let content):
      var same = 0
      let list = List.related(
        "Notes", of: key.id, in: key.module, fields: ["Note_Content", "Created_Time"])
      for try await page in gateway.pages(list, .probe) {
        same += page.rows.count { $0["Note_Content"]?.text == content }
      }
      return same > 0 ? .likely(detail: "a note with these words is there") : .absent
    }
  }

  /// Records of the module that were made since, with the very values that were sent.
  private func look(for new: NewRecord, since asked: Date) async throws -> Finding {
    let names = new.values.keys.sorted().prefix(40)
    let list = List.records(
      of: new.module, fields: Array(names) + ["Created_Time"],
      modifiedSince: asked.addingTimeInterval(-60))
    var same: [String] = []
    for try await page in gateway.pages(list, .probe) {
      for row in page.rows {
        let isSame = names.allSatisfy { name in
          (row[name].map(RecordValue.init) ?? .empty).isSame(as: new.values[name] ?? .empty)
        }
        if isSame, let id = row["id"]?.text { same.append(id) }
      }
    }
    switch same.count {
    case 0: return .absent
    case 1: return .found(returnedID: same[0], detail: "the record is there")
    default: return .likely(detail: "\(same.count) records with these values are there")
    }
  }

  /// Brings the record into the local copy.
  func readBack(_ edit: RecordEdit) async throws {
    if edit.module == RecordEdit.deals { try await readBack(Deal.ID(edit.id)) }
    _ = try await refreshed(edit.id, of: edit.module, .write)
  }

  /// Brings what was made, or is gone, into the local copy.
  func readBack(_ write: RecordWrite, _ id: String?) async throws {
    switch write {
    case .create(let new):
      guard let id else { return }
      if new.module == RecordEdit.deals { try await readBack(Deal.ID(id)) }
      _ = try await refreshed(id, of: new.module, .write)
    case .restore(let key):
      if key.module == RecordEdit.deals { try await readBack(Deal.ID(key.id)) }
      _ = try await refreshed(key.id, of: key.module, .write)
    case .delete(let key): try forget(key)
    case .convert(let plan): try forget(plan.lead)
    case .addNote(let key, _):
      let list = List.notes(of: key.id, in: key.module)
      for try await page in gateway.pages(list, .write) {
        try mirror.write { try $0.save(notes: page.rows) }
      }
    }
  }

  private func forget(_ key: RecordKey) throws {
    try mirror.write { writer in
      if let kind = RecordKind(module: key.module) { try writer.delete([key.id], from: kind) }
      try writer.delete(record: key.id, of: key.module)
    }
  }

  /// A record as Zoho has it now, kept in the local copy; nil when it is gone.
  func refreshed(
    _ id: String, of module: String, _ priority: Priority
  ) async throws -> RecordSnapshot? {
    try await mirror.refresh(id, of: module, gateway, priority)
  }
}

extension MirrorDatabase {
  /// Reads a record whole from Zoho and keeps it; nil when it is gone.
  func refresh(
    _ id: String, of module: String, _ gateway: Gateway, _ priority: Priority
  ) async throws -> RecordSnapshot? {
    guard let fields = try await gateway.send(.record(id, of: module), priority) else {
      try write { try $0.delete(record: id, of: module) }
      return nil
    }
    let record = RecordSnapshot(fields, of: module)
    try write { writer in
      try writer.save(record: record)
      switch module {
      case "Contacts": try writer.save(contacts: [fields.contact])
      case "Accounts": try writer.save(accounts: [fields.account])
      case "Leads": try writer.save(leads: [fields.lead])
      default: break
      }
    }
    return record
  }
}

extension RecordKind {
  /// The sort of a module's records, where the local copy lists them.
  init?(module: String) {
    switch module {
    case "Deals": self = .deals
    case "Contacts": self = .contacts
    case "Accounts": self = .accounts
    case "Leads": self = .leads
    case "Tasks", "Events", "Calls": self = .activities
    default: return nil
    }
  }
}
