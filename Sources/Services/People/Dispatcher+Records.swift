import AppCore
import LocalMirror
import Outbox
import Sales
import ZohoAPI

extension Work {
  /// Whether it is a write to a record that the screen follows field by field.
  var isOfRecord: Bool {
    switch self {
    case .editRecord, .record: true
    default: false
    }
  }
}

/// What the screen hears of writes to records.
extension Dispatcher {
  /// The record that a write has made.
  func made(_ intent: Intent) -> RecordKey? {
    guard case .record(.create(let new)) = intent.work, let id = intent.returnedID else {
      return nil
    }
    return RecordKey(module: new.module, id: id, name: new.name)
  }

  /// The version that an edit has made, as far as it could be read back.
  func version(of intent: Intent) -> String? {
    guard case .editRecord(let edit) = intent.work else { return nil }
    return kept(edit.id, of: edit.module)?.version
  }

  /// Why Zoho did not take a record, with the record that is in the way.
  func fieldRefusal(_ refusal: Refusal?, _ intent: Intent) -> FieldRefusal {
    let module =
      switch intent.work {
      case .editRecord(let edit): edit.module
      case .record(.create(let new)): new.module
      case .record(let write): write.record?.module ?? ""
      default: ""
      }
    var duplicate: RecordKey?
    if refusal?.code == "DUPLICATE_DATA", let id = refusal?.duplicateID {
      duplicate = RecordKey(module: module, id: id, name: name(of: id, in: module) ?? "")
    }
    return FieldRefusal(
      field: refusal?.field, code: refusal?.code ?? "", message: refusal?.message ?? "",
      duplicate: duplicate)
  }

  /// What two people changed at once.
  func conflict(_ edit: RecordEdit) -> AppCore.WriteOutcome? {
    guard let theirs = kept(edit.id, of: edit.module) else { return nil }
    var labels: [String: String] = [:]
    do {
      for field in try mirror.read({ try $0.layouts(of: edit.module) }).flatMap(\.fields) {
        labels[field.apiName] = field.label
      }
    } catch {
      tell(error)
    }
    return .record(.conflict(RecordConflict(edit: edit, theirs: theirs, labels: labels)))
  }

  private func name(of id: String, in module: String) -> String? {
    do {
      return try mirror.read {
        try $0.record(id, of: module)?.name ?? $0.personName(id, of: module)
      }
    } catch {
      tell(error)
      return nil
    }
  }

  private func kept(_ id: String, of module: String) -> RecordSnapshot? {
    do {
      return try mirror.read { try $0.record(id, of: module) }
    } catch {
      tell(error)
      return nil
    }
  }
}
