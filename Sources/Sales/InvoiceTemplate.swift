/// How the PDF of an invoice looks, as the organization has set it up.
///
/// <https://www.zoho.com/books/api/v3/invoices/#list-invoice-templates>
public struct InvoiceTemplate: Hashable, Sendable, Codable {
  /// The id at Books.
  public let id: Identifier<InvoiceTemplate>
  /// What it is called.
  public var name: String

  /// A look.
  public init(id: Identifier<InvoiceTemplate>, name: String) {
    self.id = id
    self.name = name
  }
}
