import Sales
import Screen

extension InvoiceReview {
  /// What is odd about it and does not keep it from going out.
  func warnings(today: CalendarDate) -> [SafeText] {
    var warnings = differences
    if stored.mail.subject.allSatisfy(\.isWhitespace) { warnings.append("the subject is empty") }
    if stored.mail.attachmentName == nil {
      warnings.append(
        speaksOfAttachment
          ? "the text speaks of an attachment, and no PDF goes with it" : "no PDF goes with it")
    }
    if text.allSatisfy(\.isEmpty) { warnings.append("the mail has no text") }
    for address in stored.mail.selectedAddresses + stored.mail.copies {
      if let oddity = stored.correspondence.oddity(of: address) {
        warnings.append("\(address) \(oddity)")
      }
    }
    switch purpose {
    case .invoice:
      if let due = invoice.dueDate, due < today {
        warnings.append("it was due on \(due.spoken.string) already")
      }
      if invoice.isEmailed { warnings.append(mailedBefore ?? "it was mailed before") }
    case .reminder:
      if let due = invoice.dueDate, due >= today {
        warnings.append("it is not due before \(due.spoken.string)")
      }
      if let event = lastReminder { warnings.append("last reminded \(event.time)") }
    }
    return warnings
  }

  private var speaksOfAttachment: Bool {
    text.contains { line in
      let line = line.string.lowercased()
      return ["attach", "enclosed", "pdf"].contains { line.contains($0) }
    }
  }

  private var mailedBefore: SafeText? {
    stored.events.first { $0.isMail && !$0.isReminder }.map { event in
      "it was mailed before, \(event.time): \(event.text)"
    }
  }

  private var lastReminder: InvoiceEvent? { stored.events.first(where: \.isReminder) }
}

extension InvoiceEvent {
  /// Whether it tells of a mail.
  var isMail: Bool { text.lowercased().contains("mail") }

  /// Whether it tells of a reminder.
  var isReminder: Bool { isMail && text.lowercased().contains("remind") }
}
