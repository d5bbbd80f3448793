import Sales
import Screen

/// The form that asks what a lead shall become, and the question before it does.
enum LeadForm {
  /// What the names of such forms begin with.
  static let prefix = "convert lead "
  /// The choice that makes a new record.
  private static let new = "new"
  private static let account = "Account"
  private static let contact = "Contact"
  private static let makesDeal = "Makes_Deal"

  /// What a deal made in a conversion cannot do without, whatever its layout insists on.
  private static let needed: Set = ["Deal_Name", "Stage", "Closing_Date", "Pipeline"]

  /// Whether a field of a deal must have a value before the deal can be made.
  private static func isNeeded(_ field: FormField) -> Bool {
    (field.isRequired || needed.contains(field.apiName)) && field.isEditable && field.kind != .user
      && field.apiName != "Account_Name" && field.apiName != "Contact_Name"
  }

  /// What the form for a lead is for: each lead has its own.
  static func purpose(_ options: LeadOptions) -> RecordForm.Purpose {
    .custom(prefix + options.lead.id)
  }

  /// The form for a lead.
  static func form(_ options: LeadOptions, _ notation: FieldNotation) -> RecordForm {
    let company = options.lead["Company"].text
    let deal = options.deals.fields.filter { field in
      isNeeded(field) || field.apiName == "Amount" && field.isEditable
    }.map { field in
      var field = field
      field.isRequired = false
      return field
    }
    var values: [String: RecordValue] = [
      account: .text(options.accounts.first?.id ?? new),
      contact: .text(options.contacts.first?.id ?? new), makesDeal: false,
      "Deal_Name": .text(company.isEmpty ? options.lead.name : company),
    ]
    for field in deal where field.kind == .pickList && values[field.apiName] == nil {
      let choices = field.choices(with: values)
      if let first = choices.first, field.apiName == "Pipeline" {
        values[field.apiName] = .text(first.stored)
      }
    }
    for field in deal where field.apiName == "Stage" {
      if let first = field.choices(with: values).first { values["Stage"] = .text(first.stored) }
    }
    return RecordForm(
      purpose(options), title: "Convert \(options.lead.name)", verb: "see what it makes",
      sections: [
        .init(
          label: "It becomes",
          fields: [
            choice(account, new: company.isEmpty ? options.lead.name : company, options.accounts),
            choice(contact, new: options.lead.name, options.contacts),
          ]),
        .init(
          label: "With a deal",
          fields: [FormField(apiName: makesDeal, label: "Make a deal", kind: .boolean)] + deal),
      ], base: values, notation: notation)
  }

  private static func choice(_ name: String, new label: String, _ known: [RecordKey]) -> FormField {
    FormField(
      apiName: name, label: name, kind: .pickList, isRequired: true,
      choices: [.init(stored: new, shown: "new: \(label)")]
        + known.map { .init(stored: $0.id, shown: "join: \($0.name)") })
  }

  /// What the values of the form ask for.
  static func plan(_ options: LeadOptions, _ values: [String: RecordValue]) -> LeadPlan {
    let own = [account, contact, makesDeal]
    let deal = values.filter { !own.contains($0.key) && !$0.value.isEmpty }
    return LeadPlan(
      lead: options.key, account: options.accounts.first { $0.id == values[account]?.text },
      contact: options.contacts.first { $0.id == values[contact]?.text },
      deal: values[makesDeal] == .bool(true) ? deal : nil)
  }

  /// The fields that a deal cannot do without and that have no value.
  static func missing(_ options: LeadOptions, _ plan: LeadPlan) -> [FormField] {
    guard let deal = plan.deal else { return [] }
    return options.deals.fields.filter { isNeeded($0) && deal[$0.apiName]?.isEmpty != false }
  }
}

extension AppState {
  /// Shows the form of a lead's conversion, once it is known what it may become.
  mutating func conversionPrepared(
    _ key: RecordKey, _ result: Result<LeadOptions, Failure>
  ) -> [Effect] {
    switch result {
    case .failure(let failure):
      tell("\(key.name) cannot be converted now: \(failure.message.string)", kind: .failure)
    case .success(let options):
      guard overlays.isEmpty, people.record?.id == key.id else { return [] }
      people.conversion = options
      openForm(LeadForm.form(options, notation))
    }
    return []
  }

  /// Asks once more, with all that would be made, or says what is still needed.
  mutating func convertLead(with values: [String: RecordValue]) -> [Effect] {
    guard let options = people.conversion else { return [] }
    let plan = LeadForm.plan(options, values)
    let missing = LeadForm.missing(options, plan)
    var form = LeadForm.form(options, notation)
    form.values = values
    guard missing.isEmpty else {
      for field in missing { form.remarks[field.apiName] = "\(field.label) is needed for a deal" }
      form.go(to: missing[0].apiName)
      overlays.append(.form(form))
      tell("A deal needs \(missing.map(\.label).joined(separator: ", "))", kind: .warning)
      return []
    }
    // Should the answer be no, the form opens as it was.
    forms.kept[form.purpose] = form
    overlays.append(.confirmation(confirmation(converting: plan, options)))
    return []
  }

  private func confirmation(converting plan: LeadPlan, _ options: LeadOptions) -> Confirmation {
    let company = options.lead["Company"].text
    var lines: [SafeText] = [
      "Organization  \(tenant.organization) (\(tenant.dataCenter))",
      plan.account.map { "Account       join \($0.name)" }
        ?? "Account       new: \(company.isEmpty ? options.lead.name : company)",
      plan.contact.map { "Contact       join \($0.name)" }
        ?? "Contact       new: \(options.lead.name)",
    ]
    if let deal = plan.deal {
      lines.append("Deal          new: \(deal.recordName ?? "")")
      if let stage = deal["Stage"]?.text { lines.append("              in \(stage)") }
    } else {
      lines.append("Deal          none")
    }
    lines.append("A lead that was converted cannot be made a lead again.")
    return Confirmation(
      title: "Convert \(options.lead.name)?", lines: lines,
      answers: [
        .init(key: "c", label: "cancel"),
        .init(key: "v", label: "convert", effects: [.enqueue(.record(.convert(plan)))]),
      ])
  }
}
