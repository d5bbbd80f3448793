import Screen

/// What lies on top of the screen for invoices, beside the review and the payment.
public enum BillingOverlay: Hashable, Sendable {
  /// Many invoices and what becomes of each. The list itself is kept with the invoices, so that closing
  /// it loses nothing.
  case bulk
  /// The credits of a customer, to go onto an invoice.
  case credits(CreditForm)
  /// Money being given back.
  case refund(RefundForm)
  /// An invoice as a page.
  case paper(PaperView)

  /// The place its keys belong to.
  var place: Place {
    switch self {
    case .bulk: .bulk
    case .credits: .credits
    case .refund: .refund
    case .paper: .paper
    }
  }

  /// What can be done in them.
  static let commands: [Command] =
    BulkInvoices.commands + CreditForm.commands + RefundForm.commands + PaperView.commands
}

extension AppState {
  /// Lets what is on top have a key; nil when the key means a command there.
  mutating func typeInBilling(_ overlay: BillingOverlay, _ key: Key) -> [Effect]? {
    if case .mouse = key { return [] }
    var isText = false
    switch overlay {
    case .bulk, .paper: return key.isPasteOrMouse ? [] : nil
    case .credits(var form):
      isText = form.take(key)
      overlays[overlays.count - 1] = .billing(.credits(form))
    case .refund(var form):
      isText = form.take(key)
      overlays[overlays.count - 1] = .billing(.refund(form))
    }
    return isText ? [] : nil
  }
}

/// Draws what lies on top of the screen for invoices.
func drawBilling(
  _ overlay: BillingOverlay, _ state: AppState, in area: Rect, on canvas: inout Canvas
) {
  switch overlay {
  case .bulk:
    if let bulk = state.invoices.bulk { drawBulk(bulk, state, in: area, on: &canvas) }
  case .credits(let form): drawCredits(form, state, in: area, on: &canvas)
  case .refund(let form): drawRefund(form, state, in: area, on: &canvas)
  case .paper(let paper): drawPaper(paper, state, in: area, on: &canvas)
  }
}
