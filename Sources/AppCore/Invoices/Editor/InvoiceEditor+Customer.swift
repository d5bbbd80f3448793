import Sales
import Screen

extension AppState {
  /// Opens the editor on a draft; when it is open already, only its customer is looked at anew.
  mutating func openEditor(_ start: DraftStart) -> [Effect] {
    if editor?.draft.id == start.draft.id { return match(start.match) }
    var open = InvoiceEditor(
      start.draft, origin: screen, home: tenant.currency, isNew: start.draft.revision == 0,
      decimalMark: decimalMark)
    open.saving.revision = start.draft.revision
    editor = open
    screen = .invoices
    let effects = open.reload()
    let isNew = start.draft.filledLines.isEmpty
    if start.draft.revision == 0 { tellMatch(start.match) }
    return effects + match(start.match)
      + edit {
        guard isNew else { return [] }
        return $0.begin($0.draft.customer == nil ? .customer : .line(0, .item), isFresh: true)
      }
  }

  /// Takes how the customer of the draft was found: sure matches are taken, others asked.
  /// No key opens these questions, so one may be typing already: their answers are capitals.
  private mutating func match(_ match: CustomerMatch) -> [Effect] {
    guard let draft = editor?.draft, draft.customer == nil else { return [] }
    switch match {
    case .linked(let customer), .email(let customer): return bill(customer)
    case .name(let customer):
      editor?.proposed = customer
      overlays.append(.confirmation(confirmation(ofName: customer)))
    case .missing(let account, let email):
      if tenant.isReadOnly {
        tell(
          "Books has no customer \(account.name), and this profile is read-only.", kind: .warning)
      } else {
        overlays.append(.confirmation(confirmation(creating: account, email: email)))
      }
    case .unknown: break
    }
    return []
  }

  /// Says how a customer was found when nothing needs to be asked.
  private mutating func tellMatch(_ match: CustomerMatch) {
    switch match {
    case .linked(let customer):
      tell("\(customer.name) is the customer linked to the deal's account.", kind: .note)
    case .email(let customer):
      tell("\(customer.name) was found by the contact's address.", kind: .note)
    case .name, .missing, .unknown: break
    }
  }

  /// Bills a customer that was found, which is no edit of the user's.
  private mutating func bill(_ customer: Customer) -> [Effect] {
    edit { editor in
      editor.proposed = nil
      var new = editor.draft
      new.bill(customer)
      editor.billEarlier(customer)
      let effects = editor.put(new) + [.loadCustomer(customer.id)]
      guard editor.cell == .customer, editor.input?.isTyped != true else { return effects }
      return effects + editor.begin(.line(0, .item), isFresh: true)
    }
  }

  /// Bills the customer that was just made from an account, once it was found.
  mutating func billMade(_ account: Reference<Account>, among found: [Customer]) -> [Effect] {
    editor?.made = nil
    guard editor?.draft.customer == nil else { return [] }
    let named = found.filter { $0.name == account.name }
    guard let customer = found.first(where: { $0.account == account.id }) ?? named.first else {
      tell(
        "Customer \(account.name) was made, but is not here yet: r, then type it.", kind: .warning)
      return []
    }
    return bill(customer)
  }

  /// Takes a customer with what it owes; one that was proposed is billed by now.
  mutating func showCustomer(_ id: Customer.ID, _ standing: CustomerStanding) -> [Effect] {
    guard let open = editor else { return [] }
    if open.draft.customer == nil, open.proposed?.id == id {
      editor?.standing = standing
      return bill(standing.customer).filter { $0 != .loadCustomer(id) }
    }
    if open.draft.customer?.id == id { editor?.standing = standing }
    return []
  }

  private func confirmation(ofName customer: Customer) -> Confirmation {
    Confirmation(
      title: "Is this the customer?",
      lines: [
        SafeText("Organization  \(tenant.organization)"),
        SafeText("Customer      \(customer.name)"),
        SafeText("Mail          \(customer.email ?? "none")"),
        SafeText("Currency      \(customer.currency.code)"),
        "Only the name is that of the deal's account.",
      ],
      answers: [
        .init(key: "A", label: "choose another", effects: []),
        .init(key: "U", label: "use it", effects: [.loadCustomer(customer.id)]),
      ])
  }

  private func confirmation(
    creating account: Reference<Account>, email: String?
  ) -> Confirmation {
    Confirmation(
      title: "Create customer \(account.name) in Books?",
      lines: [
        SafeText("Organization  \(tenant.organization)"),
        SafeText("From          CRM account \(account.name)"),
        SafeText("Mail          \(email ?? "none")"),
        "Books has no customer linked to it, nor one of its name.",
      ],
      answers: [
        .init(key: "N", label: "not now", effects: []),
        .init(
          key: "C", label: "create",
          effects: [.enqueue(.createCustomer(account, email: email))]),
      ])
  }
}
