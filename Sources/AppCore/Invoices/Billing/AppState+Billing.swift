import Sales
import Screen

extension AppState {
  /// Takes what came to send, hold, remind, credit and print invoices.
  mutating func reduceBilling(_ action: BillingAction) -> [Effect] {
    switch action {
    case .reminderPrepared(let id, let result): return reminderPrepared(id, result)
    case .gathered(let kind, let result): return gathered(kind, result)
    case .mailReady(let id, let kind, let result): return mailReady(id, kind, result)
    case .creditsLoaded(let purpose, let result): return creditsLoaded(purpose, result)
    case .papersSaved(.success(let paths)):
      tell(
        paths.count == 1
          ? "The PDF is in \(paths[0])"
          : "\(paths.count) PDF files, the last is \(paths.last ?? "")")
    case .papersSaved(.failure(let failure)):
      tell("No PDF: \(failure.message.string)", kind: .failure)
    case .paperRead(let id, let result): return paperRead(id, result)
    case .marksFound(let query, let extent, let result): marksFound(query, extent, result)
    case .takenBack(let id, let result): return takenBack(id, result)
    case .secondPassed: return secondPassed()
    case .formClosed: if case .billing? = overlays.last { overlays.removeLast() }
    }
    return []
  }

  private mutating func reminderPrepared(
    _ id: Invoice.ID, _ result: Result<StoredInvoice, Failure>
  ) -> [Effect] {
    switch result {
    case .failure(let failure):
      tell("No reminder was prepared: \(failure.message.string)", kind: .failure)
    case .success(let stored):
      let number = stored.detail.invoice.number
      guard overlays.isEmpty, screen == .invoices, editor == nil, invoices.invoice?.id == id else {
        tell("The reminder of \(number) is ready: R shows it.", kind: .note)
        return []
      }
      if let reason = reasonNotToRemind(stored.detail.invoice) {
        tell("No reminder of \(number): \(reason.string)", kind: .warning)
        return reload()
      }
      overlays.append(.review(InvoiceReview(stored, purpose: .reminder)))
    }
    return []
  }

  /// Does what a line was typed for.
  mutating func accepted(_ text: String, for purpose: BillingPrompt) -> [Effect] {
    switch purpose {
    case .void(let invoice): overlays.append(.confirmation(confirmation(voiding: invoice, text)))
    case .writeOff(let invoice):
      overlays.append(.confirmation(confirmation(writingOff: invoice, text)))
    case .voidMany(let ids):
      invoices.bulkReason = text
      return [.billing(.gather(.void, ids))]
    case .late:
      guard let days = Int(text.filter { $0 != " " }), (0...10_000).contains(days) else {
        tell("\(text): write a number of days, such as 14", kind: .warning)
        return []
      }
      return [.billing(.gatherDue(by: today.adding(days: -max(1, days))))]
    }
    return []
  }
}

/// What a line is typed for.
public enum BillingPrompt: Hashable, Sendable {
  /// Why an invoice is made void.
  case void(Invoice)
  /// Why what is unpaid is given up.
  case writeOff(Invoice)
  /// Why several invoices are made void.
  case voidMany([Invoice.ID])
  /// By how many days at least an invoice is late.
  case late
}
