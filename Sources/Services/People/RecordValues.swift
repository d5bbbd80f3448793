import FoundationEssentials
import Sales
import ZohoAPI

extension RecordValue {
  /// A value as CRM sent it. What no form can hold is kept as the words people can read of it.
  init(_ value: FieldValue) {
    switch value {
    case .null: self = .empty
    case .bool(let bool): self = .bool(bool)
    case .number(let number): self = .number(number)
    case .text(let text): self = .text(text)
    case .reference(let id, let name): self = .reference(id: id, name: name ?? "")
    case .list(let values):
      let words = values.compactMap(\.text)
      self = words.isEmpty && !values.isEmpty ? .text("\(values.count) rows") : .list(words)
    case .object(let fields):
      guard let id = fields["id"]?.text else {
        self = .empty
        return
      }
      self = .reference(id: id, name: fields["name"]?.text ?? fields["email"]?.text ?? "")
    }
  }
}

extension FieldValue {
  /// A value as CRM takes it.
  init(_ value: RecordValue) {
    switch value {
    case .empty: self = .null
    case .bool(let bool): self = .bool(bool)
    case .number(let number): self = .number(number)
    case .text(let text): self = .text(text)
    case .list(let items): self = .list(items.map(FieldValue.text))
    case .reference(let id, let name): self = .reference(id: id, name: name)
    }
  }
}

extension RecordSnapshot {
  /// A record as CRM sent it, whole.
  init(_ fields: RecordFields, of module: String) {
    let values = fields.filter { !$0.key.hasPrefix("$") && $0.key != "id" }
      .mapValues { RecordValue($0) }
    self.init(
      module: module, id: fields["id"]?.text ?? "",
      name: values["Full_Name"].map(\.text) ?? values.recordName ?? "",
      version: fields["Modified_Time"]?.text,
      modifiedBy: fields["Modified_By"].map { RecordValue($0).text }, values: values)
  }
}

extension RecordFields {
  /// The text at a field; nil for none.
  fileprivate func words(_ name: String) -> String? {
    self[name].map { RecordValue($0).text }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// When it was last changed, by the server's clock.
  fileprivate var changed: Date {
    words("Modified_Time").flatMap { text in try? Date(text, strategy: .iso8601) }
      ?? Date(timeIntervalSince1970: 0)
  }

  private var fullName: String {
    words("Full_Name")
      ?? [words("First_Name"), words("Last_Name")].compactMap { $0 }.joined(separator: " ")
  }

  /// The contact these fields are of.
  var contact: Contact {
    var account: Reference<Account>?
    if case .reference(let id, let name)? = self["Account_Name"] {
      account = Reference(id: Account.ID(id), name: name ?? "")
    }
    return Contact(
      id: Contact.ID(words("id") ?? ""), name: fullName, title: words("Title"),
      email: words("Email"), phone: words("Phone"), mobile: words("Mobile"), account: account,
      modifiedTime: changed)
  }

  /// The account these fields are of.
  var account: Account {
    let address = ["Street", "City", "State", "Code", "Country"].compactMap {
      words("Billing_\($0)")
    }
    return Account(
      id: Account.ID(words("id") ?? ""), name: words("Account_Name") ?? "", phone: words("Phone"),
      website: words("Website"), industry: words("Industry"),
      billingAddress: address.isEmpty ? nil : address.joined(separator: ", "),
      modifiedTime: changed)
  }

  /// The lead these fields are of.
  var lead: Lead {
    Lead(
      id: Lead.ID(words("id") ?? ""), name: fullName, company: words("Company"),
      email: words("Email"), phone: words("Phone"), status: words("Lead_Status"),
      modifiedTime: changed)
  }
}
