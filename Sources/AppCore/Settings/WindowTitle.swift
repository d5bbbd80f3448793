import Screen

extension AppState {
  /// What the window's title tells: the record that is open, the screen, the organization, and whether it
  /// is the demo or only read. Scrolling does not change it.
  public var windowTitle: SafeText {
    if signIn != nil { return "Fairlead: sign in" }
    let record: SafeText? =
      switch place {
      case .dealPane: board.selectedRow.map { SafeText($0.deal.name) }
      case .invoicePane: invoices.invoice.map { SafeText($0.number) }
      case .editor, .editorCell: "invoice draft"
      default: nil
      }
    let name = record.map { "\($0.truncated(to: 60)) · " } ?? "" as SafeText
    return "\(name)\(screen.title) · \(tenant.spoken) · Fairlead"
  }
}
