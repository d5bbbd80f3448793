import GRDB

extension StandardMetadata {
  mutating func installRelatedLists(_ db: Database) throws {
    let hanging: [(module: String, lookup: String)] = [
      ("Accounts", "What_Id"), ("Deals", "What_Id"), ("Products", "What_Id"),
      ("Contacts", "Who_Id"), ("Leads", "What_Id"),
    ]
    for (module, lookup) in hanging {
      try add(module, "Notes", "Notes", [("Notes", "Parent_Id")], db)
      let activities = ["Tasks", "Events", "Calls"].map { ($0, lookup) }
      try add(module, "Open_Activities", "Open Activities", activities, state: .open, db)
      try add(module, "Activities", "Activities", activities, db)
      try add(module, "Activities_History", "Closed Activities", activities, state: .closed, db)
      for activity in activities {
        try add(
          module, activity.0, activity.0 == "Events" ? "Meetings" : activity.0, [activity], db)
      }
    }
    try add("Accounts", "Contacts", "Contacts", [("Contacts", "Account_Name")], db)
    try add("Accounts", "Deals", "Deals", [("Deals", "Account_Name")], db)
    try add("Accounts", "Child_Accounts", "Member Accounts", [("Accounts", "Parent_Account")], db)
    try add("Contacts", "Deals", "Deals", [("Deals", "Contact_Name")], db)
    try add("Deals", "Stage_History", "Stage History", [("Stage_History", "Deal_Id")], db)
  }

  private mutating func add(
    _ module: String, _ apiName: String, _ label: String, _ members: [(String, String)],
    state: CRMRelatedList.ActivityState? = nil, _ db: Database
  ) throws {
    let id = nextID()
    try CRMRelatedList(
      id: id, module: module, apiName: apiName, label: label,
      members: members.map { CRMRelatedList.Member(module: $0.0, lookup: $0.1) },
      activities: state, sequence: sequence
    ).insert(db)
  }

  mutating func installCustomViews(_ db: Database) throws {
    for standard in StandardModule.all where standard.isAPISupported {
      let shown =
        ["Owner", standard.nameField] + standard.fields.prefix(6).map(\.apiName)
      var seen: Set<String> = []
      let fields = shown.filter { seen.insert($0).inserted }
      var views: [(String, String, CRMCustomView.Filter)] = [
        ("All \(standard.plural)", "ALLVIEWS", .all), ("My \(standard.plural)", "MYVIEWS", .mine),
      ]
      if standard.apiName == "Deals" {
        views += [("Open Deals", "OPENDEALS", .openDeals), ("Won Deals", "WONDEALS", .wonDeals)]
      }
      for (name, systemName, filter) in views {
        let id = nextID()
        try CRMCustomView(
          id: id, module: standard.apiName, name: name, systemName: systemName,
          isDefault: filter == .all, filter: filter, fields: fields, sequence: sequence
        ).insert(db)
      }
    }
  }

  mutating func installCurrencies(_ db: Database) throws {
    let currencies: [(String, String, String, Int64)] = [
      ("British Pound - GBP", "GBP", "£", 1_000_000_000),
      ("Euro - EUR", "EUR", "€", 1_170_000_000),
      ("US Dollar - USD", "USD", "$", 1_270_000_000),
    ]
    for (index, (name, code, symbol, rate)) in currencies.enumerated() {
      try CRMCurrency(
        id: nextID(), name: name, isoCode: code, symbol: symbol, rateBillionths: rate,
        isBase: index == 0, isActive: true
      ).insert(db)
    }
  }
}
