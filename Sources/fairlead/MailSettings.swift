import AppCore
import TOMLKit

/// What `config.toml` says about mails and PDF files of invoices.
struct MailSettings: Hashable, Sendable {
  /// The settings by name.
  static let keys = ["hold", "pdf-name"]

  /// What the screens of invoices keep to.
  private(set) var preferences = InvoicePreferences()
  /// How the PDF file of an invoice is named; nil for the usual.
  private(set) var pdfName: String?

  /// The usual.
  init() {}

  /// The settings in a table; what makes no sense is complained of and stays as usual.
  init(_ table: TOMLTable?, complain: (_ key: String, _ words: String) -> Void) {
    if let value = table?["hold"] {
      if let seconds = value.int, (1...600).contains(seconds) {
        preferences.holdSeconds = seconds
      } else {
        complain("hold", "hold must be a number of seconds from 1 to 600")
      }
    }
    if let value = table?["pdf-name"] {
      if let name = value.string, !name.isEmpty, !name.contains("/") {
        pdfName = name
      } else {
        complain("pdf-name", "pdf-name must be a file name such as \"{number} {customer}.pdf\"")
      }
    }
  }
}
