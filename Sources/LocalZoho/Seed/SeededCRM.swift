import FoundationEssentials

/// What the CRM side of a seed made, for Books to bill: ids and what an invoice shows.
struct SeededCRM: Sendable {
  struct Account: Sendable {
    var id: String
    var name: String
    var phone: String
    var website: String
    var street: String
    var city: String
    var code: String
    var country: String
    /// ISO code; the currency of all its deals.
    var currency: String
  }

  struct Contact: Sendable {
    var id: String
    /// Place of its account in ``SeededCRM/accounts``.
    var account: Int
    var firstName: String
    var lastName: String
    var email: String
    var phone: String
  }

  /// A deal that was won, on the day it closed.
  struct WonDeal: Sendable {
    var id: String
    var name: String
    /// Place of its account in ``SeededCRM/accounts``.
    var account: Int
    /// Place of its contact in ``SeededCRM/contacts``.
    var contact: Int
    /// In the account's currency; nil when nobody wrote one down.
    var amount: Decimal?
    var closed: Day
  }

  struct Product: Sendable {
    var id: String
    var name: String
    var code: String
    /// In the home currency.
    var price: Decimal
    var description: String
  }

  var today: Day
  var accounts: [Account] = []
  var contacts: [Contact] = []
  var wonDeals: [WonDeal] = []
  var products: [Product] = []
}
