import Testing

@testable import LocalZoho

extension BooksTestbed {
  /// The id a new record got; the call must have succeeded.
  func create(_ path: String, _ body: String, _ one: String, _ id: String) throws -> String {
    let answer = try call("POST", path, [:], body)
    try #require(answer.code == 0, "\(path): \(answer.message ?? "")")
    return try #require(answer[one, id]?.stringValue)
  }

  /// The id of an account every organization starts with.
  func account(_ name: String) throws -> String {
    let accounts = try call("GET", "chartofaccounts", ["account_name": "\(name)"])
    return try #require(accounts["chartofaccounts", 0, "account_id"]?.stringValue)
  }

  func bank(_ name: String = "Harbour Bank", currency: String = "GBP") throws -> String {
    try create(
      "bankaccounts",
      #"{"account_name":"\#(name)","account_type":"bank","currency_code":"\#(currency)"}"#,
      "bankaccount", "account_id")
  }

  func vendor(_ name: String = "Quay Supplies") throws -> String {
    try create(
      "contacts", #"{"contact_name":"\#(name)","contact_type":"vendor"}"#, "contact",
      "contact_id")
  }

  /// What is on an account at a bank.
  func balance(_ account: String) throws -> String? {
    try call("GET", "bankaccounts/\(account)")["bankaccount", "balance"]?.text
  }
}

extension NamedValues {
  /// One item whose value is not a literal.
  static func one(_ name: String, _ value: String) -> NamedValues {
    NamedValues(dictionaryLiteral: (name, value))
  }
}
