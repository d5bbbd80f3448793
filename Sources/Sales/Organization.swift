/// The company whose records these are: our tenant at Zoho, seen from CRM and from Books.
public struct Organization: Hashable, Sendable {
  /// The CRM organization's id (`zgid`), part of every journaled write to CRM.
  public var crmID: String
  /// The Books organization's id, sent with every call to Books.
  public var booksID: String
  /// The company's name.
  public var name: String
  /// The home currency.
  public var currency: Currency
  /// The CRM edition (`paid_type`), such as `enterprise`.
  public var edition: String

  /// A tenant at Zoho.
  public init(crmID: String, booksID: String, name: String, currency: Currency, edition: String) {
    self.crmID = crmID
    self.booksID = booksID
    self.name = name
    self.currency = currency
    self.edition = edition
  }
}
