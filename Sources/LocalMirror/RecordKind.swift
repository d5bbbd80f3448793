/// The sorts of record the local copy holds.
public enum RecordKind: String, Hashable, Sendable, CaseIterable {
  /// Deals of CRM.
  case deals
  /// Contacts of CRM: people.
  case contacts
  /// Accounts of CRM: companies.
  case accounts
  /// Leads of CRM.
  case leads
  /// Tasks, meetings and calls.
  case activities
  /// Notes.
  case notes
  /// Customers of Books.
  case customers
  /// Items of Books.
  case items
  /// Invoices of Books.
  case invoices
  /// Payments of Books.
  case payments
}
