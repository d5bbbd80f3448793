import GRDB

extension MetadataTables {
  static let inventory = ZohoStore.Migration(name: "crm 4: quotes and sales orders") { db in
    var ids = IDs(last: 4_150_868_000_000_008_000)
    for standard in [StandardModule.quotes, StandardModule.salesOrders] {
      try install(standard, &ids, db)
    }
    let lists: [(module: String, target: String, label: String, lookup: String)] = [
      ("Deals", "Quotes", "Quotes", "Deal_Name"),
      ("Accounts", "Quotes", "Quotes", "Account_Name"),
      ("Contacts", "Quotes", "Quotes", "Contact_Name"),
      ("Deals", "Sales_Orders", "Sales Orders", "Deal_Name"),
      ("Accounts", "Sales_Orders", "Sales Orders", "Account_Name"),
      ("Contacts", "Sales_Orders", "Sales Orders", "Contact_Name"),
      ("Quotes", "Sales_Orders", "Sales Orders", "Quote_Name"),
      ("Quotes", "Notes", "Notes", "Parent_Id"), ("Sales_Orders", "Notes", "Notes", "Parent_Id"),
    ]
    for list in lists {
      try CRMRelatedList(
        id: ids.next(), module: list.module, apiName: list.target, label: list.label,
        members: [CRMRelatedList.Member(module: list.target, lookup: list.lookup)],
        activities: nil, sequence: try CRMRelatedList.fetchCount(db) + 1000
      ).insert(db)
    }
  }

  /// A module of the system's that came later than the first ones.
  private static func install(
    _ standard: StandardModule, _ ids: inout IDs, _ db: Database
  ) throws {
    let module = CRMModule(
      id: ids.next(), apiName: standard.apiName, singularLabel: standard.singular,
      pluralLabel: standard.plural, nameField: standard.nameField,
      duplicateCheckField: standard.duplicateCheckField, isAPISupported: true,
      sequence: try CRMModule.fetchCount(db) + 1)
    try module.insert(db)
    var fields =
      [CRMField("id", "ID", .bigint, readOnly: true)] + standard.fields + StandardModule.system
    var sections: [String] = []
    for index in fields.indices {
      fields[index].id = ids.next()
      fields[index].module = module.apiName
      fields[index].sequence = index + 1
      for value in fields[index].pickList.indices {
        fields[index].pickList[value].id = ids.next()
      }
      if let section = fields[index].section, !sections.contains(section) {
        sections.append(section)
      }
      try fields[index].insert(db)
    }
    try CRMLayout(
      id: ids.next(), module: module.apiName, name: "Standard",
      sections: sections.enumerated().map { index, name in
        CRMLayout.Section(id: ids.next(), name: name, sequence: index + 1)
      }
    ).insert(db)
    let views: [(String, String, CRMCustomView.Filter)] = [
      ("All \(standard.plural)", "ALLVIEWS", .all), ("My \(standard.plural)", "MYVIEWS", .mine),
    ]
    for (name, systemName, filter) in views {
      try CRMCustomView(
        id: ids.next(), module: module.apiName, name: name, systemName: systemName,
        isDefault: filter == .all, filter: filter,
        fields: ["Owner", "Subject", "Account_Name", "Grand_Total"],
        sequence: try CRMCustomView.fetchCount(db) + 1000
      ).insert(db)
    }
    try RecordTables.create(module, fields: fields, db)
  }
}
