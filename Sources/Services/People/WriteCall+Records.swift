import FoundationEssentials
import Outbox
import Sales
import ZohoAPI

extension WriteCall {
  /// The call of a write to a record of CRM.
  init(_ write: RecordWrite, frozen: Data?) {
    switch write {
    case .create(let new):
      self.init(
        .insert(new.values.mapValues { FieldValue($0) }, into: new.module), frozen: frozen
      ) { $0.id }
    case .delete(let key):
      let request: Request<WrittenRecord> = .delete(key.id, of: key.module)
      self.init(request, frozen: frozen)
    case .restore(let key): self.init(.restore(key.id), frozen: frozen)
    case .convert(let plan):
      self.init(.convertLead(plan.lead.id, LeadConversion(plan)), frozen: frozen)
    case .addNote(let key, let content):
      self.init(.addNote(content: content, to: key.id, of: key.module), frozen: frozen) { $0.id }
    }
  }
}

extension LeadConversion {
  fileprivate init(_ plan: LeadPlan) {
    self.init(
      account: plan.account?.id, contact: plan.contact?.id,
      deal: plan.deal?.mapValues { FieldValue($0) })
  }
}

extension RecordWrite {
  /// What was asked, in words, for the outbox.
  var title: String {
    switch self {
    case .create(let new): "New in \(new.module): \(new.name)"
    case .delete(let key): "Delete \(key.name)"
    case .restore(let key): "Bring back \(key.name)"
    case .convert(let plan): "Convert \(plan.lead.name)"
    case .addNote(_, let content): "Note: \(content)"
    }
  }
}
